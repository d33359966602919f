/** Keeps a point of a trade-off as a business rule, in the place of those that even the same out for the same group. */
import type { Services } from '../../shared/contract/services'
import type { TradeOff, TradeOffPoint } from '../../shared/domain/fairness'
import type { Rule } from '../../shared/domain/rules'
import { parityRule, parityRulesFor } from '../../shared/domain/tradeOffSentence'
import { strengthWords } from './showFairness'

/** A rule kept. */
export interface KeptRule {
  readonly rule: Rule
  /** In whose place, as they were: the first is changed, others are deleted. */
  readonly replaced: readonly Rule[]
}

/** Keeps it. Two rules for one group would multiply, while the curve is drawn before any; so what is there already gives way. */
export async function keepPoint(
  services: Pick<Services, 'rules' | 'saveRule' | 'deleteRule'>,
  found: TradeOff,
  { name, point }: { readonly name: string; readonly point: TradeOffPoint },
): Promise<KeptRule> {
  const { catalogue } = found
  const replaced = parityRulesFor((await services.rules(catalogue)).rules, found)
  const [first, ...others] = replaced
  const draft = parityRule(name, found, point)
  const { rule } = await services.saveRule({ catalogue, rule: first ? { ...draft, id: first.id } : draft })
  for (const { id } of others) await services.deleteRule(catalogue, id)
  return { rule, replaced }
}

/** What was done, and how to undo it. */
export function keptWords(
  { rule, replaced }: KeptRule,
  found: TradeOff,
  { strength }: TradeOffPoint,
): string {
  const [first, ...others] = replaced
  const place = first ? `, in the place of "${first.name}"` : ''
  const gone = others.map(({ name, id }) => `"${name}" (${id})`)
  return [
    `Saved "${rule.name}" (${rule.id}) in "${found.catalogue}", at ${strengthWords(strength)}${place}. "shelftalk rules delete ${rule.id}" takes it out.`,
    ...(gone.length > 0
      ? [
          `Deleted, since they evened out the same: ${gone.join(', ')}. "shelftalk rules restore ID" brings one back.`,
        ]
      : []),
  ].join(' ')
}
