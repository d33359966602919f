/**
 * Catalogues whose vectors come from another embedder than the one in use are embedded anew: across two embedders, nearness means nothing. So
 * are those that were stored before products had columns to be narrowed down by.
 */
import type { Embedder } from '../../models/embed/embedder'
import { productText } from '../../models/embed/productText'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Catalogue, Store } from '../store/types'

/** The same text embedded by the same table differs in nothing but the last bits. */
const SAME = 0.999

/**
 * Makes a new version of every catalogue that needs it; its products, shoppers and interactions stay as they are. Returns their names. A
 * catalogue that cannot be read or written now is left as it is: whoever asks for it is told why, and the next start tries again.
 */
export async function ensureVectors(
  store: Store,
  embedder: Embedder,
  onProgress: (catalogue: string) => void = () => undefined,
): Promise<readonly string[]> {
  const stale: string[] = []
  for (const { name } of await store.catalogues()) {
    try {
      const catalogue = await store.catalogue(name)
      if (await isCurrent(catalogue, embedder)) continue
      onProgress(name)
      if (await embedAnew(store, catalogue, embedder)) stale.push(name)
    } catch (cause) {
      if (!(cause instanceof ShelftalkError) || cause.code !== 'STORE_UNAVAILABLE') throw cause
    }
  }
  return stale
}

/** Whether some product lies where the first one's text does, and there is every column. */
async function isCurrent(catalogue: Catalogue, embedder: Embedder): Promise<boolean> {
  if (!(await catalogue.canFilter())) return false
  const { items } = await catalogue.searchProducts({ text: '', limit: 1, offset: 0 })
  const [product] = items
  if (!product) return true
  const vector = embedder.embed(productText(product))
  // A text without a known word has no direction to compare.
  if (vector.every((value) => value === 0)) return true
  try {
    const [nearest] = await catalogue.nearest(vector, 1)
    return (nearest?.score ?? 0) >= SAME
  } catch (cause) {
    // A vector of another width is refused.
    if (cause instanceof ShelftalkError && cause.code === 'BAD_INPUT') return false
    throw cause
  }
}

/** False where not every product can be carried over, or another process has imported a newer version meanwhile. */
async function embedAnew(store: Store, catalogue: Catalogue, embedder: Embedder): Promise<boolean> {
  const { name, version, origin, currency, invented } = catalogue.summary
  const products = await catalogue.products((await catalogue.productColumns()).ids)
  if (products.length < catalogue.summary.products) return false
  await using staged = await store.beginImport(name, {
    origin,
    currency,
    invented,
    keep: ['shoppers', 'interactions'],
  })
  // From here on nobody else commits.
  const now = await store.catalogue(name)
  if (now.summary.version !== version) return false
  const refused = await staged.addProducts(
    products,
    products.map((product) => embedder.embed(productText(product))),
  )
  if (refused.length > 0) return false
  await staged.commit()
  return true
}
