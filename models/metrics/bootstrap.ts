/** What figures over a sample of cases say about all cases: the bootstrap (Efron 1979; for retrieval, Sakai 2006). Deterministic by seed. */
import { seededRandom } from '../../shared/util/random'
import { mean, quantile } from './summary'

/** Samples drawn. */
const DRAWS = 10_000

/** Means of samples drawn with replacement, as many cases each. */
function draws(values: readonly number[], seed: number): readonly number[] {
  const random = seededRandom(seed)
  return Array.from({ length: DRAWS }, () => {
    let sum = 0
    for (let drawn = 0; drawn < values.length; drawn++) sum += values[random.below(values.length)] ?? 0
    return sum / values.length
  })
}

/** The interval that holds the mean in 95 of 100 samples: percentile bootstrap. NaN of nothing. */
export function interval(values: readonly number[], seed = 1): readonly [low: number, high: number] {
  const means = draws(values, seed)
  return [quantile(means, 0.025), quantile(means, 0.975)]
}

/**
 * How often chance alone would make one system better than another by as much as was seen, case by case: two-sided paired bootstrap on
 * the differences moved to mean 0. At least 1 in 10,001. NaN of nothing. Throws RangeError where the cases do not pair.
 */
export function pairedP(ours: readonly number[], theirs: readonly number[], seed = 1): number {
  if (ours.length !== theirs.length)
    throw new RangeError(`${ours.length} cases do not pair with ${theirs.length}`)
  if (ours.length === 0) return Number.NaN
  const differences = ours.map((value, at) => value - (theirs[at] ?? 0))
  const seen = mean(differences)
  const extreme = draws(
    differences.map((difference) => difference - seen),
    seed,
  ).filter((drawn) => Math.abs(drawn) >= Math.abs(seen)).length
  return (extreme + 1) / (DRAWS + 1)
}
