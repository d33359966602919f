import { describe, expect, it } from 'vitest'
import { ruleDraftSchema } from '../contract/ruleSchemas'
import type { TradeOffPoint } from './fairness'
import { halvingStrength, parityRule, parityRulesFor, tradeOffSentence } from './tradeOffSentence'

const about = (value: number) => ({ value, low: value - 0.01, high: value + 0.01 })

function point(strength: number, gap: number, costs?: readonly [all: number, group: number]): TradeOffPoint {
  return {
    ...{ strength, factors: [1.23456, 1], shares: [0.5, 0.5], ndcg: about(0.1), groupNdcg: about(0.1) },
    cost: costs ? about(costs[0]) : null,
    groupCost: costs ? about(costs[1]) : null,
    gap: about(gap),
  }
}

const ln = Math.log

describe('a trade-off as a sentence', () => {
  it.each([
    [
      'says what halves the gap, and what it costs',
      'priceLevel',
      [point(0, ln(0.937), [0, 0]), point(0.6, ln(0.979), [-0.003, -0.018]), point(1, 0, [-0.01, -0.03])],
      'At 60 % the gap in price level falls from 6.3 % to 2.1 %, at a cost of 0.3 % of NDCG (group 1.8 %).',
    ],
    [
      'says so where it turns round, and where quality gains',
      'priceLevel',
      [point(0, ln(0.9), [0, 0]), point(1, ln(1.02), [0.004, 0.02])],
      'At 100 % the gap in price level falls from 10 % to 2 % the other way, with 0.4 % more NDCG (group +2 %).',
    ],
    [
      'says where nothing halves it',
      'exposure',
      [point(0, 0.2, [0, 0]), point(0.5, 0.12, [-0.01, 0.001]), point(1, 0.15, [-0.02, -0.03])],
      'No strength halves the gap; at 50 % the gap in the shares of brands falls from 20 % to 12 %, at a cost of 1 % of NDCG (group +0.1 %).',
    ],
    [
      'says where nothing narrows it',
      'exposure',
      [point(0, 0.2, [0, 0]), point(1, 0.21, [-0.01, -0.02])],
      'No strength makes the gap in the shares of brands smaller than the 20 % that it is without evening out.',
    ],
    [
      'says where a cost cannot be told',
      'exposure',
      [point(0, 0.2), point(1, 0.05)],
      'At 100 % the gap in the shares of brands falls from 20 % to 5 %, at a cost that cannot be told, since nothing of what shoppers took stands in their lists.',
    ],
  ] as const)('%s', (_, measure, points, sentence) => {
    const halves = halvingStrength(points)
    const told = { measure, points, by: 'brand' as const, ...(halves === undefined ? {} : { halves }) }
    expect(tradeOffSentence(told)).toBe(sentence)
  })
})

it('half of no gap is reached nowhere', () => {
  expect(halvingStrength([point(0, 0), point(1, 0)])).toBeUndefined()
  expect(halvingStrength([])).toBeUndefined()
})

it('a point is a rule for its group, with factors that can be read', () => {
  const classes = ['budget', 'premium'].map((value) => ({ value, own: 0.5, others: 0.5 }))
  const segment = { field: 'ageBand', value: '55+' }
  const rule = parityRule('Even prices', { segment, by: 'priceTier', classes }, point(0.6, 0))
  expect(rule).toEqual({
    ...{ name: 'Even prices', enabled: true, products: {}, when: { segment } },
    action: { kind: 'parity', by: 'priceTier', factors: { budget: 1.235, premium: 1 } },
  })
  expect(ruleDraftSchema.safeParse(rule).success).toBe(true)
})

it('a rule takes the place of those that even the same out for the same group, and of no others', () => {
  const segment = { field: 'ageBand', value: '55+' }
  const classes = [{ value: 'budget', own: 0.5, others: 0.5 }]
  const rule = { ...parityRule('Even prices', { segment, by: 'priceTier', classes }, point(1, 0)), id: 'a' }
  const other = { field: 'ageBand', value: '18-24' }
  const rules = [
    rule,
    { ...rule, id: 'b', name: 'Twice', when: { segment: { field: 'ageBand', value: ' 55+' } } },
    { ...rule, id: 'off', enabled: false },
    { ...rule, id: 'others', when: { segment: other } },
    { ...rule, id: 'all', when: {} },
    { ...rule, id: 'rain', when: { segment, occasion: ['rain'] } },
    { ...rule, id: 'bags', products: { categories: ['Bags'] } },
    {
      ...rule,
      id: 'brands',
      action: { ...rule.action, kind: 'parity' as const, by: 'brand' as const, factors: {} },
    },
    { ...rule, id: 'boost', action: { kind: 'boost' as const, factor: 2 } },
  ]
  expect(parityRulesFor(rules, { segment, by: 'priceTier' }).map(({ id }) => id)).toEqual(['a', 'b'])
})
