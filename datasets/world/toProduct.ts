/** A row of the invented shop as a catalogue product. */
import type { Product } from '../../shared/domain/catalogue'
import { priceField, priceIn } from './prices'
import type { ProductRow } from './products'

/**
 * The product of a row. `source` holds what a shop's export would: title, description, the four price lists, attributes and features;
 * prices are those of the rupee list, the other lists stay in `source` (`priceIn`).
 */
export function productOf(row: ProductRow): Product {
  const source: Record<string, string> = {
    id: row.id,
    title: row.title,
    brand: row.brand,
    category: row.category,
    description: row.description,
    ...row.prices,
    rating: String(row.ratingMean),
    ratings: String(row.ratingCount),
    stock: String(row.stock),
    listedOn: row.listedOn,
    ...row.attributes,
  }
  const price = priceIn({ source }, 'INR')
  const wasPrice = priceIn({ source }, 'INR', true)
  return {
    id: row.id,
    title: row.title,
    titleNumber: row.titleNumber,
    noun: row.noun,
    nounNumber: row.nounNumber,
    brand: row.brand,
    category: row.category,
    aisle: row.aisle,
    description: row.description,
    ...(price ? { price } : {}),
    ...(wasPrice ? { wasPrice } : {}),
    rating: { mean: row.ratingMean, count: row.ratingCount },
    stock: row.stock,
    listedOn: row.listedOn,
    facts: row.facts.map(({ id, kind, text, number, source: [field, start, end] }) => ({
      id,
      kind,
      text,
      number,
      source: start === undefined || end === undefined ? { field } : { field, start, end },
    })),
    sourceFields: { price: priceField('INR'), wasPrice: priceField('INR', true) },
    source,
  }
}
