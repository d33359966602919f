import { describe, expect, it } from 'vitest'
import { OTHER_EXPOSURE } from '../../shared/domain/fairness'
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
    const table = exposureTable(first!, { names: ['a', 'b'], rows: rowsByGroup(parted), drawn })
    expect(table.rows.map(({ value, shares }) => [value, ...shares.map(({ share }) => share)])).toEqual([
      ['bags', 3 / 4, 0],
      ['shoes', 1 / 4, 1],
    ])
    expect(table.rows[0]!.shares[0]).toMatchObject({ low: 1 / 2, high: 1 })
    expect(table.distances.map(({ group, distance }) => [group, distance])).toEqual([
      ['a', 3 / 4],
      ['b', 3 / 4],
    ])
    for (const { low, distance, high } of table.distances) {
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
    const { distances } = exposureTable(first!, { names: ['a', 'b'], rows: rowsByGroup(parted), drawn })
    for (const { low, distance } of distances) {
      expect(low).toBe(0)
      expect(distance).toBeLessThan(0.1)
    }
  })
})
