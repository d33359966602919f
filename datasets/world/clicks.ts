/**
 * The shop's click model: how likely a shopper is to open, put in her cart and buy what stands at a position of a page. Pure
 * functions, so that an evaluation can simulate click-through of any ranking with the truth known.
 *
 * It is a position-based model (Richardson et al. 2007; Craswell et al. 2008): a click needs the position to be looked at and the
 * product to attract, independently of each other.
 *
 *     P(view)            = position^-decay * sigmoid(u)
 *     P(cart | view)     = sigmoid(u + cart)
 *     P(purchase | cart) = sigmoid(u + purchase)
 *     u = base + taste * match + ornate * o * o' - tier * (t - t')^2 + popularity * ln p + season * s + goes * g - sated * b + leaning * l
 *
 * `match` is the dot product of the theme parts of taste and product (0 to 1), `o` and `o'` their places on the ornate axis, `t` and
 * `t'` on the tier axis (-1 to 1), `p` the product's popularity (mean 1), `s` is 1 in its season and 0 otherwise, `g` is 1 when it goes
 * with something bought lately, `b` is 1 when a thing of its own kind was bought lately, `l` is the shopper's leaning towards this kind
 * of thing, a standard normal number that no theme explains.
 */
import type { InteractionKind } from '../../shared/domain/catalogue'
import type { Random } from './random'
import { normal, stream } from './random'
import { ORNATE, THEMES, TIER } from './themes'

/** The weights of the formula above, in logits except `decay`. */
export const CLICK_MODEL = {
  base: -2.8,
  taste: 3,
  ornate: 1.5,
  tier: 2.5,
  popularity: 0.3,
  season: 0.5,
  goes: 1,
  sated: 1.5,
  leaning: 0.8,
  decay: 0.6,
  cart: 0.2,
  purchase: 1,
} as const

/** What the model knows of a shopper. */
export interface ClickShopper {
  readonly id: string
  /** Latent taste over the axes of `themes.ts`; its theme part has length one. */
  readonly taste: readonly number[]
}

/** What the model knows of a product. */
export interface ClickProduct {
  readonly id: string
  /** Its kind of thing, `ProductType.id`. */
  readonly type: string
  /** Place among tastes, the axes of `themes.ts`. */
  readonly vector: readonly number[]
  /** Above 0, with mean 1 over the shop. */
  readonly popularity: number
  /** First and last month (1-12) of its season; may wrap round the new year. */
  readonly peak?: readonly [number, number]
  /** Kinds of things that people buy with it. */
  readonly goes: readonly string[]
}

/** Where and when a product is seen. */
export interface Sight {
  /** Place on the page, from 1. */
  readonly position: number
  /** Month, 1-12. */
  readonly month: number
  /** True when it goes with something the shopper bought in the last `LATELY_DAYS` days. */
  readonly goes: boolean
  /** True when she bought a thing of the same kind in those days. */
  readonly sated: boolean
}

/** For how many days a purchase matters to what comes after. */
export const LATELY_DAYS = 60

/** The logistic function. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** True in the months of a season, which may wrap round the new year; things without a season have none. */
export function inSeason(peak: readonly [number, number] | undefined, month: number): boolean {
  if (!peak) return false
  const [first, last] = peak
  return first <= last ? month >= first && month <= last : month >= first || month <= last
}

/** Dot product of the theme parts of a taste and a product vector, 0 to 1. */
export function themeMatch(taste: readonly number[], vector: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < THEMES.length; i++) sum += (taste[i] ?? 0) * (vector[i] ?? 0)
  return sum
}

/** A shopper's leaning towards a kind of thing: a standard normal number that depends on the two ids alone. */
export function leaning(shopperId: string, type: string): number {
  return normal(stream(0, `leaning/${shopperId}/${type}`))
}

/** What a product is to one who bought these things lately. */
export function relationTo(
  bought: readonly Pick<ClickProduct, 'type' | 'goes'>[],
  product: Pick<ClickProduct, 'type'>,
): Pick<Sight, 'goes' | 'sated'> {
  return {
    goes: bought.some((other) => other.goes.includes(product.type)),
    sated: bought.some((other) => other.type === product.type),
  }
}

/** The utility `u` of the formula, in logits. */
export function utility(
  shopper: ClickShopper,
  product: ClickProduct,
  sight: Omit<Sight, 'position'>,
): number {
  const { taste } = shopper
  const { vector } = product
  const tierGap = (taste[TIER] ?? 0) - (vector[TIER] ?? 0)
  return (
    CLICK_MODEL.base +
    CLICK_MODEL.taste * themeMatch(taste, vector) +
    CLICK_MODEL.ornate * (taste[ORNATE] ?? 0) * (vector[ORNATE] ?? 0) -
    CLICK_MODEL.tier * tierGap * tierGap +
    CLICK_MODEL.popularity * Math.log(product.popularity) +
    (inSeason(product.peak, sight.month) ? CLICK_MODEL.season : 0) +
    (sight.goes ? CLICK_MODEL.goes : 0) -
    (sight.sated ? CLICK_MODEL.sated : 0) +
    CLICK_MODEL.leaning * leaning(shopper.id, product.type)
  )
}

/** How likely a position (from 1) is looked at. */
export function examination(position: number): number {
  return position ** -CLICK_MODEL.decay
}

/** The three probabilities of a product seen by a shopper; `cart` and `purchase` are conditional on the step before. */
export interface ClickChances {
  readonly view: number
  readonly cart: number
  readonly purchase: number
}

/** The chances that follow from a utility at a position. */
export function chancesAt(u: number, position: number): ClickChances {
  return {
    view: examination(position) * sigmoid(u),
    cart: sigmoid(u + CLICK_MODEL.cart),
    purchase: sigmoid(u + CLICK_MODEL.purchase),
  }
}

/** The chances of a product in sight of a shopper. */
export function clickChances(shopper: ClickShopper, product: ClickProduct, sight: Sight): ClickChances {
  return chancesAt(utility(shopper, product, sight), sight.position)
}

/** The furthest a shopper goes with a product, drawn from its chances; undefined when she does not even open it. */
export function drawClick(chances: ClickChances, random: Random): InteractionKind | undefined {
  if (random() >= chances.view) return undefined
  if (random() >= chances.cart) return 'view'
  return random() < chances.purchase ? 'purchase' : 'cart'
}
