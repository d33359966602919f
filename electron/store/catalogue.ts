/** One version of a catalogue, read from its four tables. */
import type { Connection, Table } from '@lancedb/lancedb'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Page } from '../../shared/contract/services'
import type { CatalogueSummary, Interaction, Product, Shopper } from '../../shared/domain/catalogue'
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import { INTERACTION_KINDS } from '../../shared/domain/columns'
import type { TypicalRange } from '../../shared/domain/measures'
import { typicalRanges } from '../../shared/domain/measures'
import { readDocuments, readInteractions, readProducts } from './columns'
import { guarded, notFound, rowsOf } from './errors'
import { nearest, pieceFinder, rank } from './search'
import { contains, isOneOf, quote } from './sql'
import type { Catalogue, Hit, TextSearch } from './types'
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

  async searchProducts(search: TextSearch): Promise<Page<Product>> {
    if (saysNothing(search)) {
      return { items: await this.products(await this.popular(search)), total: this.summary.products }
    }
    const hits = await this.ranked(search)
    const page = hits.slice(search.offset, search.offset + search.limit)
    return { items: await this.products(page.map((hit) => hit.id)), total: hits.length }
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

  /** Lets go of the tables. */
  close(): void {
    for (const table of Object.values(this.parts) as readonly Table[]) table.close()
  }

  private async ranked(search: TextSearch): Promise<readonly Hit[]> {
    if (search.vector) this.checkWidth(search.vector)
    return rank(this.parts.products, search)
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

function saysNothing(search: TextSearch): boolean {
  return search.text.trim() === '' && !search.vector
}

async function documents<Item>(table: Table, filter: string): Promise<readonly Item[]> {
  const query = table.query().where(filter).select(['document'])
  const rows = await rowsOf<{ document: string }>('Reading the catalogue', query)
  return rows.map((row) => JSON.parse(row.document) as Item)
}
