/** Which catalogue facts a text states, read from the text alone, so that any writer's text can be counted alike. */
import type { Product } from '../../shared/domain/catalogue'
import { formatMoney } from '../narrative/values'
import { masked, says } from './text'

/** A catalogue value that stands in a text. */
export interface StatedFact {
  readonly productId: string
  /** A fact kind, identity columns included. */
  readonly kind: string
  readonly text: string
}

/** A product's title as it may stand after "the" or "your". */
export function spokenTitle({ title }: Pick<Product, 'title'>): string {
  return title.replace(/^(the|an?)\s+/i, '')
}

/** Every way the values of a kind may be spelled, for each value that the product has of it. The common noun is no fact. */
export function spellings(product: Product, kind: string, locale: string): readonly (readonly string[])[] {
  const money = { price: product.price, wasPrice: product.wasPrice }[kind]
  if (money) return [[formatMoney(money, locale), formatMoney(money, locale).replace(/[^\d.,]/g, '')]]
  if (kind === 'title') return [[spokenTitle(product)]]
  if (kind === 'brand') return product.brand ? [[product.brand]] : []
  if (kind === 'rating') return product.rating ? [[product.rating.mean.toFixed(1)]] : []
  return product.facts.filter((fact) => fact.kind === kind).map((fact) => [fact.text])
}

/**
 * The different facts of the shown products that a text states word for word, whatever its capitals: title, brand, price, previous price,
 * rating and listed facts. What a title holds ("cream" in "Cream Cushion") does not count again; the common noun never counts. A paraphrase
 * is not found, so this is a lower bound.
 */
export function factsStated(
  text: string,
  products: readonly Product[],
  locale: string,
): readonly StatedFact[] {
  const titles = products.map(spokenTitle)
  const untitled = masked(text, titles)
  return products.flatMap((product) => {
    const kinds = new Set([
      'title',
      'brand',
      'price',
      'wasPrice',
      'rating',
      ...product.facts.map((fact) => fact.kind),
    ])
    return [...kinds].flatMap((kind) =>
      spellings(product, kind, locale)
        .filter((ways) => ways.some((way) => says(kind === 'title' ? text : untitled, way)))
        .map(([value = '']) => ({ productId: product.id, kind, text: value })),
    )
  })
}
