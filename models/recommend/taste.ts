/** A shopper's history as the recommenders read it, and what follows from it for every product. */
import type { InteractionKind } from '../../shared/domain/catalogue'
import type { ProductColumns } from '../../shared/domain/columns'
import type { Cooccurrence } from './cooccurrence'
import type { HistoryEvent } from './types'
import { KIND_WEIGHT, decay } from './weights'

/** Half-life of what a shopper did, in days: tastes last longer than fashions. */
const TASTE_HALF_LIFE_DAYS = 180

/** A product of the history. */
export interface Liked {
  readonly row: number
  /** Above 0: the strongest event with it, halved as it ages. */
  readonly weight: number
  readonly kind: InteractionKind
}

/** Scores of every product row, each with the product of the history that speaks most for it (-1 for none). */
export interface Evidence {
  readonly scores: Float64Array
  readonly because: Int32Array
}

/** Products of a history, one entry each, as far as the catalogue has them. */
export function likedProducts(
  history: readonly HistoryEvent[],
  rowOf: ReadonlyMap<string, number>,
  nowMs: number,
): readonly Liked[] {
  const liked = new Map<number, Liked>()
  for (const { productId, kind, atMs } of history) {
    const row = rowOf.get(productId)
    if (row === undefined) continue
    const weight = KIND_WEIGHT[kind] * decay(atMs, nowMs, TASTE_HALF_LIFE_DAYS)
    const known = liked.get(row)
    if (!known || weight > known.weight)
      liked.set(row, { row, weight, kind: strongerKind(kind, known?.kind) })
    else liked.set(row, { ...known, kind: strongerKind(kind, known.kind) })
  }
  return [...liked.values()]
}

function strongerKind(a: InteractionKind, b: InteractionKind | undefined): InteractionKind {
  return b !== undefined && KIND_WEIGHT[b] > KIND_WEIGHT[a] ? b : a
}

/** What goes with the history: for each product the sum over the history of weight times similarity. */
export function byCooccurrence(liked: readonly Liked[], index: Cooccurrence, rows: number): Evidence {
  const evidence = noEvidence(rows)
  const best = new Float64Array(rows)
  for (const { row, weight } of liked) {
    const { rows: others, similarity } = index.neighbours(row)
    for (let n = 0; n < others.length; n++) {
      const other = others[n]!
      const share = weight * similarity[n]!
      evidence.scores[other]! += share
      if (share > best[other]!) {
        best[other] = share
        evidence.because[other] = row
      }
    }
  }
  return evidence
}

/** What is like the history: cosine with the history's weighted mean vector, 0 where it is negative. */
export function byContent(liked: readonly Liked[], products: ProductColumns): Evidence {
  const { dimensions, vectors, ids } = products
  const evidence = noEvidence(ids.length)
  const profile = new Float64Array(dimensions)
  for (const { row, weight } of liked) {
    for (let at = 0; at < dimensions; at++) profile[at]! += weight * vectors[row * dimensions + at]!
  }
  const length = Math.hypot(...profile)
  if (length === 0) return evidence
  for (let row = 0; row < ids.length; row++) {
    let dot = 0
    for (let at = 0; at < dimensions; at++) dot += profile[at]! * vectors[row * dimensions + at]!
    evidence.scores[row] = Math.max(0, dot / length)
  }
  return evidence
}

/** The product of the history that is most like a product; undefined without a history. */
export function mostAlike(
  row: number,
  liked: readonly Liked[],
  { dimensions, vectors }: ProductColumns,
): Liked | undefined {
  let best: Liked | undefined
  let bestDot = -Infinity
  for (const one of liked) {
    let dot = 0
    for (let at = 0; at < dimensions; at++)
      dot += vectors[row * dimensions + at]! * vectors[one.row * dimensions + at]!
    if (dot > bestDot) [best, bestDot] = [one, dot]
  }
  return best
}

function noEvidence(rows: number): Evidence {
  return { scores: new Float64Array(rows), because: new Int32Array(rows).fill(-1) }
}
