import { describe, expect, it } from 'vitest'
import type { Product } from '../../shared/domain/catalogue'
import type { Merchandise } from './merchandise'
import { exposureClasses, merchandiseOf, priceLevels, priceTiers } from './merchandise'

const nan = Number.NaN

/** Kind, category and price of each product. */
function shop(...rows: readonly (readonly [kind: string, category: string, price: number])[]): Merchandise {
  return {
    kinds: rows.map(([kind]) => kind),
    aisles: rows.map(() => 'general'),
    categories: rows.map(([, category]) => category),
    brands: rows.map(() => ''),
    priceMinor: Float64Array.from(rows, ([, , price]) => price),
    wasMinor: new Float64Array(rows.length).fill(nan),
    dimensions: 0,
    vectors: new Float32Array(),
  }
}

const kettles = [100, 200, 300, 500, 600, 900].map((price) => ['kettle', 'Kitchen', price] as const)

describe('price levels', () => {
  it('are logarithms of the price by the median of its kind', () => {
    const levels = priceLevels(shop(...kettles, ['kettle', 'Kitchen', nan]))
    ;[100, 200, 300, 500, 600, 900].forEach((price, row) =>
      expect(levels[row]).toBeCloseTo(Math.log(price / 400), 12),
    )
    expect(levels[6]).toBeNaN()
  })

  it('ask the category, then the catalogue, where a kind has fewer than six prices', () => {
    const levels = priceLevels(
      shop(...kettles, ['ladle', 'Kitchen', 800], ['desk', 'Office', 800], ['thing', '', 500]),
    )
    // Of the category: 100, 200, 300, 500, 600, 800, 900; of the catalogue 100, 200, 300, 500, 500, 600, 800, 800, 900.
    expect(levels[6]).toBeCloseTo(Math.log(800 / 500), 12)
    expect(levels[7]).toBeCloseTo(Math.log(800 / 500), 12)
    expect(levels[8]).toBeCloseTo(0, 12)
  })
})

describe('price tiers', () => {
  it('are thirds of a kind', () => {
    // Thirds lie at 200 + 2/3 of 100 and at 500 + 1/3 of 100.
    expect([...priceTiers(shop(...kettles, ['kettle', 'Kitchen', nan]))]).toEqual([0, 0, 1, 1, 2, 2, -1])
  })

  it('put a kind that costs the same all over in the middle', () => {
    const same = Array.from({ length: 7 }, () => ['pen', 'Office', 50] as const)
    expect([...priceTiers(shop(...same))]).toEqual(Array(7).fill(1))
  })

  it('put what costs more than most, which cost the same, on top', () => {
    const prices = [50, 50, 50, 50, 50, 50, 50, 90, 20]
    expect([...priceTiers(shop(...prices.map((price) => ['pen', 'Office', price] as const)))]).toEqual([
      ...Array<number>(7).fill(1),
      2,
      0,
    ])
  })
})

describe('columns of a catalogue', () => {
  const product: Omit<Product, 'id'> = {
    title: 'Kettle',
    titleNumber: 'one',
    noun: 'kettle',
    nounNumber: 'one',
    category: 'Home > Kitchen',
    aisle: 'kitchen',
    description: '',
    facts: [],
    source: {},
  }
  const inr = (minor: number) => ({ minor, currency: 'INR' })
  const columns = merchandiseOf(
    [
      { ...product, id: 'a', brand: 'Zeal', price: inr(900), wasPrice: inr(1000) },
      { ...product, id: 'b', category: '', price: { minor: 900, currency: 'USD' } },
      { ...product, id: 'c', brand: 'Acme', aisle: 'tools', price: inr(0) },
    ],
    'INR',
  )

  it('know prices in the currency of the catalogue alone, and none of nothing', () => {
    expect([...columns.priceMinor]).toEqual([900, nan, nan])
    expect([...columns.wasMinor]).toEqual([1000, nan, nan])
    expect(columns.categories).toEqual(['Home', '', 'Home'])
    expect(columns.brands).toEqual(['Zeal', '', 'Acme'])
  })

  it('sort products into classes, by name', () => {
    const { priceTier, aisle, category, brand } = exposureClasses(columns)
    expect({ of: [...brand.of], values: brand.values }).toEqual({ of: [1, -1, 0], values: ['Acme', 'Zeal'] })
    expect({ of: [...category.of], values: category.values }).toEqual({ of: [0, -1, 0], values: ['Home'] })
    expect({ of: [...aisle.of], values: aisle.values }).toEqual({
      of: [0, 0, 1],
      values: ['kitchen', 'tools'],
    })
    expect({ of: [...priceTier.of], values: priceTier.values }).toEqual({
      of: [1, -1, -1],
      values: ['budget', 'middle', 'premium'],
    })
  })
})
