/** What a list of products is narrowed down by. */
import { aisleLabel } from '../../../shared/domain/aisles'
import { formatMoney } from '../../../shared/domain/money'
import type { PriceRange } from '../../../shared/domain/productFilter'
import { CATEGORY_STEP } from '../../../shared/domain/productFilter'
import type { StockState } from '../../../shared/domain/productSearch'
import type { Search } from './session'

/** A search as the contract takes it. */
export function filterInput({ text, filter, stock }: Search) {
  return { text: text.trim(), filter, stock: [...stock] }
}

/** A list with a value put in, or taken out where it was there. */
export function toggled<Value>(list: readonly Value[] | undefined, value: Value): readonly Value[] {
  return list?.includes(value) ? list.filter((one) => one !== value) : [...(list ?? []), value]
}

/** Stock states in words. */
export const STOCK_LABELS: Readonly<Record<StockState, string>> = {
  in: 'In stock',
  out: 'Sold out',
  unknown: 'Not said',
}

/** The last step of a category path. */
export const lastStep = (path: string) => path.split(CATEGORY_STEP).at(-1) ?? path

/** One thing that a search is narrowed down by, and the search without it. */
export interface Chip {
  readonly label: string
  readonly without: Search
}

/** Everything but the text that a search is narrowed down by. */
export function chipsOf(search: Search, currency: string): readonly Chip[] {
  const { filter, stock } = search
  const { aisles, categories, brands, priceMinor } = filter
  const drop = (change: Partial<typeof filter>): Search => ({ ...search, filter: { ...filter, ...change } })
  return [
    ...stock.map((state) => ({
      label: STOCK_LABELS[state],
      without: { ...search, stock: toggled(stock, state) },
    })),
    ...(aisles ?? []).map((aisle) => ({
      label: aisleLabel(aisle),
      without: drop({ aisles: toggled(aisles, aisle) }),
    })),
    ...(categories ?? []).map((path) => ({
      label: lastStep(path),
      without: drop({ categories: toggled(categories, path) }),
    })),
    ...(brands ?? []).map((brand) => ({ label: brand, without: drop({ brands: toggled(brands, brand) }) })),
    ...(priceMinor
      ? [{ label: priceLabel(priceMinor, currency), without: drop({ priceMinor: undefined }) }]
      : []),
  ]
}

function priceLabel({ min, max }: PriceRange, currency: string): string {
  const [low, high] = [min, max].map((minor) => (minor === undefined ? '' : formatMoney({ minor, currency })))
  if (low && high) return `${low} to ${high}`
  return low ? `from ${low}` : `up to ${high ?? ''}`
}
