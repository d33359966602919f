/** One version of a catalogue, read from its four tables. */
import type { ColumnOrdering, Connection, Table } from '@lancedb/lancedb'
import { merchandiseOf } from '../../models/fairness/merchandise'
import type { Merchandise } from '../../models/fairness/merchandise'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Page } from '../../shared/contract/services'
import type { CatalogueSummary, Interaction, Product, Shopper } from '../../shared/domain/catalogue'
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import { INTERACTION_KINDS } from '../../shared/domain/columns'
import type { TypicalRange } from '../../shared/domain/measures'
import { typicalRanges } from '../../shared/domain/measures'
import type { ProductFilter } from '../../shared/domain/productFilter'
import type { ProductFacets, ProductSort } from '../../shared/domain/productSearch'
import { readDocuments, readInteractions, readProducts } from './columns'
import { guarded, notFound, rowsOf } from './errors'
import { countFacets, readFacetColumns } from './facets'
import { filterSql } from './filter'
import { FITTING_NEARNESS } from './fusion'
import { nearest, pieceFinder, rank } from './search'
import { allOf, contains, isOneOf, quote } from './sql'
import { FILTER_COLUMNS } from './tables'
import type { Catalogue, Hit, ProductSearch, TextSearch } from './types'
import type { VersionEntry } from './versions'

/** Ids in one filter. */
const IDS_AT_ONCE = 500

interface Parts {
  readonly products: Table
  readonly shoppers: Table
  readonly interactions: Table
  readonly ranks: Table
}

/** Opens the tables of a version. */
export async function openCatalogue(connection: Connection, entry: VersionEntry): Promise<StoredCatalogue> {
  const { products, shoppers, interactions, ranks } = entry.tables
  const open = (name: string) => connection.openTable(name)
  return guarded(`Opening catalogue ${entry.summary.name}`, async () => {
    const tables = await Promise.all([open(products), open(shoppers), open(interactions), open(ranks)])
    const parts = { products: tables[0], shoppers: tables[1], interactions: tables[2], ranks: tables[3] }
    return new StoredCatalogue(entry, parts)
  })
}

/** A catalogue in the store. */
export class StoredCatalogue implements Catalogue {
  readonly summary: CatalogueSummary
  private readonly dimensions: number
  private readonly parts: Parts
  private readonly kept = new Map<string, Promise<unknown>>()

  constructor(entry: VersionEntry, parts: Parts) {
    this.summary = entry.summary
    this.dimensions = entry.dimensions
    this.parts = parts
  }

  async product(id: string): Promise<Product> {
    const [product] = await this.products([id])
    if (!product) throw notFound('product', id)
    return product
  }

  async products(ids: readonly string[]): Promise<readonly Product[]> {
    const found = new Map<string, Product>()
    for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
      const filter = isOneOf('id', ids.slice(start, start + IDS_AT_ONCE))
      for (const product of await documents<Product>(this.parts.products, filter))
        found.set(product.id, product)
    }
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  async searchProducts(search: ProductSearch): Promise<Page<Product>> {
    const { where, sort } = await this.narrowed(search)
    if (saysNothing(search)) return this.browse(search, sort, where)
    const hits = await this.ranked(search, where)
    const ids = sort === 'relevance' ? hits.map(({ id }) => id) : await this.sorted(fitting(hits), sort)
    const page = ids.slice(search.offset, search.offset + search.limit)
    return { items: await this.products(page), total: ids.length }
  }

  async productFacets(search: Omit<ProductSearch, 'limit' | 'offset' | 'sort'>): Promise<ProductFacets> {
    await this.checkFilter()
    const { filter = {}, stock = [] } = search
    const { ids, title, nouns, ...counted } = filter
    const { currency } = this.summary
    const where = filterSql({ ids, title, nouns }, [], currency)
    const among = saysNothing(search)
      ? where !== 'true' && (await this.idsWhere(where))
      : (await this.ranked(search, where)).map(({ id }) => id)
    const columns = await this.once('facets', () => readFacetColumns(this.parts.products, currency))
    return countFacets(columns, {
      filter: counted,
      stock,
      currency,
      ...(among ? { among: new Set(among) } : {}),
    })
  }

  async countProducts(filter: ProductFilter): Promise<number> {
    const where = filterSql(filter, [], this.summary.currency)
    if (where === 'true') return this.summary.products
    await this.checkFilter()
    return guarded('Counting products', () => this.parts.products.countRows(where))
  }

  async canFilter(): Promise<boolean> {
    return this.once('columns', async () => {
      const { fields } = await guarded('Reading the catalogue', () => this.parts.products.schema())
      return FILTER_COLUMNS.every((name) => fields.some((field) => field.name === name))
    })
  }

