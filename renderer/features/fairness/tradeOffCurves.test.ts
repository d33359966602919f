import { describe, expect, it } from 'vitest'
import type { TradeOff, TradeOffPoint } from '../../../shared/domain/fairness'
import { curvesOf, pointAt } from './tradeOffCurves'

const estimate = (value: number) => ({ value, low: value - 0.01, high: value + 0.01 })
const point = (strength: number, gap: number, cost: number | null): TradeOffPoint => ({
  ...{ strength, factors: [1], shares: [1], ndcg: estimate(0.08), groupNdcg: estimate(0.08) },
  ...{ cost: cost === null ? null : estimate(cost), groupCost: null, gap: estimate(gap) },
})
const tradeOff: TradeOff = {
  ...{ catalogue: 'shelf', version: 1, invented: true, strategy: 'personalised', by: 'priceTier' },
  ...{ segment: { field: 'ageBand', value: '55+' }, measure: 'priceLevel', classes: [], n: 1, others: 1 },
  ...{ k: 10, seed: 1, sentence: '', ms: 0 },
  points: [point(0, Math.log(0.9), null), point(0.5, Math.log(0.94), -0.01), point(1, 0, -0.02)],
}

describe('a trade-off', () => {
  it('is looked at where one chose, else where the gap is halved, else in the middle', () => {
    expect(pointAt(tradeOff, 0.9).strength).toBe(1)
    expect(pointAt({ ...tradeOff, halves: 1 }, undefined).strength).toBe(1)
    expect(pointAt(tradeOff, undefined).strength).toBe(0.5)
  })

  it('has the gap by what logarithms of prices stand for, and no cost where none is known', () => {
    const [gap, cost] = curvesOf(tradeOff)
    expect(gap?.data.map(({ value }) => Number(value.toFixed(4)))).toEqual([-0.1, -0.06, 0])
    expect(gap?.says).toBe('From −10.0 % at 0 % to 0.0 % at 100 %')
    expect(cost?.data.map(({ x }) => x)).toEqual([0.5, 1])
    expect(gap?.tick(-0.1)).toBe('−10 %')
    expect(cost?.tick(-0.015)).toBe('−1.5 %')
  })

  it('has shares as they are', () => {
    expect(curvesOf({ ...tradeOff, measure: 'exposure' })[0]?.data[0]?.value).toBe(Math.log(0.9))
  })
})
