/**
 * MovieLens as GroupLens publishes it (F. M. Harper and J. A. Konstan, "The MovieLens Datasets", ACM TiiS 5(4), 2015). A film becomes a product, a user
 * a shopper, and every rating a purchase, whatever its stars: a rating says that somebody watched and cared to say so, and the published protocols
 * count each as one interaction. The stars are not kept.
 */
import type { Product } from '../../../../shared/domain/catalogue'
import { DEFAULT_CURRENCY } from '../../currency'
import { parseDate } from '../../dates'
import { ImportFileError } from '../../errors'
import { csvRecords } from '../../records/csv'
import { textOf } from '../../records/read'
import { ROWS_MAX } from '../../rows'
import { cleanText } from '../../text'
import { isRefusal } from '../../types'
import type { ImportItem, ImportSource } from '../../types'
import type { CellRow } from '../cells'
import { cellRows } from '../cells'
import type { SetFile, SetFiles } from '../files'
import { Bytes, originOf } from '../files'
import { mappedCurrency } from '../fixed'
import { Ids } from '../ids'
import { Ledger } from '../ledger'
import type { Fault, Film, Read, Release, ReleaseName } from './releases'
import { RELEASES, fileLike } from './releases'
import { releaseTables } from './tables'

/** True when some file looks like one of this release. */
export function isMovieLens(name: ReleaseName, { files }: SetFiles): boolean {
  const { films, ratings } = RELEASES[name]
  return fileLike(files, films) !== undefined || fileLike(files, ratings) !== undefined
}

interface Reading {
  readonly release: Release
  readonly bytes: Bytes
  readonly films: SetFile
  readonly users: SetFile | undefined
  readonly ratings: SetFile | undefined
  readonly products: Ids
  readonly shoppers: Ids
  readonly currency: string
}

function refused({ name }: SetFile, row: number, { field, reason }: Fault): ImportItem {
  return { type: 'refused', refused: { file: name, row, field, reason } }
}

/** One film as a product. No facts are read from a title: "Leather Jackets" is made of nothing. */
function filmProduct({ id, title, genres, released }: Film): Read<Product> {
  const clean = cleanText(title, 300)
  if (id.trim() === '') return { field: 'id', reason: 'the id is empty' }
  if (!/[\p{L}\p{N}]/u.test(clean)) return { field: 'title', reason: 'the title is empty' }
  const ms = parseDate(released)
  const category = genres.map((genre) => cleanText(genre, 40)).join(', ')
  return {
    id: id.trim(),
    title: clean,
    titleNumber: 'one',
    noun: 'film',
    nounNumber: 'one',
    category,
    aisle: 'general',
    description: '',
    ...(ms === undefined ? {} : { listedOn: new Date(ms).toISOString().slice(0, 10) }),
    facts: [],
    source: { id: id.trim(), title: clean, genres: category, ...(released === '' ? {} : { released }) },
  }
}

/** A file's rows without its header; quotation marks only mean something in the films of the CSV releases. */
async function* rowsOf(
  { release, bytes }: Reading,
  file: SetFile,
  part: 'films' | 'users' | 'ratings',
): AsyncGenerator<CellRow | ImportItem> {
  const shape = release[part]
  if (part === 'films' && shape?.header) {
    const text = textOf({ ...file, format: 'csv' }, bytes.count)
    for await (const record of csvRecords(file.path, text, ','))
      yield isRefusal(record)
        ? refused(file, record.row, record)
        : { row: record.row, cells: Object.values(record.fields) }
    return
  }
  for await (const line of cellRows(file, shape?.separator ?? ',', bytes))
    if (line.row > 1 || !shape?.header) yield line
}

async function* filmItems(reading: Reading): AsyncGenerator<ImportItem> {
  const { films: file, release, products } = reading
  for await (const line of rowsOf(reading, file, 'films')) {
    if ('type' in line) {
      yield line
      continue
    }
    const film = release.readFilm(line.cells)
    const product = 'reason' in film ? film : filmProduct(film)
    const reason = 'reason' in product ? undefined : products.refuse(product.id, file.name, line.row)
    if ('reason' in product) yield refused(file, line.row, product)
    else if (reason !== undefined) yield refused(file, line.row, { field: 'id', reason })
    else yield { type: 'product', row: line.row, file: file.name, product }
  }
}

