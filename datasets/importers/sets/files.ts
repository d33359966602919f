/** The files of a source that is a folder, or several paths. */
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sniff } from '../detect'
import type { Sniffed } from '../detect'
import { ImportFileError } from '../errors'
import type { ReadableFile } from '../records/read'

/** Most files of one source. */
const FILES_MAX = 200

/** A file that was looked at. */
export interface SetFile {
  readonly path: string
  readonly name: string
  readonly sniffed: Sniffed
}

/** The files that could be looked at, and the names of those that are no text or empty. */
export interface SetFiles {
  /** What the person named. */
  readonly path: string
  readonly files: readonly SetFile[]
  readonly unreadable: readonly string[]
}

/** A plain name before one with an addition (`products.csv` before `products (old).csv`), else by the alphabet. */
function byName(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b))
}

async function pathsOf(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const names = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
  if (names.length > FILES_MAX) {
    const hint = 'Put the files that belong together into a folder of their own.'
    throw new ImportFileError(path, `holds ${names.length} files; ${FILES_MAX} are taken at most`, hint)
  }
  return names
    .map((entry) => entry.name)
    .sort(byName)
    .map((name) => join(path, name))
}

/** Looks at the files of a folder, or at the paths given. Throws ImportFileError for a path that cannot be opened and a folder without files. */
export async function lookAt(paths: readonly string[]): Promise<SetFiles> {
  const files: SetFile[] = []
  const unreadable: string[] = []
  for (const given of paths) {
    for (const path of await pathsOf(given)) {
      const name = basename(path)
      try {
        files.push({ path, name, sniffed: await sniff(path) })
      } catch (cause) {
        // A picture in a folder is passed over; a file that the person named is not.
        if (path === given) throw cause
        unreadable.push(name)
      }
    }
  }
  const [path = ''] = paths
  if (files.length === 0) {
    throw new ImportFileError(path, 'is a folder without a file that can be read', 'Choose another folder.')
  }
  return { path, files, unreadable }
}

/** Names of files that are listed one by one. */
const LISTED = 8

/** Where a set comes from, in words: the files that are read, in their order, and those that are not. */
export function originOf({ files, unreadable }: SetFiles, used: readonly SetFile[], format: string): string {
  const read = new Set(used.map(({ path }) => path))
  const left = [...files.filter(({ path }) => !read.has(path)).map(({ name }) => name), ...unreadable]
  const more = left.length > LISTED ? ` and ${left.length - LISTED} more` : ''
  const rest = left.length === 0 ? '' : `; not used: ${left.slice(0, LISTED).join(', ')}${more}`
  return `${used.map(({ name }) => name).join(' + ')} (${format}${rest})`
}

/** How many bytes of a set were read, and how many there are; read passes that only look ahead do not count. */
export class Bytes {
  readonly total: number
  private read = 0

  constructor(files: readonly Pick<SetFile, 'sniffed'>[]) {
    this.total = files.reduce((sum, { sniffed }) => sum + sniffed.totalBytes, 0)
  }

  /** Notes bytes read. */
  readonly count = (bytes: number): void => {
    this.read += bytes
  }

  /** Bytes read so far. */
  readonly soFar = (): number => this.read
}

/** A set's file as `readRecords` takes it. */
export function readable({ path, sniffed }: SetFile, format: ReadableFile['format']): ReadableFile {
  return { path, sniffed, format }
}
