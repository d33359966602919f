/**
 * Amazon Reviews as J. McAuley's group publishes them: 2014 (reviews as JSON lines, metadata as Python dictionaries), 2018 (JSON lines) and 2023 (JSON
 * lines, by `parent_asin`), packed or not. A product's metadata becomes a product, every review a purchase, whatever its stars, and its writer a
 * shopper; her name and her words are not kept.
 */
import { findCurrency } from '../../currency'
import { lines } from '../../decode'
import { parseDate } from '../../dates'
import { ImportFileError } from '../../errors'
import { buildProduct } from '../../product'
import { textOf } from '../../records/read'
import { ROWS_MAX } from '../../rows'
import type { ImportItem, ImportSource } from '../../types'
import type { SetFile, SetFiles } from '../files'
import { Bytes, originOf } from '../files'
import { mappedCurrency } from '../fixed'
import { Ids } from '../ids'
import { Ledger } from '../ledger'
import { META_COLUMNS, isScript, readMeta, readObject, readReview } from './records'
import { amazonTable, firstProducts, partOf } from './tables'

/** True when some file looks like metadata or reviews that nobody else could have written. */
export function isAmazon({ files }: SetFiles): boolean {
  return files.some((file) => partOf(file)?.own === true)
}

interface Reading {
  readonly bytes: Bytes
  readonly currency: string
  readonly products: Ids
  readonly ledger: Ledger
}

function refused({ name }: SetFile, row: number, field: string, reason: string): ImportItem {
  return { type: 'refused', refused: { file: name, row, field, reason } }
}

/** A file's objects by line; a line that is none comes as its refusal. */
async function* objects(
  file: SetFile,
  { bytes }: Reading,
): AsyncGenerator<ImportItem | { readonly row: number; readonly object: unknown }> {
  let row = 0
  for await (const line of lines(file.path, textOf({ ...file, format: 'jsonl' }, bytes.count))) {
    row += 1
    if (line.trim() === '') continue
    const read = readObject(line)
    yield 'reason' in read ? refused(file, row, '', read.reason) : { row, object: read.object }
  }
}

function productItem(
  file: SetFile,
  row: number,
  object: unknown,
  { currency, products }: Reading,
): ImportItem {
  const fields = readMeta(object)
  if (isScript(fields['title'] ?? '')) return refused(file, row, 'title', 'the title is a script of the page')
  const product = buildProduct({ row, fields }, { columns: META_COLUMNS, currency })
  if ('reason' in product) return refused(file, row, product.field, product.reason)
  const reason = products.refuse(product.id, file.name, row)
  return reason === undefined
    ? { type: 'product', row, file: file.name, product }
    : refused(file, row, 'asin', reason)
}

function reviewItems(
  file: SetFile,
  row: number,
  object: unknown,
  { ledger }: Reading,
): readonly ImportItem[] {
  const { shopperId, productId, at } = readReview(object)
  const atMs = parseDate(at, 'month-first')
  if (atMs === undefined || atMs < 0)
    return [
      refused(file, row, 'reviewTime', at === '' ? 'the date is empty' : `"${at.slice(0, 40)}" is no date`),
    ]
  const place = { row, file: file.name, shopperField: 'reviewerID', productField: 'asin' }
  return ledger.items(
    place,
    { shopperId, productId, kind: 'purchase', atMs },
    `${shopperId} ${productId} ${atMs}`,
  )
}

/**
 * Opens metadata and reviews. Throws ImportFileError where there is no metadata, as reviews name no titles, and ShelftalkError `BAD_INPUT` for a
 * mapping that says more than a currency.
 */
export function openAmazon(set: SetFiles, map: Readonly<Record<string, string>>): ImportSource {
  const meta = set.files.filter((file) => partOf(file)?.part === 'meta')
  const reviews = set.files.filter((file) => partOf(file)?.part === 'reviews')
  if (meta.length === 0) {
    const hint =
      'Give both, for example: shelftalk import meta_Toys.json.gz reviews_Toys.json.gz, or the folder that holds them.'
    throw new ImportFileError(set.path, 'holds no Amazon metadata, and reviews alone name no products', hint)
  }
  const bytes = new Bytes([...meta, ...reviews])
  const currencyFound =
    mappedCurrency('amazon-reviews', map) ?? findCurrency(firstProducts(meta), META_COLUMNS, undefined)
  const currency = currencyFound.code
  const products = new Ids(ROWS_MAX)
  const reading = { bytes, currency, products, ledger: new Ledger({ products, currency }) }
  return {
    format: 'amazon-reviews',
    origin: originOf(set, [...meta, ...reviews], 'amazon-reviews'),
    currency,
    currencyFound,
    totalBytes: bytes.total,
    bytesRead: bytes.soFar,
    tables: [
      ...meta.map((file) => amazonTable(file, 'meta')),
      ...reviews.map((file) => amazonTable(file, 'reviews')),
    ],
    items: (async function* () {
      for (const file of meta)
        for await (const line of objects(file, reading))
          yield 'type' in line ? line : productItem(file, line.row, line.object, reading)
      for (const file of reviews)
        for await (const line of objects(file, reading)) {
          if ('type' in line) yield line
          else yield* reviewItems(file, line.row, line.object, reading)
        }
    })(),
  }
}