async function* userItems(reading: Reading): AsyncGenerator<ImportItem> {
  const { users: file, release, shoppers, currency } = reading
  if (!file) return
  for await (const line of rowsOf(reading, file, 'users')) {
    if ('type' in line) continue
    const user = release.readUser(line.cells)
    const id = 'reason' in user ? '' : user.id.trim()
    const reason = id === '' ? 'the id is empty' : shoppers.refuse(id, file.name, line.row)
    if ('reason' in user) yield refused(file, line.row, user)
    else if (reason !== undefined) yield refused(file, line.row, { field: 'id', reason })
    else {
      const { segments } = user
      const shopper = {
        id,
        name: `Shopper ${id}`,
        locale: 'en-US',
        currency,
        segments,
        interests: [],
      }
      yield { type: 'shopper', row: line.row, file: file.name, shopper }
    }
  }
}

/** `user, film, stars, Unix seconds`: what is wrong with it, or the moment in milliseconds. */
function ratedAt(cells: readonly string[]): Read<{ readonly atMs: number }> {
  const [, , stars = '', at = ''] = cells
  if (cells.length !== 4) return { field: '', reason: `the row has ${cells.length} fields instead of 4` }
  if (!/^\d(?:\.\d+)?$/.test(stars.trim()) || Number(stars) > 5)
    return { field: 'rating', reason: `"${stars.slice(0, 20)}" is no rating` }
  if (!/^\d{1,10}$/.test(at.trim()))
    return { field: 'timestamp', reason: `"${at.slice(0, 20)}" is no Unix time` }
  return { atMs: Number(at) * 1000 }
}

async function* ratingItems(reading: Reading): AsyncGenerator<ImportItem> {
  const { ratings: file, users, products, shoppers, currency } = reading
  if (!file) return
  const ledger = new Ledger({ products, ...(users ? { shoppers } : {}), currency })
  for await (const line of rowsOf(reading, file, 'ratings')) {
    if ('type' in line) continue
    const rated = ratedAt(line.cells)
    if ('reason' in rated) {
      yield refused(file, line.row, rated)
      continue
    }
    const shopperId = (line.cells[0] ?? '').trim()
    const productId = (line.cells[1] ?? '').trim()
    const place = { row: line.row, file: file.name, shopperField: 'user', productField: 'movie' }
    yield* ledger.items(
      place,
      { shopperId, productId, kind: 'purchase', ...rated },
      `${shopperId} ${productId}`,
    )
  }
}

function noFilms({ path }: SetFiles, { films, ratings }: Release): ImportFileError {
  return new ImportFileError(
    path,
    `holds MovieLens ratings without their films (${films.name})`,
    `Give the folder in which ${films.name} and ${ratings.name} lie together, as they were unpacked.`,
  )
}

/**
 * Opens a release. Throws ImportFileError where the films are missing, as ratings of nothing are no catalogue, and ShelftalkError `BAD_INPUT` for a
 * mapping that says more than a currency.
 */
export function openMovieLens(
  name: ReleaseName,
  set: SetFiles,
  map: Readonly<Record<string, string>>,
): ImportSource {
  const release: Release = RELEASES[name]
  const films = fileLike(set.files, release.films)
  if (!films) throw noFilms(set, release)
  const told = mappedCurrency(name, map)
  const currency = told?.code ?? DEFAULT_CURRENCY
  const users = fileLike(set.files, release.users)
  const ratings = fileLike(set.files, release.ratings)
  const used = [films, users, ratings].filter((file) => file !== undefined)
  const bytes = new Bytes(used)
  const reading: Reading = {
    release,
    bytes,
    films,
    users,
    ratings,
    products: new Ids(ROWS_MAX),
    shoppers: new Ids(ROWS_MAX),
    currency,
  }
  return {
    format: name,
    origin: originOf(set, used, name),
    currency,
    ...(told ? { currencyFound: told } : {}),
    totalBytes: bytes.total,
    bytesRead: bytes.soFar,
    tables: releaseTables(release, { films, users, ratings }),
    items: (async function* () {
      yield* filmItems(reading)
      yield* userItems(reading)
      yield* ratingItems(reading)
    })(),
  }
}
