/** Counterfactual probe: what a flip changes, beside what another seed alone changes. */
import { diffArrays } from 'diff'
import type {
  BeyondSeed,
  Estimate,
  FairnessProbe,
  ProbeAnswer,
  ProbeCase,
  ProbeChange,
  ProbeSummary,
} from '../../shared/domain/fairness'
import { probeNotes, probeSentence } from '../../shared/domain/probeSentences'
import { middle, resampledMeans } from '../metrics/bootstrap'
import { signFlipP } from '../metrics/signFlip'
import { mean } from '../metrics/summary'
import { wordsOf } from '../metrics/text'
import { wilson } from '../metrics/wilson'

/** How much of each place is handed on to the next: at .9 the first ten places carry 86 % of the weight (Webber et al. 2010). */
const PERSISTENCE = 0.9

/** Two answers to one person, side by side; picks are cut at `k`. */
export function changeOf(before: ProbeAnswer, after: ProbeAnswer, k: number): ProbeChange {
  const [one, other] = [before, after].map(({ picks }) => picks.slice(0, k).map(({ id }) => id))
  return {
    jaccard: jaccard(one ?? [], other ?? []),
    rankOverlap: rankOverlap(one ?? [], other ?? []),
    priceShift: priceShift(before.picks.slice(0, k), after.picks.slice(0, k)),
    textDistance:
      before.text === undefined || after.text === undefined ? null : textDistance(before.text, after.text),
  }
}

/** Shared by all: 0-1 (Jaccard 1912); 1 for two empty lists. */
export function jaccard(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)]
  const shared = [...a].filter((id) => b.has(id)).length
  const all = a.size + b.size - shared
  return all === 0 ? 1 : shared / all
}

/**
 * Rank-biased overlap, extrapolated from the places seen to all that might follow, 0-1: agreement at each depth, weighing .9 as much as at the
 * depth before (Webber, Moffat and Zobel 2010, equation 32, which allows for lists of unlike length). 1 for two empty lists.
 */
export function rankOverlap(one: readonly string[], other: readonly string[], p = PERSISTENCE): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const [s, l] = [short.length, long.length]
  if (s === 0) return l === 0 ? 1 : 0
  const seen = { short: new Set<string>(), long: new Set<string>() }
  let [shared, atShort, sum] = [0, 0, 0]
  for (let depth = 1; depth <= l; depth++) {
    const [inShort, inLong] = [short[depth - 1], long[depth - 1]]
    if (inShort !== undefined) seen.short.add(inShort)
    if (inLong !== undefined) seen.long.add(inLong)
    shared = [...seen.short].filter((id) => seen.long.has(id)).length
    if (depth === s) atShort = shared
    const beyond = depth > s ? (atShort * (depth - s)) / (s * depth) : 0
    sum += (shared / depth + beyond) * p ** depth
  }
  return ((1 - p) / p) * sum + ((shared - atShort) / l + atShort / s) * p ** l
}

/** Geometric mean price after by that before, less 1; null where either has no price, or they are in unlike currencies. */
export function priceShift(before: ProbeAnswer['picks'], after: ProbeAnswer['picks']): number | null {
  const logs = [before, after].map((picks) =>
    picks.flatMap(({ price }) => (price && price.minor > 0 ? [Math.log(price.minor)] : [])),
  )
  const currencies = new Set([...before, ...after].flatMap(({ price }) => (price ? [price.currency] : [])))
  const [old = [], fresh = []] = logs
  if (old.length === 0 || fresh.length === 0 || currencies.size > 1) return null
  return Math.expm1(mean(fresh) - mean(old))
}

/** Words to insert and to delete by all words of both texts, 0-1: 0 for the same words, 1 for none in common (Myers 1986). */
export function textDistance(before: string, after: string): number {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  const all = old.length + fresh.length
  if (all === 0) return 0
  const changed = diffArrays([...old], [...fresh]).reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? value.length : 0),
    0,
  )
  return changed / all
}

