/** Names of the inference graph's inputs and outputs: the agreement between the graph and whoever runs it. */
import type { Site } from './shape'

/** Input int64 [B, T]: token ids. */
export const TOKENS = 'tokens'
/** Input int64 [B, T]: position of each token in its row. */
export const POSITIONS = 'positions'
/** Input int64 [1]: the position among the T new ones whose logits are wanted. */
export const CHOSEN = 'chosen'
/** Input int32 [B]: each row's length, past and new tokens together, less one. */
export const LAST_INDEX = 'lastIndex'
/** Input int32 scalar: the longest row's length, past and new tokens together. */
export const TOTAL_LENGTH = 'totalLength'
/** Output float32 [B, 1, vocabulary]. */
export const LOGITS = 'logits'

/** Input float32 [B, kvHeads, capacity, headDim]: keys (rotated) or values of earlier tokens. */
export function past(part: 'key' | 'value', layer: number): string {
  return `past.${part}.${layer}`
}

/** Output float32 [B, T, kvHeads * headDim]: keys (rotated) or values of the new tokens. */
export function fresh(part: 'key' | 'value', layer: number): string {
  return `fresh.${part}.${layer}`
}

/** Input float32: adapter factor A [B, inputs, rank] or B [B, rank, outputs]. Rank 0 is no adapter. */
export function adapter(factor: 'A' | 'B', layer: number, site: Site): string {
  return `adapter.${layer}.${site}.${factor}`
}
