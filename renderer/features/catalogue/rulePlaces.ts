/** What a place of a rule preview tells of the rules. Pure. */
import type { RankedProduct } from '../../../shared/contract/parts/rules'

/** The list as it would be without rules, or with them. */
export type WhichList = 'before' | 'after'

/** True where rules took a product out, so that it is nowhere in the other list. */
export function isLeftOut({ change, otherPlace }: Pick<RankedProduct, 'change' | 'otherPlace'>): boolean {
  return change === 'removed' && otherPlace === undefined
}

/**
 * What rules did to a product, as far as it belongs in a list. The list without rules names a rule only where it leaves the product out: the
 * other list has no row to say it in.
 */
export function rulesSeen(product: RankedProduct, list: WhichList): readonly string[] {
  return list === 'after' || isLeftOut(product) ? product.rules : []
}
