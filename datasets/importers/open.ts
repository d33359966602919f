/** Opens a file for import: detects what it is and streams its rows as products or shoppers, every row kept or refused. */
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { resolveColumns } from './columns'
import type { Columns } from './columns'
import { decodeText, lines, readBytes } from './decode'
import { detectFormat, sniff } from './detect'
import { ImportFileError } from './errors'
import { buildProduct } from './product'
import { csvRecords, guessDelimiter } from './records/csv'
import { jsonlRecords, jsonRecords, recordDepth } from './records/json'
import { yamlRecords } from './records/yaml'
import { isRefusal } from './types'
import type { ImportFormat, ImportItem, ImportSource, RecordOrRefusal } from './types'
import { buildShopper } from './users'

/** Most products or shoppers one import takes; the rest is refused. */
export const ROWS_MAX = 1_000_000
const DEFAULT_CURRENCY = 'USD'

/** How to read; everything is found out when left out. */
export interface OpenOptions {
  readonly format?: string
  /** Meaning to column, for example `{title: 'Product Name', currency: 'INR'}`. */
  readonly map?: Readonly<Record<string, string>>
}

/** Columns of the retail-demo-store catalogue. */
const retailColumns: Columns = {
  fields: { id: 'id', title: 'name', description: 'description', price: 'price', category: 'category', stock: 'current_stock' },
  facts: {},
}

function recordsOf(path: string, format: ImportFormat, sample: string, text: AsyncIterable<string>): AsyncIterable<RecordOrRefusal> {
  switch (format) {
    case 'csv':
      return csvRecords(path, text, guessDelimiter(sample))
    case 'tsv':
      return csvRecords(path, text, '\t')
    case 'jsonl':
      return jsonlRecords(lines(path, text))
    case 'json':
    case 'retail-demo-users':
      return jsonRecords(path, text, recordDepth(sample))
    case 'yaml':
    case 'retail-demo-store':
      return yamlRecords(path, lines(path, text))
  }
}

/** Retail-demo-store files a product under category and style; as one path they are its category. */
function withStyle(record: RecordOrRefusal): RecordOrRefusal {
  if (isRefusal(record)) return record
  const { category = '', style = '' } = record.fields
  return { row: record.row, fields: { ...record.fields, category: style ? `${category} > ${style}` : category } }
}

/** Refuses a repeated id, and rows beyond `ROWS_MAX`. */
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

async function* products(records: AsyncIterable<RecordOrRefusal>, format: ImportFormat, map: OpenOptions['map']): AsyncGenerator<ImportItem> {
  const retail = format === 'retail-demo-store'
  const repeat = repeats()
  let columns = retail ? retailColumns : undefined
  for await (const raw of records) {
    const record = retail ? withStyle(raw) : raw
    if (isRefusal(record)) {
      yield { type: 'refused', refused: record }
      continue
    }
    columns ??= resolveColumns(Object.keys(record.fields), map)
    const literal = map?.['currency']
    const currency = literal && /^[A-Z]{3}$/.test(literal) && !(literal in record.fields) ? literal : DEFAULT_CURRENCY
    const product = buildProduct(record, { columns, currency })
    if ('reason' in product) {
      yield { type: 'refused', refused: product }
      continue
    }
    const reason = repeat(product.id, record.row)
    yield reason ? { type: 'refused', refused: { row: record.row, field: columns.fields.id ?? 'id', reason } } : { type: 'product', row: record.row, product }
  }
}

async function* shoppers(records: AsyncIterable<RecordOrRefusal>): AsyncGenerator<ImportItem> {
  const repeat = repeats()
  for await (const record of records) {
    const shopper = isRefusal(record) ? record : buildShopper(record)
    const reason = 'reason' in shopper ? undefined : repeat(shopper.id, record.row)
    if ('reason' in shopper) yield { type: 'refused', refused: shopper }
    else if (reason) yield { type: 'refused', refused: { row: record.row, field: 'id', reason } }
    else yield { type: 'shopper', row: record.row, shopper }
  }
}

async function openFile(path: string, options: OpenOptions): Promise<ImportSource> {
  const sniffed = await sniff(path)
  const format = detectFormat(path, sniffed, options.format)
  let read = 0
  const bytes = readBytes(path, sniffed.gzip, (count) => {
    read += count
  })
  const records = recordsOf(path, format, sniffed.sample, decodeText(bytes))
  const literal = options.map?.['currency']
  return {
    format,
    origin: `${basename(path)} (${format})`,
    currency: literal && /^[A-Z]{3}$/.test(literal) ? literal : DEFAULT_CURRENCY,
    totalBytes: sniffed.totalBytes,
    bytesRead: () => read,
    items: format === 'retail-demo-users' ? shoppers(records) : products(records, format, options.map),
  }
}

/** Files of a folder that belong together: a retail-demo-store checkout. */
async function openFolder(path: string, options: OpenOptions): Promise<ImportSource> {
  const present = async (name: string) => (await stat(join(path, name)).catch(() => undefined)) !== undefined
  if (!(await present('products.yaml'))) {
    throw new ImportFileError(path, 'is a folder without products.yaml', 'Give the path of one catalogue file, or of a folder of the retail demo store.')
  }
  const users = (await present('users.json.gz')) ? 'users.json.gz' : (await present('users.json')) ? 'users.json' : undefined
  const parts = [await openFile(join(path, 'products.yaml'), options)]
  if (users) parts.push(await openFile(join(path, users), {}))
  const [first] = parts
  if (!first) throw new ImportFileError(path, 'holds nothing to import', 'Give the path of one catalogue file.')
  return {
    ...first,
    origin: parts.map((part) => part.origin).join(' + '),
    totalBytes: parts.reduce((sum, part) => sum + part.totalBytes, 0),
    bytesRead: () => parts.reduce((sum, part) => sum + part.bytesRead(), 0),
    items: (async function* () {
      for (const part of parts) yield* part.items
    })(),
  }
}

/**
 * Opens a catalogue or shopper file (or a folder of the retail demo store). The rows come as a stream; nothing is held but the ids seen.
 * Throws ImportFileError or ShelftalkError `BAD_INPUT` at once for a missing, empty or binary file; while reading, for a file that stops
 * being readable or whose columns cannot be recognised.
 */
export async function openImport(path: string, options: OpenOptions = {}): Promise<ImportSource> {
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return folder ? openFolder(path, options) : openFile(path, options)
}
