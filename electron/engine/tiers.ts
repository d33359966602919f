/** Price tiers of products by id, as rules that even them out ask for them. */
import { priceTiers } from '../../models/fairness/merchandise'
import type { Merchandise } from '../../models/fairness/merchandise'
import type { PriceTier } from '../../shared/domain/fairness'
import { PRICE_TIERS } from '../../shared/domain/fairness'
import type { Rule } from '../../shared/domain/rules'
import type { Catalogue } from '../store/types'

/** By product id; what has no known price has none. */
export type Tiers = ReadonlyMap<string, PriceTier>

/** Whether any of the rules asks for tiers. */
export function askForTiers(rules: readonly Rule[]): boolean {
  return rules.some(({ action }) => action.kind === 'parity' && action.by === 'priceTier')
}

/** The tiers of products whose ids stand in the order of the columns. */
export function tiersIn(ids: readonly string[], merchandise: Merchandise): Tiers {
  const tiers = priceTiers(merchandise)
  return new Map(
    ids.flatMap((id, row) => {
      const tier = PRICE_TIERS[tiers[row] ?? -1]
      return tier ? [[id, tier] as const] : []
    }),
  )
}

const known = new WeakMap<Catalogue, Promise<Tiers>>()

/** The tiers of a catalogue; worked out once for each version. */
export function tiersOf(catalogue: Catalogue): Promise<Tiers> {
  const found = known.get(catalogue)
  if (found) return found
  const made = Promise.all([catalogue.productColumns(), catalogue.merchandise()]).then(
    ([{ ids }, merchandise]) => tiersIn(ids, merchandise),
  )
  known.set(catalogue, made)
  made.catch(() => known.delete(catalogue))
  return made
}
