/** What a trade-off says, in one plain sentence made from its figures, and the rule that one of its points is. */
import type { Exposure, TradeOff, TradeOffMeasure, TradeOffPoint } from './fairness'
import { exposureWords } from './exposure'
import { meansEverything } from './productFilter'
import type { Rule } from './rules'

/** What the sentence is made from. */
export type ToldTradeOff = Pick<TradeOff, 'measure' | 'points' | 'halves' | 'by'>

/**
 * The least strength that halves the gap, else the one that leaves the least of it, and its cost: "At 60 % the gap in price level falls from
 * 6.3 % to 2.1 %, at a cost of 0.3 % of NDCG (group 1.8 %)."
 */
export function tradeOffSentence({ measure, points, halves, by }: ToldTradeOff): string {
  const [first] = points
  const told = points.find(({ strength }) => strength === halves) ?? leastGap(points)
  if (!first || !told) return 'There is no point to tell of.'
  const what = gapWords(measure, by)
  const [from, to] = [first, told].map(({ gap }) => sizeOf(gap.value, measure))
  if (told === first)
    return `No strength makes the gap in ${what} smaller than the ${from ?? ''} that it is without evening out.`
  const turned = first.gap.value * told.gap.value < 0 ? ' the other way' : ''
  const falls = `the gap in ${what} falls from ${from ?? ''} to ${to ?? ''}${turned}, ${costWords(told)}.`
  return halves === undefined
    ? `No strength halves the gap; at ${percent(told.strength, 0)} % ${falls}`
    : `At ${percent(told.strength, 0)} % ${falls}`
}

/** The smallest strength at which the gap is half of what it was, or less; undefined where none does, or there was none. */
export function halvingStrength(points: readonly TradeOffPoint[]): number | undefined {
  const start = Math.abs(points[0]?.gap.value ?? 0)
  if (start === 0) return undefined
  return points.find(({ gap }) => Math.abs(gap.value) <= start / 2)?.strength
}

/** A point of a trade-off as a rule for its group. */
export function parityRule(
  name: string,
  { segment, by, classes }: Pick<TradeOff, 'segment' | 'by' | 'classes'>,
  { factors }: Pick<TradeOffPoint, 'factors'>,
): Omit<Rule, 'id'> {
  const entries = classes.map(({ value }, at) => [value, rounded(factors[at] ?? 1)])
  return {
    ...{ name, enabled: true, products: {} },
    when: { segment: { field: segment.field, value: segment.value } },
    action: { kind: 'parity', by, factors: Object.fromEntries(entries) as Readonly<Record<string, number>> },
  }
}

/**
 * Rules that even the same shares out for the same group whatever the occasion, in their order: what a new one takes the place of, since the
 * factors of two multiply and the curve is drawn without any.
 */
export function parityRulesFor(
  rules: readonly Rule[],
  { segment, by }: Pick<TradeOff, 'segment' | 'by'>,
): readonly Rule[] {
  const plain = (text: string) => text.trim().toLowerCase()
  return rules.filter(
    ({ enabled, action, when, products }) =>
      enabled &&
      action.kind === 'parity' &&
      action.by === by &&
      when?.segment?.field === segment.field &&
      plain(when.segment.value) === plain(segment.value) &&
      !when.occasion?.length &&
      meansEverything(products),
  )
}

/** Four digits are more than a rule's effect can show. */
const rounded = (factor: number) => Number(factor.toPrecision(4))

function leastGap(points: readonly TradeOffPoint[]): TradeOffPoint | undefined {
  return points.reduce<TradeOffPoint | undefined>(
    (least, one) => (least && Math.abs(least.gap.value) <= Math.abs(one.gap.value) ? least : one),
    undefined,
  )
}

const gapWords = (measure: TradeOffMeasure, by: Exposure) =>
  measure === 'priceLevel' ? 'price level' : `the shares of ${exposureWords(by)}`

/** Logarithms of prices are told by what they stand for. */
function sizeOf(gap: number, measure: TradeOffMeasure): string {
  return measure === 'priceLevel' ? `${percent(Math.abs(Math.expm1(gap)))} %` : `${percent(Math.abs(gap))} %`
}

function costWords({ cost, groupCost }: TradeOffPoint): string {
  if (!cost) return 'at a cost that cannot be told, since nothing of what shoppers took stands in their lists'
  const group = groupCost ? ` (group ${signedCost(groupCost.value)})` : ''
  return cost.value > 0
    ? `with ${percent(cost.value)} % more NDCG${group}`
    : `at a cost of ${percent(-cost.value)} % of NDCG${group}`
}

/** What is lost without a sign, as beside "cost"; what is gained with one. */
const signedCost = (cost: number) => `${cost > 0 ? '+' : ''}${percent(Math.abs(cost))} %`

/** 0.0632 as "6.3", and never "-0.0". */
function percent(share: number, digits = 1): string {
  return Math.abs(100 * share)
    .toFixed(digits)
    .replace(/\.0$/, '')
}
