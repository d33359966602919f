import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/util/random'
import type { Event } from '../evaluate/fixtures'
import { eventColumns, productColumns } from '../evaluate/fixtures'
import { openStudy } from '../evaluate/study'
import { placeDithers } from '../recommend/dither'
import type { TradeOffData } from './tradeOff'
import { tradeOffCurve } from './tradeOff'

/**
 * Eight products, even ones cheap (level ln .5, class 0), odd ones dear (level ln 2, class 1). Every shopper has product 8 in the training
 * part, which no list shows, and something held out.
 */
const wanted = [0, 1, 1, 3]
const events: readonly Event[] = wanted.flatMap((item, shopper): readonly Event[] => [
  [`s${shopper}`, 8, 1],
  [`s${shopper}`, item, 2],
])
const study = openStudy(eventColumns(events), productColumns(9), {
  protocol: 'leave-last-out',
  k: 8,
  seed: 1,
})
const levels = Float64Array.from({ length: 9 }, (_, item) => Math.log(item % 2 === 0 ? 0.5 : 2))
const data = (more: Partial<TradeOffData>): TradeOffData => ({
  ...{ study, levels, measure: 'priceLevel', steps: 1, seed: 1, draws: 200, depth: 8, k: 2, classes: 2 },
  ...{ classOf: Int32Array.from({ length: 9 }, (_, item) => item % 2), dither: new Float64Array(9) },
  // The first two are shown two cheap things, the others a cheap and a dear one.
  lists: Int32Array.from([
    ...[0, 2, 4, 1, 3, 5, 6, 7],
    ...[0, 2, 4, 1, 3, 5, 6, 7],
    ...[0, 1, 2, 3, 4, 5, 6, 7],
    ...[0, 1, 2, 3, 4, 5, 6, 7],
  ]),
  isGroup: Uint8Array.of(1, 1, 0, 0),
  ...more,
})

describe('a trade-off', () => {
  const { own, wished, points, n, others, shown } = tradeOffCurve(data({}))
  const [before, after] = points

  it('starts at the lists as they are', () => {
    expect([n, others]).toEqual([2, 2])
    expect([...own]).toEqual([1, 0])
    expect([...wished]).toEqual([0.5, 0.5])
    expect(before).toMatchObject({ strength: 0, factors: [1, 1], shares: [1, 0] })
    // ln .5 on average, against the middle of ln .5 and ln 2, which is 0.
    expect(before?.gap.value).toBeCloseTo(Math.log(0.5), 12)
    // The first finds product 0 in the first place, the second nothing; the third finds 1 in the second, the fourth nothing.
    expect(before?.groupNdcg.value).toBeCloseTo(1 / 2, 12)
    expect(before?.ndcg.value).toBeCloseTo((1 + 1 / Math.log2(3)) / 4, 12)
    // Some samples of two and two find nothing at all: there is no share of it to lose.
    expect(before?.cost).toBeNull()
  })

  it('ends where the group is shown what the others are', () => {
    expect(after?.strength).toBe(1)
    expect(after?.shares).toEqual([0.5, 0.5])
    expect(after?.gap.value).toBeCloseTo(0, 12)
    // A cheap and a dear thing; product 1 is the first of the dear ones.
    expect([...shown[1]!].map((item) => item % 2).sort()).toEqual([0, 0, 1, 1])
    expect(shown[1]).toContain(1)
  })

  it('draws the same samples at every point', () => {
    expect(tradeOffCurve(data({})).points).toEqual(points)
    expect(before?.gap.low).toBeLessThanOrEqual(before!.gap.value)
    expect(before?.gap.high).toBeGreaterThanOrEqual(before!.gap.value)
  })

  it('measures other classes by the distance of their shares', () => {
    const [first, last] = tradeOffCurve(data({ measure: 'exposure' })).points
    expect(first?.gap.value).toBeCloseTo(0.5, 12)
    expect(last?.gap.value).toBeCloseTo(0, 12)
  })

  it.each([
    ['nobody', Uint8Array.of(0, 0, 0, 0)],
    ['everybody', Uint8Array.of(1, 1, 1, 1)],
  ])('refuses a group that is %s', (_, isGroup) => {
    expect(() => tradeOffCurve(data({ isGroup }))).toThrow(RangeError)
  })
})

describe('a planted gap', () => {
  const people = 400
  const random = seededRandom(11)
  const items = 60
  // What shoppers take does not depend on the group; what the group is shown is moved towards cheap things.
  const taken = Array.from({ length: people }, () => random.below(items))
  const all: readonly Event[] = taken.flatMap((item, shopper): readonly Event[] => [
    [`s${shopper}`, items, 1],
    [`s${shopper}`, item, 2],
  ])
  const large = openStudy(eventColumns(all), productColumns(items + 1), {
    ...{ protocol: 'leave-last-out', k: items, seed: 1 },
  })
  const dear = Float64Array.from({ length: items + 1 }, (_, item) => (item % 3) / 2 - 0.5)
  const isGroup = Uint8Array.from({ length: people }, (_, at) => (at % 4 === 0 ? 1 : 0))
  const lists = Int32Array.from(
    Array.from({ length: people }, (_, at) =>
      Array.from({ length: items }, (_, item) => ({
        item,
        key: random.next() + (item === taken[at] ? -0.9 : 0) + (isGroup[at] ? 0.15 * dear[item]! : 0),
      }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
    ).flat(),
  )
  const { points } = tradeOffCurve({
    ...{ study: large, lists, depth: items, k: 10, classes: 3, levels: dear, isGroup },
    ...{ measure: 'priceLevel', steps: 5, seed: 1, draws: 500 },
    classOf: Int32Array.from({ length: items + 1 }, (_, item) => item % 3),
    dither: placeDithers(Array.from({ length: items + 1 }, (_, item) => `p${item}`)),
  })

  it('is mended step by step at little cost', () => {
    const gaps = points.map(({ gap }) => gap.value)
    expect(gaps[0]).toBeLessThan(-0.03)
    for (const [at, gap] of gaps.entries()) if (at > 0) expect(gap).toBeGreaterThan(gaps[at - 1]!)
    expect(Math.abs(gaps.at(-1)!)).toBeLessThan(Math.abs(gaps[0]!) / 5)
    expect(points.at(-1)?.cost?.value).toBeGreaterThan(-0.05)
  })
})
