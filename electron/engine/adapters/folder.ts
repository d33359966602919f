/** Adapters of one's own, below `adapters` of the home folder: taken in, taken off, put back. Hidden folders there are ours. */
import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { AdapterPart } from '../../../shared/contract/schemas'
import { ADAPTER_FILES } from '../../../shared/domain/adapter'
import { refused } from './refusal'

/** An adapter of the highest rank that is taken, in 32 bits, is below. */
const FOLDER_BYTES_MAX = 256 * 1024 * 1024
/** What a window may send; larger folders are imported by their path. */
const UPLOAD_BYTES_MAX = 64 * 1024 * 1024
/** What an import or an upload left behind when the engine ended in its midst is swept away after this long. */
const LEFT_MS_MAX = 3600 * 1000
/** How long a removed adapter can be had back. */
const REMOVED_MS_MAX = 30 * 24 * 3600 * 1000

const COPY_AGAIN = 'Copy the folder again from where it came from.'

/** The home's own adapters. */
export class AdapterFolder {
  readonly path: string
  constructor(path: string) {
    this.path = path
  }

  /**
   * Copies the files of an adapter into a place of their own, has them checked there, and only then gives them their name. Whatever
   * fails, nothing is left. Throws ADAPTER_UNREADABLE, or BAD_INPUT when the name has been taken meanwhile.
   */
  async take(source: string, name: string, check: (folder: string) => Promise<unknown>): Promise<string> {
    await mkdir(this.path, { recursive: true })
    await this.sweep()
    const staged = join(this.path, `.incoming-${randomUUID()}`)
    try {
      await mkdir(staged)
      await copyFiles(source, staged)
      await check(staged)
      const target = join(this.path, name)
      await rename(staged, target).catch((cause: unknown) => {
        throw new ShelftalkError(
          'BAD_INPUT',
          `There is already a folder "${name}" among your adapters.`,
          'Give the import another name.',
          { cause },
        )
      })
      return target
    } finally {
      await rm(staged, { recursive: true, force: true })
    }
  }

  /** Moves an adapter aside; one of the same name that was removed before is then gone for good. */
  async remove(name: string): Promise<void> {
    const aside = this.asideOf(name)
    await mkdir(dirname(aside), { recursive: true })
    await this.sweep()
    await rm(aside, { recursive: true, force: true })
    await rename(join(this.path, name), aside)
  }

  /** Puts a removed adapter back. Throws NOT_FOUND when there is none to put back, BAD_INPUT when its name is taken. */
  async restore(name: string): Promise<void> {
    if (await exists(join(this.path, name)))
      throw new ShelftalkError(
        'BAD_INPUT',
        `There is an adapter "${name}" again.`,
        'Remove that one first; the older one then cannot be had back.',
      )
    await rename(this.asideOf(name), join(this.path, name)).catch((cause: unknown) => {
      throw new ShelftalkError(
        'NOT_FOUND',
        `No removed adapter "${name}" is kept.`,
        'Import its folder again.',
        { cause },
      )
    })
  }

  /** Appends a piece to a file of an upload. Throws BAD_INPUT for one out of order, ADAPTER_UNREADABLE when it gets too large. */
  async append({ upload, file, offset, data }: AdapterPart): Promise<void> {
    const folder = this.uploadOf(upload)
    if (offset === 0) {
      await mkdir(this.path, { recursive: true })
      await this.sweep()
      await mkdir(folder, { recursive: true })
    }
    const bytes = Buffer.from(data, 'base64')
    if (offset + bytes.length > UPLOAD_BYTES_MAX) {
      await rm(folder, { recursive: true, force: true })
      throw refused(
        `${file} is larger than ${megabytes(UPLOAD_BYTES_MAX)}, the most that a window sends.`,
        'Import it by its path instead.',
      )
    }
    const handle = await open(join(folder, file), 'a').catch((cause: unknown) => {
      throw outOfOrder(cause)
    })
    try {
      if ((await handle.stat()).size !== offset) throw outOfOrder()
      await handle.appendFile(bytes)
    } finally {
      await handle.close()
    }
  }

  /** Folder of an upload. */
  uploadOf(upload: string): string {
    return join(this.path, `.upload-${upload}`)
  }

  /** Forgets an upload. */
  async forget(upload: string): Promise<void> {
    await rm(this.uploadOf(upload), { recursive: true, force: true })
  }

  private asideOf(name: string): string {
    return join(this.path, '.removed', name)
  }

  /** Clears away what is too old to be wanted. */
  private async sweep(): Promise<void> {
    await sweepOld(this.path, /^\.(incoming|upload)-/, LEFT_MS_MAX)
    await sweepOld(join(this.path, '.removed'), /./, REMOVED_MS_MAX)
  }
}

function outOfOrder(cause?: unknown): ShelftalkError {
  return new ShelftalkError(
    'BAD_INPUT',
    'A piece of the folder came out of order.',
    'Choose the folder again.',
    cause === undefined ? {} : { cause },
  )
}

async function sweepOld(folder: string, which: RegExp, ageMsMax: number): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (!which.test(name)) continue
    const found = await stat(join(folder, name)).catch(() => undefined)
    // Moving a folder aside changes when it was last changed (ctime), not when its files were.
    if (found && Date.now() - found.ctimeMs > ageMsMax)
      await rm(join(folder, name), { recursive: true, force: true })
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** The folder that a whole path names: itself, or the one its file lies in; `~/` is the person's own. Throws BAD_INPUT for none. */
export async function folderOf(given: string): Promise<string> {
  const path = given.startsWith('~/') ? join(homedir(), given.slice(2)) : given
  if (!isAbsolute(path))
    throw new ShelftalkError(
      'BAD_INPUT',
      `"${given}" is not an absolute path.`,
      'Give the whole path of the folder on the machine that Shelftalk runs on.',
    )
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'does not exist' : `cannot be read (${cause.code ?? cause.message})`
    throw new ShelftalkError(
      'BAD_INPUT',
      `${path} ${why}.`,
      'Give the folder that holds adapter_config.json.',
      {
        cause,
      },
    )
  })
  if (found.isDirectory()) return path
  if (ADAPTER_FILES.some((name) => name === basename(path))) return dirname(path)
  throw new ShelftalkError(
    'BAD_INPUT',
    `${path} is a file, not an adapter's folder.`,
    'Give the folder that holds adapter_config.json.',
  )
}

/** Copies the files of an adapter that are there, and nothing else. Throws ADAPTER_UNREADABLE when they are too large. */
async function copyFiles(from: string, to: string): Promise<void> {
  let bytes = 0
  for (const name of ADAPTER_FILES) {
    const found = await stat(join(from, name)).catch(() => undefined)
    if (!found) continue
    if (!found.isFile()) throw refused(`Its ${name} is no file.`, COPY_AGAIN)
    bytes += found.size
    if (bytes > FOLDER_BYTES_MAX)
      throw refused(
        `It is too large: ${name} has ${megabytes(found.size)}, and an adapter for this model is below ${megabytes(FOLDER_BYTES_MAX)}.`,
        'Save the adapter alone, without the model it was trained on.',
      )
  }
  for (const name of ADAPTER_FILES) {
    await copyFile(join(from, name), join(to, name)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT')
        throw refused(`Its ${name} cannot be copied (${cause.code ?? cause.message}).`, COPY_AGAIN, cause)
    })
  }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6).toLocaleString('en-GB')} MB`
