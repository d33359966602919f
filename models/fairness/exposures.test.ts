import { describe, expect, it, vi } from 'vitest'
import { OTHER_EXPOSURE } from '../../shared/domain/fairness'
import { seededRandom } from '../../shared/util/random'
import { exposureColumns, exposureTable } from './exposures'
import type { ExposureClasses } from './merchandise'
import { resampleGroups, rowsByGroup } from './resampling'

const none: ExposureClasses = { of: new Int32Array(4).fill(-1), values: [] }
/** Products 0 and 1 are bags, 2 is a shoe; nothing is known of 3. */
const aisle: ExposureClasses = { of: Int32Array.of(0, 0, 1, -1), values: ['bags', 'shoes'] }
const classes = { priceTier: none, aisle, category: none, brand: none }

/** Four shoppers, three places of which two count. */
const shown = {
  lists: Int32Array.of(0, 1, 2, /**/ 0, 2, 2, /**/ 3, 2, 0, /**/ 3, -1, 0),
  depth: 3,
  k: 2,
  items: 4,
}

describe('exposure', () => {
  const columns = exposureColumns(shown, 4, classes)

  it('is the share of places whose class is known, list by list', () => {
    expect(columns).toHaveLength(1)
    const [{ by, values, ofCatalogue, columns: shares }] = columns as [(typeof columns)[number]]
    expect([by, values, ofCatalogue]).toEqual(['aisle', ['bags', 'shoes'], [2 / 3, 1 / 3]])
    expect(shares.map((column) => [...column])).toEqual([
      [1, 1 / 2, 0, Number.NaN],
      [0, 1 / 2, 1, Number.NaN],
    ])
  })

  it('is told group by group, with how far each is from the others', () => {
    const parted = { of: Int32Array.of(0, 0, 1, 1), groups: 2 }
    const [first] = columns
    const drawn = resampleGroups(first!.columns, parted, { seed: 1, draws: 500 })
    const table = exposureTable(first!, { names: ['a', 'b'], rows: rowsByGroup(parted), drawn, seed: 1 })
    expect(table.rows.map(({ value, shares }) => [value, ...shares.map((one) => one?.share)])).toEqual([
      ['bags', 3 / 4, 0],
      ['shoes', 1 / 4, 1],
    ])
    expect(table.rows[0]!.shares[0]).toMatchObject({ low: 1 / 2, high: 1 })
    expect(table.distances.map((one) => [one?.group, one?.distance])).toEqual([
      ['a', 3 / 4],
      ['b', 3 / 4],
    ])
    for (const { low, distance, high } of table.distances.filter((one) => one !== null)) {
      expect(low).toBeLessThanOrEqual(distance)
      expect(high).toBeGreaterThanOrEqual(distance)
    }
  })

  it('has twelve rows and one for all others, largest first, and tiers in their order', () => {
    const brands = Array.from({ length: 14 }, (_, at) => `brand ${at}`)
    // Product p is of brand p; list s shows product s, and product 13 to everybody.
    const lists = Int32Array.from({ length: 28 }, (_, at) => (at % 2 === 0 ? at / 2 : 13))
    const of = Int32Array.from(brands.keys())
    const tiers = { of: of.map((product) => (product < 10 ? 2 : 0)), values: ['budget', 'middle', 'premium'] }
    const [tier, brand] = exposureColumns({ lists, depth: 2, k: 2, items: 14 }, 14, {
      priceTier: tiers,
      ...{ aisle: none, category: none, brand: { of, values: brands } },
    }) as [(typeof columns)[number], (typeof columns)[number]]
    expect(tier.values).toEqual(['budget', 'middle', 'premium'])
    expect(tier.ofCatalogue).toEqual([4 / 14, 0, 10 / 14])
    expect(brand.values).toHaveLength(13)
    expect(brand.values[0]).toBe('brand 13')
    expect(brand.values.at(-1)).toBe(OTHER_EXPOSURE)
    expect(brand.ofCatalogue.at(-1)).toBeCloseTo(2 / 14, 12)
    brand.columns[0]!.forEach((_, at) =>
      expect(brand.columns.reduce((sum, column) => sum + column[at]!, 0)).toBeCloseTo(1, 12),
    )
  })

  it('of groups that are shown alike is 0 within its interval', () => {
    const lists = Int32Array.from({ length: 400 }, (_, at) => [0, 1, 2, 2, 0, 2, 1][(at * 5) % 7]!)
    const parted = { of: Int32Array.from({ length: 400 }, (_, at) => Number(at % 3 === 0)), groups: 2 }
    const [first] = exposureColumns({ lists, depth: 1, k: 1, items: 4 }, 400, classes)
    const drawn = resampleGroups(first!.columns, parted, { seed: 1, draws: 1000 })
    const { distances } = exposureTable(first!, {
      names: ['a', 'b'],
      rows: rowsByGroup(parted),
      drawn,
      seed: 1,
    })
    for (const { low, distance } of distances.filter((one) => one !== null)) {
      expect(low).toBe(0)
      expect(distance).toBeLessThan(0.1)
    }
  })

  it('is unknown of a group in whose lists no class is known', () => {
    const parted = { of: Int32Array.of(0, 0, 0, 1), groups: 2 }
    const [first] = columns
    const drawn = resampleGroups(first!.columns, parted, { seed: 1, draws: 200 })
    const table = exposureTable(first!, { names: ['a', 'b'], rows: rowsByGroup(parted), drawn, seed: 1 })
    for (const { shares } of table.rows) {
      expect(shares[0]!.difference).toBeNull()
      expect(shares[1]).toBeNull()
    }
    expect(table.distances).toEqual([null, null])
  })

  it('tells each difference from the others, corrected over the table', () => {
    // a is shown bags by two in three, the others by one in three.
    const names = ['a', 'b', 'c']
    const of = Int32Array.from({ length: 300 }, (_, at) => at % 3)
    const lists = of.map((group, at) => ((at * 7) % 9 < (group === 0 ? 6 : 3) ? 0 : 2))
    const [first] = exposureColumns({ lists, depth: 1, k: 1, items: 4 }, 300, classes)
    const parted = { of, groups: 3 }
    const drawn = resampleGroups(first!.columns, parted, { seed: 1, draws: 1000 })
    const { rows } = exposureTable(first!, { names, rows: rowsByGroup(parted), drawn, seed: 1 })
    const bags = rows.find(({ value }) => value === 'bags')
    const { value, low, high, pHolm } = bags!.shares[0]!.difference!
    expect(value).toBeCloseTo(
      bags!.shares[0]!.share - (bags!.shares[1]!.share + bags!.shares[2]!.share) / 2,
      12,
    )
    expect([low < value, low > 0, high > value, pHolm < 0.05]).toEqual([true, true, true, true])
  })

  it('raises neither a difference nor a distance where groups are shown alike', () => {
    // Twelve classes, and groups of unlike sizes: a basic bootstrap takes most of their distances for true.
    const of = Int32Array.from({ length: 24 }, (_, product) => product >> 1)
    const brand = { of, values: Array.from({ length: 12 }, (_, at) => `brand ${at}`) }
    const alike = { priceTier: none, aisle: none, category: none, brand }
    let [arrows, apart] = [0, 0]
    for (let world = 0; world < 40; world++) {
      const random = seededRandom(world + 1)
      const groups = Int32Array.from({ length: 400 }, () => (random.next() < 0.6 ? 0 : random.below(3) + 1))
      const lists = Int32Array.from({ length: 4000 }, () => Math.floor(24 * random.next() ** 1.6))
      const [first] = exposureColumns({ lists, depth: 10, k: 10, items: 24 }, 400, alike)
      const parted = { of: groups, groups: 4 }
      const drawn = resampleGroups(first!.columns, parted, { seed: 1, draws: 200 })
      const names = ['a', 'b', 'c', 'd']
      const table = exposureTable(first!, { names, rows: rowsByGroup(parted), drawn, seed: 1 })
      if (table.rows.some(({ shares }) => shares.some((one) => one!.difference!.pHolm < 0.05))) arrows++
      if (table.distances.some((one) => one!.low > 0)) apart++
    }
    expect([arrows <= 4, apart <= 4]).toEqual([true, true])
  })

  it('of as many classes as products keeps columns of the largest alone', () => {
    const [shoppers, brands] = [500, 2000]
    let made = 0
    const Plain = Float64Array
    class Counted extends Plain {
      constructor(...given: readonly never[]) {
        super(...(given as unknown as [number]))
        made += this.length
      }
    }
    vi.stubGlobal('Float64Array', Counted)
    const of = Int32Array.from({ length: brands }, (_, at) => at)
    const lists = Int32Array.from({ length: shoppers * 2 }, (_, at) => (at * 37) % brands)
    const brand = { of, values: Array.from(of, (at) => `brand ${at}`) }
    const many = { priceTier: none, aisle: none, category: none, brand }
    const [table] = exposureColumns({ lists, depth: 2, k: 2, items: brands }, shoppers, many)
    vi.unstubAllGlobals()
    expect(table!.columns).toHaveLength(13)
    expect(made).toBeGreaterThan(13 * shoppers)
    expect(made).toBeLessThan(20 * shoppers + 10 * brands)
  })
})
