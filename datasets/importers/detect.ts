/** What a file is, by its content; the name only helps where the content fits several formats. */
import { open } from 'node:fs/promises'
import { gunzipSync, constants } from 'node:zlib'
import { byteOrderMark, utf8Decoder } from './decode'
import { ImportFileError } from './errors'
import { FILE_FORMATS, IMPORT_FORMATS } from './types'
import type { FileFormat } from './types'

const SAMPLE_BYTES = 1 << 16

/** A look at the beginning of a file. */
export interface Sniffed {
  readonly gzip: boolean
  /** The first 64 KiB as text, unpacked. */
  readonly sample: string
  readonly totalBytes: number
}

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive (or an Excel or Word file)', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel or Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
  ['an Arrow file', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a WebP or WAV file', [0x52, 0x49, 0x46, 0x46]],
]
const TEXT_HINT = 'Export the catalogue as CSV, TSV, JSON, JSON lines or YAML and import that.'

function refuseBinary(path: string, bytes: Uint8Array): void {
  const known = signatures.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
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

/** Reads the beginning of a file. Throws ImportFileError for a missing, empty or binary file. */
export async function sniff(path: string): Promise<Sniffed> {
  const { bytes, totalBytes } = await head(path)
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const plain = gzip ? unpack(path, bytes) : bytes
  refuseBinary(path, plain)
  const mark = byteOrderMark(plain)
  const decoder = mark.encoding === 'utf-8' ? utf8Decoder() : new TextDecoder(mark.encoding)
  const body = plain.subarray(mark.length)
  const sample = 'write' in decoder ? decoder.write(body) : decoder.decode(body, { stream: true })
  if (sample.trim() === '')
    throw new ImportFileError(path, 'is empty', 'Choose a file with a header and at least one product.')
  return { gzip, sample, totalBytes }
}

const yamlStart =
  /^(?:#[^\n]*\n|---[^\n]*\n|\s)*(?:- (?:[\w"']+[\w "'-]*:(?:\s|$)|&|\*|[\w"'[{])|[\w"'-]+:\s*(?:\n|$|[&[{|>*]))/

function textFormat(sample: string): FileFormat {
  const text = sample.trimStart()
  if (text.startsWith('[') || text.startsWith('{')) {
    if (/"discount_persona"\s*:/.test(sample) && /"persona"\s*:/.test(sample)) return 'retail-demo-users'
    return text.startsWith('{') && /^\{.*\}\s*(\n|$)/.test(text) && !/^\{[^\n]*\[\s*\{/.test(text)
      ? 'jsonl'
      : 'json'
  }
  if (yamlStart.test(sample)) {
    return /^\s*(?:- )?current_stock:/m.test(sample) &&
      /^\s*(?:- )?style:/m.test(sample) &&
      /^\s*(?:- )?name:/m.test(sample)
      ? 'retail-demo-store'
      : 'yaml'
  }
  return (text.split('\n')[0] ?? '').includes('\t') ? 'tsv' : 'csv'
}

/** The format of a sniffed file; `wanted` overrides and must be a known one. Throws ImportFileError. */
export function detectFormat(path: string, sniffed: Sniffed, wanted?: string): FileFormat {
  if (wanted === undefined || wanted === 'auto') return textFormat(sniffed.sample)
  const known = FILE_FORMATS.find((format) => format === wanted)
  if (known) return known
  throw new ImportFileError(path, `cannot be read as "${wanted}"`, `Formats: ${IMPORT_FORMATS.join(', ')}.`)
}
