import { describe, expect, it } from 'vitest'
import type { InteractionKind } from '../../shared/domain/catalogue'
import { INTERACTION_KINDS } from '../../shared/domain/columns'
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import { choose } from './choose'
import { Cooccurrence } from './cooccurrence'
import { popularity } from './popularity'
import { Recommender } from './recommender'
import type { RecommendRequest } from './types'
import { RECOMMENDERS } from './types'
import { DAY_MS } from './weights'

const NOW = 1000 * DAY_MS

/** pack and bag are bags, mug and cup cups, lamp a lamp that is sold out, tent has no events. Vectors: bags, cups, light. */
const products: ProductColumns = {
  ids: ['pack', 'bag', 'mug', 'cup', 'lamp', 'tent'],
  titles: ['Roll-top Pack', 'Day Bag', 'Stone Mug', 'Tin Cup', 'Desk Lamp', 'Hill Tent'],
  nouns: ['backpack', 'backpack', 'cup', 'cup', 'lamp', 'tent'],
  stock: Int32Array.of(5, -1, 3, 1, 0, 2),
  dimensions: 3,
  vectors: Float32Array.of(1, 0, 0, 0.8, 0.6, 0, 0, 1, 0, 0, 0.8, 0.6, 0, 0, 1, 0.6, 0, 0.8),
}

type Event = readonly [shopper: string, product: string, kind: InteractionKind, daysAgo: number]

/** Four bought pack and mug; one of them the cup too; one looked at bag and lamp. */
const told: readonly Event[] = [
  ['a', 'pack', 'purchase', 60],
  ['b', 'pack', 'purchase', 60],
  ['c', 'pack', 'purchase', 60],
  ['d', 'pack', 'purchase', 60],
  ['a', 'mug', 'purchase', 30],
  ['b', 'mug', 'purchase', 30],
  ['c', 'mug', 'purchase', 30],
  ['d', 'mug', 'purchase', 30],
  ['a', 'cup', 'purchase', 10],
  ['e', 'bag', 'view', 5],
  ['e', 'lamp', 'purchase', 0],
]

function columns(events: readonly Event[]): InteractionColumns {
  const shoppers = [...new Set(events.map(([shopper]) => shopper))]
  return {
    shoppers,
    shopper: Int32Array.from(events, ([shopper]) => shoppers.indexOf(shopper)),
    product: Int32Array.from(events, ([, product]) => products.ids.indexOf(product)),
    kind: Uint8Array.from(events, ([, , kind]) => INTERACTION_KINDS.indexOf(kind)),
    atMs: Float64Array.from(events, ([, , , daysAgo]) => NOW - daysAgo * DAY_MS),
  }
}

const recommender = new Recommender(products, columns(told))
const picks = (request: Partial<RecommendRequest>, from = recommender) =>
  from
    .recommend({ by: 'personalised', count: 6, history: [], ...request })
    .map(({ id, reason }) => [id, reason])
const bought = (productId: string, daysAgo: number) => ({
  productId,
  kind: 'purchase' as const,
  atMs: NOW - daysAgo * DAY_MS,
})

describe('popularity', () => {
  it('halves with every half-life and weighs the kinds of events', () => {
    const { scores, lately } = popularity(columns(told), 6, { nowMs: NOW, halfLifeDays: 30 })
    // pack 4 x 1/4, bag 0.2 x 2^(-1/6), mug 4 x 1/2, cup 2^(-1/3), lamp 1.
    expect([...scores].map((score) => Number(score.toFixed(4)))).toEqual([1, 0.1782, 2, 0.7937, 1, 0])
    expect([...lately]).toEqual([0, 1, 0, 1, 1, 0])
  })

  it('counts events without a date as one half-life old', () => {
    const undated = { ...columns(told), atMs: new Float64Array(told.length) }
    const { scores } = popularity(undated, 6, { nowMs: 0, halfLifeDays: 30 })
    expect([...scores]).toEqual([2, 0.1, 2, 0.5, 0.5, 0])
  })

  it('picks in that order, sold out left out, and says what is true', () => {
    expect(picks({ by: 'popularity' })).toEqual([
      ['mug', 'Popular with other shoppers'],
      ['pack', 'Popular with other shoppers'],
      ['cup', 'Popular this month'],
      ['bag', 'Popular this month'],
      ['tent', 'From the range'],
    ])
  })
})

describe('co-occurrence', () => {
  it('is the cosine over shoppers, shrunk', () => {
    const index = new Cooccurrence(columns(told), 6)
    const { rows, similarity, boughtBoth } = index.neighbours(0)
    const found = [...rows].map((row, n) => [
      products.ids[row],
      Number(similarity[n]!.toFixed(4)),
      boughtBoth[n],
    ])
    // mug: 4 / (2 x 2 + 3); cup: 1 / (2 x 1 + 3).
    expect(found).toEqual([
      ['cup', 0.2, 1],
      ['mug', 0.5714, 4],
    ])
    const bag = index.neighbours(1)
    // lamp: 0.2 x 1 / (0.2 x 1 + 3).
    expect([[...bag.rows], bag.similarity[0]?.toFixed(4), [...bag.boughtBoth]]).toEqual([[4], '0.0625', [0]])
  })

  it('takes the strongest event between a shopper and a product', () => {
    const index = new Cooccurrence(
      columns([
        ['a', 'pack', 'view', 3],
        ['a', 'pack', 'purchase', 2],
        ['a', 'pack', 'view', 1],
        ['a', 'mug', 'cart', 1],
      ]),
      6,
    )
    const { similarity, boughtBoth } = index.neighbours(0)
    expect([similarity[0], boughtBoth[0]]).toEqual([0.5 / (1 * 0.5 + 3), 0])
  })

  it('says with what, and only as often as it was', () => {
    expect(picks({ by: 'cooccurrence', count: 2, history: [bought('pack', 1)] })).toEqual([
      ['mug', 'Often bought with your Roll-top Pack'],
      ['cup', 'Also bought by another owner of your Roll-top Pack'],
    ])
    const looked = { productId: 'pack', kind: 'view' as const, atMs: NOW }
    expect(picks({ by: 'cooccurrence', count: 1, history: [looked] })).toEqual([
      ['mug', 'Others who looked at the Roll-top Pack chose this too'],
    ])
  })
})

