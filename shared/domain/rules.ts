/** Business rules: what a shop wants of its recommendations, whoever picks. Kept per catalogue, in order. */
import { aisleLabel } from './aisles'
import type { CurrencyCode } from './catalogue'
import { exposureClassWords, exposureWords } from './exposure'
import type { Exposure } from './fairness'
import { formatMoney } from './money'
import type { PriceRange, ProductFilter } from './productFilter'
import { meansEverything } from './productFilter'

/** What a rule can do. */
export const RULE_KINDS = ['pin', 'boost', 'bury', 'exclude', 'stock', 'priceBand', 'parity'] as const

/** One of the things a rule can do. */
export type RuleKind = (typeof RULE_KINDS)[number]

/**
 * What a rule does with its products.
 *
 * - `pin`: the first of them stands at `position` (1 is the first place).
 * - `boost`: each competes as if it stood `factor` times further up: by 3, the ninth as if it were third.
 * - `bury`: each competes as if it stood `factor` times further down.
 * - `exclude`: none is picked.
 * - `stock`: those known to have fewer than `atLeast` units are not picked.
 * - `priceBand`: those that are not known to cost this much, in the catalogue's currency, are not picked.
 * - `parity`: each competes as if it stood so many times further up as its class says (by 1.3, the 13th as if it were about tenth), so that the
 *   classes get the places they are meant to; classes without a factor count as 1, or as `OTHER_EXPOSURE` where that has one.
 */
export type RuleAction =
  | { readonly kind: 'pin'; readonly position: number }
  | { readonly kind: 'boost'; readonly factor: number }
  | { readonly kind: 'bury'; readonly factor: number }
  | { readonly kind: 'exclude' }
  | { readonly kind: 'stock'; readonly atLeast: number }
  | { readonly kind: 'priceBand'; readonly priceMinor: PriceRange }
  | { readonly kind: 'parity'; readonly by: Exposure; readonly factors: Readonly<Record<string, number>> }

/** When a rule holds; both parts where both are given. */
export interface RuleCondition {
  /** One of these stands in the occasion, in any case. */
  readonly occasion?: readonly string[] | undefined
  /** The shopper is in this segment; upper and lower case are one. */
  readonly segment?: { readonly field: string; readonly value: string } | undefined
}

/** One rule. */
export interface Rule {
  readonly id: string
  /** As people call it, and as picks explain themselves: "Monsoon sale". */
  readonly name: string
  readonly enabled: boolean
  /** First day it holds, yyyy-mm-dd. */
  readonly from?: string | undefined
  /** Last day it holds, yyyy-mm-dd. */
  readonly until?: string | undefined
  readonly when?: RuleCondition | undefined
  readonly products: ProductFilter
  readonly action: RuleAction
}

/** Every rule of a catalogue, first things first. Each change makes a new version. */
export interface RuleBook {
  readonly catalogue: string
  /** 0 while no rule was ever saved. */
  readonly version: number
  readonly rules: readonly Rule[]
  /** What looks like a slip: products that the catalogue lacks, rules that mean none. */
  readonly warnings: readonly RuleWarning[]
}

/** What looks like a slip in a rule; the rule is kept and does what it can. */
export interface RuleWarning {
  readonly ruleId: string
  readonly message: string
}

/** For whom, what for and when rules are to hold. */
export interface RuleMoment {
  /** The day, yyyy-mm-dd. */
  readonly today: string
  readonly occasion: string
  readonly segments: Readonly<Record<string, string>>
}

/** Whether a rule holds, and if not, why. */
export const RULE_STATES = ['holds', 'off', 'early', 'over', 'occasion', 'segment'] as const

/** One of the states of a rule. */
export type RuleState = (typeof RULE_STATES)[number]

/** Whether a rule holds at a moment. */
export function ruleState({ enabled, from, until, when }: Rule, moment: RuleMoment): RuleState {
  if (!enabled) return 'off'
  if (from !== undefined && moment.today < from) return 'early'
  if (until !== undefined && moment.today > until) return 'over'
  const occasion = moment.occasion.toLowerCase()
  if (when?.occasion?.length && !when.occasion.some((text) => occasion.includes(text.toLowerCase())))
    return 'occasion'
  if (when?.segment && !inSegment(moment.segments, when.segment)) return 'segment'
  return 'holds'
}

