/** What a fairness audit says, in plain sentences: made from its figures alone. */
import type { CurrencyCode } from './catalogue'
import type {
  Estimate,
  ExposureTable,
  FairnessContrast,
  FairnessFinding,
  FairnessGap,
  FairnessGroup,
  FairnessMeasure,
} from './fairness'
import {
  differenceText,
  exposureLabel,
  fairnessWords,
  fieldWords,
  groupWords,
  segmentWords,
  valueText,
} from './fairnessWords'
import type { Interval } from './recommendEvaluation'

/** Chance may make a finding this seldom for it to be called one; after correction. */
export const FINDING_LEVEL = 0.05

type Phrase = readonly [more: string, less: string, than: string]

/** `{x}` is by how much, with its interval; each reads on after "Shoppers with age band 55+". */
const phrases: Readonly<Record<FairnessMeasure, Phrase>> = {
  ndcg: [
    'are served {x} better',
    'are served {x} worse',
    'than other shoppers, by NDCG of what they took next',
  ],
  hr: [
    'find what they take next {x} more often in their list',
    'find what they take next {x} less often in their list',
    'than other shoppers do',
  ],
  priceLevel: [
    'see picks that are {x} dearer for their kind',
    'see picks that are {x} cheaper for their kind',
    'than other shoppers see',
  ],
  priceLift: [
    'see picks that lie {x} higher in price beside what they took themselves',
    'see picks that lie {x} lower in price beside what they took themselves',
    'than those of other shoppers do',
  ],
  historyLevel: [
    'have a history of products that are {x} dearer for their kind',
    'have a history of products that are {x} cheaper for their kind',
    'than other shoppers have',
  ],
  price: ['see picks that cost {x} more', 'see picks that cost {x} less', 'than what other shoppers see'],
  premium: ['see {x} more premium picks', 'see {x} fewer premium picks', 'than other shoppers see'],
  discount: [
    'see discounts that are {x} larger',
    'see discounts that are {x} smaller',
    'than those other shoppers see',
  ],
  popularity: [
    'see picks that {x} more shoppers know',
    'see picks that {x} fewer shoppers know',
    'than know those of other shoppers',
  ],
  diversity: [
    'see picks that are {x} more varied',
    'see picks that are {x} less varied',
    'than other shoppers see',
  ],
  miscalibration: [
    'see a mix of categories that is {x} further from their own history',
    'see a mix of categories that is {x} nearer to their own history',
    'than other shoppers see',
  ],
  popularityLift: [
    'are moved {x} further towards what is popular',
    'are moved {x} less towards what is popular',
    'than other shoppers are, each beside their own history',
  ],
  coverage: [
    'are shown {x} more different products',
    'are shown {x} fewer different products',
    'than as many other shoppers are',
  ],
  words: ['read texts that are {x} longer', 'read texts that are {x} shorter', 'than other shoppers read'],
  facts: ['are told {x} more facts', 'are told {x} fewer facts', 'than other shoppers are'],
  grounded: [
    'read texts without a fault {x} more often',
    'read texts without a fault {x} less often',
    'than other shoppers do',
  ],
  readingGrade: [
    'read texts that are {x} harder to read',
    'read texts that are {x} easier to read',
    'than other shoppers read',
  ],
  voice: [
    'are spoken to in the voice asked for {x} more often',
    'are spoken to in the voice asked for {x} less often',
    'than other shoppers are',
  ],
  calls: ['are called to act {x} more often', 'are called to act {x} less often', 'than other shoppers are'],
  priceMentions: ['hear the price {x} more often', 'hear the price {x} less often', 'than other shoppers do'],
  told: [
    'read texts in which they can be told apart {x} more often',
    'read texts in which they can be told apart {x} less often',
    'than other shoppers do',
  ],
}

/** What a difference is told from. */
type Told = Pick<FairnessContrast, 'difference' | 'low' | 'high' | 'relative'>

/** The same with its test. */
type Tested = Told & Pick<FairnessContrast, 'pHolm'>

/**
 * A contrast as a sentence: "Shoppers with age band 55+ see picks that are 6 % cheaper for their kind [3–9 %] than other shoppers see."
 */
export function findingSentence(
  metric: FairnessMeasure,
  values: FairnessGroup['values'],
  contrast: Told,
): string {
  const [, , than] = phrases[metric]
  const others = sizeOf(metric, contrast).times ? than.replace(/^than/, 'as') : than
  return `Shoppers ${groupWords(values)} ${clause(metric, contrast)} ${others}.`
}

