/** Catalogues whose vectors come from another embedder than the one in use are embedded anew: across two embedders, nearness means nothing. */
import type { Embedder } from '../../models/embed/embedder'
import { productText } from '../../models/embed/productText'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Catalogue, Store } from '../store/types'

/** The same text embedded by the same table differs in nothing but the last bits. */
const SAME = 0.999

/** Makes a new version of every catalogue that needs it; its products, shoppers and interactions stay as they are. Returns their names. */
export async function ensureVectors(
  store: Store,
  embedder: Embedder,
  onProgress: (catalogue: string) => void = () => undefined,
): Promise<readonly string[]> {
  const stale: string[] = []
  for (const { name } of await store.catalogues()) {
    const catalogue = await store.catalogue(name)
    if (await isCurrent(catalogue, embedder)) continue
    onProgress(name)
    if (await embedAnew(store, catalogue, embedder)) stale.push(name)
  }
  return stale
}

/** Whether some product lies where the first one's text does. */
async function isCurrent(catalogue: Catalogue, embedder: Embedder): Promise<boolean> {
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

async function embedAnew(store: Store, catalogue: Catalogue, embedder: Embedder): Promise<boolean> {
  const { name, origin, currency, invented } = catalogue.summary
  try {
    const products = await catalogue.products((await catalogue.productColumns()).ids)
    await using staged = await store.beginImport(name, {
      origin,
      currency,
      invented,
      keep: ['shoppers', 'interactions'],
    })
    await staged.addProducts(
      products,
      products.map((product) => embedder.embed(productText(product))),
    )
    await staged.commit()
    return true
  } catch (cause) {
    // Another process imports just now: words still find everything, and the next start tries again.
    if (cause instanceof ShelftalkError && cause.code === 'STORE_UNAVAILABLE') return false
    throw cause
  }
}
