/** Counts of a shop, for its data card and its tests. */
import { personasOf } from './personas'
import { LAST_DAY } from './products'
import { PLANTED_IMBALANCE } from './shelves'
import { SEGMENT_FIELDS } from './shoppers'
import { TIER } from './themes'
import { productOf } from './toProduct'
import type { World } from './world'

const dayMs = 86_400_000

/** A shop in figures; shares run from 0 to 1. */
export interface WorldCounts {
  readonly aisles: number
  readonly kinds: number
  readonly products: number
  readonly shoppers: number
  readonly personas: number
  readonly interactions: {
    readonly total: number
    readonly view: number
    readonly cart: number
    readonly purchase: number
  }
  readonly firstDay: string
  readonly lastDay: string
  /** Shoppers without an event, with one or two, with more, and with three different purchases or more. */
  readonly history: {
    readonly none: number
    readonly few: number
    readonly more: number
    readonly buyers: number
  }
  /** Products listed in the last thirty days, and how many of those have at most two events; products without an event. */
  readonly coldItems: {
    readonly listedLately: number
    readonly ofThoseCold: number
    readonly withoutEvents: number
  }
  /** Share of all events on the most popular 1 % and 10 % of products. */
  readonly skew: { readonly top1Percent: number; readonly top10Percent: number }
  /** Share of shoppers' segment values that are missing. */
  readonly missingSegments: number
  /** Mean place on the tier axis of the products viewed, and of the tastes of those who viewed: the hit group against the rest. */
  readonly imbalance: { readonly viewedTier: Gap; readonly tasteTier: Gap }
}

/** A mean of the group that the planted imbalance hits, and of everybody else. */
export interface Gap {
  readonly group: number
  readonly others: number
}

const round = (value: number): number => Math.round(value * 1000) / 1000

function tally(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function countHistory({ shoppers, interactions }: World): WorldCounts['history'] {
  const events = tally(interactions.map((event) => event.shopperId))
  const bought = tally(
    interactions.filter((event) => event.kind === 'purchase').map((event) => event.shopperId),
  )
  const sizes = shoppers.map((shopper) => events.get(shopper.id) ?? 0)
  return {
    none: sizes.filter((size) => size === 0).length,
    few: sizes.filter((size) => size === 1 || size === 2).length,
    more: sizes.filter((size) => size > 2).length,
    buyers: [...bought.values()].filter((size) => size >= 3).length,
  }
}

function countItems({ products, interactions }: World): Pick<WorldCounts, 'coldItems' | 'skew'> {
  const events = tally(interactions.map((event) => event.productId))
  const sizes = products.map((product) => events.get(product.id) ?? 0).sort((a, b) => b - a)
  const share = (part: number): number =>
    round(
      sizes.slice(0, Math.round(sizes.length * part)).reduce((sum, size) => sum + size, 0) /
        interactions.length,
    )
  const lately = products.filter(
    (product) => Date.parse(LAST_DAY) - Date.parse(product.listedOn) < 30 * dayMs,
  )
  return {
    coldItems: {
      listedLately: lately.length,
      ofThoseCold: lately.filter((product) => (events.get(product.id) ?? 0) <= 2).length,
      withoutEvents: sizes.filter((size) => size === 0).length,
    },
    skew: { top1Percent: share(0.01), top10Percent: share(0.1) },
  }
}

/** The two means of a number over events. */
function gap(entries: readonly { readonly hit: boolean; readonly value: number }[]): Gap {
  const mean = (hit: boolean): number => {
    const values = entries.filter((entry) => entry.hit === hit).map((entry) => entry.value)
    return round(values.reduce((sum, value) => sum + value, 0) / values.length)
  }
  return { group: mean(true), others: mean(false) }
}

function measureImbalance({ products, shoppers, interactions }: World): WorldCounts['imbalance'] {
  const tiers = new Map(products.map((product) => [product.id, product.vector[TIER] ?? 0]))
  const tastes = new Map(shoppers.map((shopper) => [shopper.id, shopper.taste[TIER] ?? 0]))
  const { segment, value } = PLANTED_IMBALANCE
  const group = new Set(
    shoppers.filter((shopper) => shopper.segments[segment] === value).map((shopper) => shopper.id),
  )
  const views = interactions.filter((event) => event.kind === 'view')
  return {
    viewedTier: gap(
      views.map((event) => ({ hit: group.has(event.shopperId), value: tiers.get(event.productId) ?? 0 })),
    ),
    tasteTier: gap(
      shoppers.map((shopper) => ({ hit: group.has(shopper.id), value: tastes.get(shopper.id) ?? 0 })),
    ),
  }
}

/** Counts a shop. */
export function countWorld(world: World): WorldCounts {
  const { kinds, products, shoppers, interactions } = world
  const of = tally(interactions.map((event) => event.kind))
  let [first, last] = [Infinity, 0]
  for (const { atMs } of interactions) [first, last] = [Math.min(first, atMs), Math.max(last, atMs)]
  const values = shoppers.flatMap((shopper) => SEGMENT_FIELDS.map((field) => shopper.segments[field]))
  return {
    aisles: new Set(products.map((product) => product.aisle)).size,
    kinds: kinds.length,
    products: products.length,
    shoppers: shoppers.length,
    personas: personasOf(products.map(productOf)).length,
    interactions: {
      total: interactions.length,
      view: of.get('view') ?? 0,
      cart: of.get('cart') ?? 0,
      purchase: of.get('purchase') ?? 0,
    },
    firstDay: new Date(first).toISOString().slice(0, 10),
    lastDay: new Date(last).toISOString().slice(0, 10),
    history: countHistory(world),
    ...countItems(world),
    missingSegments: round(values.filter((value) => value === undefined).length / values.length),
    imbalance: measureImbalance(world),
  }
}