  async rankProducts(search: TextSearch): Promise<readonly Hit[]> {
    if (saysNothing(search)) {
      const ids = await this.popular(search)
      return ids.map((id, index) => ({ id, score: -(search.offset + index) }))
    }
    if (search.vector) this.checkWidth(search.vector)
    // Whoever ranks for a shopper needs all titles anyway, so pieces of them are found without reading the table.
    const byPiece = await this.once('pieces', async () => pieceFinder(await this.productColumns()))
    const hits = await rank(this.parts.products, search, byPiece)
    return hits.slice(search.offset, search.offset + search.limit)
  }

  async nearest(vector: Float32Array, k: number): Promise<readonly Hit[]> {
    this.checkWidth(vector)
    return nearest(this.parts.products, vector, k)
  }

  async shopper(id: string): Promise<Shopper> {
    const [shopper] = await documents<Shopper>(this.parts.shoppers, `id = ${quote(id)}`)
    if (!shopper) throw notFound('shopper', id)
    return shopper
  }

  async searchShoppers({ text, limit, offset }: Omit<TextSearch, 'vector'>): Promise<Page<Shopper>> {
    const words = text
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
    const filter = words.map((word) => contains('text', word)).join(' AND ') || 'true'
    const table = this.parts.shoppers
    const query = table
      .query()
      .where(filter)
      .select(['name', 'id', 'document'])
      .orderBy([{ columnName: 'name' }, { columnName: 'id' }])
      .limit(limit)
      .offset(offset)
    const rows = await rowsOf<{ document: string }>('Searching shoppers', query)
    const total = await guarded('Counting shoppers', () => table.countRows(filter))
    return { items: rows.map((row) => JSON.parse(row.document) as Shopper), total }
  }

  async shoppers(): Promise<readonly Shopper[]> {
    return this.once('shoppers', () => readDocuments<Shopper>(this.parts.shoppers))
  }

  async historyOf(shopperId: string): Promise<readonly Interaction[]> {
    const filter = `shopper = ${quote(shopperId)}`
    const query = this.parts.interactions.query().where(filter).select(['product', 'kind', 'at'])
    const rows = await rowsOf<{ product: string; kind: number; at: number }>('Reading a history', query)
    return rows
      .map(({ product, kind, at }) => ({
        shopperId,
        productId: product,
        kind: INTERACTION_KINDS[kind] ?? 'view',
        atMs: at,
      }))
      .reverse()
      .sort((a, b) => b.atMs - a.atMs)
  }

  async productColumns(): Promise<ProductColumns> {
    return this.once('products', () => readProducts(this.parts.products, this.dimensions))
  }

  async allInteractions(): Promise<InteractionColumns> {
    return this.once('interactions', async () => {
      const { ids } = await this.productColumns()
      return readInteractions(this.parts.interactions, ids)
    })
  }

  async typicalRanges(): Promise<ReadonlyMap<string, TypicalRange>> {
    return this.once('ranges', async () => typicalRanges(await readDocuments<Product>(this.parts.products)))
  }

  async merchandise(): Promise<Merchandise> {
    return this.once('merchandise', async () => {
      const columns = await this.productColumns()
      const documents = await readDocuments<Product>(this.parts.products)
      const byId = new Map(documents.map((product) => [product.id, product]))
      const inOrder = columns.ids.flatMap((id) => byId.get(id) ?? [])
      return merchandiseOf(inOrder, this.summary.currency, columns)
    })
  }

  /** Lets go of the tables. */
  close(): void {
    for (const table of Object.values(this.parts) as readonly Table[]) table.close()
  }

  /** What a search finds, best first, and of that what counts: so a list and its facets speak of the same products. */
  private async ranked(search: Pick<TextSearch, 'text' | 'vector'>, where: string): Promise<readonly Hit[]> {
    if (search.vector) this.checkWidth(search.vector)
    const hits = await rank(this.parts.products, search)
    if (where === 'true' || hits.length === 0) return hits
    const found = isOneOf(
      'id',
      hits.map(({ id }) => id),
    )
    const counting = new Set(await this.idsWhere(allOf([found, where])))
    return hits.filter(({ id }) => counting.has(id))
  }

  /** What a search is narrowed down by, and its order. */
  private async narrowed({ filter = {}, stock = [], sort = 'relevance' }: ProductSearch) {
    const where = filterSql(filter, stock, this.summary.currency)
    if (where !== 'true' || !BY_RANK.has(sort)) await this.checkFilter()
    return { where, sort }
  }

