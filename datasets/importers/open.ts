/** Opens a file for import: detects what it is and streams its rows as products or shoppers, every row kept or refused. */
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { detectFormat, sniff } from './detect'
import { ImportFileError } from './errors'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Columns } from './columns'
import { guessColumns } from './columns'
import { findCurrency } from './currency'
import type { Sniffed } from './detect'
import { guessDelimiter } from './records/csv'
import { readRecords } from './records/read'
import type { Peeked, ProductOptions } from './rows'
import { fieldNames, peek, productItems, settle, shopperItems } from './rows'
import { openSet } from './sets/open'
import type { FileFormat, ImportSource, SourceTable } from './types'
import { isRefusal } from './types'
import { USER_USES } from './users'

/** How to read; everything is found out when left out. */
export interface OpenOptions {
  readonly format?: string
  /** Meaning to column, for example `{title: 'Product Name', currency: 'INR'}`. */
  readonly map?: Readonly<Record<string, string>>
  /** Further files of the same source. */
  readonly others?: readonly string[]
}

/** How a file is packed and written. */
function packing({ gzip, zip, parquet, encoding, sample }: Sniffed, format: FileFormat) {
  const delimited = format === 'csv' || format === 'shopify' || format === 'tsv'
  return {
    ...(parquet ? {} : { encoding }),
    ...(gzip ? { packed: 'gzip' as const } : zip ? { packed: 'zip' as const } : {}),
    ...(delimited ? { delimiter: format === 'tsv' ? '\t' : guessDelimiter(sample) } : {}),
  }
}

/** What the columns of a table of products mean, or why that cannot be told and what they seem to mean. */
function settled(first: Peeked['first'], options: ProductOptions): Pick<SourceTable, 'columns' | 'problem'> {
  const tried = (find: () => Columns | undefined) => {
    try {
      const columns = find()
      return columns ? { columns } : {}
    } catch (cause) {
      if (cause instanceof ShelftalkError) return { problem: cause }
      throw cause
    }
  }
  const found = tried(() => settle(first, options))
  return 'problem' in found
    ? { ...tried(() => guessColumns(fieldNames(first), options.map)), ...found }
    : found
}

async function openFile(path: string, options: OpenOptions): Promise<ImportSource> {
  const sniffed = await sniff(path)
  const format = detectFormat(path, sniffed, options.format)
  let read = 0
  const peeked = await peek(
    readRecords({ path, sniffed, format }, (count) => {
      read += count
    }),
  )
  const { first, records, close } = peeked
  const map = options.map ?? {}
  const people = format === 'retail-demo-users'
  const table = {
    first,
    ...packing(sniffed, format),
    ...(people ? { uses: USER_USES } : settled(first, { format, map })),
  }
  const rows = first.flatMap((record) => (isRefusal(record) ? [] : [record]))
  const currencyFound = findCurrency(rows, 'columns' in table ? table.columns : undefined, map['currency'])
  const currency = currencyFound.code
  return {
    format,
    origin: `${basename(path)} (${format})`,
    currency,
    ...(people ? {} : { currencyFound }),
    totalBytes: sniffed.totalBytes,
    bytesRead: () => read,
    items: people ? shopperItems(path, records) : productItems(path, records, { format, map, currency }),
    tables: [table],
    close,
  }
}

/** Files of a folder that belong together: a retail-demo-store checkout. */
async function openFolder(path: string, options: OpenOptions): Promise<ImportSource> {
  const present = async (name: string) => (await stat(join(path, name)).catch(() => undefined)) !== undefined
  if (!(await present('products.yaml'))) {
    throw new ImportFileError(
      path,
      'is a folder without products.yaml',
      'Give the path of one catalogue file, or of a folder of the retail demo store.',
    )
  }
  const users = (await present('users.json.gz'))
    ? 'users.json.gz'
    : (await present('users.json'))
      ? 'users.json'
      : undefined
  const catalogue = await openFile(join(path, 'products.yaml'), options)
  const parts = users ? [catalogue, await openFile(join(path, users), {})] : [catalogue]
  return {
    ...catalogue,
    origin: parts.map((part) => part.origin).join(' + '),
    totalBytes: parts.reduce((sum, part) => sum + part.totalBytes, 0),
    bytesRead: () => parts.reduce((sum, part) => sum + part.bytesRead(), 0),
    tables: parts.flatMap(({ tables = [], origin }) =>
      tables.map((table) => ({ ...table, file: origin.replace(/ \([^)]*\)$/, '') })),
    ),
    close: async () => {
      for (const part of parts) await part.close?.()
    },
    items: (async function* () {
      for (const part of parts) yield* part.items
    })(),
  }
}

/**
 * Opens a catalogue or shopper file, or a folder of the retail demo store (products.yaml with users.json.gz or users.json). The rows come
 * as a stream; nothing is held but the first fifty rows, to settle the columns, and the ids seen.
 *
 * Throws ImportFileError (code `BAD_INPUT`) at once for a missing, empty or binary file, an unknown format, and one whose very beginning cannot
 * be read. `items` throws it when the file stops being readable (a quotation mark never closed, a line or record beyond any sense) or holds no
 * row at all, and ShelftalkError `BAD_INPUT` when no title can be found or the mapping names a field or column there is not (`problem` of
 * `tables` tells before). Whoever stores the rows must then keep none.
 */
export async function openImport(path: string, options: OpenOptions = {}): Promise<ImportSource> {
  const set = await openSet([path, ...(options.others ?? [])], options)
  if (set) return set
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return folder ? openFolder(path, options) : openFile(path, options)
}
