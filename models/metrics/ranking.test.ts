import { describe, expect, it } from 'vitest'
import { listMeasures, ndcg, recall, reciprocalRank } from './ranking'

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

describe('lists for a user who takes or does not', () => {
  it.each([
    ['nothing found', [], 3, 10, [0, 0, 0, 0]],
    ['the only one, first', [1], 1, 10, [1, 1, 1, 1]],
    ['the only one, third: 1 / log2(4)', [3], 1, 10, [0.5, 1, 1, 1 / 3]],
    ['two of three', [1, 3], 3, 3, [(1 + 1 / 2) / (1 + 1 / Math.log2(3) + 1 / 2), 1, 2 / 3, 1]],
    ['more than a list holds, all of it relevant', [1, 2], 5, 2, [1, 1, 2 / 5, 1]],
  ])('%s', (...[, places, relevant, depth, [gain, hit, found, first]]) => {
    const measures = listMeasures(places, relevant, depth)
    expect(measures.ndcg).toBeCloseTo(gain ?? 0, 12)
    expect(measures.hr).toBe(hit)
    expect(measures.recall).toBeCloseTo(found ?? 0, 12)
    expect(measures.mrr).toBeCloseTo(first ?? 0, 12)
  })

  it('is graded relevance with grades 0 and 1', () => {
    const judged = new Map(['c', 'e', 'g', 'h'].map((id) => [id, 1]))
    const ranked = ['a', 'b', 'c', 'd', 'e']
    const { ndcg: gain, mrr } = listMeasures([3, 5], 4, 5)
    expect(gain).toBeCloseTo(ndcg(ranked, judged, 5), 12)
    expect(mrr).toBe(reciprocalRank(ranked, judged, 5))
  })
})
