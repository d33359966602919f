import type { ShelftalkError } from '../../shared/contract/errors'
import type { Interaction, Product, RefusedRow, Shopper } from '../../shared/domain/catalogue'
import type { ColumnUse, CurrencyFinding } from '../../shared/domain/importing'
import type { Columns } from './columns'

/** Formats of a file that stands by itself. */
export const FILE_FORMATS = [
  'retail-demo-store',
  'retail-demo-users',
  'shopify',
  'merchant-feed',
  'parquet',
  'csv',
  'tsv',
  'json',
  'jsonl',
  'yaml',
] as const

/** One of them. */
export type FileFormat = (typeof FILE_FORMATS)[number]

/** Formats of several files that belong together, the most particular first. */
export const SET_FORMATS = [
  'movielens-100k',
  'movielens-1m',
  'movielens-csv',
  'amazon-reviews',
  'retailrocket',
  'dummyjson',
  'tables',
] as const

/** One of them. */
export type SetFormat = (typeof SET_FORMATS)[number]

/** Formats an import can read. */
export const IMPORT_FORMATS = [...FILE_FORMATS, ...SET_FORMATS] as const

/** One format. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** A record as the source spells it: field names to text, nested fields with dots, lists joined by ", ". `row` is 1-based. */
export interface SourceRecord {
  readonly row: number
  readonly fields: Readonly<Record<string, string>>
  /** Names of fields that the source has as numbers with a fraction: their dot groups no thousands. */
  readonly fractions?: readonly string[]
  /** Why the record cannot be taken though its fields can be read. */
  readonly fault?: { readonly field: string; readonly reason: string }
  /** Further rows of the source: numbers of those that went into this record, and those of its product that could not. */
  readonly rest?: readonly (number | RefusedRow)[]
}

/** A record that could be read, or why it could not. */
export type RecordOrRefusal = SourceRecord | RefusedRow

/** Where an item was read. */
interface Place {
  /** 1-based row in its file. */
  readonly row: number
  /** Name of the file, where the source has several. */
  readonly file?: string
}

/**
 * What an importer yields: one item for every row of its source, products before the shoppers and interactions that need them, and a shopper
 * before her interactions. Two items are no rows: a shopper who is `implied` stands only in the rows of her interactions, and `joined` tells
 * how many rows went into other items (a row of prices into the products, say) since it was last told, so that long reads stay in sight.
 */
export type ImportItem =
  | (Place & { readonly type: 'product'; readonly product: Product })
  | (Place & { readonly type: 'shopper'; readonly shopper: Shopper; readonly implied?: true })
  | (Place & { readonly type: 'interaction'; readonly interaction: Interaction })
  | { readonly type: 'joined'; readonly rows: number }
  | { readonly type: 'refused'; readonly refused: RefusedRow }

/** One file of a source as a table, as far as its first rows show it. */
export interface SourceTable {
  /** Name of the file, where the source has several. */
  readonly file?: string
  /** In words; left out where the format has none. */
  readonly encoding?: string
  /** What stands between cells, for delimited text. */
  readonly delimiter?: string
  readonly packed?: 'gzip' | 'zip'
  /** The first records, at most fifty. */
  readonly first: readonly RecordOrRefusal[]
  /** What the columns of a table of products mean; left out for other tables and where that cannot be settled. */
  readonly columns?: Columns
  /** What the columns of another table become; those that are not named are not kept. */
  readonly uses?: Readonly<Record<string, ColumnUse>>
  /** Whether a person said so or a column's name suggests it, of those in `uses`; left out where the format says what they are. */
  readonly reasons?: Readonly<Record<string, 'given' | 'name'>>
  /** Why it cannot be settled: `items` throws the same. */
  readonly problem?: ShelftalkError
}

/** An opened source; `items` can be read once. */
export interface ImportSource {
  readonly format: ImportFormat
  /** In words, for the catalogue's summary. */
  readonly origin: string
  /** ISO 4217 code of prices that name no currency of their own. */
  readonly currency: string
  /** Size on disk, in bytes. */
  readonly totalBytes: number
  /** Bytes read from disk so far. */
  readonly bytesRead: () => number
  readonly items: AsyncIterable<ImportItem>
  /** How the currency was found, where the source has prices. */
  readonly currencyFound?: CurrencyFinding
  /** The files as tables, where the source is made of tables whose columns a person may map. */
  readonly tables?: readonly SourceTable[]
  /** What a person should know before she imports. */
  readonly warnings?: readonly string[]
  /** Items of the first rows of files that `items` comes to late; products and shoppers that they name are taken for known. */
  readonly ahead?: () => AsyncIterable<ImportItem>
  /** Lets go of the file where `items` is not read to its end. */
  readonly close?: () => Promise<void>
}

/** True for a refusal. */
export function isRefusal(item: RecordOrRefusal): item is RefusedRow {
  return 'reason' in item
}
