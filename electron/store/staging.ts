/** An import in the making: four tables that nobody sees until one row names them. */
import type { Connection, Table } from '@lancedb/lancedb'
import { Index } from '@lancedb/lancedb'
import { ShelftalkError } from '../../shared/contract/errors'
import type { CatalogueSummary, Interaction, Product, Shopper } from '../../shared/domain/catalogue'
import { readDocuments, readIds, readInteractions } from './columns'
import { guarded } from './errors'
import type { Lock } from './lock'
import { carriedRequests } from './requests'
import { interactionFault, productSchema, shopperSchema, sift } from './rows'
import type { ProductWithVector } from './tables'
import { TableWriter, interactionTable, openOrCreate, productTable, rankTable, shopperTable } from './tables'
import type { CataloguePart, ImportMeta, RefusedItem, StagedImport } from './types'
import type { VersionEntry, Versions } from './versions'
import { partNames, versionToken } from './versions'

const PRODUCT_BATCH = 2000
const SHOPPER_BATCH = 10_000
const INTERACTION_BATCH = 50_000
/** Above this many products a vector index pays; below, looking at all of them takes milliseconds. */
const VECTOR_INDEX_ROWS = 20_000
/** How much one interaction counts for the order of the product list, by kind. */
const LISTING_WEIGHT = { view: 1, cart: 2, purchase: 5 } as const

/** What an import works with. */
export interface Workshop {
  readonly connection: Connection
  readonly versions: Versions
  readonly lock: Lock
  /** Called when a commit made tables superfluous. */
  readonly sweep: () => Promise<void>
}

/** Starts an import of the catalogue `name` on top of its current version. */
export async function stage(workshop: Workshop, name: string, meta: ImportMeta): Promise<StagedImport> {
  const [current] = await workshop.versions.of(name)
  const keep = new Set(meta.keep)
  if (keep.size > 0 && !current) {
    throw new ShelftalkError(
      'BAD_INPUT',
      `There is no catalogue "${name}" to add to.`,
      'Import its products first.',
    )
  }
  const staging = new Staging(workshop, { name, meta, keep, current })
  if (current) await staging.remember(current)
  return staging
}

interface Plan {
  readonly name: string
  readonly meta: ImportMeta
  readonly keep: ReadonlySet<CataloguePart>
  readonly current: VersionEntry | undefined
}

class Staging implements StagedImport {
  private readonly workshop: Workshop
  private readonly plan: Plan
  private readonly tables: VersionEntry['tables']
  private readonly products: TableWriter<ProductWithVector>
  private shoppers: TableWriter<Shopper>
  private readonly interactions: TableWriter<Interaction>
  private readonly opened: Table[] = []
  private readonly productIds = new Set<string>()
  private readonly shopperIds = new Set<string>()
  private readonly listing = new Map<string, number>()
  private dimensions: number | undefined
  private over = false

  constructor(workshop: Workshop, plan: Plan) {
    this.workshop = workshop
    this.plan = plan
    this.tables = partNames(plan.name, versionToken(Date.now()))
    const { connection } = workshop
    const { products, interactions } = this.tables
    const productShape = () => productTable(this.dimensions ?? 1)
    this.products = new TableWriter({
      connection,
      name: products,
      shape: productShape,
      batchRows: PRODUCT_BATCH,
    })
    this.shoppers = shopperWriter(connection, this.tables.shoppers)
    this.interactions = new TableWriter({
      connection,
      name: interactions,
      shape: () => interactionTable,
      batchRows: INTERACTION_BATCH,
    })
  }

  /** Learns the ids of the parts that stay, for the others refer to them. */
  async remember({ tables, dimensions }: VersionEntry): Promise<void> {
    if (this.keeps('products')) {
      this.dimensions = dimensions
      const products = await readDocuments<Product>(await this.open(tables.products))
      for (const product of products) this.noteProduct(product)
    }
    if (this.keeps('shoppers'))
      for (const id of await readIds(await this.open(tables.shoppers))) this.shopperIds.add(id)
  }

  async addProducts(
    rows: readonly Product[],
    vectors: readonly Float32Array[],
  ): Promise<readonly RefusedItem[]> {
    this.expect('products')
    const dimensions = (this.dimensions ??= vectors[0]?.length)
    if (vectors.length !== rows.length || vectors.some((vector) => vector.length !== dimensions)) {
      throw new RangeError(`${rows.length} products need as many vectors of one width, not ${vectors.length}`)
    }
    if (!dimensions) return []
    const { good, refused } = sift(rows, productSchema, this.productIds)
    for (const { row } of good) this.noteProduct(row)
    const withVectors = good.flatMap(({ row, index }) => {
      const vector = vectors[index]
      return vector ? [{ product: row, vector }] : []
    })
    await guarded('Writing products', () => this.products.add(withVectors))
    return refused
  }

  async addShoppers(rows: readonly Shopper[]): Promise<readonly RefusedItem[]> {
    this.expect('shoppers')
    const { good, refused } = sift(rows, shopperSchema, this.shopperIds)
    await guarded('Writing shoppers', () => this.shoppers.add(good.map(({ row }) => row)))
    return refused
  }

  async replaceShoppers(): Promise<void> {
    this.expect('shoppers')
    const { connection } = this.workshop
    const name = this.tables.shoppers
    this.shoppers.close()
    await guarded('Writing shoppers', async () => {
      if ((await connection.tableNames()).includes(name)) await connection.dropTable(name)
    })
    this.shoppers = shopperWriter(connection, name)
    this.shopperIds.clear()
  }

