import { describe, expect, it } from 'vitest'
import type { InteractionKind } from '../../shared/domain/catalogue'
import type { ProductColumns } from '../../shared/domain/columns'
import { RECOMMENDERS } from '../../shared/domain/recommenders'
import type { Told } from './fixtures'
import { NOW, columnsOf } from './fixtures'
import { Recommender, trainingSet } from './recommender'
import type { RecommendRequest } from './types'
import { DAY_MS } from './weights'

/** pack and bag are bags, mug and cup cups, lamp a lamp that is sold out, tent has no events. Vectors: bags, cups, light. */
const products: ProductColumns = {
  ids: ['pack', 'bag', 'mug', 'cup', 'lamp', 'tent'],
  titles: ['Roll-top Pack', 'Day Bag', 'Stone Mug', 'Tin Cup', 'Desk Lamp', 'Hill Tent'],
  nouns: ['backpack', 'backpack', 'cup', 'cup', 'lamp', 'tent'],
  categories: ['Bags', 'Bags', 'Table', 'Table', 'Home > Light', 'Camping'],
  stock: Int32Array.of(5, -1, 3, 1, 0, 2),
  dimensions: 3,
  vectors: Float32Array.of(1, 0, 0, 0.8, 0.6, 0, 0, 1, 0, 0, 0.8, 0.6, 0, 0, 1, 0.6, 0, 0.8),
}

/** Four bought pack and mug; one of them the cup too; one looked at bag and bought the lamp. */
const told: readonly Told[] = [
  ...['a', 'b', 'c', 'd'].map((who): Told => [who, 'pack', 'purchase', 60]),
  ...['a', 'b', 'c', 'd'].map((who): Told => [who, 'mug', 'purchase', 30]),
  ['a', 'cup', 'purchase', 10],
  ['e', 'bag', 'view', 5],
  ['e', 'lamp', 'purchase', 0],
]

const over = (events: readonly Told[], of = products) =>
  new Recommender(trainingSet(of, columnsOf(of.ids, events)))
const recommender = over(told)
const picks = (request: Partial<RecommendRequest>, from = recommender) =>
  from
    .recommend({ by: 'personalised', count: 6, history: [], ...request })
    .map(({ id, reason }) => [id, reason])
const event = (productId: string, kind: InteractionKind, daysAgo: number) => ({
  productId,
  kind,
  atMs: NOW - daysAgo * DAY_MS,
})
const bought = (productId: string, daysAgo: number) => event(productId, 'purchase', daysAgo)

describe('popularity', () => {
  it.each([
    ['popularity', ['pack', 'mug', 'cup', 'bag', 'tent']],
    ['popularity-recent', ['mug', 'pack', 'cup', 'bag', 'tent']],
  ] as const)('%s picks in its order, sold out left out, and says what is true', (by, order) => {
    const reasons = new Map([
      ['cup', 'Another shopper took an interest'],
      ['bag', 'Another shopper took an interest'],
      ['tent', 'From the range'],
    ])
    expect(picks({ by })).toEqual(order.map((id) => [id, reasons.get(id) ?? 'Popular with other shoppers']))
  })
})

describe('what goes with the history', () => {
  it.each([
    [
      'item-knn',
      'Often bought with your Roll-top Pack',
      'Also bought by another owner of your Roll-top Pack',
    ],
    ['ease', 'Often bought with your Roll-top Pack', 'Also bought by another owner of your Roll-top Pack'],
  ] as const)('by %s says with what, and only as often as it was', (by, ...reasons) => {
    const [mug, cup] = reasons
    expect(picks({ by, count: 2, history: [bought('pack', 1)] })).toEqual([
      ['mug', mug],
      ['cup', cup],
    ])
  })

  it.each([
    [event('pack', 'view', 0), 'Others who looked at the Roll-top Pack chose this too'],
    [bought('pack', 0), 'Often bought with your Roll-top Pack'],
  ])('speaks of %j as what it is', (known, reason) => {
    expect(picks({ by: 'item-knn', count: 1, history: [known] })).toEqual([['mug', reason]])
  })

  it.each([
    [
      'transitions',
      event('pack', 'view', 0),
      ['mug', 'Others who looked at the Roll-top Pack went on to this'],
    ],
    ['transitions', bought('pack', 0), ['mug', 'Others with your Roll-top Pack went on to this']],
    ['content', bought('pack', 0), ['bag', 'Close in kind to your Roll-top Pack']],
  ] as const)('by %s', (by, known, first) => {
    expect(picks({ by, count: 1, history: [known] })).toEqual([first])
  })

  it('calls nothing close in kind that is not', () => {
    const [, second] = picks({ by: 'content', count: 2, history: [bought('pack', 0)] })
    // The tent's cosine is 0.6; nobody met it.
    expect(second).toEqual(['tent', 'From the range'])
  })

  it('names the product of the history that the reason speaks of', () => {
    const { because } =
      recommender.recommend({
        by: 'personalised',
        count: 1,
        history: [bought('pack', 1), bought('lamp', 3)],
      })[0] ?? {}
    expect(because).toEqual({ productId: 'pack', title: 'Roll-top Pack' })
    const [popular] = recommender.recommend({ by: 'popularity', count: 1, history: [bought('mug', 1)] })
    expect(popular).not.toHaveProperty('because')
  })
})

