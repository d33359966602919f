/** A filter of products as the database reads it; it means the same as `matchesProduct`. */
import type { CurrencyCode } from '../../shared/domain/catalogue'
import type { PriceRange, ProductFilter } from '../../shared/domain/productFilter'
import type { StockState } from '../../shared/domain/productSearch'
import { allOf, anyOf, contains, isBelow, isOneOf, quote } from './sql'

/** Rows of the product table that a filter means; `currency` is the catalogue's. `true` where it means all. */
export function filterSql(
  { ids, title, brands, categories, nouns, aisles, priceMinor }: ProductFilter,
  stock: readonly StockState[],
  currency: CurrencyCode,
): string {
  return allOf([
    oneOf('id', ids),
    title?.trim() ? contains('title', title.trim()) : '',
    oneOf('brand', brands),
    anyOf((categories ?? []).map((path) => isBelow('category', path))),
    oneOf('noun', nouns),
    oneOf('aisle', aisles),
    priceMinor ? priceSql(priceMinor, currency) : '',
    anyOf(stock.map((state) => stockSql[state])),
  ])
}

const stockSql: Readonly<Record<StockState, string>> = {
  in: 'stock > 0',
  out: 'stock = 0',
  unknown: 'stock < 0',
}

const oneOf = (column: string, values: readonly string[] | undefined) =>
  values?.length ? isOneOf(column, values) : ''

function priceSql({ min, max }: PriceRange, currency: CurrencyCode): string {
  if (min === undefined && max === undefined) return ''
  return allOf([
    `currency = ${quote(currency)}`,
    min === undefined ? '' : `price >= ${min}`,
    max === undefined ? '' : `price <= ${max}`,
  ])
}
