/** Figures over users with what other samples of users would have given: the base of every interval and test of an evaluation. */
import type { Interval, RecommendComparison, Uplift } from '../../shared/domain/recommendEvaluation'
import { chanceOf, middle, resampledMeans } from '../metrics/bootstrap'

/** Samples behind an interval; the ends of a percentile interval ask for a thousand and more (Efron and Tibshirani 1993, 14.5). */
export const EVALUATION_DRAWS = 2000

/** A mean over users, and the same over each sample of them. */
export interface Resampled {
  readonly mean: number
  /** [EVALUATION_DRAWS]. */
  readonly drawn: Float64Array
}

/** The means of named columns, all over the same samples of users. NaN where there are no users. */
export function resample<Name extends string>(
  columns: Readonly<Record<Name, Float64Array>>,
  seed: number,
): Readonly<Record<Name, Resampled>> {
  const names = Object.keys(columns) as Name[]
  const drawn = resampledMeans(
    names.map((name) => columns[name]),
    { seed, draws: EVALUATION_DRAWS },
  )
  const entries = names.map((name, at) => [name, { mean: meanOf(columns[name]), drawn: drawn[at] }])
  return Object.fromEntries(entries) as Record<Name, Resampled>
}

/** The 95 % interval of a figure; undefined where there is none, as of a ratio by what many samples have nothing of. */
export function intervalOf({ mean, drawn }: Resampled): Interval | undefined {
  // NaN has no place in an order, so a single one leaves the quantiles to chance.
  if (!Number.isFinite(mean) || drawn.some(Number.isNaN)) return undefined
  const [low, high] = middle(drawn)
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : undefined
}

/** A ratio of two means. NaN where the lower is 0. */
export function ratioOf(upper: Resampled, lower: Resampled): Resampled {
  return {
    mean: lower.mean === 0 ? Number.NaN : upper.mean / lower.mean,
    drawn: upper.drawn.map((value, draw) => value / lower.drawn[draw]!),
  }
}

/** Ours against theirs over the same users; `p` alone, corrected later together with the others. Undefined where nobody was tested. */
export function compared(ours: Resampled, theirs: Resampled): Omit<RecommendComparison, 'pHolm'> | undefined {
  const difference = ours.mean - theirs.mean
  const drawn = ours.drawn.map((value, draw) => value - theirs.drawn[draw]!)
  const spread = intervalOf({ mean: difference, drawn })
  if (!spread) return undefined
  return {
    difference,
    ...spread,
    ratio: theirs.mean === 0 ? null : ours.mean / theirs.mean,
    p: chanceOf(
      difference,
      drawn.map((value) => value - difference),
    ),
  }
}

/** How much more ours is than theirs, as a share. Null where a sample has nothing of theirs: then a ratio says nothing. */
export function uplift(ours: Resampled, theirs: Resampled): Uplift | null {
  if (!(theirs.mean > 0) || theirs.drawn.some((value) => value <= 0)) return null
  const { mean, drawn } = ratioOf(ours, theirs)
  const [low, high] = middle(drawn)
  return { value: mean - 1, low: low - 1, high: high - 1 }
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
