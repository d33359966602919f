/** An import: rows stream from the file into a staged version, which becomes visible in one commit or not at all. */
import { performance } from 'node:perf_hooks'
import { basename } from 'node:path'
import type { Embedder } from '../../models/embed/embedder'
import { openImport } from '../../datasets/importers/open'
import type { ImportItem, ImportSource } from '../../datasets/importers/types'
import { ShelftalkError } from '../../shared/contract/errors'
import type { ImportEvent, ImportResult } from '../../shared/contract/events'
import type { ImportRequest } from '../../shared/contract/schemas'
import type { Interaction, Product, RefusedRow, Shopper } from '../../shared/domain/catalogue'
import type { RefusedItem, StagedImport, Store } from '../store/types'
import { productText } from '../../models/embed/productText'
import type { Mappings } from './previews/mappings'
import { headerOf } from './previews/mappings'
import { SHOP_NAME } from './shop'

/** Rows handed to the store at a time. */
const BATCH = 400
/** Refused rows that are listed; all are counted. */
const REFUSED_LISTED = 1000
const PROGRESS_MS = 120

/** What an import works with. */
export interface ImportTools {
  readonly store: Store
  readonly embedder: Embedder
  /** Where it is kept how files were mapped. */
  readonly mappings?: Mappings
}

/** Runs an import. Whatever goes wrong, nothing stored is changed; aborting `signal` stops it within a batch. */
export async function* importCatalogue(
  tools: ImportTools,
  request: ImportRequest,
  signal: AbortSignal,
): AsyncGenerator<ImportEvent, void, void> {
  const started = performance.now()
  const name = nameFor(request)
  const { path, format, map, others } = request
  await using source = closing(
    await openImport(path, {
      ...(format ? { format } : {}),
      ...(map ? { map } : {}),
      ...(others ? { others } : {}),
    }),
  )
  const shoppersOnly = source.format === 'retail-demo-users'
  const meta = {
    origin: source.origin,
    currency: source.currency,
    ...(shoppersOnly ? { keep: ['products', 'interactions'] as const } : {}),
    request,
  }
  await using staged = await tools.store.beginImport(name, meta)
  const tally = new Tally(source)
  for await (const item of source.items) {
    signal.throwIfAborted()
    if (tally.take(item)) await flush(tools, staged, tally)
    if (tally.due()) yield tally.progress()
  }
  await flush(tools, staged, tally)
  signal.throwIfAborted()
  yield tally.progress()
  yield { type: 'indexing' }
  const { version, products, shoppers, interactions } = await committed(staged, tally, request.path)
  // The import is stored: that its mapping could not be kept beside it must not make it fail.
  await tools.mappings?.keep(headerOf(source), { map: map ?? {}, name }).catch(() => undefined)
  const ms = Math.round(performance.now() - started)
  const result: ImportResult = {
    catalogue: name,
    version,
    products,
    shoppers,
    interactions,
    refused: tally.refused,
    refusedTotal: tally.refusedTotal,
    ms,
    ...(source.currencyFound ? { currency: source.currencyFound } : {}),
  }
  yield { type: 'done', result }
}

/** A source that is let go of when the import ends, however it does. */
function closing(source: ImportSource): ImportSource & AsyncDisposable {
  return { ...source, [Symbol.asyncDispose]: async () => source.close?.() }
}

/** What the catalogue will be called. Throws BAD_INPUT for the name of the shop that ships. */
function nameFor({ name, path }: ImportRequest): string {
  const wanted = name ?? nameOf(path)
  if (wanted !== SHOP_NAME) return wanted
  throw new ShelftalkError(
    'BAD_INPUT',
    `"${SHOP_NAME}" is the name of the shop that ships with Shelftalk.`,
    'Give the import another --name.',
  )
}

