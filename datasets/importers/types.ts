import type { Interaction, Product, RefusedRow, Shopper } from '../../shared/domain/catalogue'

/** Formats of a file that stands by itself. */
export const FILE_FORMATS = [
  'retail-demo-store',
  'retail-demo-users',
  'csv',
  'tsv',
  'json',
  'jsonl',
  'yaml',
] as const

/** One of them. */
export type FileFormat = (typeof FILE_FORMATS)[number]

/** Formats of several files that belong together, the most particular first. */
export const SET_FORMATS = ['tables'] as const

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
}

/** True for a refusal. */
export function isRefusal(item: RecordOrRefusal): item is RefusedRow {
  return 'reason' in item
}