const inSegment = (
  segments: RuleMoment['segments'],
  { field, value }: { readonly field: string; readonly value: string },
) =>
  // A field may be called anything: "constructor" is no segment of somebody who has none of that name.
  Object.hasOwn(segments, field) && segments[field]?.trim().toLowerCase() === value.trim().toLowerCase()

const stateWords: Readonly<Record<RuleState, string>> = {
  holds: 'holds',
  off: 'switched off',
  early: 'not begun yet',
  over: 'over',
  occasion: 'another occasion',
  segment: 'another segment',
}

/** A state in words. */
export function ruleStateWords(state: RuleState): string {
  return stateWords[state]
}

/** What an action does, in words: "Boost by 3". */
export function actionWords(action: RuleAction, currency: CurrencyCode): string {
  switch (action.kind) {
    case 'pin':
      return `Pin to place ${action.position}`
    case 'boost':
      return `Boost by ${action.factor}`
    case 'bury':
      return `Bury by ${action.factor}`
    case 'exclude':
      return 'Leave out'
    case 'stock':
      return action.atLeast === 1 ? 'Only in stock' : `Only with ${action.atLeast} or more in stock`
    case 'priceBand':
      return `Only ${rangeWords(action.priceMinor, currency)}`
    case 'parity':
      return `Even out ${exposureWords(action.by)}: ${factorWords(action)}`
  }
}

/** The classes that a parity rule moves, the furthest moved first: "premium third x 1.3, budget third x 0.8". */
function factorWords({ by, factors }: RuleAction & { readonly kind: 'parity' }): string {
  const moved = Object.entries(factors)
    .filter(([, factor]) => factor !== 1)
    .sort(([, a], [, b]) => Math.abs(Math.log(b)) - Math.abs(Math.log(a)))
    .map(([value, factor]) => `${exposureClassWords(by, value)} × ${Number(factor.toFixed(2))}`)
  const more = moved.length > NAMED ? ` and ${moved.length - NAMED} more` : ''
  return moved.length === 0 ? 'nothing moves' : moved.slice(0, NAMED).join(', ') + more
}

/** Which products a filter means, in words: "Fenmoor or Orrin, in Bags". */
export function filterWords(filter: ProductFilter, currency: CurrencyCode): string {
  if (meansEverything(filter)) return 'every product'
  const { ids, title, brands, categories, nouns, aisles, priceMinor } = filter
  const range = priceMinor && rangeWords(priceMinor, currency)
  return [
    ids?.length ? alternatives(ids) : '',
    title?.trim() ? `“${title.trim()}” in the title` : '',
    brands?.length ? `brand ${alternatives(brands)}` : '',
    categories?.length ? `in ${alternatives(categories)}` : '',
    nouns?.length ? alternatives(nouns) : '',
    aisles?.length ? `among ${alternatives(aisles.map(aisleLabel))}` : '',
    range ?? '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** When a rule holds, in words; empty where it always does. */
export function momentWords({ from, until, when }: Pick<Rule, 'from' | 'until' | 'when'>): string {
  return [
    from === undefined ? '' : `from ${from}`,
    until === undefined ? '' : `until ${until}`,
    when?.occasion?.length ? `occasion has ${alternatives(when.occasion.map((text) => `“${text}”`))}` : '',
    when?.segment ? `${when.segment.field} is ${when.segment.value}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** A whole rule in one line: "Boost by 3: brand Fenmoor; occasion has “rain”". */
export function ruleWords(rule: Rule, currency: CurrencyCode): string {
  const what = `${actionWords(rule.action, currency)}: ${filterWords(rule.products, currency)}`
  const moment = momentWords(rule)
  return moment === '' ? what : `${what}; ${moment}`
}

const NAMED = 3

function alternatives(values: readonly string[]): string {
  if (values.length > NAMED) return `${values.slice(0, NAMED).join(', ')} or ${values.length - NAMED} more`
  return values.length < 2 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`
}

function rangeWords({ min, max }: PriceRange, currency: CurrencyCode): string {
  const [low, high] = [min, max].map((minor) =>
    minor === undefined ? undefined : formatMoney({ minor, currency }),
  )
  if (low !== undefined && high !== undefined) return `${low} to ${high}`
  if (low !== undefined) return `from ${low}`
  return high === undefined ? 'at any price' : `up to ${high}`
}
