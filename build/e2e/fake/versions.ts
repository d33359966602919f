/** Versions of a catalogue, canned: "market" was imported three times, its second version adding, dropping and changing products. */
import { pageOf, countsOf, fieldChanges } from '../../../electron/store/diff'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { ImportEvent } from '../../../shared/contract/events'
import type { ProductSearchRequest, VersionServices } from '../../../shared/contract/parts/versions'
import type { Page } from '../../../shared/contract/services'
import type { CatalogueSummary, Product } from '../../../shared/domain/catalogue'
import { CATEGORY_STEP, matchesProduct } from '../../../shared/domain/productFilter'
import type { FacetCount, StockState } from '../../../shared/domain/productSearch'
import { STOCK_STATES } from '../../../shared/domain/productSearch'
import { products } from './products'

const stockOf = ({ stock }: Product): StockState =>
  stock === undefined ? 'unknown' : stock > 0 ? 'in' : 'out'

type Narrowed = Pick<ProductSearchRequest, 'text' | 'filter' | 'stock'>

function found({ text, filter, stock }: Narrowed): readonly Product[] {
  const wanted = text.trim().toLowerCase()
  return products.filter(
    (product) =>
      `${product.title} ${product.category}`.toLowerCase().includes(wanted) &&
      matchesProduct(filter, product, 'INR') &&
      (stock.length === 0 || stock.includes(stockOf(product))),
  )
}

const priceOf = ({ price }: Product) => price?.minor ?? Infinity

/** Canned products as a search finds them. */
export function searchFake(request: ProductSearchRequest): Page<Product> {
  const { sort, offset, limit } = request
  const items = [...found(request)]
  if (sort === 'title') items.sort((a, b) => (a.title < b.title ? -1 : 1))
  if (sort === 'cheapest') items.sort((a, b) => priceOf(a) - priceOf(b))
  if (sort === 'dearest') items.sort((a, b) => priceOf(b) - priceOf(a))
  return { items: items.slice(offset, offset + limit), total: items.length }
}

function counted<Value extends string>(values: readonly Value[]): readonly FacetCount<Value>[] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count }))
}

function levels(path: string): readonly string[] {
  const steps = path.split(CATEGORY_STEP)
  return steps.map((_, depth) => steps.slice(0, depth + 1).join(CATEGORY_STEP))
}

/** What every version of "market" holds. */
function marketProducts(version: number): readonly Product[] {
  if (version !== 2) return products
  return products.slice(1).map((product, at) => ({
    ...product,
    ...(at % 3 === 0 && product.price
      ? {
          price: { ...product.price, minor: product.price.minor + 50_000 },
          stock: (product.stock ?? 0) + 4,
          source: { ...product.source, price: 'raised' },
        }
      : {}),
  }))
}

/** The summary of a version of "market". */
export function marketVersion(version: number): CatalogueSummary {
  return {
    name: 'market',
    version,
    products: marketProducts(version).length,
    shoppers: 0,
    interactions: 0,
    invented: false,
    currency: 'INR',
    createdAtMs: Date.UTC(2025, 9, version, 9, 30),
    origin: 'market.csv (csv)',
  }
}

const missing = (what: string) =>
  new ShelftalkError('NOT_FOUND', `There is no ${what}.`, 'Pick one from the list.')

/** The operations over canned data; `catalogues` is changed as the store's would be. */
export function versionFakes(
  catalogues: CatalogueSummary[],
  importFake: (path: string, signal: AbortSignal) => AsyncIterable<ImportEvent>,
): VersionServices {
  const kept = new Map<string, readonly CatalogueSummary[]>([
    ['market', [3, 2, 1].map((version) => marketVersion(version))],
  ])
  const versionsOf = (name: string) => {
    const current = catalogues.find((one) => one.name === name)
    if (!current) throw missing(`catalogue "${name}"`)
    const known = kept.get(name) ?? [current]
    return known[0]?.version === current.version ? known : [current, ...known]
  }
  const current = (name: string, summary: CatalogueSummary | undefined) => {
    const at = catalogues.findIndex((one) => one.name === name)
    catalogues.splice(at, 1, ...(summary ? [summary] : []))
  }
  return {
    productFacets: async (request) => {
      const some = found(request)
      const prices = some.map(priceOf).filter(Number.isFinite)
      return {
        aisles: counted(some.map((product) => product.aisle)),
        brands: counted(some.flatMap((product) => product.brand ?? [])),
        categories: [...counted(some.flatMap(({ category }) => levels(category)))].sort((a, b) =>
          a.value < b.value ? -1 : 1,
        ),
        stock: STOCK_STATES.flatMap((value) =>
          counted(some.map(stockOf)).filter((one) => one.value === value),
        ),
        ...(prices.length > 0
          ? { price: { min: Math.min(...prices), max: Math.max(...prices), currency: 'INR' } }
          : {}),
      }
    },
    catalogueVersions: async (name) =>
      versionsOf(name).map((summary) => ({
        ...summary,
        files: summary.invented ? [] : [`C:\\shop\\${name}.csv`],
      })),
    versionDiff: async ({ catalogue, before, after, ...page }) => {
      const versions = versionsOf(catalogue)
      const [a, b] = [before, after].map((version) => versions.find((one) => one.version === version))
      if (!a || !b) throw missing('such version')
      const [was, is] = [before, after].map((version) => marketProducts(version))
      return { before: a, after: b, ...differences(was ?? [], is ?? [], page) }
    },
    rollBack: async (name, version) => {
      const versions = versionsOf(name)
      const old = versions.find((one) => one.version === version)
      if (!old) throw missing(`version ${version}`)
      const summary = { ...old, version: (versions[0]?.version ?? 0) + 1, createdAtMs: Date.now() }
      kept.set(name, [summary, ...versions])
      current(name, summary)
      return summary
    },
    deleteCatalogue: async (name) => {
      versionsOf(name)
      current(name, undefined)
    },
    importAgain: ({ catalogue }, signal) => importFake(`C:\\shop\\${catalogue}.csv`, signal),
  }
}

function differences(was: readonly Product[], is: readonly Product[], page: Parameters<typeof pageOf>[1]) {
  const [before, after] = [was, is].map((list) => new Map(list.map((product) => [product.id, product])))
  const ids = (list: readonly Product[]) => list.map(({ id }) => id)
  const both = ids(is).filter((id) => before?.has(id))
  const changed = both.filter((id) => before?.get(id) !== after?.get(id) && fields(id).length > 0)
  function fields(id: string) {
    const [a, b] = [before?.get(id), after?.get(id)]
    return a && b ? fieldChanges(a, b) : []
  }
  const fates = {
    added: ids(is).filter((id) => !before?.has(id)),
    removed: ids(was).filter((id) => !after?.has(id)),
    changed,
    same: both.length - changed.length,
  }
  const { ids: shown, total } = pageOf(fates, page)
  const items = shown.map(({ id, fate }) => ({
    id,
    fate,
    title: (after?.get(id) ?? before?.get(id))?.title ?? id,
    fields: fate === 'changed' ? fields(id) : [],
  }))
  return { counts: countsOf(fates), items, total }
}
