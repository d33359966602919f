/** The figures behind the picks, in one place. */
import type { InteractionKind } from '../../shared/domain/catalogue'
import { INTERACTION_KINDS } from '../../shared/domain/columns'

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000

/** What one event says about liking a product; a purchase is the measure. */
export const KIND_WEIGHT: Readonly<Record<InteractionKind, number>> = { view: 0.2, cart: 0.5, purchase: 1 }

/** The same by the number a kind is stored as. */
export const KIND_WEIGHTS: readonly number[] = INTERACTION_KINDS.map((kind) => KIND_WEIGHT[kind])

/** Halves an event's weight every `halfLifeDays`. An event without a date counts as one half-life old. */
export function decay(atMs: number, nowMs: number, halfLifeDays: number): number {
  if (atMs === 0) return 0.5
  return 0.5 ** (Math.max(0, nowMs - atMs) / (halfLifeDays * DAY_MS))
}
