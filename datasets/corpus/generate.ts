/**
 * Writes the training text: `npx tsx datasets/corpus/generate.ts --out DIR [--documents N] [--seed N]`.
 *
 * DIR gets `train-000.txt` ... (one document a line), `heldout.txt` (documents about products that training never sees), `tokens.json`
 * (special tokens), `beats.json` (the planner's inventory) and `counts.json`.
 */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { documentText } from '../../shared/domain/prompt'
import { typicalRanges } from '../../shared/domain/measures'
import { specialTokens } from '../../shared/domain/tokens'
import type { Random } from '../../shared/util/random'
import { seededRandom } from '../../shared/util/random'
import { AISLE_TABLES } from '../world/aisles'
import { isHeldOut, makeProducts } from '../world/products'
import { productOf } from '../world/toProduct'
import { WORLD } from '../world/world'
import { compose, scenePrompt } from './compose'
import { inventoryOf } from './inventory'
import type { Phrasebook } from './library'
import { openPhrasebook, phrasebookCounts } from './library'
import type { Stock } from './scene'
import { drawScene, openStock } from './scene'

const DOCUMENTS_A_SHARD = 10_000
const HELD_OUT_DOCUMENTS = 600
/** Share of documents in which the model learns to write the heads itself. */
const FREE_SHARE = 0.15

/** One document, drawn until a scene can be written. */
export function drawDocument(stock: Stock, book: Phrasebook, random: Random): string {
  for (;;) {
    const scene = drawScene(stock, random)
    const composition = compose(scene, book, random)
    if (composition)
      return documentText(
        scenePrompt(scene, random.chance(FREE_SHARE)),
        composition.beats,
        composition.sentences,
      )
  }
}

async function writeDocuments(path: string, count: number, next: () => string): Promise<void> {
  const file = createWriteStream(path)
  for (let i = 0; i < count; i++) {
    if (!file.write(`${next()}\n`)) await new Promise<void>((resolve) => file.once('drain', () => resolve()))
  }
  await new Promise((resolve) => file.end(resolve))
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      documents: { type: 'string', default: '40000' },
      seed: { type: 'string', default: '1' },
    },
  })
  if (!values.out) throw new Error('Say where to write: --out DIR')
  mkdirSync(values.out, { recursive: true })
  const products = makeProducts(AISLE_TABLES, WORLD.seed, WORLD.perType).map(productOf)
  const ranges = typicalRanges(products)
  const seen = openStock(
    products.filter((product) => !isHeldOut(product.id)),
    ranges,
  )
  const unseen = openStock(
    products.filter((product) => isHeldOut(product.id)),
    ranges,
  )
  const book = openPhrasebook()
  const random = seededRandom(Number(values.seed))
  const shards = Math.ceil(Number(values.documents) / DOCUMENTS_A_SHARD)
  for (let shard = 0; shard < shards; shard++) {
    const count = Math.min(DOCUMENTS_A_SHARD, Number(values.documents) - shard * DOCUMENTS_A_SHARD)
    await writeDocuments(join(values.out, `train-${String(shard).padStart(3, '0')}.txt`), count, () =>
      drawDocument(seen, book, random),
    )
  }
  const heldOut = seededRandom(Number(values.seed) + 1)
  await writeDocuments(join(values.out, 'heldout.txt'), HELD_OUT_DOCUMENTS, () =>
    drawDocument(unseen, book, heldOut),
  )
  writeFileSync(join(values.out, 'tokens.json'), JSON.stringify(specialTokens(), null, 1))
  writeFileSync(join(values.out, 'beats.json'), JSON.stringify(inventoryOf(book.patterns)))
  writeFileSync(join(values.out, 'counts.json'), JSON.stringify(phrasebookCounts(book), null, 1))
  process.stdout.write(`${JSON.stringify(phrasebookCounts(book))}\n`)
}

if (process.argv[1]?.endsWith('generate.ts')) await main()
