/** A catalogue as fairness looks at it: what each product is, what it costs for its kind, and what it is sorted into. */
import type { CurrencyCode, Product } from '../../shared/domain/catalogue'
import { shelfClassOf } from '../../shared/domain/exposure'
import type { Exposure } from '../../shared/domain/fairness'
import { PRICE_TIERS } from '../../shared/domain/fairness'

/** Products as columns, by row. */
export interface Merchandise {
  /** Nouns. */
  readonly kinds: readonly string[]
  readonly aisles: readonly string[]
  /** First level of the category path; empty where the source has none. */
  readonly categories: readonly string[]
  /** Empty where the source has none. */
  readonly brands: readonly string[]
  /** Minor units; NaN where not known, or in another currency than the catalogue's. */
  readonly priceMinor: Float64Array
  /** The previous price, as `priceMinor`. */
  readonly wasMinor: Float64Array
  /** Width of a vector; 0 when the catalogue has none. */
  readonly dimensions: number
  /** [rows x dimensions], row by row, each of length 1. */
  readonly vectors: Float32Array
}

/** Products of a kind that make its median and its thirds worth something; where there are fewer, those of the category are asked. */
const KIND_PRICES = 6

/** The columns of a catalogue's products, in their order. */
export function merchandiseOf(
  products: readonly Product[],
  currency: CurrencyCode,
  { dimensions, vectors }: Pick<Merchandise, 'dimensions' | 'vectors'> = {
    dimensions: 0,
    vectors: new Float32Array(),
  },
): Merchandise {
  const amount = (money: Product['price']) =>
    money?.currency === currency && money.minor > 0 ? money.minor : Number.NaN
  return {
    kinds: products.map(({ noun }) => noun),
    aisles: products.map(({ aisle }) => aisle),
    categories: products.map((product) => shelfClassOf(product, 'category') ?? ''),
    brands: products.map((product) => shelfClassOf(product, 'brand') ?? ''),
    priceMinor: Float64Array.from(products, ({ price }) => amount(price)),
    wasMinor: Float64Array.from(products, ({ wasPrice }) => amount(wasPrice)),
    ...{ dimensions, vectors },
  }
}

/**
 * Natural logarithm of each price by the median price of its kind: 0 is usual, .18 a fifth dearer. A kind is a noun of which at least six
 * are priced; else the category, else the whole catalogue. NaN where the price is not known.
 */
export function priceLevels(merchandise: Merchandise): Float64Array {
  const { priceMinor } = merchandise
  const pools = pricePools(merchandise)
  return priceMinor.map((price, row) => Math.log(price / quantileOf(pools(row), 0.5)))
}

/**
 * Thirds of each kind by price (kinds as in `priceLevels`): places in `PRICE_TIERS`; -1 where the price is not known. A price at a boundary
 * belongs above it, so that a kind whose products all cost the same is in the middle.
 */
export function priceTiers(merchandise: Merchandise): Int8Array {
  const pools = pricePools(merchandise)
  return Int8Array.from(merchandise.priceMinor, (price, row) => {
    if (Number.isNaN(price)) return -1
    const pool = pools(row)
    const [low, high] = [quantileOf(pool, 1 / 3), quantileOf(pool, 2 / 3)]
    if (low === high) return price < low ? 0 : price > high ? 2 : 1
    return price < low ? 0 : price < high ? 1 : 2
  })
}

/** What products are sorted into. */
export interface ExposureClasses {
  /** Place in `values`, by product row; -1 where not known. */
  readonly of: Int32Array
  readonly values: readonly string[]
}

/** Every product's class in each way of sorting. */
export function exposureClasses(merchandise: Merchandise): Readonly<Record<Exposure, ExposureClasses>> {
  const { aisles, categories, brands } = merchandise
  return {
    priceTier: { of: Int32Array.from(priceTiers(merchandise)), values: PRICE_TIERS },
    aisle: classesOf(aisles),
    category: classesOf(categories),
    brand: classesOf(brands),
  }
}

function classesOf(names: readonly string[]): ExposureClasses {
  const values = [...new Set(names.filter((name) => name !== ''))].sort((a, b) => a.localeCompare(b, 'en'))
  const places = new Map(values.map((value, at) => [value, at]))
  return { of: Int32Array.from(names, (name) => places.get(name) ?? -1), values }
}

/** How many products have a price, and how many of those are of no kind that is priced six times: they are measured by things unlike them. */
export function pricedByOthers({ kinds, priceMinor }: Pick<Merchandise, 'kinds' | 'priceMinor'>): {
  readonly priced: number
  readonly byOthers: number
} {
  const byKind = pricesBy(kinds, priceMinor)
  const own = [...byKind.values()].filter((pool) => pool.length >= KIND_PRICES)
  const priced = priceMinor.reduce((sum, price) => sum + Number(!Number.isNaN(price)), 0)
  return { priced, byOthers: priced - own.reduce((sum, pool) => sum + pool.length, 0) }
}

/** For each row the prices it is measured by, ascending. */
function pricePools({ kinds, categories, priceMinor }: Merchandise): (row: number) => Float64Array {
  const byKind = pricesBy(kinds, priceMinor)
  const byCategory = pricesBy(categories, priceMinor)
  const all = priceMinor.filter((price) => !Number.isNaN(price)).sort()
  const enough = (pool: Float64Array | undefined) => (pool && pool.length >= KIND_PRICES ? pool : undefined)
  return (row) => enough(byKind.get(kinds[row]!)) ?? enough(byCategory.get(categories[row]!)) ?? all
}

function pricesBy(names: readonly string[], prices: Float64Array): ReadonlyMap<string, Float64Array> {
  const pools = new Map<string, number[]>()
  names.forEach((name, row) => {
    if (name === '' || Number.isNaN(prices[row]!)) return
    const pool = pools.get(name)
    if (pool) pool.push(prices[row]!)
    else pools.set(name, [prices[row]!])
  })
  return new Map([...pools].map(([name, pool]) => [name, Float64Array.from(pool).sort()]))
}

/** Of ascending values, interpolated between neighbours. */
function quantileOf(sorted: Float64Array, portion: number): number {
  const at = (sorted.length - 1) * portion
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN]
  return low + (high - low) * (at - Math.floor(at))
}