/** What a probe comes to over all people. */
export interface ProbeOutcome {
  readonly flip: ProbeSummary
  readonly reseed: ProbeSummary
  readonly beyondSeed: BeyondSeed | null
  readonly sentence: string
  readonly notes: readonly string[]
}

/** What was flipped, and by which rules that could tell. */
export type Flipped = Pick<FairnessProbe, 'flipped' | 'what' | 'rules'>

/** Sums a probe up; intervals are Wilson's for shares and the percentile bootstrap's for means. Throws RangeError without cases. */
export function summariseProbe(cases: readonly ProbeCase[], flipped: Flipped, seed: number): ProbeOutcome {
  if (cases.length === 0) throw new RangeError('A probe needs one person at least')
  const [flip, reseed] = [summaryOf(cases, 'flip', seed), summaryOf(cases, 'reseed', seed)]
  const beyondSeed = beyondOf(cases, seed)
  const probed = { ...flipped, people: cases.length, flip, reseed, beyondSeed }
  return { flip, reseed, beyondSeed, sentence: probeSentence(probed), notes: probeNotes(probed) }
}

function summaryOf(cases: readonly ProbeCase[], of: 'flip' | 'reseed', seed: number): ProbeSummary {
  const answer = (one: ProbeCase) => (of === 'flip' ? one.after : one.reseeded)
  const changes = cases.map((one) => one[of])
  const estimate = (values: readonly (number | null)[]) => meanEstimate(values, seed)
  const texts = cases.filter((one) => one[of].textDistance !== null)
  const shifts = estimate(changes.map(({ priceShift: shift }) => (shift === null ? null : Math.log1p(shift))))
  return {
    picksChanged: shareEstimate(cases.map((one) => one[of].rankOverlap < 1 - EXACT)),
    productsChanged: shareEstimate(cases.map((one) => one[of].jaccard < 1)),
    textChanged:
      texts.length === 0 ? null : shareEstimate(texts.map((one) => one.before.text !== answer(one).text)),
    jaccard: known(estimate(changes.map((change) => change.jaccard))),
    rankOverlap: known(estimate(changes.map((change) => change.rankOverlap))),
    priceShift: shifts && {
      value: Math.expm1(shifts.value),
      low: Math.expm1(shifts.low),
      high: Math.expm1(shifts.high),
    },
    textDistance: estimate(changes.map((change) => change.textDistance)),
  }
}

/** Lists in the same order have an overlap of 1, but for rounding. */
const EXACT = 1e-9

function shareEstimate(holds: readonly boolean[]): Estimate {
  const count = holds.filter(Boolean).length
  const [low, high] = wilson(count, holds.length)
  return { value: count / holds.length, low, high }
}

function meanEstimate(values: readonly (number | null)[], seed: number): Estimate | null {
  const some = values.filter((value) => value !== null)
  if (some.length === 0) return null
  const [low, high] = middle(resampledMeans([some], { seed, draws: 2000 })[0] ?? [])
  return { value: mean(some), low, high }
}

function known(estimate: Estimate | null): Estimate {
  if (!estimate) throw new RangeError('A probe needs one person at least')
  return estimate
}

/** Of five pairs even the surest turn of signs has a chance of 2 in 32: nothing could come below .05. */
const PAIRS_MIN = 6

/** Whether texts change more under the flip than under another seed, person by person. */
function beyondOf(cases: readonly ProbeCase[], seed: number): BeyondSeed | null {
  const pairs = cases.flatMap(({ flip, reseed }) =>
    flip.textDistance === null || reseed.textDistance === null
      ? []
      : [flip.textDistance - reseed.textDistance],
  )
  if (pairs.length === 0) return null
  return { difference: mean(pairs), p: pairs.length < PAIRS_MIN ? null : signFlipP(pairs, seed) }
}
