/** Imports: rows stream from files into a staged version, which becomes visible in one commit or not at all. */
import { performance } from 'node:perf_hooks'
import { basename } from 'node:path'
import type { Embedder } from '../../models/embed/embedder'
import { openImport } from '../../datasets/importers/open'
import type { ImportSource } from '../../datasets/importers/types'
import { ShelftalkError } from '../../shared/contract/errors'
import type { ImportEvent, ImportResult } from '../../shared/contract/events'
import type { ImportRequest } from '../../shared/contract/schemas'
import type { CataloguePart, ImportMeta, StagedImport, Store } from '../store/types'
import { productText } from '../../models/embed/productText'
import { Tally } from './importTally'
import type { Mappings } from './previews/mappings'
import { headerOf } from './previews/mappings'
import { SHOP_NAME } from './shop'

/** What a file of shoppers alone leaves as it is. */
const LEFT_BY_SHOPPERS: readonly CataloguePart[] = ['products', 'interactions']

/** What an import works with. */
export interface ImportTools {
  readonly store: Store
  readonly embedder: Embedder
  /** Where it is kept how files were mapped. */
  readonly mappings?: Mappings
}

/** Runs an import. Whatever goes wrong, nothing stored is changed; aborting `signal` stops it within a batch. */
export function importCatalogue(
  tools: ImportTools,
  request: ImportRequest,
  signal: AbortSignal,
): AsyncGenerator<ImportEvent, void, void> {
  return importTogether(tools, nameFor(request), [request], signal)
}

/**
 * Runs imports one after the other into one version of the catalogue `name`, which holds what the last would leave: the first brings the
 * products, and a file of shoppers alone takes the place of the shoppers before it. Otherwise as `importCatalogue`.
 */
export async function* importTogether(
  tools: ImportTools,
  name: string,
  requests: readonly ImportRequest[],
  signal: AbortSignal,
): AsyncGenerator<ImportEvent, void, void> {
  const started = performance.now()
  await using sources = await openAll(requests)
  const { parts } = sources
  await using staged = await tools.store.beginImport(name, metaOf(parts))
  const tally = new Tally(parts.map(({ source }) => source))
  for (const [at, part] of parts.entries()) {
    if (at > 0 && part.shoppersOnly) await staged.replaceShoppers()
    tally.begin(parts.length > 1 ? basename(part.request.path) : undefined)
    for await (const item of part.source.items) {
      signal.throwIfAborted()
      if (tally.take(item)) await flush(tools, staged, tally)
      if (tally.due()) yield tally.progress()
    }
    await flush(tools, staged, tally)
    checkTaken(tally, part.request.path)
  }
  signal.throwIfAborted()
  yield tally.progress()
  yield { type: 'indexing' }
  const { version, products, shoppers, interactions } = await staged.commit()
  // The import is stored: that its mapping could not be kept beside it must not make it fail.
  for (const { source, request } of parts)
    await tools.mappings?.keep(headerOf(source), { map: request.map ?? {}, name }).catch(() => undefined)
  const found = parts.find(({ source }) => source.currencyFound)?.source.currencyFound
  const result: ImportResult = {
    catalogue: name,
    ...{ version, products, shoppers, interactions },
    refused: tally.refused,
    refusedTotal: tally.refusedTotal,
    ms: Math.round(performance.now() - started),
    ...(found ? { currency: found } : {}),
  }
  yield { type: 'done', result }
}

/** A file, or a set of them, that is imported. */
interface Part {
  readonly request: ImportRequest
  readonly source: ImportSource
  readonly shoppersOnly: boolean
}

/** Opens what is to be imported, less what a later part replaces; all of it is let go of when the import ends, however it does. */
async function openAll(
  requests: readonly ImportRequest[],
): Promise<{ readonly parts: readonly Part[] } & AsyncDisposable> {
  const opened: Part[] = []
  const close = async () => {
    for (const { source } of opened) await source.close?.()
  }
  try {
    for (const request of requests) {
      const { path, format, map, others } = request
      const options = {
        ...(format ? { format } : {}),
        ...(map ? { map } : {}),
        ...(others ? { others } : {}),
      }
      const source = await openImport(path, options)
      opened.push({ request, source, shoppersOnly: source.format === 'retail-demo-users' })
    }
  } catch (cause) {
    await close()
    throw cause
  }
  const isLast = (at: number) => !opened.slice(at + 1).some(({ shoppersOnly }) => shoppersOnly)
  const parts = opened.filter(({ shoppersOnly }, at) => !shoppersOnly || isLast(at))
  return { parts, [Symbol.asyncDispose]: close }
}

function metaOf(parts: readonly Part[]): ImportMeta {
  const [first] = parts
  if (!first) throw new Error('An import of nothing')
  return {
    origin: parts.map(({ source }) => source.origin).join('; '),
    currency: first.source.currency,
    ...(first.shoppersOnly ? { keep: LEFT_BY_SHOPPERS } : {}),
    requests: parts.map(({ request, shoppersOnly }) => ({
      ...request,
      ...(shoppersOnly ? { keep: LEFT_BY_SHOPPERS } : {}),
    })),
  }
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

/** Throws IMPORT_REFUSED where no row of a part could be taken. */
function checkTaken({ accepted, firstRefused: first, refusedHere: count }: Tally, path: string): void {
  if (accepted > 0 || !first) return
  const row = first.file === undefined ? `row ${first.row}` : `${first.file} row ${first.row}`
  const place = first.field === '' ? row : `${row}, ${first.field}`
  const rows = count === 1 ? 'The only row' : `None of the ${count} rows`
  throw new ShelftalkError(
    'IMPORT_REFUSED',
    `${rows} of ${basename(path)} could ${count === 1 ? 'not ' : ''}be taken (${count === 1 ? '' : 'the first: '}${place}: ${first.reason}).`,
    'Nothing was stored. Correct the file, or say which column is which with --map title=COLUMN,price=COLUMN.',
  )
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
