/** What a file is, by its content; the name only helps where the content fits several formats. */
import { open } from 'node:fs/promises'
import { gunzipSync, constants } from 'node:zlib'
import { byteOrderMark, utf8Decoder } from './decode'
import { ImportFileError } from './errors'
import { guessDelimiter, headerNames } from './records/csv'
import { recordDepth } from './records/json'
import { isShopify } from './shopify'
import { FILE_FORMATS, IMPORT_FORMATS } from './types'
import type { FileFormat } from './types'
import type { ZipEntry } from './zip'
import { onlyEntry, zipBytes } from './zip'

/** Bytes of a file that are looked at, at most. */
export const SAMPLE_BYTES = 1 << 16

/** A look at the beginning of a file. */
export interface Sniffed {
  readonly gzip: boolean
  /** The one file of a zip archive. */
  readonly zip?: ZipEntry
  /** Parquet is no text: its sample is empty. */
  readonly parquet: boolean
  /** The first 64 KiB as text, unpacked. */
  readonly sample: string
  /** How the text is written, in words. */
  readonly encoding: string
  readonly totalBytes: number
}

const PARQUET = [0x50, 0x41, 0x52, 0x31]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a zip archive inside another', ZIP],
  ['an old Excel or Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a Parquet file inside an archive', PARQUET],
  ['an Arrow file', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a WebP or WAV file', [0x52, 0x49, 0x46, 0x46]],
]
const TEXT_HINT = 'Export the catalogue as CSV, TSV, JSON, JSON lines, YAML or Parquet and import that.'

const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte)

function refuseBinary(path: string, bytes: Uint8Array): void {
  const known = signatures.find(([, mark]) => startsWith(bytes, mark))
  if (known) throw new ImportFileError(path, `is ${known[0]}, not a table of products`, TEXT_HINT)
  if (byteOrderMark(bytes).encoding !== 'utf-8') return
  const control = bytes.filter((byte) => byte === 0 || byte < 9 || (byte > 13 && byte < 32)).length
  if (bytes.includes(0) || control > bytes.length / 50)
    throw new ImportFileError(path, 'is a binary file, not text', TEXT_HINT)
}

async function head(path: string): Promise<{ readonly bytes: Uint8Array; readonly totalBytes: number }> {
  let file
  try {
    file = await open(path, 'r')
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new ImportFileError(
      path,
      missing ? 'does not exist' : 'cannot be opened',
      'Check the path and that you may read it.',
      { cause },
    )
  }
  try {
    const { size } = await file.stat()
    const buffer = Buffer.alloc(Math.min(SAMPLE_BYTES, size))
    await file.read(buffer, 0, buffer.length, 0)
    return { bytes: buffer, totalBytes: size }
  } finally {
    await file.close()
  }
}

function unpack(path: string, bytes: Uint8Array): Uint8Array {
  try {
    // The sample is cut mid-stream; what it unpacks to is enough. A bomb cannot get past the limit.
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 26 }).subarray(
      0,
      SAMPLE_BYTES,
    )
  } catch (cause) {
    throw new ImportFileError(
      path,
      'is not a readable gzip file',
      'Compress it again or import it unpacked.',
      { cause },
    )
  }
}

/** The beginning of the one file in an archive. */
async function zipHead(path: string, entry: ZipEntry): Promise<Uint8Array> {
  for await (const chunk of zipBytes(path, entry, () => undefined)) return chunk.subarray(0, SAMPLE_BYTES)
  return new Uint8Array(0)
}

/** How text is written, in words. */
function encodingOf(bytes: Uint8Array): string {
  const { encoding, length } = byteOrderMark(bytes)
  if (encoding !== 'utf-8') return encoding === 'utf-16le' ? 'UTF-16, little-endian' : 'UTF-16, big-endian'
  try {
    // The sample may end within a character: streaming does not mind.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return length > 0 ? 'UTF-8 with a byte order mark' : 'UTF-8'
  } catch {
    return 'Windows-1252, or UTF-8 with stray bytes of it'
  }
}

