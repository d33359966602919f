/**
 * Four price lists. The shop's books are kept in rupees; the other lists are its own, with a level and an ending of their own for each
 * currency, as a shop that sells abroad sets them. They are not exchange rates of any day.
 */
import type { Money, Product } from '../../shared/domain/catalogue'

/** The currencies the shop has a price list in; the first is that of its books. */
export const SHOP_CURRENCIES = ['INR', 'USD', 'EUR', 'GBP'] as const

/** One of the four. */
export type ShopCurrency = (typeof SHOP_CURRENCIES)[number]

/** How many rupees of the books make one unit of a list. */
const levels: Readonly<Record<ShopCurrency, number>> = { INR: 1, USD: 74, EUR: 79, GBP: 93 }

function endInr(amount: number): number {
  if (amount < 100) return Math.max(15, Math.round(amount / 5) * 5)
  if (amount < 1000) return Math.round(amount / 10) * 10 - 1
  if (amount < 5000) return Math.round(amount / 50) * 50 - (Math.round(amount / 50) % 2 === 0 ? 10 : 0)
  return amount < 20000 ? Math.round(amount / 500) * 500 - 10 : Math.round(amount / 1000) * 1000 - 100
}

function endUsd(amount: number): number {
  if (amount < 5) return Math.floor(amount) + (amount % 1 < 0.5 ? 0.49 : 0.99)
  if (amount < 100) return Math.max(5, Math.round(amount)) - 0.01
  return Math.round(amount / 5) * 5 - 1
}

function endEur(amount: number): number {
  if (amount < 5) return Math.floor(amount) + (amount % 1 < 0.5 ? 0.45 : 0.95)
  return amount < 100 ? Math.round(amount) - 0.1 : Math.round(amount / 10) * 10 - 1
}

function endGbp(amount: number): number {
  if (amount < 5) return Math.max(0.5, Math.round(amount * 4) / 4)
  return amount < 60 ? Math.round(amount * 2) / 2 : Math.round(amount / 5) * 5
}

const endings: Readonly<Record<ShopCurrency, (amount: number) => number>> = {
  INR: endInr,
  USD: endUsd,
  EUR: endEur,
  GBP: endGbp,
}

/** The list price of a thing worth `rupees`, in minor units of a currency. */
export function listPriceMinor(rupees: number, currency: ShopCurrency): number {
  return Math.round(endings[currency](rupees / levels[currency]) * 100)
}

/** The source field that holds a product's price in a currency ("priceUsd"). */
export function priceField(currency: ShopCurrency, before = false): string {
  return `${before ? 'was' : 'price'}${currency.charAt(0)}${currency.slice(1).toLowerCase()}`
}

/**
 * The product's price on the shop's own list for a currency, undefined for a currency without one or a product from elsewhere.
 * `before` asks for the previous price.
 */
export function priceIn(
  product: Pick<Product, 'source'>,
  currency: string,
  before = false,
): Money | undefined {
  const known = SHOP_CURRENCIES.find((code) => code === currency)
  const text = known && product.source[priceField(known, before)]
  return known && text ? { minor: Math.round(Number(text) * 100), currency: known } : undefined
}