describe('chance', () => {
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
    expect(picks({ ...request, count: 2 })).toEqual([
      ['tent', 'Fits a week in the hills'],
      ['mug', 'Often bought with your Roll-top Pack'],
    ])
  })

  it('lets interests only help', () => {
    const request = { history: [bought('pack', 1)], retrieved: ['tent'], interests: ['camping'] }
    expect(picks({ ...request, count: 1 })).toEqual([['mug', 'Often bought with your Roll-top Pack']])
  })

  it('leans on occasion and popularity for a stranger, and says so', () => {
    const history = [bought('of another shop', 1)]
    expect(picks({ count: 2, retrieved: ['tent'], interests: ['camping'], history })).toEqual([
      ['tent', 'Matches an interest in camping (no history in this shop yet)'],
      ['pack', 'Popular with other shoppers (no history in this shop yet)'],
    ])
  })

  it('leaves the giver’s own history out of a present, but for what she has just bought', () => {
    const request = { history: [bought('pack', 1)], recipient: 'your father' }
    const suffix = '; a gift for your father, so your own tastes play no part'
    expect(picks({ ...request, count: 1, retrieved: ['tent'], occasion: 'a week in the hills' })).toEqual([
      ['tent', `Fits a week in the hills${suffix}`],
    ])
    expect(picks({ ...request, count: 1 })).toEqual([['mug', `Popular with other shoppers${suffix}`]])
  })

  it('goes by weights it is given', () => {
    const blend = { weights: { content: 1 }, users: 0 }
    const alike = new Recommender(trainingSet(products, columnsOf(products.ids, told)), { blend })
    expect(picks({ count: 1, history: [bought('pack', 1)] }, alike)[0]?.[0]).toBe('bag')
  })
})

describe('preparing', () => {
  it('learns in steps, and picks are the same', () => {
    const blend = { weights: { 'item-knn': 0.5, content: 0.5 }, users: 0 }
    const prepared = new Recommender(trainingSet(products, columnsOf(products.ids, told)), { blend })
    // Both parts and popularity.
    expect([...prepared.preparing()]).toHaveLength(3)
    const other = new Recommender(trainingSet(products, columnsOf(products.ids, told)), { blend })
    const request = { history: [bought('pack', 1)] }
    expect(picks(request, prepared)).toEqual(picks(request, other))
  })
})

describe('every way of picking', () => {
  it.each(RECOMMENDERS)('by %s leaves out what is sold out, just bought or excluded', (by) => {
    const history = [bought('mug', 2), bought('pack', 200), event('cup', 'view', 0)]
    const ids = picks({ by, history, exclude: ['tent', 'nothing'] }).map(([id]) => id)
    expect(ids.sort()).toEqual(['bag', 'cup', 'pack'])
  })

  it.each(RECOMMENDERS)('by %s copes with an empty shop', (by) => {
    const nothing = {
      ...products,
      ...{
        ids: [],
        titles: [],
        nouns: [],
        categories: [],
        stock: new Int32Array(),
        vectors: new Float32Array(),
      },
    }
    expect(over([], nothing).recommend({ by, count: 2, history: [] })).toEqual([])
  })

  it.each(RECOMMENDERS)('by %s scores as it picks', (by) => {
    const request = { by, history: [bought('pack', 1)], seed: 3 }
    const scores = recommender.scores(request)
    const list = recommender.recommend({ ...request, count: 6 })
    expect(list.map(({ id }) => scores[products.ids.indexOf(id)])).toEqual(list.map(({ score }) => score))
    expect([scores[0], scores[4]]).toEqual([-Infinity, -Infinity])
  })

  it('takes a purchase without a date for a recent one', () => {
    const history = [{ productId: 'pack', kind: 'purchase' as const, atMs: 0 }]
    expect(picks({ by: 'popularity', count: 1, history })[0]?.[0]).toBe('mug')
  })
})

describe('what was found', () => {
  it.each([
    [{ occasion: 'the first frost', interests: ['jazz'] }, 'Fits the first frost'],
    [{ interests: ['jazz'] }, 'Matches an interest in jazz'],
    [{ interests: ['jazz', 'tea'] }, 'Matches your interests'],
    [{ found: (id: string) => `Found ${id}` }, 'Found tent'],
    [{}, 'Close to what you have'],
  ])('is said of %j', (request, reason) => {
    expect(picks({ ...request, count: 1, retrieved: ['tent'] })).toEqual([
      ['tent', `${reason} (no history in this shop yet)`],
    ])
  })
})

describe('the mix of a list', () => {
  const mixed = (request: Partial<RecommendRequest>) =>
    picks({ by: 'popularity', count: 5, ...request }).map(([id]) => id)

  it('is by score, by difference, or as in the history', () => {
    const history = [bought('pack', 200), bought('bag', 200)]
    expect(mixed({ history })).toEqual(['pack', 'mug', 'cup', 'bag', 'tent'])
    // Cosines with the pack: bag 0.8, tent 0.6, mug and cup 0.
    expect(mixed({ history, diversity: 1, count: 3 })).toEqual(['pack', 'mug', 'tent'])
    expect(mixed({ history, calibration: 1, count: 3 })).toEqual(['pack', 'bag', 'mug'])
  })
})

describe('what was bought lately', () => {
  const twins = over(told, { ...products, titles: products.titles.with(1, 'roll-top  pack') })
  it.each(RECOMMENDERS)('is not offered again under its title by another id: %s', (by) => {
    const ids = (daysAgo: number) =>
      picks({ by, history: [bought('pack', daysAgo)] }, twins).map(([id]) => id)
    expect(ids(3)).not.toContain('bag')
    expect(ids(3)).toContain('mug')
    expect(ids(400)).toContain('bag')
  })
})
