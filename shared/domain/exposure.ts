/** What products are sorted into to see who is shown what. */
import { aisleLabel, isAisle } from './aisles'
import type { Product } from './catalogue'
import type { Exposure, PriceTier } from './fairness'
import { OTHER_EXPOSURE } from './fairness'
import { CATEGORY_STEP } from './productFilter'

/** What of a product decides its class, besides its price. */
export type ClassedProduct = Pick<Product, 'aisle' | 'category' | 'brand'>

/** The class of a product by anything but its price: an aisle's name, the first level of the category path, the brand. Undefined where the source does not say. */
export function shelfClassOf(
  { aisle, category, brand }: ClassedProduct,
  by: Exclude<Exposure, 'priceTier'>,
): string | undefined {
  switch (by) {
    case 'aisle':
      return aisle
    case 'category':
      return category.split(CATEGORY_STEP)[0]?.trim() || undefined
    case 'brand':
      return brand?.trim() || undefined
  }
}

const words: Readonly<Record<Exposure, string>> = {
  priceTier: 'price tiers',
  aisle: 'aisles',
  category: 'categories',
  brand: 'brands',
}

/** What products are sorted into, in words: "price tiers". */
export function exposureWords(by: Exposure): string {
  return words[by]
}

const tiers: Readonly<Record<PriceTier, string>> = {
  budget: 'budget third',
  middle: 'middle third',
  premium: 'premium third',
}

/** One class in words: "premium third", "bags and luggage"; brands and categories as the catalogue spells them. */
export function exposureClassWords(by: Exposure, value: string): string {
  if (value === OTHER_EXPOSURE) return value
  if (by === 'priceTier' && Object.hasOwn(tiers, value)) return tiers[value as PriceTier]
  return by === 'aisle' && isAisle(value) ? aisleLabel(value) : value
}