/** Reads the beginning of a file. Throws ImportFileError for a missing, empty or binary file, and for an archive of several. */
export async function sniff(path: string): Promise<Sniffed> {
  const { bytes, totalBytes } = await head(path)
  if (startsWith(bytes, PARQUET)) return { gzip: false, parquet: true, sample: '', encoding: '', totalBytes }
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const zip = startsWith(bytes, ZIP) ? await onlyEntry(path) : undefined
  const plain = zip ? await zipHead(path, zip) : gzip ? unpack(path, bytes) : bytes
  refuseBinary(path, plain)
  const mark = byteOrderMark(plain)
  const decoder = mark.encoding === 'utf-8' ? utf8Decoder() : new TextDecoder(mark.encoding)
  const body = plain.subarray(mark.length)
  const sample = 'write' in decoder ? decoder.write(body) : decoder.decode(body, { stream: true })
  if (sample.trim() === '')
    throw new ImportFileError(path, 'is empty', 'Choose a file with a header and at least one product.')
  const encoding = encodingOf(plain)
  return { gzip, parquet: false, sample, encoding, totalBytes, ...(zip ? { zip } : {}) }
}

const yamlStart =
  /^(?:#[^\n]*\n|---[^\n]*\n|\s)*(?:- (?:[\w"']+[\w "'-]*:(?:\s|$)|&|\*|[\w"'[{])|[\w"'-]+:\s*(?:\n|$|[&[{|>*]))/

function textFormat(sample: string): FileFormat {
  const text = sample.trimStart()
  if (text.startsWith('[') || text.startsWith('{')) {
    if (/"discount_persona"\s*:/.test(sample) && /"persona"\s*:/.test(sample)) return 'retail-demo-users'
    return text.startsWith('{') && isLines(text) ? 'jsonl' : 'json'
  }
  if (yamlStart.test(sample)) {
    return /^\s*(?:- )?current_stock:/m.test(sample) &&
      /^\s*(?:- )?style:/m.test(sample) &&
      /^\s*(?:- )?name:/m.test(sample)
      ? 'retail-demo-store'
      : 'yaml'
  }
  // A web page is no feed, but the reader of feeds says so. A header with a cell in bold is a table's.
  if (!MARKED_HEADER.test(text) && /^<(?:\?xml|!doctype|!--|rss|feed|html|\w+[\s>])/i.test(text))
    return 'merchant-feed'
  return tableFormat(text)
}

/** An object a line: the first is whole, and another follows, or it is no object around a list of rows. */
function isLines(text: string): boolean {
  const [first = '', second] = text.split('\n', 2)
  if (!/^\{.*\}\s*$/.test(first)) return false
  return second?.startsWith('{') === true || recordDepth(first) === 0
}

/** "<b>title</b>,price": a closed tag with another cell behind it. */
const MARKED_HEADER = /^<(\w+)>[^<\n]*<\/\1>[ ]*[,;|\t]/

function tableFormat(text: string): FileFormat {
  const header = text.split(/\r?\n/)[0] ?? ''
  const names = headerNames(
    header.split(guessDelimiter(header)).map((cell) => cell.replace(/^"(.*)"$/, '$1')),
  )
  if (isShopify(names)) return 'shopify'
  return header.includes('\t') ? 'tsv' : 'csv'
}

/** The format of a sniffed file; `wanted` overrides and must be a known one. Throws ImportFileError. */
export function detectFormat(path: string, sniffed: Sniffed, wanted?: string): FileFormat {
  const found = sniffed.parquet ? 'parquet' : textFormat(sniffed.sample)
  if (wanted === undefined || wanted === 'auto') return found
  if (sniffed.parquet !== (wanted === 'parquet')) {
    const what = sniffed.parquet ? 'is a Parquet file' : 'is no Parquet file'
    throw new ImportFileError(path, what, `Leave the format out: it is found to be ${found}.`)
  }
  const known = FILE_FORMATS.find((format) => format === wanted)
  if (known) return known
  throw new ImportFileError(path, `cannot be read as "${wanted}"`, `Formats: ${IMPORT_FORMATS.join(', ')}.`)
}
