/** What figures over a sample of cases say about all cases: the bootstrap (Efron 1979; for retrieval, Sakai 2006). Deterministic by seed. */
import { seededRandom } from '../../shared/util/random'
import { mean, quantile } from './summary'

/** Samples drawn, where nothing else is said. */
const DRAWS = 10_000

/** How samples are drawn. */
export interface Drawing {
  readonly seed?: number
  /** Samples; 10,000 by default. */
  readonly draws?: number
}

/**
 * Means of columns over samples of their rows, drawn with replacement, as many rows each. Every column sees the same samples, so that
 * differences and ratios of two columns are those of pairs. Returns [draws] a column; NaN without rows. Throws RangeError where columns
 * are of different lengths.
 */
export function resampledMeans(
  columns: readonly ArrayLike<number>[],
  { seed = 1, draws = DRAWS }: Drawing = {},
): readonly Float64Array[] {
  const rows = columns[0]?.length ?? 0
  const wrong = columns.find((values) => values.length !== rows)
  if (wrong) throw new RangeError(`${wrong.length} cases do not pair with ${rows}`)
  const filled = columns.map(filledOf)
  const means = columns.map(() => new Float64Array(draws))
  const times = new Int32Array(rows)
  const random = seededRandom(seed)
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0)
    for (let drawn = 0; drawn < rows; drawn++) times[random.below(rows)]!++
    filled.forEach((column, at) => (means[at]![draw] = weighted(column, times) / rows))
  }
  return means
}

/** A column without its zeros: measures of lists are mostly zeros, and a sample's sum needs none of them. */
interface Filled {
  readonly row: Int32Array
  readonly value: Float64Array
}

function filledOf(values: ArrayLike<number>): Filled {
  const all = Float64Array.from(values)
  const row = Int32Array.from(all.keys()).filter((at) => all[at] !== 0)
  return { row, value: Float64Array.from(row, (at) => all[at]!) }
}

/** The sum of a column in which each row stands so many times. */
function weighted({ row, value }: Filled, times: Int32Array): number {
  let sum = 0
  for (let at = 0; at < row.length; at++) sum += times[row[at]!]! * value[at]!
  return sum
}

/** The middle 95 of 100 drawn figures: the percentile interval. NaN of nothing. */
export function middle(drawn: ArrayLike<number>): readonly [low: number, high: number] {
  const values = Array.from(drawn)
  return [quantile(values, 0.025), quantile(values, 0.975)]
}

/** The interval that holds the mean in 95 of 100 samples: percentile bootstrap. NaN of nothing. */
export function interval(values: readonly number[], seed = 1): readonly [low: number, high: number] {
  return middle(resampledMeans([values], { seed })[0] ?? [])
}

/**
 * How often chance alone makes a difference as large as the one seen, either way: `chance` are resamples of it moved to mean 0 (Efron and
 * Tibshirani 1993, 16.4). At least 1 in `chance.length + 1`.
 */
export function chanceOf(seen: number, chance: ArrayLike<number>): number {
  let extreme = 0
  for (let draw = 0; draw < chance.length; draw++) if (Math.abs(chance[draw]!) >= Math.abs(seen)) extreme++
  return (extreme + 1) / (chance.length + 1)
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
  const moved = differences.map((difference) => difference - seen)
  return chanceOf(seen, resampledMeans([moved], { seed })[0] ?? [])
}