async function committed(staged: StagedImport, tally: Tally, path: string) {
  const [first] = tally.refused
  if (tally.accepted === 0 && first) {
    const row = first.file === undefined ? `row ${first.row}` : `${first.file} row ${first.row}`
    const place = first.field === '' ? row : `${row}, ${first.field}`
    const rows = tally.refusedTotal === 1 ? 'The only row' : `None of the ${tally.refusedTotal} rows`
    throw new ShelftalkError(
      'IMPORT_REFUSED',
      `${rows} of ${basename(path)} could ${tally.refusedTotal === 1 ? 'not ' : ''}be taken (${tally.refusedTotal === 1 ? '' : 'the first: '}${place}: ${first.reason}).`,
      'Nothing was stored. Correct the file, or say which column is which with --map title=COLUMN,price=COLUMN.',
    )
  }
  return staged.commit()
}

/** Hands the waiting rows over, what others refer to first; what the store refuses joins the list. */
async function flush({ embedder }: ImportTools, staged: StagedImport, tally: Tally): Promise<void> {
  const products = tally.products.splice(0)
  const shoppers = tally.shoppers.splice(0)
  const interactions = tally.interactions.splice(0)
  if (products.length > 0) {
    const rows = products.map(({ product }) => product)
    tally.reject(
      products,
      await staged.addProducts(
        rows,
        rows.map((product) => embedder.embed(productText(product))),
      ),
    )
  }
  if (shoppers.length > 0)
    tally.reject(shoppers, await staged.addShoppers(shoppers.map(({ shopper }) => shopper)))
  if (interactions.length > 0)
    tally.reject(
      interactions,
      await staged.addInteractions(interactions.map(({ interaction }) => interaction)),
    )
}

/** `Products (unclean).csv` gives `products-unclean`. */
export function nameOf(path: string): string {
  const words = basename(path)
    .replace(/(?:\.parquet|(?:\.[a-z0-9]{1,5}){1,2})$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return words.slice(0, 40) || 'import'
}

/** Where a row stands. */
interface Place {
  readonly row: number
  readonly file?: string
}

/** What has been read so far. */
class Tally {
  readonly products: (Place & { readonly product: Product })[] = []
  readonly shoppers: (Place & { readonly shopper: Shopper })[] = []
  readonly interactions: (Place & { readonly interaction: Interaction })[] = []
  readonly refused: RefusedRow[] = []
  refusedTotal = 0
  accepted = 0
  private rows = 0
  private toldMs = 0
  private readonly source: ImportSource

  constructor(source: ImportSource) {
    this.source = source
  }

  /** Notes an item; true when a batch is full. */
  take(item: ImportItem): boolean {
    if (item.type === 'joined') {
      this.rows += item.rows
      return false
    }
    this.rows += item.type === 'shopper' && item.implied ? 0 : 1
    if (item.type === 'refused') {
      this.refuse(item.refused)
      return false
    }
    this.accepted += 1
    if (item.type === 'product') this.products.push(item)
    else if (item.type === 'shopper') this.shoppers.push(item)
    else this.interactions.push(item)
    return this.products.length + this.shoppers.length + this.interactions.length >= BATCH
  }

  /** Rows of a batch that the store would not have. */
  reject(batch: readonly Place[], items: readonly RefusedItem[]): void {
    this.accepted -= items.length
    for (const { index, field, reason } of items) {
      const { row = 0, file } = batch[index] ?? {}
      this.refuse({ row, field, reason, ...(file === undefined ? {} : { file }) })
    }
  }

  /** Whether it is time to tell. */
  due(): boolean {
    return performance.now() - this.toldMs > PROGRESS_MS
  }

  progress(): ImportEvent {
    this.toldMs = performance.now()
    return {
      type: 'progress',
      rows: this.rows,
      refused: this.refusedTotal,
      bytes: this.source.bytesRead(),
      totalBytes: this.source.totalBytes,
    }
  }

  private refuse(row: RefusedRow): void {
    this.refusedTotal += 1
    if (this.refused.length < REFUSED_LISTED) this.refused.push(row)
  }
}
