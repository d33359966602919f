import type { Product, RefusedRow, Shopper } from '../../shared/domain/catalogue'

/** Formats an import can read. */
export const IMPORT_FORMATS = [
  'retail-demo-store',
  'retail-demo-users',
  'csv',
  'tsv',
  'json',
  'jsonl',
  'yaml',
] as const

/** One format. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** A record as the source spells it: field names to text, nested fields with dots, lists joined by ", ". `row` is 1-based. */
export interface SourceRecord {
  readonly row: number
  readonly fields: Readonly<Record<string, string>>
}

/** A record that could be read, or why it could not. */
export type RecordOrRefusal = SourceRecord | RefusedRow

/** What an importer yields for every row of its source, in the source's order. */
export type ImportItem =
  | { readonly type: 'product'; readonly row: number; readonly product: Product }
  | { readonly type: 'shopper'; readonly row: number; readonly shopper: Shopper }
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
