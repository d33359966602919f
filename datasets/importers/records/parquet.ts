/** Parquet to records, a stretch of rows at a time, with every codec the format names. */
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet'
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { compressors as codecs } from 'hyparquet-compressors'
import { ImportFileError } from '../errors'
import { isRefusal } from '../types'
import type { RecordOrRefusal } from '../types'
import { flatRecord } from './flatten'

/** Rows read at a time; a row group is unpacked anew for every stretch of it. */
const STRETCH = 20_000
/** Most bytes of a row group that are kept between its stretches: a larger one is read from disk anew. */
const KEPT_BYTES_MAX = 1 << 28
/** Most bytes one page may unpack to, and most that are read at once. */
const PAGE_BYTES_MAX = 1 << 28
const SLICE_BYTES_MAX = 1 << 30
const DEPTH_MAX = 5
const NO_FIELDS = 'the row has no fields'
const WRITE_AGAIN = 'Write it again, in row groups of ordinary size, or export the table as CSV.'

/** The codecs, but none unpacks a page beyond all sense. */
const bounded: Compressors = Object.fromEntries(
  Object.entries(codecs).map(([name, codec]) => [
    name,
    (input: Uint8Array, length: number) => {
      if (length > PAGE_BYTES_MAX) throw new RangeError(`a page unpacks to more than ${PAGE_BYTES_MAX} bytes`)
      // A page of nothing but nulls has no bytes to unpack, and LZ4 stumbles over them.
      return length === 0 ? new Uint8Array(0) : codec(input, length)
    },
  ]),
)

async function sliceOf(file: FileHandle, start: number, length: number): Promise<ArrayBuffer> {
  if (!(start >= 0 && length >= 0 && length <= SLICE_BYTES_MAX))
    throw new RangeError(`${length} bytes are asked for at once`)
  const bytes = new Uint8Array(length)
  await file.read(bytes, 0, length, start)
  return bytes.buffer
}

function bufferOf(file: FileHandle, byteLength: number, onBytes: (count: number) => void): AsyncBuffer {
  return {
    byteLength,
    slice: (start, end = byteLength) => {
      const length = Math.min(end, byteLength) - start
      const slice = sliceOf(file, start, length)
      // The reader asks ahead; what it never awaits must not end the process when it fails.
      slice.then(
        () => onBytes(length),
        () => undefined,
      )
      return slice
    },
  }
}

/** The same file, keeping the slices read of one row group; `forget` lets go of them. */
function keeping(file: AsyncBuffer): { readonly file: AsyncBuffer; readonly forget: () => void } {
  const kept = new Map<string, ArrayBuffer | Promise<ArrayBuffer>>()
  let bytes = 0
  const slice = (start: number, end = file.byteLength) => {
    const key = `${start} ${end}`
    const before = kept.get(key)
    if (before !== undefined) return before
    const found = file.slice(start, end)
    bytes += end - start
    if (bytes <= KEPT_BYTES_MAX) kept.set(key, found)
    return found
  }
  const forget = () => {
    kept.clear()
    bytes = 0
  }
  return { file: { byteLength: file.byteLength, slice }, forget }
}

/** A cell in JSON's own kinds: dates as ISO text, pictures and the like left out. */
function plainValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Date) {
    const text = Number.isNaN(value.getTime()) ? '' : value.toISOString()
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
  }
  // Bytes that were taken for text hold what no text does.
  if (typeof value === 'string') return value.includes('\u0000') ? '' : value
  if (value === null || typeof value !== 'object') return value
  if (ArrayBuffer.isView(value) || depth >= DEPTH_MAX) return ''
  if (Array.isArray(value)) return value.map((one) => plainValue(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner, depth + 1)]))
}

function toRecord(row: number, value: unknown): RecordOrRefusal {
  const record = flatRecord(row, plainValue(value), NO_FIELDS)
  return isRefusal(record) || Object.keys(record.fields).length > 0
    ? record
    : { row, field: '', reason: NO_FIELDS }
}

function damaged(path: string, row: number, cause: unknown): ImportFileError {
  const where = row === 0 ? 'is a Parquet file that cannot be read' : `stops being readable after row ${row}`
  const why = cause instanceof Error ? cause.message.replace(/^parquet\s*/i, '').slice(0, 160) : String(cause)
  return new ImportFileError(path, `${where}: ${why}`, WRITE_AGAIN, { cause })
}

/** Stretches of rows, none across two row groups: `[start, end)`, and whether it begins a group. */
function* stretches({ row_groups: groups }: FileMetaData): Generator<readonly [number, number, boolean]> {
  let from = 0
  for (const { num_rows: rows } of groups) {
    const end = from + Number(rows)
    for (let start = from; start < end; start += STRETCH)
      yield [start, Math.min(end, start + STRETCH), start === from]
    from = end
  }
}

/** Reads the rows of a Parquet file; `onBytes` hears of what is read from disk. Throws ImportFileError where it cannot be read. */
export async function* parquetRecords(
  path: string,
  onBytes: (count: number) => void,
): AsyncGenerator<RecordOrRefusal> {
  const handle = await open(path, 'r')
  let row = 0
  try {
    const { file, forget } = keeping(bufferOf(handle, (await handle.stat()).size, onBytes))
    const metadata = await parquetMetadataAsync(file)
    for (const [rowStart, rowEnd, begins] of stretches(metadata)) {
      if (begins) forget()
      const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors: bounded })
      for (const value of rows) yield toRecord((row += 1), value)
    }
  } catch (cause) {
    throw damaged(path, row, cause)
  } finally {
    await handle.close()
  }
}
