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
  const width = columns.length
  const rows = columns[0]?.length ?? 0
  const table = interleaved(columns, rows)
  const means = columns.map(() => new Float64Array(draws))
  const sums = new Float64Array(width)
  const random = seededRandom(seed)
  for (let draw = 0; draw < draws; draw++) {
    sums.fill(0)
    for (let drawn = 0; drawn < rows; drawn++) {
      const from = random.below(rows) * width
      for (let column = 0; column < width; column++) sums[column]! += table[from + column]!
    }
    for (let column = 0; column < width; column++) means[column]![draw] = sums[column]! / rows
  }
  return means
}

/** [rows x columns], row by row: what is drawn together lies together. */
function interleaved(columns: readonly ArrayLike<number>[], rows: number): Float64Array {
  const table = new Float64Array(rows * columns.length)
  columns.forEach((values, column) => {
    if (values.length !== rows) throw new RangeError(`${values.length} cases do not pair with ${rows}`)
    for (let row = 0; row < rows; row++) table[row * columns.length + column] = values[row]!
  })
  return table
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
