/** The retail demo store's queries with the judgements that their rules give over a catalogue. */
import type { Product } from '../../../shared/domain/catalogue'
import type { Grade, JudgedQuery } from '../judged'
import type { RetailQuery } from './queries'
import { ruleOf } from './rule'

/** Judges every product for every query; queries that nothing answers are left out. */
export function judgedRetail(
  queries: readonly RetailQuery[],
  products: readonly Product[],
): readonly JudgedQuery[] {
  return queries
    .map(([query, best, fair]) => {
      const rules = [ruleOf(best), ruleOf(fair)] as const
      const grades = new Map<string, Grade>()
      for (const product of products) {
        if (rules[0](product)) grades.set(product.id, 2)
        else if (rules[1](product)) grades.set(product.id, 1)
      }
      return { query, grades }
    })
    .filter(({ grades }) => grades.size > 0)
}
