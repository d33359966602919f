/** Two columns of values over the same cases, and what their difference says: paired bootstrap (`models/metrics/bootstrap.ts`). */
import { chanceOf, middle, resampledMeans } from '../../../models/metrics/bootstrap'
import { holm } from '../../../models/metrics/holm'
import { mean } from '../../../models/metrics/summary'
import type { RunDifference, RunFinding, RunValues } from '../../../shared/domain/run'

/** Values of the cases that both have, in the order of the base. */
export interface Pair {
  readonly base: readonly number[]
  readonly other: readonly number[]
}

/** Two columns that share fewer of their cases are of different studies; a case that failed once does not make them so. */
const SHARED = 0.9
/** Samples drawn, and those where there are many cases, so that a column more is a matter of moments. */
const DRAWS = { few: 10_000, many: 2_000 } as const
const MANY_CASES = 2_000
/** A ratio whose base is 0 in more of the samples than lie outside an interval has no bound. */
const ZERO_SHARE = 0.025

/** The cases of two columns that belong together; undefined where they are of different cases, or a key stands in one of them twice. */
export function pairOf(base: RunValues, other: RunValues): Pair | undefined {
  const at = new Map(other.keys.map((key, index) => [key, index]))
  if (at.size !== other.keys.length || new Set(base.keys).size !== base.keys.length) return undefined
  const pair: { base: number[]; other: number[] } = { base: [], other: [] }
  base.keys.forEach((key, index) => {
    const there = at.get(key)
    if (there === undefined) return
    pair.base.push(base.values[index] ?? NaN)
    pair.other.push(other.values[there] ?? NaN)
  })
  const all = Math.max(base.keys.length, other.keys.length)
  return pair.base.length > 0 && pair.base.length >= SHARED * all ? pair : undefined
}

/** Means of both columns over the same samples of the cases. */
export interface Drawn {
  readonly base: Float64Array
  readonly other: Float64Array
}

/**
 * Samples for columns that are paired with one base of `cases` cases, undefined where one is not; deterministic. Those that pair with all
 * of its cases are drawn together, because drawing is most of the work.
 */
export function drawnOf(pairs: readonly (Pair | undefined)[], cases: number): readonly (Drawn | undefined)[] {
  const whole = pairs.flatMap((pair) => (pair?.base.length === cases ? pair : []))
  const means = meansOf(whole[0] ? [whole[0].base, ...whole.map(({ other }) => other)] : [])
  return pairs.map((pair) => {
    if (!pair) return undefined
    const at = whole.indexOf(pair)
    const [base, other] = at < 0 ? meansOf([pair.base, pair.other]) : [means[0], means[at + 1]]
    return base && other && { base, other }
  })
}

function meansOf(columns: readonly (readonly number[])[]): readonly Float64Array[] {
  const draws = (columns[0]?.length ?? 0) > MANY_CASES ? DRAWS.many : DRAWS.few
  return resampledMeans(columns, { seed: 1, draws })
}

/** The same, the other way round. */
export function flipped<Side>({ base, other }: { readonly base: Side; readonly other: Side }) {
  return { base: other, other: base }
}

/** The other less the base. */
export function differenceOf({ base, other }: Pair, drawn: Drawn): RunDifference {
  const value = mean(other) - mean(base)
  const differences = drawn.other.map((one, draw) => one - (drawn.base[draw] ?? 0))
  const [low, high] = middle(differences)
  const p = chanceOf(
    value,
    differences.map((one) => one - value),
  )
  return { value, low, high, pairs: base.length, p }
}

/** How many times the base the other is; undefined where the base is 0 too often. */
export function ratioOf({ base, other }: Pair, drawn: Drawn): RunFinding['ratio'] {
  const ratios = drawn.other.map((one, draw) => one / (drawn.base[draw] ?? 0)).filter(Number.isFinite)
  if (mean(base) === 0 || ratios.length < (1 - ZERO_SHARE) * drawn.base.length) return undefined
  const [low, high] = middle(ratios)
  return { value: mean(other) / mean(base), low, high }
}

/** The same differences with their p corrected for all that were tested (Holm 1979); those without a p stay as they are. */
export function corrected(all: readonly RunDifference[]): readonly RunDifference[] {
  const adjusted = holm(all.flatMap(({ p }) => p ?? []))
  let next = 0
  return all.map((one) => (one.p === undefined ? one : { ...one, adjustedP: adjusted[next++] }))
}
