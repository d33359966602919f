import { describe, expect, it } from 'vitest'
import { ndcg, recall, reciprocalRank } from './ranking'

const grades = new Map([
  ['a', 2],
  ['b', 1],
  ['c', 1],
])
const BEST = 3 + 1 / Math.log2(3) + 1 / 2

describe('rankings', () => {
  it.each([
    ['the best order', ['a', 'b', 'c'], 10, 1, 1, 1],
    ['the worst with all', ['b', 'c', 'a'], 10, (1 + 1 / Math.log2(3) + 3 / 2) / BEST, 1, 1 / 3],
    ['a stranger first', ['x', 'a'], 10, 3 / Math.log2(3) / BEST, 1 / 3, 1 / 2],
    ['cut at two', ['x', 'b', 'a'], 2, 1 / Math.log2(3) / (3 + 1 / Math.log2(3)), 1 / 2, 0],
    ['nothing found', [], 10, 0, 0, 0],
  ])('%s', (...[, ranked, depth, gain, found, first]) => {
    expect(ndcg(ranked, grades, depth)).toBeCloseTo(gain, 10)
    expect(recall(ranked, grades, depth)).toBeCloseTo(found, 10)
    expect(reciprocalRank(ranked, grades, depth)).toBeCloseTo(first, 10)
  })

  it.each([[[]], [[['a', 0] as const]]])('says nothing where nothing is relevant', (judged) => {
    const none = new Map<string, number>(judged)
    expect([ndcg(['a'], none, 10), recall(['a'], none, 10), reciprocalRank(['a'], none, 10)]).toEqual([
      NaN,
      NaN,
      NaN,
    ])
  })
})
