/** Prices in the shopper's own currency, where the shop keeps a list for it. */
import { priceField, priceIn, SHOP_CURRENCIES } from '../../datasets/world/prices'
import type { Product } from '../../shared/domain/catalogue'

/**
 * A product of the invented shop with its price on the shopper's list, and where that stands in the row. Nothing is converted: a product
 * without a list for the currency, or whose previous price is not on it, stays as it is: the two prices of a product are of one currency.
 */
export function localised(product: Product, currency: string): Product {
  const code = SHOP_CURRENCIES.find((known) => known === currency)
  const price = code && priceIn(product, code)
  if (!code || !price) return product
  const wasPrice = priceIn(product, code, true)
  if (product.wasPrice && !wasPrice) return product
  return {
    ...product,
    price,
    ...(wasPrice ? { wasPrice } : {}),
    sourceFields: { ...product.sourceFields, price: priceField(code), wasPrice: priceField(code, true) },
  }
}
