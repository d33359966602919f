/** Records to items: columns settled once, every record a product, a shopper or a refusal. */
import type { Product, RefusedRow } from '../../shared/domain/catalogue'
import type { Columns } from './columns'
import { resolveColumns } from './columns'
import { DEFAULT_CURRENCY } from './currency'
import { ImportFileError } from './errors'
import { decimalMark, isCurrency } from './price'
import { buildProduct } from './product'
import type { BuildContext } from './product'
import { mergeVariants, optionFacts } from './shopify'
import { isRefusal } from './types'
import type { ImportFormat, ImportItem, RecordOrRefusal, SourceRecord } from './types'
import { buildShopper } from './users'

/** Most products or shoppers one import takes; the rest is refused. */
export const ROWS_MAX = 1_000_000
/** Records looked at before the columns are settled: JSON and YAML records need not all have every field. */
const PEEK = 50

/** How to read a catalogue's records. */
export interface ProductOptions {
  readonly format: ImportFormat
  /** Meaning to column; empty to guess. */
  readonly map: Readonly<Record<string, string>>
  /** ISO 4217 code of prices that name no currency of their own; as mapped, or US dollars, when left out. */
  readonly currency?: string
}

/** Records whose beginning is known. */
export interface Peeked {
  /** At most fifty. */
  readonly first: readonly RecordOrRefusal[]
  /** All of them, the first included; can be read once. */
  readonly records: AsyncIterable<RecordOrRefusal>
  /** Lets go of what `records` is read from. */
  readonly close: () => Promise<void>
}

/** Looks at the first records. Throws what reading them throws. */
export async function peek(records: AsyncIterable<RecordOrRefusal>): Promise<Peeked> {
  const iterator = records[Symbol.asyncIterator]()
  const first: RecordOrRefusal[] = []
  let ended = false
  while (!ended && first.length < PEEK) {
    const next = await iterator.next()
    if (next.done) ended = true
    else first.push(next.value)
  }
  const close = async () => void (await iterator.return?.(undefined))
  const all = async function* () {
    try {
      yield* first
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await close()
    }
  }
  return { first, records: all(), close }
}

/** Columns of the retail-demo-store catalogue. */
const retailColumns: Columns = {
  fields: {
    id: 'id',
    title: 'name',
    description: 'description',
    price: 'price',
    category: 'category',
    // Already the last level of the category; named so that a preview tells.
    subcategory: 'style',
    stock: 'current_stock',
  },
  facts: {},
}

/** Retail-demo-store files a product under category and style; as one path they are its category. */
function withStyle(record: RecordOrRefusal): RecordOrRefusal {
  if (isRefusal(record)) return record
  const { category = '', style = '' } = record.fields
  return {
    ...record,
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
export function fieldNames(records: readonly RecordOrRefusal[]): readonly string[] {
  return [...new Set(records.flatMap((record) => (isRefusal(record) ? [] : Object.keys(record.fields))))]
}

/** What the columns mean, from the first records; undefined where these are no rows at all. Throws as `resolveColumns`. */
export function settle(
  first: readonly RecordOrRefusal[],
  { format, map }: ProductOptions,
): Columns | undefined {
  const names = fieldNames(first)
  if (names.length === 0) return undefined
  const columns =
    format === 'retail-demo-store' && Object.keys(map).length === 0
      ? retailColumns
      : resolveColumns(names, map)
  return hasDecimalPoints(first, columns, format) ? { ...columns, decimalPoints: true } : columns
}

/** Formats whose own rules write amounts with a decimal point. */
const POINTED: ReadonlySet<ImportFormat> = new Set(['shopify', 'merchant-feed'])

/** True where the first rows, or the format, show that a dot among the figures of a price is a decimal point: "19.5" says what "19.995" is. */
function hasDecimalPoints(
  first: readonly RecordOrRefusal[],
  { fields }: Columns,
  format: ImportFormat,
): boolean {
  const columns = [fields.price, fields.salePrice, fields.wasPrice].filter((name) => name !== undefined)
  return (
    POINTED.has(format) ||
    first.some(
      (record) =>
        !isRefusal(record) && columns.some((name) => decimalMark(record.fields[name] ?? '') === '.'),
    )
  )
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
  const currency = options.currency ?? (isCurrency(literal) ? literal : DEFAULT_CURRENCY)
  const shopify = options.format === 'shopify'
  let columns: Columns | undefined
  for await (const group of grouped(path, shopify ? mergeVariants(records) : records)) {
    columns ??= settle(group, options)
    for (const raw of group) {
      const record = options.format === 'retail-demo-store' ? withStyle(raw) : raw
      const context = columns && { columns, currency, ...(shopify ? { stated: optionFacts } : {}) }
      const product = isRefusal(record) || !context ? undefined : productOf(record, context)
      const refused = isRefusal(record) ? record : nameless(record.row)
      if (!product || 'reason' in product) yield* refusals(raw, product ?? refused)
      else {
        const reason = repeat(product.id, raw.row)
        const field = columns?.fields.id ?? 'id'
        if (reason !== undefined) yield* refusals(raw, { row: raw.row, field, reason })
        else yield* kept(raw, { type: 'product', row: raw.row, product })
      }
    }
  }
}

function productOf(record: SourceRecord, context: BuildContext): Product | RefusedRow {
  return record.fault ? { row: record.row, ...record.fault } : buildProduct(record, context)
}

const restOf = (record: RecordOrRefusal): NonNullable<SourceRecord['rest']> =>
  isRefusal(record) ? [] : (record.rest ?? [])

/** A product with the further rows of its own: how many went into it, and those that could not. */
function* kept(record: RecordOrRefusal, item: ImportItem): Generator<ImportItem> {
  yield item
  const rest = restOf(record)
  const refused = rest.filter((one) => typeof one !== 'number')
  if (rest.length > refused.length) yield { type: 'joined', rows: rest.length - refused.length }
  for (const one of refused) yield { type: 'refused', refused: one }
}

/** A record that cannot be taken, with every further row of its own. */
function* refusals(record: RecordOrRefusal, refused: RefusedRow): Generator<ImportItem> {
  yield { type: 'refused', refused }
  const reason = `belongs to row ${refused.row}, which cannot be taken`
  for (const one of restOf(record))
    yield { type: 'refused', refused: typeof one === 'number' ? { row: one, field: '', reason } : one }
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
