/**
 * The static embedder: a table of one vector a word piece, distilled from a sentence encoder by `distil.py`. The vector of a text is
 * the sum of its pieces' rows, normalised; rarity weights are in the rows. Microseconds a query, and no runtime but this file.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { ShelftalkError } from '../../shared/contract/errors'
import { WordPiece } from './wordPiece'

/** Turns texts into vectors. */
export interface Embedder {
  /** Width of a vector. */
  readonly dimensions: number
  /** The vector of a text, of length 1; all zeros when no word of it is known. */
  readonly embed: (text: string) => Float32Array
  /** Whether a word is common enough to have a vector of its own; others are put together from pieces. */
  readonly knows: (word: string) => boolean
}

const tensor = <Type extends string>(dtype: Type) =>
  z.object({
    dtype: z.literal(dtype),
    shape: z.array(z.number().int().positive()),
    data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
  })
const headerSchema = z.object({ rows: tensor('I8'), scale: tensor('F32') })
const PREFIX_BYTES = 8

interface Table {
  readonly dimensions: number
  /** [pieces x dimensions]. */
  readonly rows: Int8Array
  /** [pieces]: what a row's bytes are multiplied by. */
  readonly scale: Float32Array
}

/** Opens the folder with `embedder.safetensors` and `vocab.txt`. Throws MODEL_UNREADABLE when one is missing, damaged or does not fit. */
export function openEmbedder(folder: string): Embedder {
  const file = join(folder, 'embedder.safetensors')
  const table = readTable(file, read(file))
  const vocabulary = read(join(folder, 'vocab.txt')).toString('utf8').trimEnd().split('\n')
  if (vocabulary.length !== table.scale.length) {
    throw unreadable(
      join(folder, 'vocab.txt'),
      `has ${vocabulary.length} pieces where the table has ${table.scale.length}`,
    )
  }
  const words = new WordPiece(vocabulary)
  return {
    dimensions: table.dimensions,
    embed: (text) => sumOfRows(table, words.pieces(text)),
    knows: (word) => words.knows(word),
  }
}

function sumOfRows({ rows, scale, dimensions }: Table, pieces: readonly number[]): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const piece of pieces) {
    const factor = scale[piece]!
    const start = piece * dimensions
    for (let at = 0; at < dimensions; at++) vector[at]! += factor * rows[start + at]!
  }
  let square = 0
  for (const value of vector) square += value * value
  if (square > 0) {
    const shrink = 1 / Math.sqrt(square)
    for (let at = 0; at < dimensions; at++) vector[at]! *= shrink
  }
  return vector
}

function readTable(file: string, bytes: Buffer): Table {
  const headerBytes = bytes.length < PREFIX_BYTES ? Infinity : Number(bytes.readBigUInt64LE(0))
  const start = PREFIX_BYTES + headerBytes
  if (start > bytes.length) throw unreadable(file, 'is cut short')
  const header = headerSchema.safeParse(parse(file, bytes.toString('utf8', PREFIX_BYTES, start)))
  if (!header.success) throw unreadable(file, 'is not the table of a static embedder')
  const { rows, scale } = header.data
  const [pieces = 0, dimensions = 0] = rows.shape
  const part = ({ data_offsets: [from, to] }: { data_offsets: [number, number] }, length: number) => {
    if (to - from !== length || start + to > bytes.length) throw unreadable(file, 'is cut short or damaged')
    return new Uint8Array(bytes.subarray(start + from, start + to)).buffer
  }
  return {
    dimensions,
    rows: new Int8Array(part(rows, pieces * dimensions)),
    scale: new Float32Array(part(scale, pieces * Float32Array.BYTES_PER_ELEMENT)),
  }
}

function parse(file: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw unreadable(file, 'has a header that is not JSON')
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw unreadable(file, 'is missing or cannot be opened', cause)
  }
}

function unreadable(file: string, what: string, cause?: unknown): ShelftalkError {
  const message = `The embedder's ${basename(file)} ${what}.`
  return new ShelftalkError('MODEL_UNREADABLE', message, 'Copy the folder again from where it came from.', {
    cause,
  })
}
