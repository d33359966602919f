/** Zip archives that hold one table: what is in them, and that one file's bytes. APPNOTE.TXT 6.3, without Zip64, encryption and parts. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { ImportFileError } from './errors'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
/** The end record may be followed by a comment of 65,535 bytes at most. */
const TAIL_BYTES = END_BYTES + 0xffff
const DIRECTORY_BYTES_MAX = 1 << 24
const UNPACK = 'Unpack it and import the table inside.'

/** A file in an archive. */
export interface ZipEntry {
  readonly name: string
  /** Where its local header stands, bytes. */
  readonly offset: number
  readonly packedBytes: number
  readonly deflated: boolean
}

function broken(path: string, cause?: unknown): ImportFileError {
  return new ImportFileError(
    path,
    'is a zip archive that cannot be read',
    UNPACK,
    cause === undefined ? {} : { cause },
  )
}

async function bytesAt(path: string, file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, at)
  if (bytesRead < length) throw broken(path)
  return buffer
}

/** One entry of the directory at `at`, and where the next begins. */
function entryAt(
  path: string,
  directory: Buffer,
  at: number,
): { readonly entry: ZipEntry & { readonly plain: boolean }; readonly next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw broken(path)
  const method = directory.readUInt16LE(at + 10)
  const packedBytes = directory.readUInt32LE(at + 20)
  const offset = directory.readUInt32LE(at + 42)
  const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
  const encrypted = (directory.readUInt16LE(at + 8) & 1) !== 0
  const huge = packedBytes === 0xffffffff || offset === 0xffffffff
  return {
    entry: {
      name: directory.toString('utf8', at + 46, nameEnd),
      offset,
      packedBytes,
      deflated: method === 8,
      plain: !encrypted && !huge && (method === 8 || method === 0),
    },
    next: nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32),
  }
}

async function directoryOf(
  path: string,
  file: FileHandle,
): Promise<readonly (ZipEntry & { readonly plain: boolean })[]> {
  const { size } = await file.stat()
  const tail = await bytesAt(path, file, Math.max(0, size - TAIL_BYTES), Math.min(size, TAIL_BYTES))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + END_BYTES > tail.length || tail.readUInt32LE(end) !== END) throw broken(path)
  const bytes = tail.readUInt32LE(end + 12)
  if (bytes > DIRECTORY_BYTES_MAX) throw broken(path)
  const directory = await bytesAt(path, file, tail.readUInt32LE(end + 16), bytes)
  const entries: (ZipEntry & { readonly plain: boolean })[] = []
  for (let at = 0; at < directory.length;) {
    const { entry, next } = entryAt(path, directory, at)
    entries.push(entry)
    at = next
  }
  return entries
}

/** What other programs keep in zips of their own. */
function refuseDocuments(path: string, names: readonly string[]): void {
  const kind = names.some((name) => name.startsWith('xl/'))
    ? 'an Excel workbook'
    : names.some((name) => name.startsWith('word/'))
      ? 'a Word document'
      : names.includes('content.xml') && names.includes('mimetype')
        ? 'an OpenDocument file'
        : undefined
  if (kind === undefined) return
  throw new ImportFileError(
    path,
    `is ${kind}, not a table of products`,
    'Save the sheet as CSV and import that.',
  )
}

/** The one file of an archive. Throws ImportFileError, naming what is inside, for none or several, and for one that is packed in another way. */
export async function onlyEntry(path: string): Promise<ZipEntry> {
  const file = await open(path, 'r')
  try {
    const entries = await directoryOf(path, file)
    refuseDocuments(
      path,
      entries.map(({ name }) => name),
    )
    // Finder keeps a shadow of every file.
    const files = entries.filter(
      ({ name }) => !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/.test(name),
    )
    const [entry] = files
    if (!entry || files.length > 1) {
      const names = files.slice(0, 5).map(({ name }) => `"${name.slice(0, 80)}"`)
      const more = files.length > 5 ? `, and ${files.length - 5} more` : ''
      const what = entry ? `holds ${files.length} files: ${names.join(', ')}${more}` : 'holds no file'
      throw new ImportFileError(
        path,
        `is a zip archive that ${what}`,
        'Unpack it and import the folder, or the table inside.',
      )
    }
    if (!entry.plain) throw broken(path)
    return entry
  } finally {
    await file.close()
  }
}

/** The bytes of an entry, unpacked; `onBytes` hears of every chunk read from disk. Throws ImportFileError. */
export async function* zipBytes(
  path: string,
  entry: ZipEntry,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const start = await startOf(path, entry)
  if (entry.packedBytes === 0) return
  const packed = createReadStream(path, { start, end: start + entry.packedBytes - 1, highWaterMark: 1 << 18 })
  packed.on('data', (chunk) => onBytes(chunk.length))
  const stream: Readable = entry.deflated ? packed.pipe(createInflateRaw()) : packed
  if (entry.deflated) packed.on('error', (cause) => stream.destroy(cause))
  try {
    for await (const chunk of stream) yield chunk as Uint8Array
  } catch (cause) {
    throw broken(path, cause)
  } finally {
    packed.destroy()
    stream.destroy()
  }
}

/** Where an entry's own bytes begin: its local header has a length of its own. */
async function startOf(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path, 'r')
  try {
    const header = await bytesAt(path, file, entry.offset, 30)
    if (header.readUInt32LE(0) !== LOCAL) throw broken(path)
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}
