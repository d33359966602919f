/**
 * Writes the training text: `npx tsx datasets/corpus/generate.ts --out DIR [--documents N] [--seed N] [--voice V] [--products FILE]`.
 *
 * `--voice V` writes for an adapter: every sentence in voice V, whatever voice the prompt and the heads name, so that the adapter alone
 * decides. `--products FILE` takes a catalogue to import instead of the invented shop; one product in four is held out.
 *
 * DIR gets `train-000.txt` ... (one document a line), `heldout.txt` (documents about products that training never sees), `tokens.json`
 * (special tokens), `beats.json` (the planner's inventory) and `counts.json`.
 */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Product } from '../../shared/domain/catalogue'
import { documentText } from '../../shared/domain/prompt'
import { typicalRanges } from '../../shared/domain/measures'
import { specialTokens } from '../../shared/domain/tokens'
import type { Voice } from '../../shared/domain/voices'
import { VOICES } from '../../shared/domain/voices'
import type { Random } from '../../shared/util/random'
import { seededRandom } from '../../shared/util/random'
import { openImport } from '../importers/open'
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

/** What documents are drawn from. */
interface Source {
  readonly stock: Stock
  readonly book: Phrasebook
  readonly random: Random
  /** The one voice of an adapter. */
  readonly voice?: Voice
}

/** One document, drawn until a scene can be written. */
export function drawDocument({ stock, book, random, voice }: Source): string {
  for (;;) {
    const scene = drawScene(stock, random, voice)
    const composition = compose(scene, book, random)
    if (!composition) continue
    const prompt = scenePrompt(scene, voice === undefined && random.chance(FREE_SHARE))
    if (!voice) return documentText(prompt, composition.beats, composition.sentences)
    const named = random.pick(VOICES)
    const beats = composition.beats.map((beat) => ({ ...beat, voice: named }))
    return documentText({ ...prompt, voice: named }, beats, composition.sentences)
  }
}

async function writeDocuments(path: string, count: number, source: Source): Promise<void> {
  const file = createWriteStream(path)
  for (let i = 0; i < count; i++) {
    if (!file.write(`${drawDocument(source)}\n`))
      await new Promise<void>((resolve) => file.once('drain', () => resolve()))
  }
  await new Promise((resolve) => file.end(resolve))
}

/** Products to learn from and products to judge by. */
async function splitProducts(path: string | undefined): Promise<readonly [Product[], Product[]]> {
  if (path === undefined) {
    const products = makeProducts(AISLE_TABLES, WORLD.seed, WORLD.perType).map(productOf)
    return [
      products.filter((product) => !isHeldOut(product.id)),
      products.filter((product) => isHeldOut(product.id)),
    ]
  }
  const products: Product[] = []
  for await (const item of (await openImport(path)).items)
    if (item.type === 'product') products.push(item.product)
  return [products.filter((_, index) => index % 4 !== 3), products.filter((_, index) => index % 4 === 3)]
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      documents: { type: 'string', default: '40000' },
      seed: { type: 'string', default: '1' },
      voice: { type: 'string' },
      products: { type: 'string' },
    },
  })
  if (!values.out) throw new Error('Say where to write: --out DIR')
  const voice = VOICES.find((name) => name === values.voice)
  if (values.voice && !voice) throw new Error(`Unknown voice; use one of ${VOICES.join(', ')}`)
  mkdirSync(values.out, { recursive: true })
  const [learnt, judged] = await splitProducts(values.products)
  const ranges = typicalRanges([...learnt, ...judged])
  const book = openPhrasebook()
  const shared = { book, ...(voice ? { voice } : {}) }
  const training: Source = {
    ...shared,
    stock: openStock(learnt, ranges),
    random: seededRandom(Number(values.seed)),
  }
  const shards = Math.ceil(Number(values.documents) / DOCUMENTS_A_SHARD)
  for (let shard = 0; shard < shards; shard++) {
    const count = Math.min(DOCUMENTS_A_SHARD, Number(values.documents) - shard * DOCUMENTS_A_SHARD)
    await writeDocuments(join(values.out, `train-${String(shard).padStart(3, '0')}.txt`), count, training)
  }
  await writeDocuments(join(values.out, 'heldout.txt'), HELD_OUT_DOCUMENTS, {
    ...shared,
    stock: openStock(judged, ranges),
    random: seededRandom(Number(values.seed) + 1),
  })
  writeFileSync(join(values.out, 'tokens.json'), JSON.stringify(specialTokens(), null, 1))
  writeFileSync(join(values.out, 'beats.json'), JSON.stringify(inventoryOf(book.patterns)))
  writeFileSync(join(values.out, 'counts.json'), JSON.stringify(phrasebookCounts(book), null, 1))
  process.stdout.write(`${JSON.stringify(phrasebookCounts(book))}\n`)
}

if (process.argv[1]?.endsWith('generate.ts')) await main()
