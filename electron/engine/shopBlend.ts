/**
 * The weights behind personal picks from the shop that ships, fitted once for all who install it: `npx tsx electron/engine/shopBlend.ts`
 * fits them anew and writes the file beside the shop. Every other catalogue is fitted on its first pick.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { openEmbedder } from '../../models/embed/embedder'
import type { Blend } from '../../models/recommend/blend'
import { BLEND_PARTS } from '../../models/recommend/blend'
import { fitBlend } from '../../models/recommend/blendFit'
import { trainingSet } from '../../models/recommend/recommender'
import type { CatalogueSummary } from '../../shared/domain/catalogue'
import { openStore } from '../store/store'
import { BLEND_EDITION } from './blends'
import { findResources } from './resources'
import { SHOP_NAME, ensureShop } from './shop'

const FILE = 'blend.json'

const fileSchema = z.strictObject({
  /** Of the fit. */
  edition: z.literal(BLEND_EDITION),
  /** Where the catalogue says it comes from: the edition of the shop's files is part of it. */
  origin: z.string(),
  weights: z.partialRecord(z.enum(BLEND_PARTS), z.number().min(0).max(1)),
  users: z.int().min(0),
})

/** The shipped weights for a catalogue; undefined for any but the shop as it ships, and where there are none of this edition. */
export async function shippedBlend(
  folder: string,
  { name, invented, origin }: Pick<CatalogueSummary, 'name' | 'invented' | 'origin'>,
): Promise<Blend | undefined> {
  if (name !== SHOP_NAME || !invented) return undefined
  // Without a file that can be used the weights are fitted on the first pick; the picks are the same.
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => '')
  const file = fileSchema.safeParse(parsed(text)).data
  return file?.origin === origin ? { weights: file.weights, users: file.users } : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Fits the weights of the shop in a folder, as a first pick would. */
export async function fitShopBlend({
  shop,
  embedder,
}: {
  readonly shop: string
  readonly embedder: string
}): Promise<z.output<typeof fileSchema>> {
  const home = await mkdtemp(join(tmpdir(), 'shelftalk-blend-'))
  const store = await openStore(home)
  try {
    await ensureShop(store, openEmbedder(embedder), shop)
    const catalogue = await store.catalogue(SHOP_NAME)
    const training = trainingSet(await catalogue.productColumns(), await catalogue.allInteractions())
    const { weights, users } = fitBlend(training)
    return { edition: BLEND_EDITION, origin: catalogue.summary.origin, weights: { ...weights }, users }
  } finally {
    await store.close()
    await rm(home, { recursive: true, force: true })
  }
}

if (process.argv[1]?.endsWith('shopBlend.ts')) {
  const resources = findResources(import.meta.dirname)
  const fitted = await fitShopBlend(resources)
  await writeFile(join(resources.shop, FILE), `${JSON.stringify(fitted, null, 2)}\n`)
}
