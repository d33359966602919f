import { describe, expect, it } from 'vitest'
import type { Event } from './fixtures'
import { eventColumns, productColumns } from './fixtures'
import { exposures, rankUsers } from './rankUsers'
import { askedMs, heldOutPairs, openStudy, profilePopularity } from './study'

/**
 * Four products. In the training part product 0 has three users, 1 has two, 2 has one (d, who is not tested) and 3 has none.
 *
 *     user  learnt from  held out  popularity shows, of what she has not
 *     a     0, 1         2         2, 3
 *     b     0, 1         3         2, 3
 *     c     0            1         1, 2
 *     d     2            -
 */
const events: readonly Event[] = [
  ['a', 0, 1],
  ['a', 1, 2],
  ['b', 1, 3],
  ['b', 0, 4],
  ['c', 0, 5],
  ['d', 2, 6],
  ['a', 2, 7],
  ['b', 3, 8],
  ['c', 1, 9],
]
const study = openStudy(eventColumns(events), productColumns(4), {
  protocol: 'leave-last-out',
  k: 2,
  seed: 1,
})

describe('a study', () => {
  it('parts the catalogue', () => {
    expect([...study.users]).toEqual([0, 1, 2])
    expect([...study.takers]).toEqual([3, 2, 1, 0])
    expect(study.training.nowMs).toBe(6)
    expect(heldOutPairs(study)).toBe(3)
    expect([...study.users].map((user) => askedMs(study, user))).toEqual([7, 8, 9])
  })

  it('knows how popular the profiles are: the mean share of the four users who have each product', () => {
    const [a, b, c] = profilePopularity(study)
    expect(a).toBeCloseTo((3 / 4 + 2 / 4) / 2, 12)
    expect(b).toBe(a)
    expect(c).toBeCloseTo(3 / 4, 12)
  })
})

describe('lists for all tested users', () => {
  const ranking = rankUsers(study, 'popularity')

  it('hold the best of what a user does not have, and are measured against what was held out', () => {
    expect([...ranking.lists]).toEqual([2, 3, 2, 3, 1, 2])
    expect([...ranking.columns.ndcg]).toEqual([1, 1 / Math.log2(3), 1])
    expect([...ranking.columns.hr]).toEqual([1, 1, 1])
    expect([...ranking.columns.recall]).toEqual([1, 1, 1])
    expect([...ranking.columns.mrr]).toEqual([1, 1 / 2, 1])
    // One of two shown products was taken.
    expect([...ranking.columns.replay]).toEqual([1 / 2, 1 / 2, 1 / 2])
  })

  it('are more novel the fewer have what is shown; what nobody has counts as had by one', () => {
    // Of four users one has product 2: 2 bits. Nobody has 3: 2 bits too. Two have 1: 1 bit.
    expect([...ranking.columns.novelty]).toEqual([2, 2, 1.5])
    expect([...ranking.columns.popularity]).toEqual([1 / 8, 1 / 8, 3 / 8])
  })

  it('show each product so often', () => {
    expect([...exposures(ranking, 4)]).toEqual([0, 1, 3, 2])
  })

  it('tell after each user how many are done', () => {
    const told: number[] = []
    rankUsers(study, 'popularity', (done) => told.push(done))
    expect(told).toEqual([1, 2, 3])
  })

  it('end early for a user who has nearly everything', () => {
    const wide = openStudy(eventColumns(events), productColumns(4), { ...study.request, k: 3 })
    expect([...rankUsers(wide, 'popularity').lists].slice(0, 3)).toEqual([2, 3, -1])
  })
})
