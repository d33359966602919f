/** A shopper's history as the recommenders take it. */
import type { InteractionKind } from '../../shared/domain/catalogue'
import type { History } from './algorithm'
import type { HistoryEvent } from './types'
import { KIND_WEIGHT } from './weights'

/** A product of the history. */
export interface Liked {
  readonly row: number
  /** The strongest there was. */
  readonly kind: InteractionKind
  /** Of the newest event, 0 when not known. */
  readonly atMs: number
}

/** Products of a history, one entry each, oldest first, as far as the catalogue has them. */
export function likedProducts(
  history: readonly HistoryEvent[],
  rowOf: ReadonlyMap<string, number>,
): readonly Liked[] {
  const liked = new Map<number, Liked>()
  for (const { productId, kind, atMs } of history) {
    const row = rowOf.get(productId)
    if (row === undefined) continue
    const known = liked.get(row)
    const stronger = known && KIND_WEIGHT[known.kind] > KIND_WEIGHT[kind] ? known.kind : kind
    liked.set(row, { row, kind: stronger, atMs: Math.max(atMs, known?.atMs ?? 0) })
  }
  return [...liked.values()].sort((a, b) => a.atMs - b.atMs)
}

/** The same as columns. */
export function likedHistory(liked: readonly Liked[], nowMs: number): History {
  return {
    items: Int32Array.from(liked, ({ row }) => row),
    weights: Float32Array.from(liked, ({ kind }) => KIND_WEIGHT[kind]),
    atMs: Float64Array.from(liked, ({ atMs }) => atMs),
    nowMs,
  }
}
