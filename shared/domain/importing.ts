/** What an import makes of a file, in words both the importers and the window use. */
import type { CurrencyCode, Product, RefusedRow } from './catalogue'
import type { FactKind } from './facts'
import { FACT_KINDS, IDENTITY_KINDS } from './facts'

const fields = {
  id: 'Id',
  title: 'Title',
  description: 'Description',
  price: 'Price',
  salePrice: 'Sale price',
  wasPrice: 'Previous price',
  saleDates: 'When the sale price holds',
  currency: 'Currency',
  brand: 'Brand',
  category: 'Category',
  subcategory: 'Subcategory',
  noun: 'What it is',
  stock: 'In stock',
  rating: 'Rating',
  ratingCount: 'Number of ratings',
  listedOn: 'Listed on',
} as const

/** Columns of a product that are no listed facts. */
export type ColumnField = keyof typeof fields

/** Every one of them. */
export const COLUMN_FIELDS = Object.keys(fields) as readonly ColumnField[]

/** What the interface calls it. */
export function columnFieldLabel(field: ColumnField): string {
  return fields[field]
}

/** Facts that a column of their own may hold. */
export const MEANT_FACTS: readonly FactKind[] = FACT_KINDS.filter((kind) => !IDENTITY_KINDS.includes(kind))

/** Every meaning a column of products can be given, fields before facts. */
export const MEANINGS: readonly string[] = [...COLUMN_FIELDS, ...MEANT_FACTS]

/** In a mapping, in place of a column's name: no column means this, whatever its header looks like. */
export const NO_COLUMN = '-'

/** Bytes of a file that one part of an upload carries at most; as base64 it fits into a request. */
export const CATALOGUE_PART_BYTES = 512 * 1024
/** The most that a window sends for one import, bytes; larger files are imported by their path. */
export const CATALOGUE_UPLOAD_BYTES = 250_000_000

/**
 * How the currency of prices that name none was found:
 *
 * - `given`: somebody said so;
 * - `column`: a column of the file names it;
 * - `prices`: most prices that carry a sign or a code carry this one;
 * - `header`: the name of the price column says so ("Price (GBP)");
 * - `commas`: prices are written with decimal commas, which says euro more often than not;
 * - `default`: nothing in the file tells.
 */
export type CurrencyOrigin = 'given' | 'column' | 'prices' | 'header' | 'commas' | 'default'

/** The currency of a catalogue, how it was found, and in words. */
export interface CurrencyFinding {
  readonly code: CurrencyCode
  readonly how: CurrencyOrigin
  /** False where it was assumed, or read off a sign that several currencies share: worth a look. */
  readonly sure: boolean
  /** One sentence for a person: what was found, or that it was only assumed. */
  readonly note: string
}

/** What a column of a file becomes. */
export type ColumnUse =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'fact'; readonly fact: FactKind }
  | { readonly kind: 'segment'; readonly segment: string }
  /** Kept with the product for people to look at; nothing is read from it. */
  | { readonly kind: 'source' }
  /** Not kept at all. */
  | { readonly kind: 'ignored' }

/** Why it becomes that: told by a person, guessed from its name, fixed by the format, or nothing speaks for anything else. */
export type ColumnReason = 'given' | 'name' | 'format' | 'none'

/** One column of a file and what an import makes of it. */
export interface ColumnPlan {
  readonly name: string
  readonly use: ColumnUse
  readonly why: ColumnReason
  /** One sentence for a person. */
  readonly note: string
}

/** One row as it stands in the file, cells in the order of the header; long ones cut. */
export interface PreviewRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** One file of an import as a table. */
export interface PreviewTable {
  /** Name of the file, where the import has several. */
  readonly file?: string
  readonly columns: readonly ColumnPlan[]
  /** Whether a mapping may say what its columns mean. */
  readonly mappable: boolean
  /** At most the first twenty. */
  readonly rows: readonly PreviewRow[]
}

/** Rows refused for one reason. */
export interface RefusalGroup {
  readonly reason: string
  readonly count: number
  /** The first of them. */
  readonly first: RefusedRow
}

/** What an import would make of the first rows of a file. */
export interface ImportPreview {
  readonly format: string
  readonly origin: string
  /** In words, for example "UTF-8"; left out where the format has none. */
  readonly encoding?: string
  /** What stands between cells, for delimited text. */
  readonly delimiter?: string
  /** How the file is packed. */
  readonly packed?: 'gzip' | 'zip'
  readonly totalBytes: number
  /** What the catalogue will be called unless it is given a name. */
  readonly name: string
  readonly tables: readonly PreviewTable[]
  /** Rows read for this preview, and whether these were all. */
  readonly rowsRead: number
  readonly complete: boolean
  readonly kept: number
  readonly refused: number
  /** By reason, the commonest first. */
  readonly refusals: readonly RefusalGroup[]
  /** The first few products as they will be stored. */
  readonly products: readonly Product[]
  readonly shoppers: number
  readonly interactions: number
  readonly currency?: CurrencyFinding
  readonly warnings: readonly string[]
  /** Why nothing can be imported yet, such as a title that no column holds; the rows are shown so that it can be mended. */
  readonly problem?: { readonly message: string; readonly hint: string }
  /** How the last file with the same header was imported. */
  readonly remembered?: RememberedImport
}

/** What is kept of an import for the next file with the same header. */
export interface RememberedImport {
  /** As it was given: meaning to column. */
  readonly map: Readonly<Record<string, string>>
  /** The catalogue it went into. */
  readonly name: string
}
