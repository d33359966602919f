import { describe, expect, it } from 'vitest'
import type { TradeOff, TradeOffPoint } from '../../../shared/domain/fairness'
import type { Rule } from '../../../shared/domain/rules'
import { holdingRule, keepingOf, keptWords, standingWords } from './keeping'

const segment = { field: 'ageBand', value: '55+' }
const tradeOff = {
  ...{ segment, by: 'priceTier', measure: 'priceLevel', points: [] },
  classes: [{ value: 'premium', own: 0.2, others: 0.3 }],
} as unknown as TradeOff
const point = { strength: 1, factors: [1.23456] } as unknown as TradeOffPoint
const parity = (id: string, change: Partial<Rule> = {}): Rule => ({
  ...{ id, name: id, enabled: true, when: { segment }, products: {} },
  action: { kind: 'parity', by: 'priceTier', factors: { premium: 2 } },
  ...change,
})

describe('keeping a point as a rule', () => {
  it('makes a new rule where none evens the same out for the group', () => {
    const keeping = keepingOf([parity('off', { enabled: false })], 'Even', tradeOff, point)
    expect(keeping.before).toEqual([])
    expect(keeping.drafts).toMatchObject([{ name: 'Even', action: { factors: { premium: 1.235 } } }])
    expect(keeping.drafts[0]).not.toHaveProperty('id')
    expect(keptWords(keeping)).toMatch(/^It holds/)
  })

  it('takes the place of the rule that does, and switches further ones off', () => {
    const keeping = keepingOf([parity('a'), parity('b')], 'Even', tradeOff, point)
    expect(keeping.drafts).toMatchObject([
      { id: 'a', name: 'Even', enabled: true, action: { factors: { premium: 1.235 } } },
      { id: 'b', enabled: false },
    ])
    expect(keeping.before).toEqual([parity('a'), parity('b')])
    expect(keptWords(keeping)).toBe(
      'It takes the place of “a”, which would have been applied on top. Switched off: “b”.',
    )
  })

  it.each([
    [1.235, 'Rule “a” holds this point. Moving the slider and saving again replaces it.'],
    [1.5, 'Rule “a” holds another point of this curve. Saving replaces it.'],
  ])('says that a rule is there already: of a factor of %d', (premium, said) => {
    const rule = parity('a', { action: { kind: 'parity', by: 'priceTier', factors: { premium } } })
    expect(standingWords(rule, tradeOff, point)).toBe(said)
  })

  it.each([
    ['holds', parity('a'), 'a'],
    ['is of another name by now', parity('a', { name: 'Other' }), 'Other'],
    ['is switched off', parity('a', { enabled: false }), undefined],
    ['is over', parity('a', { until: '2025-06-30' }), undefined],
    ['has become another', parity('a', { action: { kind: 'boost', factor: 2 } }), undefined],
    ['is deleted', parity('b'), undefined],
  ])('says whether it still holds: it %s', (_, rule, name) => {
    expect(holdingRule([rule], { id: 'a', today: '2025-07-01' }, tradeOff)?.name).toBe(name)
  })
})
