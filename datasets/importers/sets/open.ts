/** Opens sources of several files that belong together. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ImportFileError } from '../errors'
import { IMPORT_FORMATS, SET_FORMATS } from '../types'
import type { ImportSource, SetFormat } from '../types'
import { lookAt } from './files'
import type { SetFiles } from './files'
import { isAmazon, openAmazon } from './amazon/open'
import { isDummyJson, openDummyJson } from './dummyjson'
import { openJoin } from './join/open'
import { isMovieLens, openMovieLens } from './movielens/open'
import type { ReleaseName } from './movielens/releases'
import { isRetailrocket, openRetailrocket } from './retailrocket/open'

/** How to read; everything is found out when left out. */
export interface SetOptions {
  readonly format?: string
  readonly map?: Readonly<Record<string, string>>
}

/** One kind of set. */
interface Layout {
  /** True when the files look like one. */
  readonly claims: (set: SetFiles) => boolean
  /** Throws ImportFileError where files are missing. */
  readonly open: (
    set: SetFiles,
    map: Readonly<Record<string, string>>,
  ) => ImportSource | Promise<ImportSource>
}

const movieLens = (name: ReleaseName): Layout => ({
  claims: (set) => isMovieLens(name, set),
  open: (set, map) => openMovieLens(name, set, map),
})

/** Every kind of set, the most particular first. */
const layouts: Readonly<Record<SetFormat, Layout>> = {
  'movielens-100k': movieLens('movielens-100k'),
  'movielens-1m': movieLens('movielens-1m'),
  'movielens-csv': movieLens('movielens-csv'),
  'amazon-reviews': { claims: isAmazon, open: openAmazon },
  retailrocket: { claims: isRetailrocket, open: openRetailrocket },
  dummyjson: { claims: isDummyJson, open: openDummyJson },
  tables: { claims: () => true, open: openJoin },
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

async function isRetailDemoStore(path: string): Promise<boolean> {
  return stat(join(path, 'products.yaml')).then(
    () => true,
    () => false,
  )
}

/** True where a mapping names parts (`interactions.shopper=...`), which only a join has. */
function namesParts(map: Readonly<Record<string, string>> | undefined): boolean {
  return Object.keys(map ?? {}).some((key) =>
    /^(?:products|shoppers|interactions|segments)\.|^dates$/.test(key),
  )
}

function unknownSet(path: string, format: string | undefined): ImportFileError {
  return new ImportFileError(
    path,
    format === undefined ? 'is no set of files that is known' : `cannot be read as "${format.slice(0, 40)}"`,
    `Formats: ${IMPORT_FORMATS.join(', ')}. Tables of one's own need a file of products; say which with --map products.file=NAME,products.title=COLUMN.`,
  )
}

/**
 * Opens a folder, or several paths, as one source: the layout that `options.format` names, else the one that the files' contents show. Undefined
 * where the path is one file that stands by itself, or a folder of the retail demo store. Throws ImportFileError (`BAD_INPUT`) for a folder that
 * is nothing known, and what the layout's `open` throws.
 */
export async function openSet(
  paths: readonly string[],
  options: SetOptions,
): Promise<ImportSource | undefined> {
  const [path = ''] = paths
  const alone = paths.length === 1
  const folder = alone && (await isFolder(path))
  const format = options.format === undefined || options.format === 'auto' ? undefined : options.format
  const wanted = SET_FORMATS.find((one) => one === format)
  if (format !== undefined && wanted === undefined && alone && (!folder || (await isRetailDemoStore(path))))
    return undefined
  if (format === undefined && folder && (await isRetailDemoStore(path))) return undefined
  const set = await lookAt(paths)
  const named = wanted ?? (namesParts(options.map) ? 'tables' : undefined)
  const lone = alone && !folder
  // Somebody who maps the columns of one file knows what it is.
  const mapped = Object.keys(options.map ?? {}).some((key) => key !== 'currency')
  if (lone && mapped && named === undefined) return undefined
  const found = named ?? SET_FORMATS.find((one) => !(lone && one === 'tables') && layouts[one].claims(set))
  if (found !== undefined && (format === undefined || wanted === found))
    return layouts[found].open(set, options.map ?? {})
  if (lone) return undefined
  throw unknownSet(path, format)
}
