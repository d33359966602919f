import { describe, expect, it } from 'vitest'
import { calibrated, kindsOf, mixDivergence, mixOf } from './calibration'
import { plainProducts } from './fixtures'
import { mmr } from './mmr'
import { ordered } from './rerank'

const rows = [0, 1, 2, 3]
const scores = Float64Array.of(1, 0.9, 0.6, 0.2)

describe('MMR', () => {
  /** 0 and 1 are nearly the same, 2 is somewhat like 0, 3 like nothing. */
  const alike = [
    [1, 0.9, 0.4, 0],
    [0.9, 1, 0.3, 0],
    [0.4, 0.3, 1, 0],
    [0, 0, 0, 1],
  ]
  const similarity = (one: number, other: number) => alike[one]?.[other] ?? 0

  // Scaled scores: 1, 0.875, 0.5, 0.
  it.each([
    ['by score alone', 0, [0, 1, 2, 3]],
    // After 0: 1 -> 0.7 x 0.875 - 0.3 x 0.9 = 0.3425, 2 -> 0.35 - 0.12 = 0.23, 3 -> 0.
    ['hardly minded', 0.3, [0, 1, 2, 3]],
    // After 0: 1 -> 0.4375 - 0.45 < 0, 2 -> 0.25 - 0.2 = 0.05, 3 -> 0; then 3 -> 0 before 1.
    ['half and half', 0.5, [0, 2, 3, 1]],
    // After 0: 3 -> 0; then the nearest of each: 1 -> -0.9, 2 -> -0.4.
    ['by difference alone', 1, [0, 3, 2, 1]],
  ])('%s', (_, diversity, order) => {
    expect(mmr({ rows, scores, count: 4, diversity, similarity })).toEqual(order)
    expect(mmr({ rows, scores, count: 2, diversity, similarity })).toEqual(order.slice(0, 2))
  })
})

describe('calibration', () => {
  const kinds = ['bag', 'bag', 'bag', 'cup']

  it('takes its mixes from weights', () => {
    expect([
      ...mixOf([
        { kind: 'bag', weight: 1 },
        { kind: 'cup', weight: 2 },
        { kind: 'bag', weight: 1 },
      ]),
    ]).toEqual([
      ['bag', 0.5],
      ['cup', 0.5],
    ])
  })

  it.each([
    // p = (1/2, 1/2); q of two bags = (0.99 + 0.005, 0.005).
    [[0, 1], 0.5 * Math.log(0.5 / 0.995) + 0.5 * Math.log(0.5 / 0.005)],
    [[0, 3], 0],
    // q = (0.66 + 0.005, 0.33 + 0.005).
    [[0, 1, 3], 0.5 * Math.log(0.5 / 0.665) + 0.5 * Math.log(0.5 / 0.335)],
  ])('measures how far %j is from half and half', (list, divergence) => {
    const half = new Map([
      ['bag', 0.5],
      ['cup', 0.5],
    ])
    expect(mixDivergence(half, list, kinds)).toBeCloseTo(divergence, 12)
  })

  it.each([
    ['by score alone', 0, [0, 1, 2, 3]],
    // After 0: 1 -> 0.7 x 0.875 - 0.3 x 1.96 = 0.02, 3 -> 0 - 0 = 0.
    ['hardly minded', 0.3, [0, 1, 3, 2]],
    // After 0: 1 -> 0.5 x 0.875 - 0.5 x 1.96 < 0, 3 -> 0.
    ['half and half', 0.5, [0, 3, 1, 2]],
  ])('%s', (_, calibration, order) => {
    const wanted = new Map([
      ['bag', 0.5],
      ['cup', 0.5],
    ])
    expect(calibrated({ rows, scores, count: 4, calibration, kinds, wanted })).toEqual(order)
  })

  it('goes by score where the history has no kinds', () => {
    expect(calibrated({ rows, scores, count: 2, calibration: 1, kinds, wanted: new Map() })).toEqual([0, 1])
  })
})

describe('kinds of things', () => {
  const products = { ...plainProducts(['a', 'b', 'c']), nouns: ['shirt', 'blouse', 'cup'] }
  it.each([
    [
      'the first level of categories',
      ['Clothes > Tops', 'Clothes > Smart', 'Table'],
      ['Clothes', 'Clothes', 'Table'],
    ],
    ['nouns where all stand on one level', ['All > Tops', 'All > Smart', 'All'], products.nouns],
    ['nouns where there are no categories', ['', '', ''], products.nouns],
  ])('are %s', (_, categories, kinds) => {
    expect(kindsOf({ ...products, categories })).toEqual(kinds)
  })
})

describe('the order of picks', () => {
  const products = { ...plainProducts(['a', 'b', 'c', 'd']), nouns: ['bag', 'bag', 'cup', 'cup'] }
  const kinds = products.nouns
  const plain = { count: 4, diversity: 0, calibration: 0, kinds, wanted: new Map<string, number>() }

  it('leaves out what may not be picked, and puts equals in the order of rows', () => {
    const some = Float64Array.of(0.5, -Infinity, 1, 0.5)
    expect(ordered(products, { ...plain, scores: some })).toEqual([2, 0, 3])
  })

  it('tells kinds apart by their nouns where there are no vectors', () => {
    expect(ordered(products, { ...plain, scores, diversity: 0.5 })).toEqual([0, 2, 1, 3])
  })

  it('has no title twice before every other has had its turn', () => {
    const titles = ['Cosy Living Room Set', 'cosy living  room set', 'Cup', 'CUP ', 'Lamp']
    const twins = { ...plainProducts(['a', 'b', 'c', 'd', 'e']), titles }
    const order = { ...plain, scores: Float64Array.of(5, 4, 3, 2, 1) }
    for (const count of [1, 2, 3, 4, 5])
      expect(ordered(twins, { ...order, count })).toEqual([0, 2, 4, 1, 3].slice(0, count))
    expect(ordered(twins, { ...order, count: 2, diversity: 0.3 })).toEqual([0, 2])
  })

  it('finds another title behind many that are the same', () => {
    const many = Array.from({ length: 900 }, (_, row) => `${row}`)
    const same = { ...plainProducts(many), titles: many.map((id) => (id === '870' ? 'Other' : 'Same')) }
    const falling = Float64Array.from(many, (_, row) => 900 - row)
    expect(ordered(same, { ...plain, scores: falling, count: 3 })).toEqual([0, 870, 1])
  })

  it('goes by score behind the places that are mixed, and has the same products in front however many are asked for', () => {
    const many = Array.from({ length: 400 }, (_, row) => `${row}`)
    const nouns = many.map((_, row) => (row % 10 === 9 ? 'cup' : 'bag'))
    const falling = Float64Array.from(many, (_, row) => 400 - row)
    const wish = { ...plain, scores: falling, diversity: 0.6 }
    const all = ordered({ ...plainProducts(many), nouns }, { ...wish, count: 400 })
    expect([...all].sort((a, b) => a - b)).toEqual([...many.keys()])
    expect(all.slice(0, 2)).toEqual([0, 9])
    expect(all.slice(50)).toEqual([...all.slice(50)].sort((a, b) => a - b))
    expect(ordered({ ...plainProducts(many), nouns }, { ...wish, count: 7 })).toEqual(all.slice(0, 7))
  })
})
