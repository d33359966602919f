/** How many products there are of what: the columns that lists are narrowed down by, counted in memory. */
import type { Table } from '@lancedb/lancedb'
import type { Aisle } from '../../shared/domain/aisles'
import { AISLES } from '../../shared/domain/aisles'
import type { CurrencyCode } from '../../shared/domain/catalogue'
import type { ProductFilter } from '../../shared/domain/productFilter'
import { CATEGORY_STEP } from '../../shared/domain/productFilter'
import type { FacetCount, ProductFacets, StockState } from '../../shared/domain/productSearch'
import { FACET_VALUES_MAX, STOCK_STATES } from '../../shared/domain/productSearch'
import { Numbering, eachBatch } from './columns'
import { guarded } from './errors'

/** The columns of a product table, one row each. */
export interface FacetColumns {
  readonly ids: readonly string[]
  /** Place in `AISLES`. */
  readonly aisle: Uint8Array
  /** Place in `brands`. */
  readonly brand: Int32Array
  readonly brands: readonly string[]
  /** Place in `categories`. */
  readonly category: Int32Array
  readonly categories: readonly string[]
  /** Place in `STOCK_STATES`. */
  readonly stock: Uint8Array
  /** Minor units of the catalogue's currency; NaN where there is no such price. */
  readonly price: Float64Array
}

/** What the counts are narrowed down by. */
export interface FacetRequest {
  readonly filter: Pick<ProductFilter, 'aisles' | 'brands' | 'categories' | 'priceMinor'>
  readonly stock: readonly StockState[]
  /** Ids that count at all; every product when left out. */
  readonly among?: ReadonlySet<string>
  readonly currency: CurrencyCode
}

/** Reads the columns; `currency` is the catalogue's. */
export async function readFacetColumns(table: Table, currency: CurrencyCode): Promise<FacetColumns> {
  return guarded('Reading the products', async () => {
    const rows = await table.countRows()
    const ids: string[] = []
    const [brands, categories] = [new Numbering(), new Numbering()]
    const columns = {
      aisle: new Uint8Array(rows),
      brand: new Int32Array(rows),
      category: new Int32Array(rows),
      stock: new Uint8Array(rows),
      price: new Float64Array(rows),
    }
    const names = ['id', 'aisle', 'brand', 'category', 'stock', 'price', 'currency']
    await eachBatch(table, names, (count, column) => {
      const [id, aisle, brand] = [column<string>('id'), column<Aisle>('aisle'), column<string>('brand')]
      const [category, stock] = [column<string>('category'), column<number>('stock')]
      const [price, code] = [column<number | null>('price'), column<string>('currency')]
      for (let index = 0; index < count; index++) {
        const row = ids.push(id.get(index)) - 1
        columns.aisle[row] = AISLES.indexOf(aisle.get(index))
        columns.brand[row] = brands.of(brand.get(index))
        columns.category[row] = categories.of(category.get(index))
        columns.stock[row] = STOCK_STATES.indexOf(stockState(stock.get(index)))
        columns.price[row] = code.get(index) === currency ? (price.get(index) ?? NaN) : NaN
      }
    })
    return { ids, brands: brands.texts, categories: categories.texts, ...columns }
  })
}

const stockState = (units: number): StockState => (units > 0 ? 'in' : units === 0 ? 'out' : 'unknown')

const COLUMNS = ['aisle', 'brand', 'category', 'stock', 'price'] as const

/** Counts every column over what the other columns leave. */
export function countFacets(columns: FacetColumns, request: FacetRequest): ProductFacets {
  const { ids, brands, categories } = columns
  const tests = testsOf(columns, request)
  const counts = {
    aisle: new Int32Array(AISLES.length),
    brand: new Int32Array(brands.length),
    category: new Int32Array(categories.length),
    stock: new Int32Array(STOCK_STATES.length),
  }
  let [least, most] = [Infinity, -Infinity]
  for (let row = 0; row < ids.length; row++) {
    if (request.among && !request.among.has(ids[row] ?? '')) continue
    const failed = COLUMNS.filter((name) => !tests[name](row))
    for (const name of failed.length === 0 ? COLUMNS : failed.length === 1 ? failed : []) {
      const value = columns[name][row] ?? NaN
      if (name !== 'price') counts[name][value] = (counts[name][value] ?? 0) + 1
      else if (!Number.isNaN(value)) [least, most] = [Math.min(least, value), Math.max(most, value)]
    }
  }
  return {
    aisles: listed(AISLES, counts.aisle),
    brands: commonest(listed(brands, counts.brand)),
    categories: levels(listed(categories, counts.category)),
    stock: listed(STOCK_STATES, counts.stock),
    ...(least <= most ? { price: { min: least, max: most, currency: request.currency } } : {}),
  }
}

type Tests = Readonly<Record<(typeof COLUMNS)[number], (row: number) => boolean>>

/** For each column, whether a row has what is asked of it. */
function testsOf(columns: FacetColumns, { filter, stock }: FacetRequest): Tests {
  const { aisles, brands, categories, priceMinor } = filter
  const isBelow = (path: string, above: string) => path === above || path.startsWith(above + CATEGORY_STEP)
  const below = categories?.length
    ? columns.categories.filter((path) => categories.some((above) => isBelow(path, above)))
    : undefined
  const { min, max } = priceMinor ?? {}
  return {
    aisle: oneOf(columns.aisle, AISLES, given(aisles)),
    brand: oneOf(columns.brand, columns.brands, given(brands)),
    category: oneOf(columns.category, columns.categories, below),
    stock: oneOf(columns.stock, STOCK_STATES, given(stock)),
    price: (row) => {
      const price = columns.price[row] ?? NaN
      return (min === undefined || price >= min) && (max === undefined || price <= max)
    },
  }
}

const given = <Value>(list: readonly Value[] | undefined) => (list?.length ? list : undefined)

function oneOf(
  column: Uint8Array | Int32Array,
  values: readonly string[],
  wanted: readonly string[] | undefined,
): (row: number) => boolean {
  if (!wanted) return () => true
  const places = new Set(wanted.map((value) => values.indexOf(value)))
  return (row) => places.has(column[row] ?? -1)
}

/** Values with their counts, in the order of `values`, without those of no product and those without a name. */
function listed<Value extends string>(
  values: readonly Value[],
  counts: Int32Array,
): readonly FacetCount<Value>[] {
  return values.flatMap((value, at) => {
    const count = counts[at] ?? 0
    return count > 0 && value !== '' ? [{ value, count }] : []
  })
}

function commonest(facets: readonly FacetCount[]): readonly FacetCount[] {
  return [...facets]
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, FACET_VALUES_MAX)
}

/** Paths counted at every level, the most common of them, each before what lies below it. */
function levels(paths: readonly FacetCount[]): readonly FacetCount[] {
  const counts = new Map<string, number>()
  for (const { value, count } of paths) {
    const steps = value.split(CATEGORY_STEP)
    steps.forEach((_, depth) => {
      const path = steps.slice(0, depth + 1).join(CATEGORY_STEP)
      counts.set(path, (counts.get(path) ?? 0) + count)
    })
  }
  return commonest([...counts].map(([value, count]) => ({ value, count }))).toSorted((a, b) =>
    byPath(a.value.split(CATEGORY_STEP), b.value.split(CATEGORY_STEP)),
  )
}

function byPath(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((step, depth) => step !== b[depth])
  if (at < 0) return a.length - b.length
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1
}
