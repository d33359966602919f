/** Keeping a point of a trade-off as a rule: which rules it takes the place of, and whether it holds. Pure. */
import type { RuleDraft } from '../../../shared/contract/ruleSchemas'
import type { TradeOff, TradeOffPoint } from '../../../shared/domain/fairness'
import { parityRule, parityRulesFor } from '../../../shared/domain/tradeOffSentence'
import type { Rule, RuleAction } from '../../../shared/domain/rules'
import { ruleState } from '../../../shared/domain/rules'

/** Rules to save together, and the same rules as they were. */
export interface Keeping {
  readonly drafts: readonly RuleDraft[]
  readonly before: readonly Rule[]
}

/**
 * What keeps a point: it takes the place of the first rule that evens the same out for the same group, and switches further ones off. Factors of
 * two would multiply.
 */
export function keepingOf(
  rules: readonly Rule[],
  name: string,
  tradeOff: TradeOff,
  point: TradeOffPoint,
): Keeping {
  const before = parityRulesFor(rules, tradeOff)
  const [first, ...others] = before
  const rule = { ...parityRule(name, tradeOff, point), ...(first ? { id: first.id } : {}) }
  return { drafts: [rule, ...others.map((one) => ({ ...one, enabled: false }))], before }
}

/** That a rule for the group is there already, as a fact: of this very point of the curve, or of another. */
export function standingWords({ name, action }: Rule, tradeOff: TradeOff, point: TradeOffPoint): string {
  return hasFactors(action, parityRule(name, tradeOff, point).action)
    ? `Rule “${name}” holds this point. Moving the slider and saving again replaces it.`
    : `Rule “${name}” holds another point of this curve. Saving replaces it.`
}

function hasFactors(one: RuleAction, other: RuleAction): boolean {
  if (one.kind !== 'parity' || other.kind !== 'parity') return false
  const values = new Set([...Object.keys(one.factors), ...Object.keys(other.factors)])
  return [...values].every((value) => (one.factors[value] ?? 1) === (other.factors[value] ?? 1))
}

/** What saving did to the rules before, in words; a name that stays is not said twice. */
export function keptWords({ before }: Keeping): string {
  const [first, ...others] = before.map(({ name }) => `“${name}”`)
  if (first === undefined) return 'It holds in the Studio, on the command line and in audits with rules.'
  const off = others.length === 0 ? '' : ` Switched off: ${others.join(', ')}.`
  return `It takes the place of ${first}, which would have been applied on top.${off}`
}

/** The rule of that id, where it evens the group of the trade-off out on that day. */
export function holdingRule(
  rules: readonly Rule[],
  { id, today }: { readonly id: string; readonly today: string },
  tradeOff: TradeOff,
): Rule | undefined {
  const { field, value } = tradeOff.segment
  const moment = { today, occasion: '', segments: { [field]: value } }
  return parityRulesFor(rules, tradeOff).find((rule) => rule.id === id && ruleState(rule, moment) === 'holds')
}
