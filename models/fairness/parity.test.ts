import { describe, expect, it } from 'vitest'
import type { Pick } from '../../shared/domain/narrative'
import type { FilteredProduct } from '../../shared/domain/productFilter'
import { seededRandom } from '../../shared/util/random'
import { placeDithers } from '../recommend/dither'
import { applyRules } from '../recommend/rules'
import type { ParityLists } from './parity'
import { classShares, fitFactors, rerankLists, variationDistance } from './parity'

/** Six products in three classes, the last in none. */
const classOf = Int32Array.of(0, 0, 1, 1, 2, -1)
const shop = { classOf, classes: 3, k: 3, depth: 6, dither: new Float64Array(6) }
const all = Int32Array.of(0, 1, 2, 3, 4, 5)

describe('a list with factors', () => {
  it.each([
    ['stays as it is without', [1, 1, 1], [0, 1, 2]],
    // Places 1 2 3/2 4/2 5 6: the fourth comes to 2 as well as the second, and is from further down.
    ['lets a class compete from further up', [1, 2, 1], [0, 2, 3]],
    // Places 2 4 3 4 5 6: of the two at 4 the one from further down.
    ['lets a class compete from further down', [0.5, 1, 1], [0, 2, 3]],
    // Places 1/0.1 2/0.1 3/0.1 4/0.1 5/0.1, and 6 for what has no class.
    ['leaves what has no class where it is', [0.1, 0.1, 0.1], [5, 0, 1]],
  ])('%s', (_, factors, expected) => {
    expect([...rerankLists({ ...shop, lists: all }, Int32Array.of(0), factors)]).toEqual(expected)
  })

  it('ends where the list does', () => {
    const short = { ...shop, lists: Int32Array.of(4, 0, -1, -1, -1, -1) }
    expect([...rerankLists(short, Int32Array.of(0), [4, 1, 1])]).toEqual([0, 4, -1])
  })

  it('is what a rule of the catalogue makes of it', () => {
    const random = seededRandom(7)
    const factors = { budget: 0.7, middle: 1, premium: 1.6 }
    const values = Object.keys(factors) as (keyof typeof factors)[]
    const items = Array.from({ length: 40 }, (_, item) => item)
    const owned = Int32Array.from(items, () => random.below(4) - 1)
    const product = (item: number): FilteredProduct => ({
      ...{ id: String(item), title: String(item), category: 'Things', noun: 'thing', aisle: 'general' },
    })
    const tiers = new Map(
      items.flatMap((item) => (owned[item]! < 0 ? [] : [[String(item), values[owned[item]!]!]])),
    )
    for (let round = 0; round < 20; round++) {
      const list = Int32Array.from(random.shuffle(items))
      const data = {
        lists: list,
        depth: 40,
        k: 10,
        classOf: owned,
        classes: 3,
        dither: placeDithers(items.map(String)),
      }
      const picks = Array.from(list, (item): Pick => ({ id: String(item), title: '', score: 1, reason: '' }))
      const ruled = applyRules(
        picks,
        [
          {
            id: 'r',
            name: 'R',
            enabled: true,
            products: {},
            action: { kind: 'parity', by: 'priceTier', factors },
          },
        ],
        {
          ...{ today: '2026-01-01', occasion: '', segments: {}, currency: 'INR', tiers },
          products: new Map(items.map((item) => [String(item), product(item)])),
        },
      )
      const ours = [...rerankLists(data, Int32Array.of(0), Object.values(factors))].map(String)
      expect(ours).toEqual(ruled.picks.slice(0, 10).map(({ id }) => id))
    }
  })
})

describe('shares', () => {
  it('count every list alike, without what has no class', () => {
    // The first list: two of class 0 and one of 1; the second: one of 2 and two of none; the third none at all.
    const shown = Int32Array.of(0, 1, 2, 4, 5, -1, 5, -1, -1)
    expect([...classShares(shop, shown)]).toEqual([2 / 3 / 2, 1 / 3 / 2, 1 / 2])
  })
  it('differ by half of the sum of differences', () => {
    expect(variationDistance([0.5, 0.3, 0.2], [0.2, 0.3, 0.5])).toBeCloseTo(0.3, 12)
  })
})

describe('fitted factors', () => {
  const lists = (count: number): ParityLists => {
    const random = seededRandom(3)
    const items = Array.from({ length: 60 }, (_, item) => item)
    return {
      ...{ depth: 60, k: 10, classes: 3, dither: placeDithers(items.map(String)) },
      // Cheap things come first more often than not.
      classOf: Int32Array.from(items, (item) => Math.floor(item / 20)),
      lists: Int32Array.from(
        Array.from({ length: count }, () =>
          random
            .shuffle(items)
            .map((item) => ({ item, key: item / 60 + random.next() }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item),
        ).flat(),
      ),
    }
  }
  const data = lists(200)
  const rows = Int32Array.from({ length: 200 }, (_, row) => row)
  const one = new Float64Array(3).fill(1)

  it.each([
    ['alike', [1 / 3, 1 / 3, 1 / 3]],
    ['turned round', [0.3, 0.3, 0.4]],
  ])('show the classes as wished: %s', (_, wished) => {
    const before = classShares(data, rerankLists(data, rows, one))
    expect(variationDistance(before, wished)).toBeGreaterThan(0.1)
    const factors = fitFactors(data, rows, { wished: Float64Array.from(wished), from: one })
    expect(variationDistance(classShares(data, rerankLists(data, rows, factors)), wished)).toBeLessThan(0.02)
    expect(factors[2]).toBeGreaterThan(factors[0]!)
  })

  it('go no further than they may', () => {
    const factors = fitFactors(data, rows, { wished: Float64Array.of(0, 0, 1), from: one })
    expect(Math.max(...factors) / Math.min(...factors)).toBeLessThanOrEqual(10.0001)
  })
})
