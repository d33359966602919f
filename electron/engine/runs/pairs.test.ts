import { describe, expect, it } from 'vitest'
import type { RunValues } from '../../../shared/domain/run'
import type { Pair } from './pairs'
import { corrected, differenceOf, drawnOf, flipped, pairOf, ratioOf } from './pairs'

const column = (keys: readonly string[], values: readonly number[]): RunValues => ({
  ...{ metric: 'ndcg@10', of: '', keys },
  values: Float64Array.from(values),
})
/** Samples of one pair alone. */
function drawnAlone(pair: Pair) {
  const [drawn] = drawnOf([pair], pair.base.length)
  if (!drawn) throw new Error('Nothing was drawn')
  return drawn
}
const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `u${from + at}`)

describe('two columns', () => {
  it('are paired by their keys, whatever their order', () => {
    expect(pairOf(column(['a', 'b', 'c'], [1, 2, 3]), column(['c', 'a', 'b'], [30, 10, 20]))).toEqual({
      base: [1, 2, 3],
      other: [10, 20, 30],
    })
  })

  it.each([
    ['nine tenths of their keys', numbered(0, 10), numbered(1, 10), 9],
    ['fewer', numbered(0, 10), numbered(2, 12), undefined],
    ['none', numbered(0, 3), numbered(5, 8), undefined],
    ['all, one of them twice', ['a', 'a', 'b'], ['a', 'b', 'b'], undefined],
    ['nothing to share', [], [], undefined],
  ])('that share %s', (_, base, other, pairs) => {
    const found = pairOf(column(base, base.map(Number)), column(other, other.map(Number)))
    expect(found?.base.length).toBe(pairs)
  })
})

describe('a difference', () => {
  it('that is the same for everybody is certain', () => {
    const pair = { base: [0, 1, 2, 3], other: [0.5, 1.5, 2.5, 3.5] }
    const { value, low, high, pairs, p } = differenceOf(pair, drawnAlone(pair))
    expect([value, low, high, pairs]).toEqual([0.5, 0.5, 0.5, 4])
    // Resamples of a constant, moved to 0, are never as far from it.
    expect(p).toBe(1 / 10_001)
  })

  it('of nothing is no finding, and its interval holds 0', () => {
    const base = Array.from({ length: 40 }, (_, at) => at % 2)
    const pair = { base, other: base.map((value) => 1 - value) }
    const { value, low, high, p } = differenceOf(pair, drawnAlone(pair))
    expect(value).toBe(0)
    expect([Number(low) < 0, Number(high) > 0, p]).toEqual([true, true, 1])
  })

  it('has bounds that are those of the mean of four values, drawn with replacement', () => {
    // Means of four draws from 0, 0, 0, 4: 0 with (3/4)^4 = .32, and never below; 3 or more with 13/256 = .05.
    const pair = { base: [0, 0, 0, 0], other: [0, 0, 0, 4] }
    expect(differenceOf(pair, drawnAlone(pair))).toMatchObject({ value: 1, low: 0, high: 3 })
  })
})

describe('samples', () => {
  const [base, other] = [
    [0, 1, 2, 3],
    [3, 1, 2, 0],
  ]
  it('are the same for pairs that are drawn together and for one alone', () => {
    const [first, missing, second] = drawnOf([{ base, other }, undefined, { base, other: base }], 4)
    expect(first).toEqual(drawnAlone({ base, other }))
    expect(missing).toBeUndefined()
    expect(second?.other).toEqual(first?.base)
    expect(flipped({ base, other })).toEqual({ base: other, other: base })
  })

  it('of pairs that lack a case each are drawn apart', () => {
    const lacking = [
      { base: [1, 2, 3], other: [1, 2, 3] },
      { base: [0, 2, 3], other: [0, 0, 0] },
    ]
    const drawn = drawnOf(lacking, 4)
    expect(drawn).toEqual(lacking.map(drawnAlone))
    expect(drawn[0]?.base).not.toEqual(drawn[1]?.base)
  })
})

describe('a ratio', () => {
  it('is that of the means, with bounds', () => {
    const pair = { base: [1, 2, 1, 2], other: [2, 4, 2, 4] }
    expect(ratioOf(pair, drawnAlone(pair))).toEqual({ value: 2, low: 2, high: 2 })
  })

  it.each([
    ['is nothing', [0, 0, 0, 0]],
    ['is nothing in a tenth of the samples', [0, 0, 0, 1]],
  ])('has no bounds where its base %s', (_, base) => {
    const pair = { base, other: [1, 1, 1, 1] }
    expect(ratioOf(pair, drawnAlone(pair))).toBeUndefined()
  })
})

describe('correction', () => {
  it('counts the tests, not the differences without one', () => {
    const all = [{ value: 1, p: 0.01 }, { value: 2 }, { value: 3, p: 0.03 }, { value: 4, p: 0.02 }]
    expect(corrected(all)).toEqual([
      { value: 1, p: 0.01, adjustedP: 0.03 },
      { value: 2 },
      { value: 3, p: 0.03, adjustedP: 0.04 },
      { value: 4, p: 0.02, adjustedP: 0.04 },
    ])
  })
})
