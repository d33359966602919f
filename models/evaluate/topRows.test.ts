import { describe, expect, it } from 'vitest'
import { topRows } from './topRows'

function top(scores: readonly number[], k: number, salt = 1): readonly number[] {
  const out = new Int32Array(k).fill(99)
  topRows(Float64Array.from(scores), salt, out)
  return [...out]
}

describe('the best rows', () => {
  it.each([
    ['best first', [0.1, 0.9, 0.5, 0.7], 3, [1, 3, 2]],
    ['none that may not be shown', [0.1, -Infinity, 0.5], 2, [2, 0]],
    ['fewer than wanted', [-Infinity, 2, -5], 4, [1, 2, -1, -1]],
    ['nothing at all', [-Infinity, -Infinity], 2, [-1, -1]],
    ['one', [3, 4, 5], 1, [2]],
    ['infinitely good', [1, Infinity, 2], 2, [1, 2]],
  ])('%s', (...[, scores, k, rows]) => {
    expect(top(scores, k)).toEqual(rows)
  })

  it('are those that sorting gives', () => {
    const scores = Array.from({ length: 500 }, (_, row) => Math.sin(row * 12.9898) * 43_758.5453)
    const sorted = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!)
    expect(top(scores, 25)).toEqual(sorted.slice(0, 25))
  })

  it('lets the order of rows decide nothing between equal scores', () => {
    const counts = new Map<number, number>()
    for (let salt = 0; salt < 2000; salt++)
      for (const row of top([0, 0, 0, 0, 0], 1, salt * 7919)) counts.set(row, (counts.get(row) ?? 0) + 1)
    // 2,000 draws among five: 400, with a standard deviation of 18.
    for (const row of [0, 1, 2, 3, 4]) {
      expect(counts.get(row)).toBeGreaterThan(400 - 5 * 18)
      expect(counts.get(row)).toBeLessThan(400 + 5 * 18)
    }
    expect(top([1, 0, 0, 1, 1], 3, 5)).toEqual(top([1, 0, 0, 1, 1], 3, 5))
    expect([...top([1, 0, 0, 1, 1], 3, 5)].sort()).toEqual([0, 3, 4])
  })

  it('refuses what is no number', () => {
    expect(() => top([1, NaN], 1)).toThrow(RangeError)
  })
})