describe('content', () => {
  it('is the cosine with the mean of the history', () => {
    const scores = recommender.scores({ by: 'content', history: [bought('pack', 0)] })
    // Scaled to its largest, the bought pack's own 1, times the blend's weight.
    expect([...scores].map((score) => Number(score.toFixed(3)))).toEqual([
      -Infinity,
      0.08,
      0,
      0,
      -Infinity,
      0.06,
    ])
    expect(picks({ by: 'content', count: 1, history: [bought('pack', 0)] })).toEqual([
      ['bag', 'Close in kind to your Roll-top Pack'],
    ])
  })
})

describe('random', () => {
  it('is a draw that a seed repeats', () => {
    const draw = (seed: number) => picks({ by: 'random', seed }).map(([id]) => id)
    expect(draw(7)).toEqual(draw(7))
    expect(new Set(Array.from({ length: 20 }, (_, seed) => draw(seed).join())).size).toBeGreaterThan(10)
    expect(draw(7).sort()).toEqual(['bag', 'cup', 'mug', 'pack', 'tent'])
    expect(picks({ by: 'random', count: 1 })[0]?.[1]).toBe('Picked at random')
  })
})

describe('personalised', () => {
  it('lets the occasion lead, then the history', () => {
    const request = {
      history: [bought('pack', 1)],
      retrieved: ['tent', 'lamp'],
      occasion: 'a week in the hills',
    }
    expect(picks({ ...request, count: 3 })).toEqual([
      ['tent', 'Fits a week in the hills'],
      ['mug', 'Often bought with your Roll-top Pack'],
      ['cup', 'Also bought by another owner of your Roll-top Pack'],
    ])
  })

  it('lets interests only help', () => {
    const request = { history: [bought('pack', 1)], retrieved: ['tent'], interests: ['camping'] }
    expect(picks({ ...request, count: 1 })).toEqual([['mug', 'Often bought with your Roll-top Pack']])
  })

  it('leans on occasion and popularity for a stranger, and says so', () => {
    expect(
      picks({
        count: 2,
        retrieved: ['tent'],
        interests: ['camping'],
        history: [bought('of another shop', 1)],
      }),
    ).toEqual([
      ['tent', 'Matches an interest in camping (no history in this shop yet)'],
      ['mug', 'Popular with other shoppers (no history in this shop yet)'],
    ])
  })
})

describe('every way of picking', () => {
  it.each(RECOMMENDERS)('by %s leaves out what is sold out, just bought or excluded', (by) => {
    const history = [
      bought('mug', 2),
      bought('pack', 200),
      { productId: 'cup', kind: 'view' as const, atMs: NOW },
    ]
    const ids = picks({ by, history, exclude: ['tent', 'nothing'] }).map(([id]) => id)
    expect(ids.sort()).toEqual(['bag', 'cup', 'pack'])
  })

  it.each(RECOMMENDERS)('by %s copes with an empty shop', (by) => {
    const nothing = {
      ...products,
      ids: [],
      titles: [],
      nouns: [],
      stock: new Int32Array(),
      vectors: new Float32Array(),
    }
    expect(new Recommender(nothing, columns([])).recommend({ by, count: 2, history: [] })).toEqual([])
  })

  it('takes a purchase without a date for a recent one', () => {
    expect(
      picks({
        by: 'popularity',
        count: 1,
        history: [{ productId: 'mug', kind: 'purchase', atMs: 0 }],
      })[0]?.[0],
    ).toBe('pack')
  })
})

describe('choosing', () => {
  const scores = Float64Array.of(1, 0.9, 0.5, 0.4, -Infinity, 0)
  const chosen = (diversity: number, count: number) =>
    choose({ scores, count, diversity, nouns: products.nouns })

  it.each([
    ['by score alone', 0, 4, [0, 1, 2, 3]],
    ['one of a kind first', 1, 4, [0, 2, 5, 1]],
    ['some of each: 0.9 x 0.5 against 0.5', 0.5, 4, [0, 2, 1, 3]],
    ['hardly minded', 0.1, 2, [0, 1]],
    ['a single one', 1, 1, [0]],
    ['no more than there are', 0.5, 9, [0, 2, 1, 3, 5]],
  ])('%s', (_, diversity, count, rows) => {
    expect(chosen(diversity, count)).toEqual(rows)
  })
})

describe('what was found', () => {
  it.each([
    [{ occasion: 'the first frost', interests: ['jazz'] }, 'Fits the first frost'],
    [{ interests: ['jazz'] }, 'Matches an interest in jazz'],
    [{ interests: ['jazz', 'tea'] }, 'Matches your interests'],
    [{}, 'Close to what you have'],
  ])('is said of %j', (request, reason) => {
    expect(picks({ ...request, count: 1, retrieved: ['tent'] })).toEqual([
      ['tent', `${reason} (no history in this shop yet)`],
    ])
  })
})
