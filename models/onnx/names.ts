/** Names of the inference graph's inputs and outputs: the agreement between the graph and whoever runs it. */
import type { Site } from './shape'

/** Input int64 [1, T]: token ids, those of all rows one after the other. */
export const TOKENS = 'tokens'
/** Input int64 [1, T]: position of each token in its row. */
export const POSITIONS = 'positions'
/** Input int64 [C]: the places among the T whose logits are wanted. */
export const CHOSEN = 'chosen'
/** Output float32 [1, C, vocabulary]. */
export const LOGITS = 'logits'

/** Input int64 [R], graphs of several rows only: new tokens of each row. */
export const SIZES = 'sizes'
/** Input int64 [R, longest], graphs of several rows only: places of each row's tokens, filled up with any place. */
export const SPREAD = 'spread'
/** Input int64 [T], graphs of several rows only: each token's place in `SPREAD`. */
export const GATHERED = 'gathered'

/** Input int32 [1]: a row's length, past and new tokens together, less one. */
export function lastIndex(row: number): string {
  return `lastIndex.${row}`
}

/** Input int32 [1]: a row's length, past and new tokens together. */
export function totalLength(row: number): string {
  return `totalLength.${row}`
}

/** Input float32 [1, kvHeads, capacity, headDim]: keys (rotated) or values of a row's earlier tokens. */
export function past(part: 'key' | 'value', layer: number, row: number): string {
  return `past.${part}.${layer}.${row}`
}

/** Output float32 [1, T, kvHeads * headDim]: keys (rotated) or values of the new tokens. */
export function fresh(part: 'key' | 'value', layer: number): string {
  return `fresh.${part}.${layer}`
}

/** Input float32: adapter factor A [R, inputs, rank] or B [R, rank, outputs]. Rank 0 is no adapter. */
export function adapter(factor: 'A' | 'B', layer: number, site: Site): string {
  return `adapter.${layer}.${site}.${factor}`
}