/**
 * The first finding, and what the same shoppers are told where that differs too: one sentence. Where it is of what shoppers did, how much of
 * it their picks hand on.
 * @param picks the same group's contrast in `priceLevel`
 */
export function headlineOf(findings: readonly FairnessFinding[], picks?: Tested): string | undefined {
  const [first] = findings
  if (!first) return undefined
  if (first.metric === 'historyLevel' && picks) {
    const { amount, interval } = sizeOf('priceLevel', picks)
    const way = picks.difference < 0 ? 'cheaper' : 'dearer'
    const size =
      picks.pHolm < FINDING_LEVEL
        ? `their picks are ${amount} ${way} [${interval}]`
        : `in their picks no difference beyond chance was seen (${amount} ${way}, ${interval})`
    return `${first.sentence.slice(0, -1)}; ${size}.`
  }
  const inTexts = fairnessWords(first.metric).over === 'texts'
  const told = findings.find(
    ({ segment, group, metric }) =>
      !inTexts &&
      segment === first.segment &&
      group === first.group &&
      fairnessWords(metric).over === 'texts',
  )
  return told ? `${first.sentence.slice(0, -1)}, and ${clause(told.metric, told)}.` : first.sentence
}

/** What an audit that found nothing could have found. */
export interface Unseen {
  readonly segments: readonly (readonly string[])[]
  readonly shoppers: number
  /** The measure that is told, and the smallest difference in it that is seen four times in five; undefined where nothing could be tested. */
  readonly visible?: { readonly metric: FairnessMeasure; readonly difference: number }
}

/** An audit that found nothing: "No difference by age band or gender is larger than chance explains; …". */
export function nothingSentence({ segments, shoppers, visible }: Unseen): string {
  const by = listed(segments.map(segmentWords), 'or')
  const none = `No difference by ${by} is larger than chance explains`
  if (!visible) return `${none}; there is too little to tell.`
  const { metric, difference } = visible
  const size = sizeOf(metric, { difference, low: difference, high: difference, relative: null }).amount
  const label = lowerFirst(fairnessWords(metric).label)
  const count = shoppers.toLocaleString('en-GB')
  return `${none}; with ${count} shoppers a difference of ${size} in ${label} would have been seen with 80 % power.`
}

/** What a gap chart shows: its ends, how far they are apart, and which groups chance does not explain. */
export function gapSentence(gap: FairnessGap, currency?: CurrencyCode): string {
  const { metric, lowest, highest, min, max, difference, interval, contrasts } = gap
  const { label } = fairnessWords(metric)
  if (contrasts.length === 0 || lowest === highest)
    return `${label} is ${valueText(metric, max, currency)} in ${lowest}; there is no group to compare.`
  const ends = `${label} is lowest in ${lowest} (${valueText(metric, min, currency)}) and highest in ${highest} (${valueText(metric, max, currency)})`
  const apart = interval
    ? `: ${differenceText(metric, difference)} [${differenceText(metric, interval.low)} to ${differenceText(metric, interval.high)}]`
    : ''
  const found = contrasts.filter(({ pHolm }) => pHolm < FINDING_LEVEL).map(({ group }) => group)
  const verdict =
    found.length === 0
      ? 'Chance may explain every difference of a group from the others.'
      : `Chance does not explain how ${listed(found, 'and')} ${found.length === 1 ? 'differs' : 'differ'} from the others.`
  return `${ends}${apart}. ${verdict}`
}

/**
 * What an exposure table shows: the group whose share of places is furthest from the others' beyond chance, and in what; or that none is.
 */
export function exposureSentence(
  { by, rows, distances }: ExposureTable,
  groups: readonly FairnessGroup[],
): string {
  const kinds = lowerFirst(exposureLabel(by))
  const known = distances.filter((one) => one !== null)
  if (known.length < 2) return `There is no group to compare in ${kinds}.`
  const apart = known.filter(({ low }) => low > 0)
  const large = apart.filter(({ group }) => groups.some(({ value, small }) => value === group && !small))
  const furthest = mostOf(large.length > 0 ? large : apart, ({ distance }) => distance)
  if (!furthest) return `In ${kinds} no group is further from the others than chance may explain.`
  const at = groups.findIndex(({ value }) => value === furthest.group)
  const row = mostOf(rows, awayAt(at))
  const share = row?.shares[at]
  const most =
    row && share?.difference
      ? ` Most in ${row.value}: ${metricShare(share.share)} of its places, ${metricShare(share.share - share.difference.value)} of the others'${share.difference.pHolm < FINDING_LEVEL ? '' : ', which by itself may be chance'}.`
      : ''
  return (
    `${furthest.group} is furthest from the others in ${kinds}: ${metricShare(furthest.distance)} of places would have to change ` +
    `[${metricShare(furthest.low)} to ${metricShare(furthest.high)}].${most}`
  )
}

