/** Simulates the shop's year: visits, pages, and what shoppers clicked, put in their carts and bought. */
import type { Interaction } from '../../shared/domain/catalogue'
import type { ClickShopper, Sight } from './clicks'
import {
  LATELY_DAYS,
  chancesAt,
  drawClick,
  inSeason,
  leaning,
  relationTo,
  themeMatch,
  utility,
} from './clicks'
import { LAST_DAY } from './products'
import type { Random } from './random'
import { pick, pickWeighted, stream } from './random'
import type { Look, ShelfProduct, Shelves } from './shelves'
import { PLANTED_IMBALANCE, fillShelves, groupByType, makePage } from './shelves'
import type { ShopperRow } from './shoppers'

/** What moves the simulation besides products and shoppers. */
export interface YearOptions {
  readonly seed: number
  /** False leaves the planted imbalance out; everything else stays as it is. */
  readonly imbalance: boolean
}

const dayMs = 86_400_000
const minuteMs = 60_000
const yearMs = 365 * dayMs
const endMs = Date.parse(LAST_DAY) + dayMs
const startMs = endMs - yearMs

/** Share of visits without an intent, and of those led by what goes with the last purchase. */
const FRONT_PAGE = 0.12
const FOLLOW_UP = 0.3
/** Weights of the intent, in logits: its kind is drawn by taste, leaning and season, less what was bought lately. */
const INTENT = { taste: 5, leaning: 1.1, season: 0.8, sated: 1.5 } as const
/** New shoppers come this many times as often as others. */
const NEW_RATE = 4

interface Kind {
  readonly type: string
  readonly vector: readonly number[]
  readonly peak?: readonly [number, number]
}

interface Year {
  readonly shelves: Shelves
  readonly kinds: readonly Kind[]
  readonly options: YearOptions
}

/** How busy the shop is on a day, 0 to 1: weekends and the festive months more than the rest. */
function traffic(atMs: number): number {
  const day = new Date(atMs)
  const month = day.getUTCMonth() + 1
  const festive = month >= 10 || month === 1 ? 1 : month === 4 ? 0.8 : 0.65
  return festive * (day.getUTCDay() % 6 === 0 ? 1 : 0.75)
}

/** Moments of a shopper's visits, in order, whole minutes. Hours are those of waking people. */
function drawVisits(shopper: ShopperRow, random: Random): readonly number[] {
  const fromMs = Math.max(startMs, Date.parse(shopper.joinedOn))
  const spanMs = endMs - fromMs
  const isNew = spanMs < 91 * dayMs
  const expected = shopper.visitsPerYear * (spanMs / yearMs) * (isNew ? NEW_RATE : 1)
  const count = shopper.visitsPerYear <= 1 ? shopper.visitsPerYear : Math.max(3, Math.round(expected))
  const visits: number[] = []
  while (visits.length < count) {
    const day = fromMs + Math.floor((random() * spanMs) / dayMs) * dayMs
    const minute = Math.floor(7 * 60 + random() * 15 * 60)
    if (random() < traffic(day)) visits.push(day + minute * minuteMs)
  }
  return visits.sort((a, b) => a - b)
}

/** One shopper's way through the year. */
class Walk {
  readonly events: Interaction[] = []
  readonly #year: Year
  readonly #shopper: ShopperRow
  readonly #random: Random
  readonly #skew: number
  readonly #bought = new Set<string>()
  #purchases: readonly { readonly product: ShelfProduct; readonly atMs: number }[] = []
  readonly #liking: readonly number[]

  constructor(year: Year, shopper: ShopperRow) {
    this.#year = year
    this.#shopper = shopper
    this.#random = stream(year.options.seed, `year/${shopper.id}`)
    const hit = shopper.segments[PLANTED_IMBALANCE.segment] === PLANTED_IMBALANCE.value
    this.#skew = year.options.imbalance && hit ? PLANTED_IMBALANCE.strength : 0
    this.#liking = year.kinds.map(
      ({ type, vector }) =>
        INTENT.taste * themeMatch(shopper.taste, vector) + INTENT.leaning * leaning(shopper.id, type),
    )
  }

  visit(atMs: number): void {
    const month = new Date(atMs).getUTCMonth() + 1
    const look: Look = { atMs, skew: this.#skew, without: this.#bought }
    const page = makePage(this.#year.shelves, this.#intent(month, this.#lately(atMs)), look, this.#random)
    let clockMs = atMs
    for (const [index, product] of page.entries()) {
      const sight: Sight = { position: index + 1, month, ...relationTo(this.#lately(atMs), product) }
      clockMs = this.#see(product, sight, clockMs)
    }
  }

  #lately(atMs: number): readonly ShelfProduct[] {
    return this.#purchases
      .filter((entry) => atMs - entry.atMs < LATELY_DAYS * dayMs)
      .map((entry) => entry.product)
  }

  /** The kind of thing she comes for: a follow-up to a purchase, nothing in particular, or what she likes in this season. */
  #intent(month: number, lately: readonly ShelfProduct[]): string | undefined {
    const mood = this.#random()
    if (mood < FRONT_PAGE) return undefined
    const last = lately.at(-1)
    if (mood < FRONT_PAGE + FOLLOW_UP && last && last.goes.length > 0) return pick(this.#random, last.goes)
    const sated = new Set(lately.map((product) => product.type))
    const weights = this.#year.kinds.map(({ type, peak }, i) =>
      Math.exp(
        (this.#liking[i] ?? 0) +
          (inSeason(peak, month) ? INTENT.season : 0) -
          (sated.has(type) ? INTENT.sated : 0),
      ),
    )
    return this.#year.kinds[pickWeighted(this.#random, weights)]?.type
  }

  /** Records what she does with a product in sight; returns the time after it. */
  #see(product: ShelfProduct, sight: Sight, atMs: number): number {
    const shopper: ClickShopper = this.#shopper
    const outcome = drawClick(chancesAt(utility(shopper, product, sight), sight.position), this.#random)
    if (!outcome) return atMs
    const kinds =
      outcome === 'purchase'
        ? (['view', 'cart', 'purchase'] as const)
        : outcome === 'cart'
          ? (['view', 'cart'] as const)
          : (['view'] as const)
    let clockMs = atMs
    for (const kind of kinds) {
      this.events.push({ shopperId: shopper.id, productId: product.id, kind, atMs: clockMs })
      clockMs += minuteMs * (1 + Math.floor(this.#random() * 4))
    }
    if (outcome === 'purchase') {
      this.#bought.add(product.id)
      this.#purchases = [...this.#purchases, { product, atMs }]
    }
    return clockMs
  }
}

/**
 * A year of interactions, shopper by shopper, each shopper's in order of time. Nothing is bought twice, so that every purchase is a
 * fresh choice. Each shopper walks on a random stream of her own.
 */
export function makeInteractions(
  products: readonly ShelfProduct[],
  shoppers: readonly ShopperRow[],
  options: YearOptions,
): readonly Interaction[] {
  const kinds = [...groupByType(products)].map(([type, members]) => {
    const { vector = [], peak } = members[0] ?? {}
    return { type, vector, ...(peak ? { peak } : {}) }
  })
  const year: Year = { shelves: fillShelves(products), kinds, options }
  return shoppers.flatMap((shopper) => {
    const walk = new Walk(year, shopper)
    for (const atMs of drawVisits(shopper, stream(options.seed, `visits/${shopper.id}`))) walk.visit(atMs)
    return walk.events
  })
}
