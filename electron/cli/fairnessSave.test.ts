import { describe, expect, it } from 'vitest'
import type { TradeOff, TradeOffPoint } from '../../shared/domain/fairness'
import type { Rule, RuleBook } from '../../shared/domain/rules'
import { keepPoint, keptWords } from './fairnessSave'

const about = { value: 0.1, low: 0, high: 0.2 }
const point = (strength: number): TradeOffPoint => ({
  ...{ strength, factors: [1 / (1 + strength), 1 + strength], shares: [0.5, 0.5] },
  ...{ ndcg: about, groupNdcg: about, cost: null, groupCost: null, gap: about },
})
const found: TradeOff = {
  ...{ catalogue: 'things', version: 1, invented: false, strategy: 'popularity', seed: 1, k: 10, ms: 1 },
  ...{
    segment: { field: 'ageBand', value: '55+' },
    by: 'priceTier',
    measure: 'priceLevel',
    n: 60,
    others: 80,
  },
  classes: ['budget', 'premium'].map((value) => ({ value, own: 0.5, others: 0.5 })),
  ...{ points: [point(0), point(0.5), point(1)], sentence: '' },
}

/** Rules as a catalogue keeps them. */
function shop(rules: Rule[]) {
  const book = (): RuleBook => ({ catalogue: 'things', version: 1, rules, warnings: [] })
  return {
    rules: () => Promise.resolve(book()),
    saveRule: ({ rule }: { readonly rule: Omit<Rule, 'id'> & { readonly id?: string | undefined } }) => {
      const kept = { ...rule, id: rule.id ?? `r${rules.length + 1}` }
      const at = rules.findIndex(({ id }) => id === kept.id)
      rules.splice(at < 0 ? rules.length : at, at < 0 ? 0 : 1, kept)
      return Promise.resolve({ rule: kept, book: book() })
    },
    deleteRule: (_: string | undefined, id: string) => {
      rules.splice(
        rules.findIndex((rule) => rule.id === id),
        1,
      )
      return Promise.resolve(book())
    },
  }
}

describe('a point kept as a rule', () => {
  it('takes the place of the one that was kept for the group before, and says so', async () => {
    const rules: Rule[] = []
    const services = shop(rules)
    const first = await keepPoint(services, found, { name: 'Even prices', point: point(0.5) })
    expect(keptWords(first, found, point(0.5))).not.toContain('in the place of')
    const second = await keepPoint(services, found, { name: 'Evener prices', point: point(1) })
    expect(rules.map(({ id, name }) => [id, name])).toEqual([['r1', 'Evener prices']])
    expect(rules[0]?.action).toMatchObject({ kind: 'parity', factors: { premium: 2 } })
    expect(keptWords(second, found, point(1))).toContain('in the place of "Even prices"')
  })

  it('leaves one of several that were kept, and names those it deletes', async () => {
    const parity = { kind: 'parity' as const, by: 'priceTier' as const, factors: { premium: 2 } }
    const when = { segment: found.segment }
    const ruleOf = (id: string) => ({ id, name: id, enabled: true, when, products: {}, action: parity })
    const other = { segment: { field: 'ageBand', value: '18-24' } }
    const rules: Rule[] = [ruleOf('a'), ruleOf('b'), { ...ruleOf('c'), when: other }]
    const kept = await keepPoint(shop(rules), found, { name: 'New', point: point(1) })
    expect(rules.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(keptWords(kept, found, point(1))).toContain('Deleted, since they evened out the same: "b" (b).')
  })
})
