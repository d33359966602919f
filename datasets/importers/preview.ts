/** What an import would make of the first rows of a source, through the same code as the import itself. */
import type { Product, RefusedRow } from '../../shared/domain/catalogue'
import type { ImportPreview, PreviewTable, RefusalGroup } from '../../shared/domain/importing'
import { mayBeCost } from './columns'
import { planColumns } from './previewColumns'
import { fieldNames } from './rows'
import type { ImportItem, ImportSource, SourceTable } from './types'
import { isRefusal } from './types'

/** Rows read for a preview. */
export const PREVIEW_ROWS = 200
const SHOWN_ROWS = 20
const SHOWN_PRODUCTS = 6
const SHOWN_REASONS = 20
const CELL_LETTERS = 240

/** What a preview knows of itself; what the catalogue is called and was mapped like before is known to whoever stores it. */
export type SourcePreview = Omit<ImportPreview, 'name' | 'remembered'>

const fileOf = (item: ImportItem): string | undefined =>
  item.type === 'joined' ? undefined : item.type === 'refused' ? item.refused.file : item.file

/** What has been read. */
class Sample {
  readonly products: Product[] = []
  readonly refused: RefusedRow[] = []
  /** Files that a row was read of. */
  readonly files = new Set<string | undefined>()
  rows = 0
  kept = 0
  shoppers = 0
  interactions = 0

  take(item: ImportItem): void {
    if (item.type === 'joined') {
      this.rows += item.rows
      this.kept += item.rows
      return
    }
    this.files.add(fileOf(item))
    const row = item.type === 'shopper' && item.implied ? 0 : 1
    this.rows += row
    if (item.type === 'refused') this.refused.push(item.refused)
    else this.kept += row
    if (item.type === 'product') this.products.push(item.product)
    if (item.type === 'shopper') this.shoppers += 1
    if (item.type === 'interaction') this.interactions += 1
  }
}

/** Reasons that differ only in what they quote are one. */
function groupsOf(refused: readonly RefusedRow[]): readonly RefusalGroup[] {
  const groups = new Map<string, { readonly reason: string; count: number; readonly first: RefusedRow }>()
  for (const row of refused) {
    const key = `${row.field} ${row.reason.replace(/"[^"]*"/g, '""').replace(/\d+/g, '0')}`
    const group = groups.get(key)
    if (group) group.count += 1
    else groups.set(key, { reason: row.reason, count: 1, first: row })
  }
  return [...groups.values()].sort((a, b) => b.count - a.count).slice(0, SHOWN_REASONS)
}

const shorter = (text: string) => (text.length > CELL_LETTERS ? `${text.slice(0, CELL_LETTERS)}…` : text)

function tableOf(
  table: SourceTable,
  source: ImportSource,
  sample: Sample,
  map: Readonly<Record<string, string>>,
): PreviewTable {
  const header = fieldNames(table.first)
  const records = table.first.flatMap((record) => (isRefusal(record) ? [] : [record]))
  const columns = planColumns(table, {
    header,
    records,
    products: sample.products,
    map,
    fixed: source.format === 'retail-demo-store',
  })
  const rows = records.slice(0, SHOWN_ROWS).map(({ row, fields }) => ({
    row,
    cells: header.map((name) => shorter(fields[name] ?? '')),
  }))
  return {
    ...(table.file === undefined ? {} : { file: table.file }),
    columns,
    mappable: table.uses === undefined,
    rows,
  }
}

/** What a person should know before she imports, beside what is refused. */
function warningsOf(
  source: ImportSource,
  { products }: Sample,
  map: Readonly<Record<string, string>>,
): readonly string[] {
  const columns = source.tables?.[0]?.columns
  const warnings: string[] = [...(source.warnings ?? [])]
  if (columns && columns.fields.id === undefined)
    warnings.push(
      'No column holds an id: products are numbered by their rows, so a changed file cannot be told from other products.',
    )
  if (columns && columns.fields.price === undefined && columns.fields.salePrice === undefined)
    warnings.push('No column holds prices: no narrative will name one.')
  const price = columns?.fields.price
  if (price !== undefined && mayBeCost(price) && !Object.values(map).includes(price))
    warnings.push(
      `Prices are read from “${price}”, which may be what the shop pays, not what it asks: map the price, or leave it out, where that is so.`,
    )
  const money = source.currencyFound
  if (money && !money.sure && products.some(({ price }) => price)) warnings.push(money.note)
  const foreign = new Set(
    products.flatMap(({ price }) => (price && price.currency !== source.currency ? [price.currency] : [])),
  )
  if (foreign.size > 0)
    warnings.push(
      `Some prices are in ${[...foreign].join(', ')}: they are kept as they are, never converted.`,
    )
  const silent = products.filter(({ facts }) => facts.length === 0).length
  if (silent > 0 && silent * 2 > products.length)
    warnings.push(
      `${silent} of the first ${products.length} products say nothing but their title: map columns that do, or give descriptions.`,
    )
  return warnings
}

/** Reads the first rows of an opened source and lets go of it. Throws what reading throws, but for columns that cannot be settled: these are `problem`. */
export async function previewSource(
  source: ImportSource,
  map: Readonly<Record<string, string>> = {},
): Promise<SourcePreview> {
  const sample = new Sample()
  const problem = source.tables?.find((table) => table.problem)?.problem
  let complete = false
  try {
    if (!problem) complete = await readInto(sample, source)
  } finally {
    await source.close?.()
  }
  const [table] = source.tables ?? []
  return {
    format: source.format,
    origin: source.origin,
    ...(table?.encoding ? { encoding: table.encoding } : {}),
    ...(table?.delimiter === undefined ? {} : { delimiter: table.delimiter }),
    ...(table?.packed ? { packed: table.packed } : {}),
    totalBytes: source.totalBytes,
    tables: (source.tables ?? []).map((one) => tableOf(one, source, sample, map)),
    rowsRead: sample.rows,
    complete,
    kept: sample.kept,
    refused: sample.refused.length,
    refusals: groupsOf(sample.refused),
    products: sample.products.slice(0, SHOWN_PRODUCTS),
    shoppers: sample.shoppers,
    interactions: sample.interactions,
    ...(source.currencyFound ? { currency: source.currencyFound } : {}),
    warnings: problem ? [] : warningsOf(source, sample, map),
    ...(problem ? { problem: { message: problem.message, hint: problem.hint } } : {}),
  }
}

/** Reads until there are rows enough, and the first rows of files not come to; true where these were all. */
async function readInto(sample: Sample, { items, ahead }: ImportSource): Promise<boolean> {
  for await (const item of items) {
    sample.take(item)
    if (sample.rows < PREVIEW_ROWS) continue
    const seen = new Set(sample.files)
    for await (const late of ahead?.() ?? []) if (!seen.has(fileOf(late))) sample.take(late)
    return false
  }
  return true
}
