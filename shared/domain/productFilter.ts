/** Which products are meant: what rules and searches narrow a catalogue down with. */
import type { Aisle } from './aisles'
import type { CurrencyCode, Product } from './catalogue'

/** Amounts in minor units of the catalogue's currency, both ends included. */
export interface PriceRange {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** Every part that is given must hold; of a list one entry is enough. A filter without parts means every product. */
export interface ProductFilter {
  readonly ids?: readonly string[] | undefined
  /** Stands in the title, in any case. */
  readonly title?: string | undefined
  /** As the catalogue spells them. */
  readonly brands?: readonly string[] | undefined
  /** Paths as the catalogue spells them; what lies below one is meant too. */
  readonly categories?: readonly string[] | undefined
  readonly nouns?: readonly string[] | undefined
  readonly aisles?: readonly Aisle[] | undefined
  /** A product without a price in the catalogue's currency is in no range. */
  readonly priceMinor?: PriceRange | undefined
}

/** The columns of a product that filters and rules read. */
export type FilteredProduct = Pick<
  Product,
  'id' | 'title' | 'brand' | 'category' | 'noun' | 'aisle' | 'price' | 'stock'
>

/** What stands between the levels of a category path. */
export const CATEGORY_STEP = ' > '

/** True where no part of the filter is given. */
export function meansEverything(filter: ProductFilter): boolean {
  const { ids, title, brands, categories, nouns, aisles, priceMinor } = filter
  const lists = [ids, brands, categories, nouns, aisles]
  const range = priceMinor?.min !== undefined || priceMinor?.max !== undefined
  return lists.every((list) => !list?.length) && !title?.trim() && !range
}

/** Whether a product is meant. `currency` is the catalogue's. */
export function matchesProduct(
  filter: ProductFilter,
  product: FilteredProduct,
  currency: CurrencyCode,
): boolean {
  const { ids, title, brands, categories, nouns, aisles, priceMinor } = filter
  return (
    isIn(ids, product.id) &&
    (!title?.trim() || product.title.toLowerCase().includes(title.trim().toLowerCase())) &&
    isIn(brands, product.brand ?? '') &&
    (!categories?.length || categories.some((path) => isBelow(product.category, path))) &&
    isIn(nouns, product.noun) &&
    isIn(aisles, product.aisle) &&
    (!priceMinor || isPriced(priceMinor, product, currency))
  )
}

/** Whether the price lies in a range. Always, where the range has no ends; never without a price in `currency`. */
export function isPriced(
  { min, max }: PriceRange,
  { price }: Pick<FilteredProduct, 'price'>,
  currency: CurrencyCode,
): boolean {
  if (min === undefined && max === undefined) return true
  if (price?.currency !== currency) return false
  return price.minor >= (min ?? -Infinity) && price.minor <= (max ?? Infinity)
}

const isIn = (list: readonly string[] | undefined, value: string) => !list?.length || list.includes(value)
const isBelow = (path: string, above: string) => path === above || path.startsWith(above + CATEGORY_STEP)
