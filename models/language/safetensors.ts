/**
 * Reads safetensors files: an 8-byte little-endian header length, a JSON header, then the tensors' bytes.
 * Format: https://github.com/huggingface/safetensors#format
 */
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { brainHalvesToFloats, halvesToFloats } from './halfFloat'
import type { FolderFault, Refuse } from './errors'

const BYTES = { U8: 1, F16: 2, BF16: 2, F32: 4 } as const
/** Element types understood here. */
export type TensorType = keyof typeof BYTES
/** Where a tensor lies. */
export interface TensorEntry {
  readonly type: TensorType
  readonly shape: readonly number[]
  /** First byte, counted from the start of the file. */
  readonly start: number
  /** Length in bytes. */
  readonly bytes: number
}

const PREFIX_BYTES = 8
const HEADER_BYTES_MAX = 20_000_000
const entrySchema = z.object({
  dtype: z.enum(['U8', 'F16', 'BF16', 'F32']),
  shape: z.array(z.number().int().min(0)).max(8),
  data_offsets: z.tuple([z.number().int().min(0), z.number().int().min(0)]),
})
const headerSchema = z.record(z.string(), z.unknown())

/** One open safetensors file. */
export class TensorFile {
  readonly file: string
  readonly entries: ReadonlyMap<string, TensorEntry>
  private readonly handle: FileHandle

  private constructor(file: string, handle: FileHandle, entries: ReadonlyMap<string, TensorEntry>) {
    this.file = file
    this.handle = handle
    this.entries = entries
  }

  /** Opens a file and checks its header, and that every byte the header speaks of is there. Refuses anything else. */
  static async open(file: string, refuse: Refuse): Promise<TensorFile> {
    const handle = await openFile(file, refuse)
    try {
      return new TensorFile(file, handle, await readEntries(handle, file, refuse))
    } catch (cause) {
      await handle.close()
      throw cause
    }
  }

  /** Reads a tensor's bytes into `target`, which must be of its length. */
  async readInto(entry: TensorEntry, target: Uint8Array): Promise<void> {
    await readFully(this.handle, target, entry.start)
  }

  /** Reads a tensor of floats, widened to 32 bits, into `target`, which must be of its length. */
  async readFloats(entry: TensorEntry, target: Float32Array): Promise<void> {
    if (entry.type === 'F32')
      return this.readInto(entry, new Uint8Array(target.buffer, target.byteOffset, target.byteLength))
    const halves = new Uint16Array(target.length)
    await this.readInto(entry, new Uint8Array(halves.buffer))
    if (entry.type === 'BF16') brainHalvesToFloats(halves, target)
    else halvesToFloats(halves, target)
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.handle.close()
  }
}

async function openFile(file: string, refuse: Refuse): Promise<FileHandle> {
  try {
    return await open(file, 'r')
  } catch {
    const message = `${basename(file)} is missing or cannot be opened`
    throw refuse({
      fault: 'FILE_MISSING',
      file,
      message,
      hint: 'Copy the whole folder again, with all its files.',
    })
  }
}

async function readEntries(
  handle: FileHandle,
  file: string,
  refuse: Refuse,
): Promise<Map<string, TensorEntry>> {
  const actual = (await handle.stat()).size
  const header = await readHeader(handle, { file, actual, refuse })
  const entries = new Map<string, TensorEntry>()
  for (const [name, raw] of Object.entries(header.json)) {
    if (name !== '__metadata__') entries.set(name, toEntry(name, raw, { file, refuse, base: header.end }))
  }
  const expected = [...entries.values()].reduce(
    (end, entry) => Math.max(end, entry.start + entry.bytes),
    header.end,
  )
  if (actual < expected) throw truncated(file, { expected, actual }, refuse)
  return entries
}

async function readHeader(
  handle: FileHandle,
  { file, actual, refuse }: { file: string; actual: number; refuse: Refuse },
): Promise<{ json: Record<string, unknown>; end: number }> {
  if (actual < PREFIX_BYTES) throw truncated(file, { expected: PREFIX_BYTES, actual }, refuse)
  const prefix = new Uint8Array(PREFIX_BYTES)
  await readFully(handle, prefix, 0)
  const length = new DataView(prefix.buffer).getBigUint64(0, true)
  if (length > HEADER_BYTES_MAX) throw damaged(file, `claims a header of ${length} bytes`, refuse)
  const end = PREFIX_BYTES + Number(length)
  if (actual < end) throw truncated(file, { expected: end, actual }, refuse)
  const text = new Uint8Array(Number(length))
  await readFully(handle, text, PREFIX_BYTES)
  return { json: parseHeader(text, file, refuse), end }
}

function parseHeader(text: Uint8Array, file: string, refuse: Refuse): Record<string, unknown> {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)))
  } catch {
    throw damaged(file, 'has a header that cannot be read', refuse)
  }
}

function toEntry(
  name: string,
  raw: unknown,
  at: { file: string; refuse: Refuse; base: number },
): TensorEntry {
  const parsed = entrySchema.safeParse(raw)
  if (!parsed.success)
    throw damaged(at.file, `describes the tensor ${name} in a way not understood here`, at.refuse)
  const {
    dtype,
    shape,
    data_offsets: [begin, end],
  } = parsed.data
  const bytes = shape.reduce((product, dim) => product * dim, BYTES[dtype])
  if (end - begin !== bytes)
    throw damaged(at.file, `gives ${name} ${end - begin} bytes where its shape needs ${bytes}`, at.refuse)
  return { type: dtype, shape, start: at.base + begin, bytes }
}

async function readFully(handle: FileHandle, target: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < target.byteLength) {
    const { bytesRead } = await handle.read(target, done, target.byteLength - done, position + done)
    if (bytesRead === 0)
      throw new RangeError(`The file ended ${target.byteLength - done} bytes early while it was read`)
    done += bytesRead
  }
}

function truncated(file: string, size: { expected: number; actual: number }, refuse: Refuse): Error {
  const message = `${basename(file)} is cut short: it should be ${size.expected} bytes and is ${size.actual}`
  return fault('SHARD_TRUNCATED', file, message, refuse)
}

function damaged(file: string, what: string, refuse: Refuse): Error {
  return fault('SHARD_DAMAGED', file, `${basename(file)} is damaged: it ${what}`, refuse)
}

function fault(kind: FolderFault, file: string, message: string, refuse: Refuse): Error {
  return refuse({
    fault: kind,
    file,
    message,
    hint: 'Copy this file again from where it came from; its size must match.',
  })
}
