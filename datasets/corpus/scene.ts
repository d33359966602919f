/** A random scene for one training document: shopper, products and what is true between them. */
import type { Product } from '../../shared/domain/catalogue'
import type { Fact, FactKind } from '../../shared/domain/facts'
import type { Relation } from '../../shared/domain/beats'
import type { TypicalRange } from '../../shared/domain/measures'
import { measureRelation, measureValue } from '../../shared/domain/measures'
import type { Channel, Voice } from '../../shared/domain/voices'
import { CHANNELS, CHANNEL_WORDS, VOICES } from '../../shared/domain/voices'
import type { English } from '../../shared/domain/english'
import type { Random } from '../../shared/util/random'
import { interests, occasions, recipients } from './moments'

/** A product with the facts the prompt will list. */
export interface SceneProduct {
  readonly product: Product
  readonly facts: readonly Fact[]
  /** Price against what this shopper usually pays; `reduced` when there is a previous price. */
  readonly price: Relation | undefined
}

/** Who, what for, and which products. */
export interface Scene {
  readonly voice: Voice
  readonly channel: Channel
  /** Words aimed at, both ends included: the channel's, or a length a template might ask for instead. */
  readonly words: { readonly min: number; readonly max: number }
  readonly english: English
  /** Heads say which sentences are easy to read. */
  readonly easy: boolean
  readonly occasion?: string
  readonly interest?: string
  readonly recipient?: string
  readonly name?: string
  readonly history: readonly Product[]
  readonly products: readonly SceneProduct[]
  readonly ranges: ReadonlyMap<string, TypicalRange>
}

/** What scenes are drawn from. */
export interface Stock {
  readonly products: readonly Product[]
  readonly byNoun: ReadonlyMap<string, readonly Product[]>
  readonly byAisle: ReadonlyMap<string, readonly Product[]>
  readonly ranges: ReadonlyMap<string, TypicalRange>
}

/** The most facts of one product a prompt lists. */
const FACTS_SHOWN = 6
const channelWeights: readonly Channel[] = [
  'push',
  'card',
  'card',
  'card',
  'page',
  'page',
  'page',
  'page',
  'email',
  ...CHANNELS,
]

/** Groups products for drawing. */
export function openStock(products: readonly Product[], ranges: ReadonlyMap<string, TypicalRange>): Stock {
  const byNoun = groupBy(products, (p) => p.noun)
  return { products, byNoun, byAisle: groupBy(products, (p) => p.aisle), ranges }
}

function groupBy(products: readonly Product[], key: (product: Product) => string): Map<string, Product[]> {
  const groups = new Map<string, Product[]>()
  for (const product of products) {
    const group = groups.get(key(product)) ?? []
    group.push(product)
    groups.set(key(product), group)
  }
  return groups
}

/** One to six facts, few as often as many: imported rows are poor; fewer where three or four products share the prompt. */
function someFacts(product: Product, most: number, random: Random): Fact[] {
  const count = 1 + random.below(most)
  return random.shuffle(product.facts).slice(0, count)
}

function priceRelation(product: Product, random: Random): Relation | undefined {
  if (product.wasPrice && random.chance(0.6)) return 'reduced'
  return random.chance(0.4) ? undefined : random.pick(['under', 'near', 'over'] as const)
}

function drawHistory(first: Product, stock: Stock, random: Random): Product[] {
  if (random.chance(0.25)) return []
  const same = random.chance(0.25)
    ? stock.byNoun.get(first.noun)
    : random.chance(0.5)
      ? stock.byAisle.get(first.aisle)
      : stock.products
  const owned = random.pick(same ?? stock.products)
  return owned.id === first.id ? [] : random.chance(0.3) ? [owned, random.pick(stock.products)] : [owned]
}

/** Share of scenes whose length is not the channel's own. */
const OTHER_LENGTH = 0.15

function drawWords(channel: Channel, random: Random): Scene['words'] {
  if (!random.chance(OTHER_LENGTH)) return CHANNEL_WORDS[channel]
  const min = 8 + random.below(110)
  return { min, max: min + 10 }
}

/** One to four products, mostly one: rivals of the first where the shop has some. */
function drawProducts(stock: Stock, random: Random): Product[] {
  const first = random.pick(stock.products)
  const rivals = stock.byNoun.get(first.noun) ?? []
  const draw = random.next()
  const count = draw < 0.62 ? 1 : draw < 0.92 ? 2 : draw < 0.97 ? 3 : 4
  const others = Array.from({ length: count - 1 }, () =>
    random.pick(
      rivals.length > 2 && random.chance(0.7) ? rivals : (stock.byAisle.get(first.aisle) ?? stock.products),
    ),
  )
  return [...new Map([first, ...others].map((product) => [product.id, product])).values()]
}

/** Draws a scene; deterministic in `random`. `voice` fixes the voice. */
export function drawScene(stock: Stock, random: Random, voice?: Voice): Scene {
  const chosen = drawProducts(stock, random)
  const channel = random.pick(channelWeights)
  const [first] = chosen
  return {
    voice: voice ?? random.pick(VOICES),
    channel,
    words: drawWords(channel, random),
    english: random.chance(0.5) ? 'gb' : random.pick(['us', 'in'] as const),
    easy: random.chance(0.4),
    ...(random.chance(0.75) ? { occasion: random.pick(occasions) } : {}),
    ...(random.chance(0.55) ? { interest: random.pick(interests) } : {}),
    ...(random.chance(0.14) ? { recipient: random.pick(recipients) } : {}),
    history: first ? drawHistory(first, stock, random) : [],
    products: chosen.map((product) => ({
      product,
      facts: someFacts(product, chosen.length > 2 ? 3 : FACTS_SHOWN, random),
      price: priceRelation(product, random),
    })),
    ranges: stock.ranges,
  }
}

/** Whether a relation of a fact beat is true of the value: `low` and `high` need the figure beyond its noun's terciles. */
export function factRelation(scene: Scene, product: Product, fact: Fact): Relation | undefined {
  return measureRelation(product.noun, fact.kind, fact.text, scene.ranges)
}

function measured(product: SceneProduct, kind: FactKind): number | undefined {
  const fact = product.facts.find((one) => one.kind === kind)
  return fact && measureValue(fact.text)?.value
}

/** Every relation that is true of the first product against the second. */
export function pairRelations(scene: Scene): readonly Relation[] {
  const [a, b] = scene.products
  if (!a || !b) return []
  const true_: Relation[] = []
  const add = (relation: Relation, x: number | undefined, y: number | undefined) => {
    if (x !== undefined && y !== undefined && x > y) true_.push(relation)
  }
  add('dearer', a.product.price?.minor, b.product.price?.minor)
  add('cheaper', b.product.price?.minor, a.product.price?.minor)
  add('heavier', measured(a, 'weight'), measured(b, 'weight'))
  add('lighter', measured(b, 'weight'), measured(a, 'weight'))
  add('rated', a.product.rating?.mean, b.product.rating?.mean)
  add('longer', measured(a, 'battery'), measured(b, 'battery'))
  add('bigger', measured(a, 'capacity'), measured(b, 'capacity'))
  add('newer', Date.parse(a.product.listedOn ?? ''), Date.parse(b.product.listedOn ?? ''))
  return true_
}
