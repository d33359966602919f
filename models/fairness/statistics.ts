/** Two groups in one measure: how far apart their means are, and how often chance alone makes such a difference. */
import { seededRandom } from '../../shared/util/random'
import { SMALL_GROUP } from '../../shared/domain/fairness'
import { logChoose, studentP } from './distributions'

/** What a set of values comes to. */
export interface Moments {
  readonly n: number
  /** NaN of nothing. */
  readonly mean: number
  /** Sum of squared distances from the mean. */
  readonly squares: number
}

/** Of known values, NaN left out. */
export function momentsOf(values: Float64Array): Moments {
  let [n, mean, squares] = [0, 0, 0]
  for (const value of values) {
    if (Number.isNaN(value)) continue
    const away = value - mean
    mean += away / ++n
    squares += away * (value - mean)
  }
  return { n, mean: n > 0 ? mean : Number.NaN, squares }
}

/** Of both sets together (Chan, Golub and LeVeque 1983). */
export function together(one: Moments, other: Moments): Moments {
  if (one.n === 0) return other
  if (other.n === 0) return one
  const n = one.n + other.n
  const away = other.mean - one.mean
  return {
    n,
    mean: one.mean + (away * other.n) / n,
    squares: one.squares + other.squares + (away * away * one.n * other.n) / n,
  }
}

/** Sample variance; NaN of fewer than two. */
export function varianceOf({ n, squares }: Moments): number {
  return n > 1 ? squares / (n - 1) : Number.NaN
}

/**
 * Welch's test (1947), two-sided, for means of groups whose variances may differ. Where nothing varies in either it is 1 for equal means, and
 * for others the share of all ways to part the values that part them so. NaN for fewer than two values on a side.
 */
export function welchP(one: Moments, other: Moments): number {
  const [a, b] = [varianceOf(one) / one.n, varianceOf(other) / other.n]
  if (a + b === 0) return partedP(one, other)
  const df = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1))
  return studentP((one.mean - other.mean) / Math.sqrt(a + b), df)
}

/** Student's test (1908), two-sided, for means of groups of one variance. Degenerate cases as in `welchP`. */
export function studentTestP(one: Moments, other: Moments): number {
  const df = one.n + other.n - 2
  const variance = ((one.squares + other.squares) / df) * (1 / one.n + 1 / other.n)
  if (one.n < 2 || other.n < 2) return Number.NaN
  if (variance === 0) return partedP(one, other)
  return studentP((one.mean - other.mean) / Math.sqrt(variance), df)
}

function partedP(one: Moments, other: Moments): number {
  return one.mean === other.mean ? 1 : onlyParting(one.n, other.n)
}

/** The chance of one parting of so many among all there are, and of its mirror image where both sides are as many. */
export function onlyParting(n: number, others: number): number {
  const ways = Math.exp(-logChoose(n + others, n))
  return n === others ? Math.min(1, 2 * ways) : ways
}

/**
 * Hedges' g (1981): the difference in pooled standard deviations, with his correction for few values. 0 where means are equal, NaN where
 * they differ and nothing varies.
 */
export function hedgesG(one: Moments, other: Moments): number {
  const difference = one.mean - other.mean
  if (difference === 0) return 0
  const df = one.n + other.n - 2
  const deviation = Math.sqrt((one.squares + other.squares) / df)
  return deviation === 0 ? Number.NaN : (difference / deviation) * (1 - 3 / (4 * df - 1))
}

/** One side of a comparison; its values, without NaN, are only made where they are needed. */
export interface Side {
  readonly moments: Moments
  readonly values: () => Float64Array
}

/**
 * How often chance makes such a difference. Of 30 and more on either side the more cautious of Welch's and Student's test: the variance of a
 * rare thing is often seen as 0 where it happened to nobody, which Welch's test takes for certainty; the pooled one does not, and is wrong
 * where variances do differ. Of fewer on a side a permutation test, which needs no distribution. NaN for fewer than two values on a side.
 */
export function differenceP(one: Side, other: Side, seed: number): number {
  const least = Math.min(one.moments.n, other.moments.n)
  if (least < 2) return Number.NaN
  if (least < SMALL_GROUP)
    return one.moments.n <= other.moments.n
      ? permutationP(one.values(), other.values(), seed)
      : permutationP(other.values(), one.values(), seed)
  return Math.max(welchP(one.moments, other.moments), studentTestP(one.moments, other.moments))
}

const PERMUTATIONS = 10_000
/** A p value that is far from small needs no exactness: drawing ends when so many were as extreme. */
const ENOUGH = 100

/**
 * Two-sided permutation test (Fisher 1935) of the difference of two means by random partings, ended early where it cannot become small
 * (Besag and Clifford 1991). At least 1 in 10,001. `few` are the fewer.
 */
export function permutationP(few: Float64Array, many: Float64Array, seed: number): number {
  const values = new Float64Array(few.length + many.length)
  values.set(few)
  values.set(many, few.length)
  const middle = (values.reduce((sum, value) => sum + value, 0) / values.length) * few.length
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const seen = Math.abs(few.reduce((sum, value) => sum + value, 0) - middle) - 1e-10 * largest * few.length
  const random = seededRandom(seed)
  let extreme = 0
  for (let drawn = 1; drawn <= PERMUTATIONS; drawn++) {
    let sum = 0
    for (let at = 0; at < few.length; at++) {
      const other = at + random.below(values.length - at)
      const value = values[other]!
      values[other] = values[at]!
      values[at] = value
      sum += value
    }
    if (Math.abs(sum - middle) >= seen) extreme++
    if (extreme === ENOUGH) return extreme / drawn
  }
  return (extreme + 1) / (PERMUTATIONS + 1)
}
