import { describe, expect, it } from 'vitest'
import type { FairnessContrast, FairnessGap } from './fairness'
import { behind, gapP, measuresInOrder, pFigure, placed, stands, tickText } from './fairnessFigures'

const contrast = (group: string, pHolm: number, effect: number | null): FairnessContrast => ({
  ...{ group, value: 0, rest: 0, difference: 0, low: 0, high: 0, relative: null, effect, p: pHolm, pHolm },
})
const gap = (metric: FairnessGap['metric'], contrasts: readonly FairnessContrast[]): FairnessGap => ({
  ...{ metric, min: 0, max: 0, lowest: 'a', highest: 'b', difference: 0, interval: null, ratio: null },
  ...{ fourFifths: null, worst: null, gini: null, pairs: [], contrasts },
})
const gaps = [
  gap('ndcg', [contrast('young', 0.4, 0.9)]),
  gap('coverage', [contrast('young', 0.01, null)]),
  gap('premium', [contrast('young', 0.01, -0.1)]),
  gap('priceLift', [contrast('young', 0.01, -0.9)]),
  gap('priceLevel', [contrast('old', 0.001, -0.3), contrast('young', 1, 0.2)]),
]

describe('figures of an audit', () => {
  it('are placed by what logarithms stand for', () => {
    expect(placed('priceLevel', Math.log(1.25))).toBeCloseTo(0.25)
    expect(placed('price', Math.log(120_000))).toBeCloseTo(120_000)
    expect(placed('premium', 0.2)).toBe(0.2)
  })

  it.each([
    ['priceLevel', -0.1, '−10 %'],
    ['priceLevel', -0.125, '−12.5 %'],
    ['priceLevel', -1, '−99.9 %'],
    ['price', 120_000, '₹1,200'],
    ['price', 0, '₹0'],
    ['premium', 0.2, '20 %'],
    ['premium', 0.225, '22.5 %'],
    ['ndcg', 0.08, '0.080'],
  ] as const)('%s at %d is told as %s', (metric, place, text) => {
    expect(tickText(metric, 'INR')(place)).toBe(text)
  })

  it('come with findings first, strongest first, however large the rest is', () => {
    expect(measuresInOrder({ gaps })).toEqual(['priceLevel', 'premium', 'coverage', 'ndcg', 'priceLift'])
  })

  it('stand out where chance does not explain them', () => {
    expect(stands(gaps[4], 'old')).toBe(true)
    expect(stands(gaps[4], 'young')).toBe(false)
    expect(stands(gaps[4], 'nobody')).toBe(false)
    expect(stands(undefined, 'old')).toBe(false)
  })

  it('tell the p of the two ends that are shown, not of a surer pair', () => {
    const pair = { difference: 1, low: 0, high: 2, p: 0.01 }
    const three = {
      ...gap('ndcg', []),
      pairs: [
        { ...pair, a: 'c', b: 'a', pHolm: 0.03 },
        { ...pair, a: 'b', b: 'a', pHolm: 0.2 },
      ],
    }
    expect([gapP(three), gapP(gap('ndcg', []))]).toEqual([0.2, undefined])
    expect([pFigure(0.0004), pFigure(0.0421), pFigure(0.42), pFigure(undefined)]).toEqual([
      ...['< 0.001', '0.042', '0.42', '–'],
    ])
  })

  it('say what is behind them: texts or shoppers', () => {
    const group = { n: 400, texts: 12 }
    expect([behind(group, 'ndcg'), behind(group, 'coverage')]).toEqual([
      ...[
        { n: 400, small: false },
        { n: 400, small: false },
      ],
    ])
    expect(behind(group, 'words')).toEqual({ n: 12, small: true })
  })
})