  async addInteractions(rows: readonly Interaction[]): Promise<readonly RefusedItem[]> {
    this.expect('interactions')
    const good: Interaction[] = []
    const refused: RefusedItem[] = []
    rows.forEach((row, index) => {
      const fault = interactionFault(row, this.shopperIds, this.productIds)
      if (fault) refused.push({ index, ...fault })
      else good.push(row)
    })
    for (const row of good) this.noteInteraction(row.productId, LISTING_WEIGHT[row.kind])
    await guarded('Writing interactions', () => this.interactions.add(good))
    return refused
  }

  async commit(): Promise<CatalogueSummary> {
    this.expect()
    try {
      const { dimensions } = this
      if (this.productIds.size === 0 || dimensions === undefined) throw nothingTaken(this.plan.name)
      const entry = await guarded('Committing the import', () => this.finish(dimensions))
      await guarded('Committing the import', () => this.workshop.versions.commit(entry))
      this.over = true
      this.close()
      await this.workshop.sweep()
      await this.workshop.lock.release()
      return entry.summary
    } catch (cause) {
      await this.abort()
      throw cause
    }
  }

  async abort(): Promise<void> {
    if (this.over) return
    this.over = true
    this.close()
    try {
      const there = new Set(await this.workshop.connection.tableNames())
      for (const name of Object.values(this.tables))
        if (there.has(name)) await this.workshop.connection.dropTable(name)
    } finally {
      await this.workshop.lock.release()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.abort()
  }

  /** Writes what is waiting, makes the indexes and the list of products; returns what is to be committed. */
  private async finish(dimensions: number): Promise<VersionEntry> {
    const { current, meta, name } = this.plan
    if (this.keeps('interactions') && current) await this.countKept(current)
    const tables = { ...this.tables }
    for (const part of ['products', 'shoppers', 'interactions'] as const) {
      if (this.keeps(part) && current) tables[part] = current.tables[part]
      else await index(part, await this[part].finish())
    }
    await this.writeRanks()
    const counts = current?.summary
    return {
      summary: {
        name,
        version: (counts?.version ?? 0) + 1,
        products: this.productIds.size,
        shoppers: this.shopperIds.size,
        interactions: this.keeps('interactions') ? (counts?.interactions ?? 0) : this.interactions.rows,
        invented: meta.invented ?? false,
        currency: this.keeps('products') && counts ? counts.currency : meta.currency,
        createdAtMs: Date.now(),
        origin: meta.origin,
      },
      dimensions,
      tables,
      requests: [
        ...carriedRequests(this.plan.keep.size > 0 ? (current?.requests ?? []) : [], meta.requests ?? []),
      ],
    }
  }

  /** Product ids by how much was done with them, then by how often they were rated, then by id. */
  private async writeRanks(): Promise<void> {
    const ids = [...this.listing].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id)
    const table = await openOrCreate(this.workshop.connection, this.tables.ranks, rankTable)
    this.opened.push(table)
    await table.add(rankTable.encode(ids))
  }

  private noteProduct(product: Product): void {
    this.productIds.add(product.id)
    // Ratings only order products that nobody in the data touched: their share stays below one interaction.
    const ratings = product.rating?.count ?? 0
    this.listing.set(product.id, ratings / (ratings + 1000))
  }

  private noteInteraction(productId: string, weight: number): void {
    const sofar = this.listing.get(productId)
    if (sofar !== undefined) this.listing.set(productId, sofar + weight)
  }

  private async countKept({ tables }: VersionEntry): Promise<void> {
    const ids = [...this.productIds]
    const { product, kind } = await readInteractions(await this.open(tables.interactions), ids)
    const weights = Object.values(LISTING_WEIGHT)
    product.forEach((row, at) => this.noteInteraction(ids[row] ?? '', weights[kind[at] ?? 0] ?? 0))
  }

  private keeps(part: CataloguePart): boolean {
    return this.plan.keep.has(part)
  }

  private expect(part?: CataloguePart): void {
    if (this.over) throw new Error(`The import of "${this.plan.name}" is over`)
    if (part && this.keeps(part)) throw new Error(`The import of "${this.plan.name}" keeps its ${part}`)
  }

  private async open(name: string): Promise<Table> {
    const table = await this.workshop.connection.openTable(name)
    this.opened.push(table)
    return table
  }

  private close(): void {
    for (const part of [this.products, this.shoppers, this.interactions, ...this.opened]) part.close()
  }
}

function shopperWriter(connection: Connection, name: string): TableWriter<Shopper> {
  return new TableWriter({ connection, name, shape: () => shopperTable, batchRows: SHOPPER_BATCH })
}

/** Makes the indexes of a part. */
async function index(part: CataloguePart, table: Table): Promise<void> {
  const rows = await table.countRows()
  if (rows === 0) return
  if (part === 'interactions') return table.createIndex('shopper', { config: Index.btree() })
  await table.createIndex('id', { config: Index.btree() })
  if (part === 'shoppers') return
  const words = {
    baseTokenizer: 'simple',
    stem: true,
    removeStopWords: true,
    asciiFolding: true,
    withPosition: false,
  } as const
  await table.createIndex('text', { config: Index.fts(words) })
  if (rows < VECTOR_INDEX_ROWS) return
  const numPartitions = Math.round(Math.sqrt(rows))
  await table.createIndex('vector', { config: Index.ivfFlat({ numPartitions, distanceType: 'cosine' }) })
}

function nothingTaken(name: string): ShelftalkError {
  const message = `No row of the import "${name}" could be taken, so nothing was changed.`
  return new ShelftalkError(
    'IMPORT_REFUSED',
    message,
    'Look at the refused rows: usually a column needs mapping (--map title=...).',
  )
}
