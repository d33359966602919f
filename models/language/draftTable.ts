/**
 * Which token most often follows which context: guesses for reading ahead (`passage.ts`), beside the weights in `drafts.safetensors`.
 * A context is a 32-bit hash; two that clash cost a wrong guess now and then, which costs time and nothing else.
 */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { refuseModel } from './errors'
import { TensorFile } from './safetensors'
import type { TensorEntry } from './safetensors'
import { encodeTensors } from './safetensorsWriter'

/** The file in a model folder. */
export const DRAFTS_FILE = 'drafts.safetensors'

/** A guess at the next token. */
export interface Guess {
  readonly token: number
  /** How often it was right where it was learnt, 0 to 1. */
  readonly odds: number
}

const ODDS_STEPS = 255

/** Guesses by context. */
export class DraftTable {
  /** Knows nothing. */
  static readonly EMPTY = new DraftTable(new Uint32Array(), new Uint16Array(), new Uint8Array())
  /** Rising. */
  private readonly keys: Uint32Array
  private readonly tokens: Uint16Array
  /** In 255ths. */
  private readonly odds: Uint8Array

  private constructor(keys: Uint32Array, tokens: Uint16Array, odds: Uint8Array) {
    this.keys = keys
    this.tokens = tokens
    this.odds = odds
  }

  /** A table of guesses by context. Throws RangeError for a token id above 65,535. */
  static of(guesses: ReadonlyMap<number, Guess>): DraftTable {
    const sorted = [...guesses].sort(([one], [other]) => one - other)
    if (sorted.some(([, { token }]) => token > 0xffff))
      throw new RangeError('Token ids above 65,535 do not fit')
    return new DraftTable(
      Uint32Array.from(sorted, ([key]) => key),
      Uint16Array.from(sorted, ([, { token }]) => token),
      Uint8Array.from(sorted, ([, { odds }]) => Math.round(odds * ODDS_STEPS)),
    )
  }

  /** Reads a model folder's table, an empty one where it has none. Throws ModelFolderError when the file is damaged. */
  static async read(folder: string): Promise<DraftTable> {
    const path = join(folder, DRAFTS_FILE)
    const there = await access(path).then(
      () => true,
      () => false,
    )
    if (!there) return DraftTable.EMPTY
    const file = await TensorFile.open(path, refuseModel)
    try {
      const [keys, tokens, odds] = await Promise.all(
        ['keys', 'tokens', 'odds'].map((name) => bytesOf(file, name)),
      )
      if (keys!.length !== 4 * odds!.length || tokens!.length !== 2 * odds!.length) throw damaged(path)
      return new DraftTable(new Uint32Array(keys!.buffer), new Uint16Array(tokens!.buffer), odds!)
    } finally {
      await file.close()
    }
  }

  /** Number of contexts. */
  get size(): number {
    return this.keys.length
  }

  /** The guess for the first of the contexts that is known. */
  guess(contexts: readonly number[]): Guess | undefined {
    for (const context of contexts) {
      const at = this.find(context)
      if (at >= 0) return { token: this.tokens[at]!, odds: this.odds[at]! / ODDS_STEPS }
    }
    return undefined
  }

  /** The bytes of `drafts.safetensors`; numbers are little-endian. */
  encode(): Uint8Array<ArrayBuffer> {
    const bytes = (
      { buffer, byteOffset, byteLength }: Uint32Array | Uint16Array | Uint8Array,
      width: number,
    ) => ({
      type: 'U8' as const,
      shape: [this.size, width],
      data: new Uint8Array(buffer, byteOffset, byteLength),
    })
    return encodeTensors(
      { keys: bytes(this.keys, 4), tokens: bytes(this.tokens, 2), odds: bytes(this.odds, 1) },
      { format: '1' },
    )
  }

  private find(context: number): number {
    let low = 0
    let high = this.keys.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.keys[middle]! < context) low = middle + 1
      else high = middle
    }
    return this.keys[low] === context ? low : -1
  }
}

/** Hash of a kind of context and the tokens in it, 32 bits (FNV-1a over token ids, mixed at the end). */
export function contextHash(kind: number, ...parts: readonly (readonly number[])[]): number {
  let hash = 0x811c9dc5 ^ kind
  for (const part of parts) for (const token of part) hash = Math.imul(hash ^ (token + 1), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

async function bytesOf(file: TensorFile, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const entry: TensorEntry | undefined = file.entries.get(name)
  if (!entry) throw damaged(file.file)
  const bytes = new Uint8Array(entry.bytes)
  await file.readInto(entry, bytes)
  return bytes
}

function damaged(path: string): Error {
  return refuseModel({
    fault: 'TENSOR_WRONG',
    file: path,
    message: `${DRAFTS_FILE} does not hold a table of guesses`,
    hint: 'Make it again (models/pretrain/README.md), or delete it: narratives stay the same, and take longer.',
  })
}
