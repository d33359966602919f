/** Business rules at the end of picking: the store's rules, applied to a ranking that is long enough for them. */
import type { Ruled } from '../../models/recommend/rules'
import { applyRules } from '../../models/recommend/rules'
import type { Pick } from '../../shared/domain/narrative'
import type { Persona } from '../../shared/domain/persona'
import type { Rule, RuleMoment } from '../../shared/domain/rules'
import { ruleState } from '../../shared/domain/rules'
import type { Catalogue } from '../store/types'
import { askForTiers, tiersOf } from './tiers'

/** Places of a ranking that rules are applied to at first; ten times as many where they leave too few. */
const RANKED = 1000
/** Why a pinned product is there that nothing else speaks for. */
const PINNED_REASON = 'Recommended by the shop'

/** A day as rules write it, yyyy-mm-dd, where this machine is. */
export function dayOf(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${now.getFullYear()}-${month ?? ''}-${day ?? ''}`
}

/** For whom, what for and when, as rules see it. */
export function momentOf(persona: Persona, occasion: string, now = new Date()): RuleMoment {
  return { today: dayOf(now), occasion, segments: persona.segments }
}

/** The rules that hold. */
export function holding(rules: readonly Rule[], moment: RuleMoment): readonly Rule[] {
  return rules.filter((rule) => ruleState(rule, moment) === 'holds')
}

/** A ranking to be ruled. */
export interface RankingAtHand {
  readonly catalogue: Catalogue
  readonly moment: RuleMoment
  /** Picks wanted. */
  readonly count: number
  /** The ranking as it is without rules, at most this long. */
  readonly rank: (length: number) => Promise<readonly Pick[]>
  /** Ids of products that no pin brings in: what she has bought, and is not offered again before the ranking itself has it. */
  readonly barred: ReadonlySet<string>
}

/** The ranking, and what rules make of it. Ranks deeper until `count` picks are left or the catalogue is at its end. */
export async function ruled(
  { catalogue, moment, count, rank, barred }: RankingAtHand,
  rules: readonly Rule[],
): Promise<Ruled & { readonly ranked: readonly Pick[] }> {
  const tiers = askForTiers(rules) ? { tiers: await tiersOf(catalogue) } : {}
  for (let length = RANKED; ; length *= 10) {
    const ranked = await rank(length)
    const beyond = await named(catalogue, rules, new Set([...ranked.map(({ id }) => id), ...barred]))
    const all = await catalogue.products([...ranked, ...beyond].map(({ id }) => id))
    const products = new Map(all.map((product) => [product.id, product]))
    const { currency } = catalogue.summary
    const after = applyRules(ranked, rules, { ...moment, ...tiers, currency, products, beyond })
    if (after.picks.length >= count || ranked.length < length) return { ...after, ranked }
  }
}

/** Products that pins name and that are in stock, apart from those of `but`. */
async function named(
  catalogue: Catalogue,
  rules: readonly Rule[],
  but: ReadonlySet<string>,
): Promise<readonly Pick[]> {
  const ids = rules.flatMap(({ action, products }) => (action.kind === 'pin' ? (products.ids ?? []) : []))
  const wanted = [...new Set(ids)].filter((id) => !but.has(id))
  if (wanted.length === 0) return []
  return (await catalogue.products(wanted))
    .filter(({ stock }) => stock !== 0)
    .map(({ id, title }) => ({ id, title, score: 0, reason: PINNED_REASON }))
}