  /** Every product that counts, in the order wished. */
  private async browse(page: TextSearch, sort: ProductSort, where: string): Promise<Page<Product>> {
    if (BY_RANK.has(sort)) {
      if (where === 'true')
        return { items: await this.products(await this.popular(page)), total: this.summary.products }
      const ids = await this.sorted(await this.idsWhere(where), sort)
      const shown = ids.slice(page.offset, page.offset + page.limit)
      return { items: await this.products(shown), total: ids.length }
    }
    const query = this.parts.products
      .query()
      .where(where)
      .select(['id', 'document', ...ORDERS[sort].map(({ columnName }) => columnName)])
      .orderBy([...ORDERS[sort], { columnName: 'id' }])
      .limit(page.limit)
      .offset(page.offset)
    const rows = await rowsOf<{ document: string }>('Listing products', query)
    const total = await guarded('Counting products', () => this.parts.products.countRows(where))
    return { items: rows.map((row) => JSON.parse(row.document) as Product), total }
  }

  /** Ids in the order wished. */
  private async sorted(ids: readonly string[], sort: ProductSort): Promise<readonly string[]> {
    if (ids.length === 0) return []
    if (BY_RANK.has(sort)) {
      const places = await this.once('places', async () => {
        const { products } = this.summary
        const all = await this.popular({ text: '', limit: products, offset: 0 })
        return new Map(all.map((id, place) => [id, place]))
      })
      const placeOf = (id: string) => places.get(id) ?? Infinity
      return [...ids].sort((a, b) => placeOf(a) - placeOf(b))
    }
    const query = this.parts.products
      .query()
      .where(isOneOf('id', ids))
      .select(['id', ...ORDERS[sort].map(({ columnName }) => columnName)])
      .orderBy([...ORDERS[sort], { columnName: 'id' }])
    return (await rowsOf<{ id: string }>('Sorting products', query)).map(({ id }) => id)
  }

  private async idsWhere(where: string): Promise<readonly string[]> {
    const query = this.parts.products.query().where(where).select(['id'])
    return (await rowsOf<{ id: string }>('Listing products', query)).map(({ id }) => id)
  }

  private async checkFilter(): Promise<void> {
    if (await this.canFilter()) return
    throw new ShelftalkError(
      'BAD_INPUT',
      `"${this.summary.name}", version ${this.summary.version}, was stored by an older Shelftalk and cannot be narrowed down.`,
      'Start Shelftalk anew, which brings it up to date, or import it again.',
    )
  }

  private async popular({ limit, offset }: TextSearch): Promise<readonly string[]> {
    const filter = `rank >= ${offset} AND rank < ${offset + limit}`
    const query = this.parts.ranks.query().where(filter).select(['rank', 'id'])
    const rows = await rowsOf<{ rank: number; id: string }>('Listing products', query)
    return rows.sort((a, b) => a.rank - b.rank).map((row) => row.id)
  }

  private checkWidth(vector: Float32Array): void {
    if (vector.length === this.dimensions) return
    const message = `The search vector has ${vector.length} numbers, this catalogue's have ${this.dimensions}.`
    throw new ShelftalkError('BAD_INPUT', message, 'Import the catalogue again with the embedder in use.')
  }

  /** Reads once; a failed read is tried again the next time. */
  private async once<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.kept.get(key) as Promise<Value> | undefined
    if (known) return known
    const reading = read()
    this.kept.set(key, reading)
    reading.catch(() => this.kept.delete(key))
    return reading
  }
}

/** Orders that the list of products by popularity gives. */
const BY_RANK: ReadonlySet<ProductSort> = new Set(['relevance', 'popularity'])

/** The other orders as columns; what has no price comes last. */
const ORDERS: Readonly<Record<ProductSort, readonly ColumnOrdering[]>> = {
  relevance: [],
  popularity: [],
  cheapest: [{ columnName: 'price', ascending: true, nullsFirst: false }],
  dearest: [{ columnName: 'price', ascending: false, nullsFirst: false }],
  title: [{ columnName: 'heading' }],
}

/** What answers a search when it does not stand first for answering it best. */
function fitting(hits: readonly Hit[]): readonly string[] {
  return hits.filter(({ inWords, near = 0 }) => inWords || near >= FITTING_NEARNESS).map(({ id }) => id)
}

function saysNothing(search: Pick<TextSearch, 'text' | 'vector'>): boolean {
  return search.text.trim() === '' && !search.vector
}

async function documents<Item>(table: Table, filter: string): Promise<readonly Item[]> {
  const query = table.query().where(filter).select(['document'])
  const rows = await rowsOf<{ document: string }>('Reading the catalogue', query)
  return rows.map((row) => JSON.parse(row.document) as Item)
}