/** How far a group is from all others in a row. */
const awayAt = (at: number) => (row: ExposureTable['rows'][number]) =>
  Math.abs(row.shares[at]?.difference?.value ?? 0)

function mostOf<T>(all: readonly T[], by: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (most, one) => (most !== undefined && by(most) >= by(one) ? most : one),
    undefined,
  )
}

/** "see picks that are 6 % cheaper for their kind [3–9 %]". */
function clause(metric: FairnessMeasure, told: Told): string {
  const [more, less] = phrases[metric]
  const { amount, interval, times } = sizeOf(metric, told)
  const phrase = told.difference >= 0 ? more : less
  const filled = times ? phrase.replace('{x} more often', `${times} as often`) : phrase.replace('{x}', amount)
  return `${filled} [${interval}]`
}

/** By how much, without its direction. */
interface Size {
  readonly amount: string
  readonly interval: string
  /** "twice", where it is that much more often. */
  readonly times?: string
}

/** From here on "twice as often" says more than "100 % more often". */
const TIMES_FROM = 0.75

function sizeOf(metric: FairnessMeasure, told: Told): Size {
  const relative = relativeOf(metric, told)
  if (!relative) return absoluteSize(metric, told)
  if (relative.value >= TIMES_FROM && phrases[metric][0].includes('{x} more often')) {
    const [low, high] = [relative.low, relative.high].map((end) => (end + 1).toFixed(1))
    const factor = (relative.value + 1).toFixed(1)
    return {
      amount: percent(relative.value),
      interval: `${low}–${high} times`,
      times: factor === '2.0' ? 'twice' : `${factor} times`,
    }
  }
  const way = relative.value < 0 ? -1 : 1
  return { amount: `${percent(way * relative.value)} %`, interval: rangeText(relative, way, '%', percent) }
}

/** Logarithms are told by what they stand for, also where no ratio was kept. */
function relativeOf(
  metric: FairnessMeasure,
  { difference, low, high, relative }: Told,
): Estimate | undefined {
  if (relative) return relative
  if (fairnessWords(metric).scale !== 'log') return undefined
  return { value: Math.expm1(difference), low: Math.expm1(low), high: Math.expm1(high) }
}

function absoluteSize(metric: FairnessMeasure, { difference, low, high }: Told): Size {
  const { form } = fairnessWords(metric)
  const way = difference < 0 ? -1 : 1
  if (form === 'share' || form === 'lift')
    return {
      amount: `${percent(way * difference)} percentage points`,
      interval: rangeText({ low, high }, way, 'points', percent),
    }
  const digits = form === 'figure' ? 3 : 1
  const unit = metric === 'readingGrade' ? 'school years' : ''
  const text = (value: number) => value.toFixed(digits)
  return {
    amount: `${text(way * difference)} ${unit}`.trim(),
    interval: rangeText({ low, high }, way, unit, text),
  }
}

/** "3–9 %", and "−1 to 9 %" where its ends lie on both sides. */
export function rangeText(
  { low, high }: Interval,
  way: 1 | -1,
  unit: string,
  text: (value: number) => string,
): string {
  const [from, to] = way === 1 ? [low, high] : [-high, -low]
  const [first, last] = [text(from).replace('-', '−'), text(to).replace('-', '−')]
  return `${first}${first.startsWith('−') ? ' to ' : '–'}${last} ${unit}`.trim()
}

/** 0.0632 as "6.3", 0.182 as "18". */
export function percent(share: number): string {
  const value = 100 * share
  return Math.abs(value) < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0)
}

/** 0.0632 as "6.3 %". */
export const metricShare = (share: number) => `${percent(share)} %`

/** "age band, gender or region". */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}

/** Keeps abbreviations: "NDCG". */
function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** "age band to 55+", as `FairnessProbe.flipped` has it. */
export function flipWords(field: string, value: string): string {
  return `${fieldWords(field)} to ${value}`
}
