import type { InteractionColumns } from '../../shared/domain/columns'
import { DAY_MS, KIND_WEIGHTS, decay } from './weights'

/** What the shop at large does with each product. */
export interface Popularity {
  /** Weighted events per product row, older ones worth less. */
  readonly scores: Float64Array
  /** Events per product row in the last 30 days. */
  readonly lately: Int32Array
}

const LATELY_DAYS = 30

/** Counts events per product, each weighted by its kind and halved every `halfLifeDays`. */
export function popularity(
  events: InteractionColumns,
  rows: number,
  at: { nowMs: number; halfLifeDays: number },
): Popularity {
  const scores = new Float64Array(rows)
  const lately = new Int32Array(rows)
  for (let event = 0; event < events.product.length; event++) {
    const row = events.product[event]!
    const atMs = events.atMs[event]!
    scores[row]! += KIND_WEIGHTS[events.kind[event]!]! * decay(atMs, at.nowMs, at.halfLifeDays)
    if (atMs > at.nowMs - LATELY_DAYS * DAY_MS) lately[row]!++
  }
  return { scores, lately }
}
