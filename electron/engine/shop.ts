/** The invented shop: imported into a home the first time, and again when a newer edition ships. */
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Embedder } from '../../models/embed/embedder'
import { readWorld } from '../../datasets/world/read'
import type { Store } from '../store/types'
import { productText } from '../../models/embed/productText'
import { STARTERS } from './templates'

/** The shop's catalogue name. */
export const SHOP_NAME = 'shop'

/** Makes sure that a store holds the shop of this edition, its personas and the starter templates. Returns true when it had to import. */
export async function ensureShop(store: Store, embedder: Embedder, folder: string): Promise<boolean> {
  const origin = `Ships with Shelftalk; every brand, product and person in it is made up (edition ${await edition(folder)}).`
  const there = (await store.catalogues()).find((catalogue) => catalogue.name === SHOP_NAME)
  if (there?.origin === origin) return false
  const world = await readWorld(folder)
  await using staged = await store.beginImport(SHOP_NAME, { origin, currency: 'INR', invented: true })
  await staged.addProducts(
    world.products,
    world.products.map((product) => embedder.embed(productText(product))),
  )
  await staged.addShoppers(world.shoppers)
  await staged.addInteractions(world.interactions)
  // The commit comes last: it alone says that this edition is in, and whatever breaks off before it is done again the next time.
  const own = new Set((await store.personas()).map((persona) => persona.id))
  for (const persona of world.personas) if (!own.has(persona.id)) await store.savePersona(persona)
  // A starter that somebody deleted stays deleted, and one that cannot be read is left to its owner.
  const templates = new Set(
    [
      ...(await store.templates()),
      ...(await store.deletedTemplates()),
      ...(await store.unreadable()).filter(({ kind }) => kind === 'template'),
    ].map(({ id }) => id),
  )
  for (const starter of STARTERS) if (!templates.has(starter.id)) await store.saveTemplate(starter)
  await staged.commit()
  return true
}

/** First digits of the files' SHA-256. */
async function edition(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.parquet')).sort())
    hash.update(await readFile(join(folder, name)))
  return hash.digest('hex').slice(0, 8)
}
