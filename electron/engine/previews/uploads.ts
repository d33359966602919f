/** Catalogue files that a window without paths sends, piece by piece, into a folder of the home. */
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { CataloguePart } from '../../../shared/contract/parts/previews'
import { CATALOGUE_UPLOAD_BYTES } from '../../../shared/domain/importing'

/** An upload that nobody forgot is swept away after this long. */
const LEFT_MS_MAX = 24 * 3600 * 1000
const FILES_MAX = 20

/** Whether a path is that of an uploaded file, of this home or of where it lay before; such a file is forgotten once it is imported. */
export function isUploaded(path: string): boolean {
  return /[/\\]uploads[/\\][0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[/\\][^/\\]+$/i.test(path)
}

/** The uploads of a home. */
export class Uploads {
  private readonly folder: string
  private readonly nowMs: () => number

  /** `nowMs` tells the time, milliseconds since the Unix epoch. */
  constructor(folder: string, nowMs: () => number = Date.now) {
    this.folder = folder
    this.nowMs = nowMs
  }

  /** Appends a piece to a file of an upload. Throws BAD_INPUT for one out of order, and when the upload gets too large. */
  async append({ upload, file, offset, data }: CataloguePart): Promise<{ readonly path: string }> {
    const folder = join(this.folder, upload)
    if (offset === 0) {
      await this.sweep()
      await mkdir(folder, { recursive: true })
    }
    const bytes = Buffer.from(data, 'base64')
    if ((await sizeWith(folder, file)) + bytes.length > CATALOGUE_UPLOAD_BYTES) {
      await this.forget(upload)
      throw tooLarge(file)
    }
    const path = join(folder, file)
    // The first piece makes the file: a second first piece is a mistake, not a file anew.
    const handle = await open(path, offset === 0 ? 'wx' : 'r+').catch((cause: unknown) => {
      throw outOfOrder(cause)
    })
    try {
      if ((await handle.stat()).size !== offset) throw outOfOrder()
      await handle.write(bytes, 0, bytes.length, offset)
    } finally {
      await handle.close()
    }
    return { path }
  }

  /** Forgets an upload. */
  async forget(upload: string): Promise<void> {
    await rm(join(this.folder, upload), { recursive: true, force: true })
  }

  private async sweep(): Promise<void> {
    for (const name of await readdir(this.folder).catch((): string[] => [])) {
      const found = await stat(join(this.folder, name)).catch(() => undefined)
      if (found && this.nowMs() - found.ctimeMs > LEFT_MS_MAX) await this.forget(name)
    }
  }
}

/** Bytes of the files in a folder. Throws BAD_INPUT where there would be too many of them together with `file`. */
async function sizeWith(folder: string, file: string): Promise<number> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw outOfOrder(cause)
  })
  if (new Set([...names, file]).size > FILES_MAX)
    throw new ShelftalkError(
      'BAD_INPUT',
      `An upload holds ${FILES_MAX} files at most.`,
      'Write the path of the folder instead.',
    )
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

function outOfOrder(cause?: unknown): ShelftalkError {
  return new ShelftalkError(
    'BAD_INPUT',
    'A piece of the file came out of order.',
    'Choose the file again.',
    cause === undefined ? {} : { cause },
  )
}

function tooLarge(file: string): ShelftalkError {
  const megabytes = Math.round(CATALOGUE_UPLOAD_BYTES / 1e6)
  return new ShelftalkError(
    'BAD_INPUT',
    `"${file}" makes the upload larger than ${megabytes} MB, the most that a window sends.`,
    'Write its path instead: files of any size are imported by their path.',
  )
}
