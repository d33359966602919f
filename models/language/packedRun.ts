/** Lays the new tokens of several rows out for one run of the graph. */
import * as names from '../onnx/names'
import { integers, longs } from '../runtime/session'
import type { RuntimeTensor } from '../runtime/session'

/** Rows a graph for several rows takes at once. */
export const ROWS_AT_ONCE = 4
/**
 * A run has this many tokens at least. Kernels for a single token round otherwise than those for several, which agree bit for bit
 * however many there are: without single tokens a text's logits do not depend on how it was cut into runs.
 */
const TOKENS_MIN = 2

/** What one row has in a run. */
export interface RunPart {
  /** Place of the row in the graph. */
  readonly slot: number
  /** Tokens of its past that count. */
  readonly length: number
  /** One or more. */
  readonly tokens: readonly number[]
  /** How many of the last tokens' logits are wanted. */
  readonly wanted: number
}

/** A run laid out. */
export interface RunLayout {
  readonly feeds: Record<string, RuntimeTensor>
  /** Place of each part's first token among the run's tokens, in the order of the parts. */
  readonly offsets: readonly number[]
  /** Place of each part's first logits among those fetched. */
  readonly chosen: readonly number[]
}

/**
 * Lays out a run. Places that no part takes get one token without a past; nothing of it is kept.
 * @param slots places the graph has
 * @param context positions there are
 */
export function layOut(parts: readonly RunPart[], slots: number, context: number): RunLayout {
  const rows = Array.from({ length: slots }, (_, slot) => filled(parts.find((part) => part.slot === slot)))
  const starts: number[] = []
  let total = 0
  for (const { tokens } of rows) {
    starts.push(total)
    total += tokens.length
  }
  const offsets = parts.map(({ slot }) => starts[slot]!)
  const wanted = parts.map(({ tokens, wanted: count }, index) =>
    Array.from({ length: count }, (_, at) => offsets[index]! + tokens.length - count + at),
  )
  const positions = rows.flatMap(({ length, tokens }) =>
    tokens.map((_, at) => Math.min(length + at, context - 1)),
  )
  const feeds: Record<string, RuntimeTensor> = {
    [names.TOKENS]: longs(
      rows.flatMap(({ tokens }) => tokens),
      [1, total],
    ),
    [names.POSITIONS]: longs(positions, [1, total]),
    [names.CHOSEN]: longs(wanted.flat(), [wanted.flat().length]),
  }
  for (const [slot, { length, tokens }] of rows.entries()) {
    feeds[names.lastIndex(slot)] = integers(Int32Array.of(length + tokens.length - 1), [1])
    feeds[names.totalLength(slot)] = integers(Int32Array.of(length + tokens.length), [1])
  }
  if (slots > 1) Object.assign(feeds, packing(rows.map(({ tokens }) => tokens.length)))
  return { feeds, offsets, chosen: wanted.map((_, index) => wanted.slice(0, index).flat().length) }
}

/** A row's tokens, at least two of them; the added ones are never looked at. */
function filled(part: RunPart | undefined): Pick<RunPart, 'length' | 'tokens'> {
  if (!part) return { length: 0, tokens: [0] }
  const missing = Math.max(0, TOKENS_MIN - part.tokens.length)
  return { length: part.length, tokens: [...part.tokens, ...Array<number>(missing).fill(0)] }
}

/** Room a row's cache needs for a run of `count` new tokens. */
export function roomFor(length: number, count: number): number {
  return length + Math.max(count, TOKENS_MIN)
}

/** Sizes of the rows, and where their tokens are among rows of equal length. */
function packing(sizes: readonly number[]): Record<string, RuntimeTensor> {
  const longest = Math.max(...sizes)
  const spread: number[] = []
  const gathered: number[] = []
  let start = 0
  for (const [row, size] of sizes.entries()) {
    for (let at = 0; at < longest; at++) spread.push(start + Math.min(at, size - 1))
    for (let at = 0; at < size; at++) gathered.push(row * longest + at)
    start += size
  }
  return {
    [names.SIZES]: longs(sizes, [sizes.length]),
    [names.SPREAD]: longs(spread, [sizes.length, longest]),
    [names.GATHERED]: longs(gathered, [gathered.length]),
  }
}
