/** What a counterfactual probe says, in plain sentences: made from its figures alone. */
import type { Estimate, FairnessProbe, ProbeRules, ProbeSummary } from './fairness'
import { FINDING_LEVEL, listed, metricShare, percent, rangeText } from './fairnessSentences'

/** What a probe found. */
export type Probed = Pick<
  FairnessProbe,
  'flipped' | 'what' | 'rules' | 'people' | 'flip' | 'reseed' | 'beyondSeed'
>

/**
 * A probe: "Changing the age band to 55+ and nothing else changes which products 10 % of 20 people see [3–30 %], and products or their order for 25 %
 * [11–47 %], prices by −3 % [−5 % to −1 %]; another seed alone changes products for 0 %, products or order for 0 %. Texts change no more than another seed changes them: 31 % of their words beside 30 %." Where nobody is
 * shown or told anything else: "Nothing changes: …".
 */
export function probeSentence(probed: Probed): string {
  return isUnchanged(probed) ? nothingSentence(probed) : changesSentence(probed)
}

const isUnchanged = ({ flip }: Probed) => flip.picksChanged.value === 0 && !(flip.textDistance?.value ?? 0)

function nothingSentence({ flipped, what, people, flip, rules }: Probed): string {
  const whose = people === 1 ? 'the one person is' : `all ${people} people are`
  const same = flip.textDistance ? 'shown and told' : 'shown'
  const why = what === 'segment' ? ` ${readBy(rules)}` : ''
  return `Nothing changes: with the ${flipped} and nothing else changed ${whose} ${same} exactly what they were.${why}`
}

function changesSentence({ flipped, what, rules, people, flip, reseed, beyondSeed }: Probed): string {
  const isOne = people === 1
  const picks = isOne
    ? onePicks(flip)
    : `changes which products ${sharedBy(flip.productsChanged, ` of ${people} people see`)}, and products or their order for ${sharedBy(flip.picksChanged)}`
  const price = flip.priceShift ? `, ${pricesText(flip.priceShift, isOne)}` : ''
  const seed = isOne
    ? `another seed alone ${oneSeed(reseed)}`
    : `another seed alone changes products for ${metricShare(reseed.productsChanged.value)}, products or order for ${metricShare(reseed.picksChanged.value)}`
  const why = what === 'segment' ? ` ${readBy(rules)}` : ''
  return `Changing the ${flipped} and nothing else ${picks}${price}; ${seed}.${textsSentence(beyondSeed, flip, reseed)}${why}`
}

const sharedBy = (share: Estimate, whose = '') =>
  `${metricShare(share.value)}${whose} [${rangeText(share, 1, '%', percent)}]`

function onePicks({ picksChanged, productsChanged }: ProbeSummary): string {
  if (productsChanged.value > 0) return 'changes which products the one person sees'
  return picksChanged.value > 0
    ? 'changes the order of what the one person sees, and no product'
    : 'does not change the picks of the one person'
}

function oneSeed({ picksChanged, productsChanged }: ProbeSummary): string {
  if (productsChanged.value > 0) return 'changes products too'
  return picksChanged.value > 0 ? 'changes their order alone' : 'changes nothing in them'
}

function pricesText({ value, low, high }: Estimate, isOne: boolean): string {
  if (low === 0 && high === 0) return 'prices not at all'
  const ends = isOne ? '' : ` [${signedShare(low)} to ${signedShare(high)}]`
  return `prices by ${signedShare(value)}${ends}`
}

function textsSentence(
  beyondSeed: Probed['beyondSeed'],
  { textDistance: flip }: Probed['flip'],
  { textDistance: reseed }: Probed['reseed'],
): string {
  if (!beyondSeed || !flip || !reseed) return ''
  if (flip.value === 0) return ' No text changes.'
  const both = `${metricShare(flip.value)} of their words beside ${metricShare(reseed.value)}`
  if (beyondSeed.p === null)
    return ` Beside another seed, which changes texts too, too few people were probed to tell: ${both}.`
  if (beyondSeed.p >= FINDING_LEVEL)
    return ` That texts change more than another seed changes them is not shown: ${both}.`
  return ` Texts change ${beyondSeed.difference > 0 ? 'more' : 'less'} than another seed changes them: ${both}.`
}

const signedShare = (share: number) => `${share > 0 ? '+' : ''}${metricShare(share).replace('-', '−')}`

/** By what alone an attribute can change anything. */
function readBy(rules: ProbeRules): string {
  return `Picks and texts read this attribute through business rules alone: ${rulesWords(rules)}.`
}

function rulesWords({ before, after }: ProbeRules): string {
  if (before.length === 0 && after.length === 0) return 'none holds, before or after'
  const same = before.length === after.length && before.every((name) => after.includes(name))
  if (same) return `the same hold before and after (${listed(before, 'and')})`
  return `before ${named(before)}, after ${named(after)}`
}

const named = (rules: readonly string[]) => {
  if (rules.length === 0) return 'none holds'
  return `${listed(rules, 'and')} ${rules.length === 1 ? 'holds' : 'hold'}`
}

/** Fewer people than this cannot show that texts change more than by chance. */
const FEW = 6

/** What a reader of a probe must know beside its figures. */
export function probeNotes({ what, rules, people, flip }: Probed): readonly string[] {
  const few =
    flip.textDistance?.value && people < FEW
      ? [`Fewer than ${FEW} people cannot show whether texts change beyond another seed: no p is told.`]
      : []
  if (what === 'name') return ['Texts say the name; picks never read it, nor does any business rule.', ...few]
  return [
    `The recommender and the language model never read this attribute; the business rules do, and nothing else. ${capital(rulesWords(rules))}.`,
    ...few,
  ]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
