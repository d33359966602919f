/** Records to items: columns settled once, every record a product, a shopper or a refusal. */
import type { Columns } from './columns'
import { resolveColumns } from './columns'
import { ImportFileError } from './errors'
import { isCurrency } from './price'
import { buildProduct } from './product'
import { isRefusal } from './types'
import type { ImportFormat, ImportItem, RecordOrRefusal } from './types'
import { buildShopper } from './users'

/** Most products or shoppers one import takes; the rest is refused. */
export const ROWS_MAX = 1_000_000
/** ISO 4217 code of prices in files that name no currency. */
export const DEFAULT_CURRENCY = 'USD'
/** Records looked at before the columns are settled: JSON and YAML records need not all have every field. */
const PEEK = 50

/** How to read a catalogue's records. */
export interface ProductOptions {
  readonly format: ImportFormat
  /** Meaning to column; empty to guess. */
  readonly map: Readonly<Record<string, string>>
}

/** Columns of the retail-demo-store catalogue. */
const retailColumns: Columns = {
  fields: {
    id: 'id',
    title: 'name',
    description: 'description',
    price: 'price',
    category: 'category',
    stock: 'current_stock',
  },
  facts: {},
}

/** Retail-demo-store files a product under category and style; as one path they are its category. */
function withStyle(record: RecordOrRefusal): RecordOrRefusal {
  if (isRefusal(record)) return record
  const { category = '', style = '' } = record.fields
  return {
    row: record.row,
    fields: { ...record.fields, category: style ? `${category} > ${style}` : category },
  }
}

/** Says why an id cannot be taken: it repeats, or the import is full. */
function repeats(): (id: string, row: number) => string | undefined {
  const rows = new Map<string, number>()
  return (id, row) => {
    const first = rows.get(id)
    if (first !== undefined) return `the id "${id.slice(0, 60)}" repeats row ${first}`
    if (rows.size >= ROWS_MAX) return `only ${ROWS_MAX} rows are taken`
    rows.set(id, row)
    return undefined
  }
}

/** Names of all fields among the first records, in order of appearance. */
function fieldNames(records: readonly RecordOrRefusal[]): readonly string[] {
  return [...new Set(records.flatMap((record) => (isRefusal(record) ? [] : Object.keys(record.fields))))]
}

function settle(first: readonly RecordOrRefusal[], { format, map }: ProductOptions): Columns | undefined {
  const names = fieldNames(first)
  if (names.length === 0) return undefined
  return format === 'retail-demo-store' && Object.keys(map).length === 0
    ? retailColumns
    : resolveColumns(names, map)
}

/** The records in groups: the first fifty together, then one by one. Throws ImportFileError when there is none. */
async function* grouped(
  path: string,
  records: AsyncIterable<RecordOrRefusal>,
): AsyncGenerator<readonly RecordOrRefusal[]> {
  let first: RecordOrRefusal[] | undefined = []
  for await (const record of records) {
    if (!first) yield [record]
    else if (first.push(record) === PEEK) {
      yield first
      first = undefined
    }
  }
  if (first?.length === 0) {
    throw new ImportFileError(
      path,
      'holds no rows',
      'Choose a file with at least one product below its header.',
    )
  }
  if (first) yield first
}

/** Products and refusals of a catalogue, in its order. Throws as `openImport` says of `items`. */
export async function* productItems(
  path: string,
  records: AsyncIterable<RecordOrRefusal>,
  options: ProductOptions,
): AsyncGenerator<ImportItem> {
  const repeat = repeats()
  const literal = options.map['currency'] ?? ''
  const currency = isCurrency(literal) ? literal : DEFAULT_CURRENCY
  let columns: Columns | undefined
  for await (const group of grouped(path, records)) {
    columns ??= settle(group, options)
    for (const raw of group) {
      const record = options.format === 'retail-demo-store' ? withStyle(raw) : raw
      const product = isRefusal(record) || !columns ? undefined : buildProduct(record, { columns, currency })
      if (!product) yield { type: 'refused', refused: isRefusal(record) ? record : nameless(record.row) }
      else if ('reason' in product) yield { type: 'refused', refused: product }
      else {
        const reason = repeat(product.id, raw.row)
        const field = columns?.fields.id ?? 'id'
        yield reason
          ? { type: 'refused', refused: { row: raw.row, field, reason } }
          : { type: 'product', row: raw.row, product }
      }
    }
  }
}

const nameless = (row: number) => ({ row, field: '', reason: 'the row has no fields' })

/** Shoppers and refusals of a shopper file, in its order. Throws ImportFileError when it holds no row. */
export async function* shopperItems(
  path: string,
  records: AsyncIterable<RecordOrRefusal>,
): AsyncGenerator<ImportItem> {
  const repeat = repeats()
  for await (const group of grouped(path, records)) {
    for (const record of group) {
      const shopper = isRefusal(record) ? record : buildShopper(record)
      const reason = 'reason' in shopper ? undefined : repeat(shopper.id, record.row)
      if ('reason' in shopper) yield { type: 'refused', refused: shopper }
      else if (reason) yield { type: 'refused', refused: { row: record.row, field: 'id', reason } }
      else yield { type: 'shopper', row: record.row, shopper }
    }
  }
}
