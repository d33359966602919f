/** Opens a file for import: detects what it is and streams its rows as products or shoppers, every row kept or refused. */
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { detectFormat, sniff } from './detect'
import { ImportFileError } from './errors'
import { isCurrency } from './price'
import { readRecords } from './records/read'
import { DEFAULT_CURRENCY, productItems, shopperItems } from './rows'
import { openSet } from './sets/open'
import type { ImportSource } from './types'

/** How to read; everything is found out when left out. */
export interface OpenOptions {
  readonly format?: string
  /** Meaning to column, for example `{title: 'Product Name', currency: 'INR'}`. */
  readonly map?: Readonly<Record<string, string>>
  /** Further files of the same source. */
  readonly others?: readonly string[]
}

async function openFile(path: string, options: OpenOptions): Promise<ImportSource> {
  const sniffed = await sniff(path)
  const format = detectFormat(path, sniffed, options.format)
  let read = 0
  const records = readRecords({ path, sniffed, format }, (count) => {
    read += count
  })
  const map = options.map ?? {}
  return {
    format,
    origin: `${basename(path)} (${format})`,
    currency: isCurrency(map['currency'] ?? '') ? (map['currency'] ?? DEFAULT_CURRENCY) : DEFAULT_CURRENCY,
    totalBytes: sniffed.totalBytes,
    bytesRead: () => read,
    items:
      format === 'retail-demo-users'
        ? shopperItems(path, records)
        : productItems(path, records, { format, map }),
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
    items: (async function* () {
      for (const part of parts) yield* part.items
    })(),
  }
}

/**
 * Opens a catalogue or shopper file, or a folder of the retail demo store (products.yaml with users.json.gz or users.json). The rows come
 * as a stream; nothing is held but the first fifty rows, to settle the columns, and the ids seen.
 *
 * Throws ImportFileError (code `BAD_INPUT`) at once for a missing, empty or binary file and an unknown format. `items` throws it when the
 * file stops being readable (a quotation mark never closed, a line or record beyond any sense) or holds no row at all, and ShelftalkError
 * `BAD_INPUT` when no title can be found or the mapping names a field or column there is not. Whoever stores the rows must then keep none.
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
