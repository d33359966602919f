/** A small shop for tests of fairness: those aged 55+ take the cheap things of each kind, everybody else the dear ones. */
import { resolve } from 'node:path'
import { openEmbedder } from '../../../models/embed/embedder'
import { DEFAULT_BLEND } from '../../../models/recommend/blend'
import type { Interaction, Product, Shopper } from '../../../shared/domain/catalogue'
import type { Fact } from '../../../shared/domain/facts'
import { seededRandom } from '../../../shared/util/random'
import { bought, product, shopper } from '../../store/fixtures'
import type { Store } from '../../store/types'
import type { FairnessBench } from '../fairness'
import { Finder } from '../finder'
import { Picker } from '../picks'
import { AuditShelf } from './shelf'

const KINDS = ['lamp', 'mug', 'rug', 'vase'] as const
const OF_KIND = 12
/** Purchases of each shopper. */
const TAKEN = 5

const fact = (kind: 'material' | 'colour', text: string): Fact => ({
  ...{ id: kind, kind, text, number: 'mass', source: { field: 'title' } },
})

/** Twelve of each of four kinds, cheap to dear; no price of the last. */
export const shelf: readonly Product[] = KINDS.flatMap((noun, kind) =>
  Array.from({ length: OF_KIND }, (_, at) =>
    product(`${noun}-${at + 1}`, `Brae ${noun} ${at + 1}`, {
      facts: [fact('material', 'waxed oak'), fact('colour', 'green')],
      ...{ noun, category: `Home > ${noun}s`, brand: `Maker ${(kind + at) % 3}` },
      ...(noun === 'vase' && at === OF_KIND - 1
        ? {}
        : { price: { minor: 10_000 * (at + 1), currency: 'INR' } }),
    }),
  ),
)

/** 60 of 55+, 60 of 35-44, 12 of 18-24 and 8 whose age is not known; women and men by turns. */
export const people: readonly Shopper[] = [
  ...Array<string>(60).fill('55+'),
  ...Array<string>(60).fill('35-44'),
  ...Array<string>(12).fill('18-24'),
  ...Array<undefined>(8).fill(undefined),
].map((ageBand, at) => ({
  ...shopper(`s${at + 1}`, `Asha Rao ${at + 1}`),
  segments: { gender: at % 2 === 0 ? 'woman' : 'man', ...(ageBand === undefined ? {} : { ageBand }) },
}))

function taken(): readonly Interaction[] {
  const random = seededRandom(7)
  return people.flatMap(({ id, segments }) => {
    const isOld = segments.ageBand === '55+'
    const own = shelf.filter((_, row) => row % OF_KIND < OF_KIND / 2 === isOld)
    return random
      .shuffle(own)
      .slice(0, TAKEN)
      .map((one, at) => bought(id, one.id, 1_700_000_000_000 + 86_400_000 * at))
  })
}

/** The one that ships. */
export const embedder = openEmbedder(resolve(import.meta.dirname, '../../../models/weights/embedder'))

/** Imports the shop as `things`. */
export async function importThings(store: Store, name = 'things'): Promise<void> {
  const staged = await store.beginImport(name, { origin: 'a test', currency: 'INR' })
  await staged.addProducts(
    shelf,
    shelf.map(({ title }) => embedder.embed(title)),
  )
  await staged.addShoppers(people)
  await staged.addInteractions(taken())
  await staged.commit()
}

/** What the operations work with, where no text is written. */
export function withoutTexts(store: Store): FairnessBench {
  const blend = () => Promise.resolve(DEFAULT_BLEND)
  const picker = new Picker(new Finder(embedder), blend, async (name) => (await store.rules.of(name)).rules)
  const desk = () => Promise.reject(new Error('No text is written here'))
  return { store, picker, shelf: new AuditShelf(), desk, shopFolder: '' }
}
