/** What differs in one measure among the groups of a segment. */
import type { Estimate, FairnessContrast, FairnessGap, FairnessPair } from '../../shared/domain/fairness'
import { SMALL_GROUP } from '../../shared/domain/fairness'
import type { FairnessWords } from '../../shared/domain/fairnessWords'
import { fairnessWords } from '../../shared/domain/fairnessWords'
import type { Interval } from '../../shared/domain/recommendEvaluation'
import { gini } from '../metrics/exposure'
import { holm } from '../metrics/holm'
import { normalCut } from './distributions'
import type { Figure, Figures } from './figures'
import { differenceOf } from './figures'
import { portion, spreadOf } from './resampling'

/** What a benefit's ratio has to reach (EEOC, 29 CFR 1607.4(D)). */
const FOUR_FIFTHS = 0.8
/** Groups compared pair by pair, at most: the largest. */
const PAIRED_GROUPS = 20

/** A contrast before the whole audit's correction. */
export type RawContrast = Omit<FairnessContrast, 'pHolm'>

/** A gap before the whole audit's correction. */
export interface RawGap extends Omit<FairnessGap, 'contrasts'> {
  readonly contrasts: readonly RawContrast[]
}

/** A group's name and its figure. */
interface Named extends Figure {
  readonly name: string
}

/**
 * The gap of a measure; undefined where no group has a value. Its ends, its ratio and the worst are told from the groups with 30 values and
 * more, from all where there is none.
 * @param names of the groups, in the order of `figures.groups`
 */
export function gapOf(figures: Figures, names: readonly string[], seed: number): RawGap | undefined {
  const { metric, groups } = figures
  const words = fairnessWords(metric)
  const known = groups
    .map((figure, at): Named => ({ ...figure, name: names[at]! }))
    .filter(({ value }) => Number.isFinite(value))
  const large = known.filter(({ n }) => n >= SMALL_GROUP)
  const told = large.length > 0 ? large : known
  const [first] = told
  if (!first) return undefined
  const lowest = told.reduce((least, one) => (one.value < least.value ? one : least), first)
  const highest = told.reduce((most, one) => (one.value > most.value ? one : most), first)
  const ratio = ratioOf(lowest.value, highest.value, words)
  return {
    metric,
    ...{ min: lowest.value, max: highest.value, lowest: lowest.name, highest: highest.name },
    difference: highest.value - lowest.value,
    interval: apartOf(told),
    ratio,
    fourFifths: isBenefitShare(words) && figures.isYesNo ? reaches(lowest, highest, told.length) : null,
    worst: worstOf(lowest, highest, words),
    gini: giniOf(told, words),
    pairs: pairsOf(figures, known, seed),
    contrasts: contrastsOf(figures, names, seed),
  }
}

/**
 * How far the groups that lie furthest apart are from each other. They were picked out for it, and samples always lie further apart than groups do,
 * so the interval holds every difference of two groups at once: as far either way as the largest error among all of them reaches in 95 of 100 samples
 * (Tukey's range, by the bootstrap). Null where any has one value.
 */
function apartOf(told: readonly Named[]): Interval | null {
  const [first] = told
  if (!first || told.length < 2 || told.some(({ n }) => n < 2)) return null
  const values = told.map(({ value }) => value)
  const ranges = first.drawn.map((_, draw) => rangeOf(told.map(({ drawn, value }) => drawn[draw]! - value)))
  const [difference, reach] = [rangeOf(values), portion(ranges, 0.95)]
  if (reach === undefined) return null
  return { low: Math.max(0, difference - reach), high: difference + reach }
}

const rangeOf = (values: readonly number[]) => Math.max(...values) - Math.min(...values)

const isBenefitShare = ({ better, form, over }: FairnessWords) =>
  better === 'higher' && form === 'share' && over !== 'group'

/**
 * Whether the smaller of two shares is four fifths of the larger beyond chance: by the interval of the logarithm of their ratio, half a case added to
 * each (Walter 1975), wide enough for every pair of the groups, of which these two are the furthest apart. Null where it holds both, and of few.
 */
function reaches(lowest: Named, highest: Named, groups: number): boolean | null {
  if (groups < 2 || lowest === highest || lowest.n < SMALL_GROUP || highest.n < SMALL_GROUP) return null
  const [low, high] = [lowest, highest].map(({ value, n }) => ({
    yes: Math.round(value * n) + 0.5,
    n: n + 0.5,
  }))
  if (!low || !high) return null
  const log = Math.log(low.yes / low.n) - Math.log(high.yes / high.n)
  const error = Math.sqrt(1 / low.yes - 1 / low.n + 1 / high.yes - 1 / high.n)
  const half = normalCut(0.05 / ((groups * (groups - 1)) / 2)) * error
  if (log - half >= Math.log(FOUR_FIFTHS)) return true
  return log + half < Math.log(FOUR_FIFTHS) ? false : null
}

function worstOf(lowest: Named, highest: Named, { better }: FairnessWords): string | null {
  if (better === undefined || lowest.value === highest.value) return null
  return better === 'higher' ? lowest.name : highest.name
}

/** The smaller by the larger, 0-1; null where that says nothing. */
function ratioOf(low: number, high: number, { scale }: FairnessWords): number | null {
  if (scale === 'log') return Math.exp(low - high)
  return scale === 'zero' && low >= 0 && high > 0 ? low / high : null
}

function giniOf(told: readonly Named[], { form, scale }: FairnessWords): number | null {
  if (form !== 'money' && scale !== 'zero') return null
  const uneven = gini(told.map(({ value }) => (form === 'money' ? Math.exp(value) : value)))
  return Number.isFinite(uneven) ? uneven : null
}

function pairsOf({ isYesNo }: Figures, known: readonly Named[], seed: number): readonly FairnessPair[] {
  const kept = new Set([...known].sort((a, b) => b.n - a.n).slice(0, PAIRED_GROUPS))
  const compared = known.filter((group) => kept.has(group))
  const pairs = compared.flatMap((a, at) =>
    compared.slice(at + 1).flatMap((b) => {
      const found = differenceOf(a, b, { isYesNo, seed })
      if (!found) return []
      const { difference, low, high, p } = found
      return [{ a: a.name, b: b.name, difference, low, high, p }]
    }),
  )
  const corrected = holm(pairs.map(({ p }) => p))
  return pairs.map((pair, at) => ({ ...pair, pHolm: corrected[at]! }))
}

function contrastsOf(figures: Figures, names: readonly string[], seed: number): readonly RawContrast[] {
  const { metric, groups, others, isYesNo } = figures
  return groups.flatMap((group, at) => {
    const rest = others[at]!
    const found = differenceOf(group, rest, { isYesNo, seed })
    if (!found) return []
    const { difference, low, high, p, effect } = found
    const relative = relativeOf(group, rest, fairnessWords(metric))
    return [
      { group: names[at]!, value: group.value, rest: rest.value, difference, low, high, relative, effect, p },
    ]
  })
}

/** The group by the others, less 1; null without a true zero, and where a sample of either has nothing. */
function relativeOf(group: Figure, rest: Figure, { scale }: FairnessWords): Estimate | null {
  if (scale === 'none') return null
  const isLog = scale === 'log'
  if (!isLog && [group, rest].some(({ value, drawn }) => !(value > 0) || drawn.some((one) => one <= 0)))
    return null
  const by = (one: number, other: number) => (isLog ? Math.expm1(one - other) : one / other - 1)
  const spread = spreadOf(group.drawn.map((value, draw) => by(value, rest.drawn[draw]!)))
  return spread ? { value: by(group.value, rest.value), ...spread } : null
}
