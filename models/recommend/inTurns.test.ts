import { describe, expect, it } from 'vitest'
import { inTurns } from './inTurns'

const picks = (...scores: number[]) => scores.map((score, id) => ({ id, score }))
const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id)
const firsts = (scores: number[]) =>
  new Set(Array.from({ length: 40 }, (_, seed) => inTurns(picks(...scores), seed)[0]?.id))

describe('inTurns', () => {
  it.each([
    ['a clear best stays', [1, 0.8, 0.7], [0]],
    ['equals take turns', [1, 0.95, 0.9, 0.5], [0, 1, 2]],
    ['four at the most', [1, 1, 1, 1, 1, 1], [0, 1, 2, 3]],
  ])('%s', (_, scores, leaders) => {
    expect([...firsts(scores)].sort()).toEqual(leaders)
  })

  it('keeps the order of the others, and the same for the same seed', () => {
    for (let seed = 0; seed < 10; seed++) {
      const turned = ids(inTurns(picks(1, 1, 1, 0.2), seed))
      expect(turned.slice(1)).toEqual([0, 1, 2, 3].filter((id) => id !== turned[0]))
      expect(ids(inTurns(picks(1, 1, 1, 0.2), seed))).toEqual(turned)
    }
    expect(inTurns([], 1)).toEqual([])
  })
})
