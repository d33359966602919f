/**
 * Calibration: a list whose kinds of things are mixed as the shopper's own history is (Steck, "Calibrated recommendations", RecSys 2018),
 * picked greedily.
 */
import type { ProductColumns } from '../../shared/domain/columns'
import { CATEGORY_STEP } from '../../shared/domain/productFilter'

/** What is picked from. */
export interface CalibrationChoice {
  /** Rows, best first. */
  readonly rows: readonly number[]
  /** By row. */
  readonly scores: Float64Array
  readonly count: number
  /** 0-1, the paper's lambda: 0 goes by score alone, 1 by the mix alone. */
  readonly calibration: number
  /** What kind of thing each row is. */
  readonly kinds: readonly string[]
  /** Share of each kind in the history; together 1. */
  readonly wanted: ReadonlyMap<string, number>
}

/**
 * What kind of thing each product is, by row: the first level of its category where the catalogue's products differ in it, else its noun.
 * A mix of nouns would take a shirt and a blouse for as different as a shirt and a kettle.
 */
export function kindsOf({ categories, nouns }: ProductColumns): readonly string[] {
  const levels = categories.map((path) => path.split(CATEGORY_STEP)[0]!)
  return new Set(levels).size > 1 ? levels : nouns
}

/** How much of the wanted mix is blended into the list's own, so that a kind not in it yet is no infinite fault (the paper's alpha). */
const SMOOTHING = 0.01

/**
 * The first `count` rows: each time the one with which (1 - calibration) x the sum of scores - calibration x the divergence of the mix is
 * largest, scores scaled to 0-1 over the rows given. Of equals, the first. By score alone where the history has no kinds.
 */
export function calibrated(choice: CalibrationChoice): readonly number[] {
  const { rows, scores, count, calibration, kinds, wanted } = choice
  if (wanted.size === 0) return rows.slice(0, count)
  const least = scores[rows.at(-1) ?? 0] ?? 0
  const range = (scores[rows[0] ?? 0] ?? 0) - least || 1
  const left = [...rows]
  const picked: number[] = []
  while (picked.length < count && left.length > 0) {
    const mixes = new Map<string, number>()
    const gain = (row: number) => {
      const kind = kinds[row]!
      const divergence = mixes.get(kind) ?? mixDivergence(wanted, [...picked, row], kinds)
      mixes.set(kind, divergence)
      return ((1 - calibration) * (scores[row]! - least)) / range - calibration * divergence
    }
    const best = left.reduce((most, row) => (gain(row) > gain(most) ? row : most))
    left.splice(left.indexOf(best), 1)
    picked.push(best)
  }
  return picked
}

/** Kullback-Leibler divergence of the list's mix, smoothed, from the wanted one, in nats: 0 where they are alike. */
export function mixDivergence(
  wanted: ReadonlyMap<string, number>,
  rows: readonly number[],
  kinds: readonly string[],
): number {
  const shares = mixOf(rows.map((row) => ({ kind: kinds[row]!, weight: 1 })))
  let divergence = 0
  for (const [kind, share] of wanted) {
    const own = (1 - SMOOTHING) * (shares.get(kind) ?? 0) + SMOOTHING * share
    divergence += share * Math.log(share / own)
  }
  return divergence
}

/** Share of each kind; together 1, none for nothing. */
export function mixOf(
  things: readonly { readonly kind: string; readonly weight: number }[],
): ReadonlyMap<string, number> {
  const sum = things.reduce((total, { weight }) => total + weight, 0)
  const shares = new Map<string, number>()
  for (const { kind, weight } of things) shares.set(kind, (shares.get(kind) ?? 0) + weight / sum)
  return shares
}
