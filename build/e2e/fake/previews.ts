/** Import previews, canned: one small table whose mapping can be changed. */
import { ShelftalkError } from '../../../shared/contract/errors'
import type { PreviewServices } from '../../../shared/contract/parts/previews'
import type { ImportRequest } from '../../../shared/contract/schemas'
import { isFactKind } from '../../../shared/domain/facts'
import type { ColumnPlan, ImportPreview, RememberedImport } from '../../../shared/domain/importing'
import { products } from './products'

const HEADER = ['sku', 'Product', 'Cost', 'Maker', 'Shade', 'Notes'] as const
const GUESSED: Readonly<Record<string, string>> = {
  id: 'sku',
  title: 'Product',
  price: 'Cost',
  brand: 'Maker',
}
const MAKES = ['Fenmoor', 'Harrow', 'Orrin'] as const
const SHADES = ['navy blue', 'moss green', 'S'] as const

const rows = Array.from({ length: 20 }, (_, index) => ({
  row: index + 2,
  cells: [
    `p-${index + 1}`,
    `${products[index % products.length]?.title ?? ''} ${index + 1}`,
    index === 10 ? 'call us' : `${((index * 7) % 50) + 5}.50`,
    MAKES[index % MAKES.length] ?? '',
    SHADES[index % SHADES.length] ?? '',
    index % 4 === 0
      ? 'A long note about how this was bought, by whom and why, which is for the shop alone'
      : '',
  ],
}))

/** The operations over canned data. */
export function previewFakes(): PreviewServices {
  return {
    previewImport: async (request) => previewFake(request),
    uploadCataloguePart: async ({ file }) => ({ path: `uploads/${file}` }),
    dropCatalogueUpload: async () => undefined,
  }
}

function planOf(name: string, map: Readonly<Record<string, string>>): ColumnPlan {
  const taken = new Set(Object.values(map))
  const given = Object.entries(map).find(([, column]) => column === name)?.[0]
  const guessed = Object.entries(GUESSED).find(
    ([meaning, column]) => column === name && map[meaning] === undefined && !taken.has(name),
  )?.[0]
  const meaning = given ?? guessed
  if (meaning === undefined)
    return { name, use: { kind: 'source' }, why: 'none', note: 'Nothing is read from it.' }
  const why = given === undefined ? 'name' : 'given'
  const said = why === 'given' ? 'As you said.' : 'By its name.'
  const fact = isFactKind(meaning) && !Object.hasOwn(GUESSED, meaning)
  return fact
    ? { name, use: { kind: 'fact', fact: meaning }, why, note: `${said} Said of 2 of the first 3 products.` }
    : { name, use: { kind: 'field', field: meaning }, why, note: said }
}

/** What a file `…remembered.csv` was mapped like before. */
const remembered: RememberedImport = { map: { colour: 'Shade', currency: 'EUR' }, name: 'winter' }

/** What stands in the way of importing; `open` when dates can be read both ways. */
function problemOf(columns: readonly ColumnPlan[], open: boolean): ImportPreview['problem'] {
  if (!columns.some(({ use }) => use.kind === 'field' && use.field === 'title'))
    return {
      message: 'No column looks like a title.',
      hint: `Columns of this file: ${HEADER.join(', ')}. Say which one holds the titles.`,
    }
  if (!open) return undefined
  return {
    message: 'The dates in "day" can be read both ways: none has a day after the 12th.',
    hint: 'Say which it is with --map dates=day-first or --map dates=month-first.',
  }
}

function previewFake({ path, map = {} }: ImportRequest): ImportPreview {
  if (path.endsWith('.png'))
    throw new ShelftalkError(
      'BAD_INPUT',
      `"${path}" is a PNG picture, not a table of products`,
      'Choose a CSV, JSON, JSON lines, YAML or Parquet file.',
    )
  const columns = HEADER.map((name) => planOf(name, map))
  const several = path.endsWith('orders')
  const problem = problemOf(columns, several && map['dates'] === undefined)
  const currency = map['currency'] ?? 'USD'
  const sure = map['currency'] !== undefined
  const note = sure
    ? `Prices that name no currency are taken as ${currency}, as told.`
    : 'Nothing in the file names a currency; prices are taken as USD. Say which where that is wrong.'
  const shown = products.slice(0, 3).map((product) => ({
    ...product,
    ...(product.price ? { price: { ...product.price, currency } } : {}),
    ...(product.wasPrice ? { wasPrice: { ...product.wasPrice, currency } } : {}),
  }))
  const refusal = (count: number, row: number, field: string, reason: string) => ({
    reason,
    count,
    first: { row, field, reason },
  })
  return {
    format: several ? 'tables' : 'csv',
    origin: `${path} (csv)`,
    encoding: 'UTF-8',
    delimiter: ',',
    totalBytes: 84_200,
    name: path.startsWith('winter') ? 'winter-2025' : 'demo',
    tables: [{ columns, mappable: true, rows }],
    rowsRead: problem ? 0 : 200,
    complete: false,
    kept: problem ? 0 : 188,
    refused: problem ? 0 : 12,
    refusals: problem
      ? []
      : [
          refusal(9, 12, 'Cost', '"call us" is not one amount of money'),
          refusal(3, 41, 'Product', 'the title is empty'),
        ],
    products: problem ? [] : shown,
    shoppers: 0,
    interactions: 0,
    currency: { code: currency, how: sure ? 'given' : 'default', sure, note },
    warnings: sure ? [] : [note],
    ...(problem ? { problem } : {}),
    ...(path.endsWith('remembered.csv') ? { remembered } : {}),
  }
}
