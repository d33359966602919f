/** What the shop shows: which products make up a page, and in which order. Shoppers only click what they were shown. */
import type { ClickProduct } from './clicks'
import type { ProductRow } from './products'
import type { Random } from './random'
import { shuffle } from './random'
import { TIER } from './themes'

/** How many products a page shows. */
export const PAGE_LENGTH = 12

/**
 * The imbalance planted in the shop's logs. Shoppers of one age band were shown cheaper things for years: on every page made for them a
 * product's weight is multiplied by exp(-strength * t), `t` its place on the tier axis (-1 plain to 1 dear). Their tastes are those of
 * everybody else with their income, so whatever learns from the logs learns a difference that is not there.
 */
export const PLANTED_IMBALANCE = { segment: 'ageBand', value: '55+', strength: 1.6 } as const

/** Exponent of popularity in the draw for a page. */
const SHELF_EXPONENT = 0.65
/** Weight of a product in its first thirty days, when the shelf hardly knows it. */
const FRESH_WEIGHT = 0.06
const FRESH_DAYS = 30
const dayMs = 86_400_000

/** A product with the day it was first sold. */
export interface ShelfProduct extends ClickProduct {
  readonly listedOn: string
}

/** What the click model knows of each kind of thing. */
export interface KindRow {
  readonly type: string
  readonly goes: readonly string[]
  readonly peak?: readonly [number, number]
  /** Theme part of the vectors of its products. */
  readonly themes: readonly number[]
}

/** A product row as the click model sees it. Throws RangeError when its kind is not among `kinds`. */
export function shelfProductOf(row: ProductRow, kinds: ReadonlyMap<string, KindRow>): ShelfProduct {
  const kind = kinds.get(row.type)
  if (!kind) throw new RangeError(`Product "${row.id}" is of the kind "${row.type}", which no aisle lists`)
  const { id, type, vector, popularity, listedOn } = row
  return {
    id,
    type,
    vector,
    popularity,
    listedOn,
    goes: kind.goes,
    ...(kind.peak ? { peak: kind.peak } : {}),
  }
}

/** A product on the shelf with its weights worked out. */
interface Placed {
  readonly product: ShelfProduct
  readonly listedMs: number
  readonly weight: number
}

/** Who looks, when, and what must not be shown. */
export interface Look {
  readonly atMs: number
  /** `PLANTED_IMBALANCE.strength` for the shoppers it hits, else 0. */
  readonly skew: number
  readonly without: ReadonlySet<string>
}

/** A list of products from which a page draws. */
export class Shelf {
  readonly #placed: readonly Placed[]
  /** Running sums of weights by skew, made when first asked for. */
  readonly #sums = new Map<number, Float64Array>()

  constructor(products: readonly ShelfProduct[]) {
    this.#placed = products.map((product) => ({
      product,
      listedMs: Date.parse(product.listedOn),
      weight: product.popularity ** SHELF_EXPONENT,
    }))
  }

  /** Up to `count` different products, drawn by weight; fewer when the shelf has no more that may be shown. */
  draw(count: number, look: Look, random: Random): readonly ShelfProduct[] {
    const sums = this.#sumsFor(look.skew)
    const chosen = new Map<string, ShelfProduct>()
    for (let attempt = 0; attempt < count * 8 && chosen.size < count; attempt++) {
      const placed = this.#placed[find(sums, random() * (sums.at(-1) ?? 0))]
      if (!placed || look.without.has(placed.product.id) || look.atMs < placed.listedMs) continue
      const fresh = look.atMs - placed.listedMs < FRESH_DAYS * dayMs
      if (!fresh || random() < FRESH_WEIGHT) chosen.set(placed.product.id, placed.product)
    }
    return [...chosen.values()]
  }

  #sumsFor(skew: number): Float64Array {
    const known = this.#sums.get(skew)
    if (known) return known
    const sums = new Float64Array(this.#placed.length)
    let sum = 0
    this.#placed.forEach(({ product, weight }, i) => {
      sum += weight * Math.exp(-skew * (product.vector[TIER] ?? 0))
      sums[i] = sum
    })
    this.#sums.set(skew, sums)
    return sums
  }
}

/** Index of the first sum above `value`. */
function find(sums: Float64Array, value: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}

/** The shop's shelves: all of it, and one for every kind of thing. */
export interface Shelves {
  readonly all: Shelf
  readonly byType: ReadonlyMap<string, Shelf>
}

/** Products by kind of thing, kinds in the order they come. */
export function groupByType(products: readonly ShelfProduct[]): ReadonlyMap<string, readonly ShelfProduct[]> {
  const groups = new Map<string, ShelfProduct[]>()
  for (const product of products) {
    const group = groups.get(product.type)
    if (group) group.push(product)
    else groups.set(product.type, [product])
  }
  return groups
}

/** Puts products on shelves. */
export function fillShelves(products: readonly ShelfProduct[]): Shelves {
  return {
    all: new Shelf(products),
    byType: new Map([...groupByType(products)].map(([type, members]) => [type, new Shelf(members)])),
  }
}

/**
 * One page. With an intent: seven products of that kind, two of a kind that goes with it, the rest from the whole shop; without one, the
 * front page, all from the whole shop. The order is by popularity with Gumbel noise of scale one, as a shop's own ranking is half right.
 */
export function makePage(
  shelves: Shelves,
  intent: string | undefined,
  look: Look,
  random: Random,
): readonly ShelfProduct[] {
  const shown = new Map<string, ShelfProduct>()
  const add = (products: readonly ShelfProduct[]): void => {
    for (const product of products) if (shown.size < PAGE_LENGTH) shown.set(product.id, product)
  }
  const shelf = intent === undefined ? undefined : shelves.byType.get(intent)
  if (shelf) add(shelf.draw(7, look, random))
  const goes = [...shown.values()][0]?.goes ?? []
  const beside = shuffle(random, goes)
    .map((type) => shelves.byType.get(type))
    .find(Boolean)
  if (beside) add(beside.draw(2, look, random))
  add(shelves.all.draw(PAGE_LENGTH, look, random))
  return [...shown.values()]
    .map((product) => ({ product, score: Math.log(product.popularity) - Math.log(-Math.log(1 - random())) }))
    .sort((a, b) => b.score - a.score)
    .map(({ product }) => product)
}
