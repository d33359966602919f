/** Bytes to text: gzip, byte order marks, UTF-8, UTF-16 and, where UTF-8 does not hold, Windows-1252. */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { ImportFileError } from './errors'

/** Encodings told apart by their first bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The encoding a byte order mark names, with the mark's length in bytes; UTF-8 of length 0 without one. */
export function byteOrderMark(bytes: Uint8Array): { readonly encoding: Encoding; readonly length: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return { encoding: 'utf-8', length: 0 }
}

/** How many bytes at the end belong to a UTF-8 sequence that is cut off, 0-3. */
function cutTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return need > back ? back : 0
  }
  return 0
}

/** Length of the whole UTF-8 sequence that starts at `at`, 2-4; 0 when the bytes are none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (length === 0 || lead >= 0xf5) return 0
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** What the bytes 0x80-0x9f mean in Windows-1252; the runtime's own decoder takes them for control characters in some versions. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text whose UTF-8 is broken: what is a UTF-8 sequence is read as such, every other high byte as Windows-1252. */
function decodeMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  let text = ''
  let from = 0
  for (let at = 0; at < bytes.length;) {
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    const byte = bytes[at] ?? 0
    text += utf8.decode(bytes.subarray(from, at)) + (HIGH[byte - 0x80] ?? String.fromCharCode(byte))
    at += 1
    from = at
  }
  return text + utf8.decode(bytes.subarray(from))
}

/**
 * Decodes UTF-8 in which single bytes may be Windows-1252, as in files of the old encoding or pasted together from both: neither a second
 * pass nor the whole file is needed.
 */
export function utf8Decoder(): { readonly write: (bytes: Uint8Array) => string; readonly end: () => string } {
  let tail: Uint8Array = new Uint8Array(0)
  const decode = (bytes: Uint8Array): string => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return decodeMixed(bytes)
    }
  }
  return {
    write: (bytes) => {
      const whole = tail.length > 0 ? Buffer.concat([tail, bytes]) : bytes
      const keep = cutTail(whole)
      tail = whole.slice(whole.length - keep)
      return decode(whole.subarray(0, whole.length - keep))
    },
    end: () => decode(tail),
  }
}

function decoderFor(encoding: Encoding) {
  if (encoding === 'utf-8') return utf8Decoder()
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return {
    write: (bytes: Uint8Array) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  }
}

/** Yields a file's bytes, gunzipped when it is gzip; `onBytes` hears of every chunk read from disk. Throws ImportFileError. */
export async function* readBytes(
  path: string,
  gzip: boolean,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 })
  file.on('data', (chunk) => {
    onBytes(chunk.length)
  })
  const stream = gzip ? file.pipe(createGunzip()) : file
  // A read error on the file never reaches the pipe's end by itself.
  if (gzip) file.on('error', (cause) => stream.destroy(cause))
  try {
    for await (const chunk of stream) yield chunk as Uint8Array
  } catch (cause) {
    throw new ImportFileError(
      path,
      `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Check the file and try again.',
      {
        cause,
      },
    )
  } finally {
    file.destroy()
    stream.destroy()
  }
}

/** Decodes byte chunks to text without the byte order mark. */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: ReturnType<typeof decoderFor> | undefined
  for await (const chunk of chunks) {
    let bytes = chunk
    if (!decoder) {
      const mark = byteOrderMark(bytes)
      decoder = decoderFor(mark.encoding)
      bytes = bytes.subarray(mark.length)
    }
    const text = decoder.write(bytes)
    if (text) yield text
  }
  const rest = decoder?.end() ?? ''
  if (rest) yield rest
}

/** Longest line taken, in characters. */
export const LINE_MAX = 1 << 20

/** Splits text chunks into lines without their ends. Throws ImportFileError on a line over `LINE_MAX`. */
export async function* lines(path: string, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    if (rest.length > LINE_MAX)
      throw new ImportFileError(
        path,
        `has a line longer than ${LINE_MAX} characters`,
        'Is it really a text file? Export it again.',
      )
    for (const part of parts) yield part.endsWith('\r') ? part.slice(0, -1) : part
  }
  if (rest) yield rest.endsWith('\r') ? rest.slice(0, -1) : rest
}
