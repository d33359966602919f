/** Queries over the invented shop with judgements that follow from what its products are. The same seed gives the same queries. */
import type { Product } from '../../../shared/domain/catalogue'
import type { Fact, FactKind } from '../../../shared/domain/facts'
import type { Random } from '../../../shared/util/random'
import { seededRandom } from '../../../shared/util/random'
import { isHeldOut } from '../../world/products'
import type { Grade, JudgedQuery } from '../judged'
import type { Ask } from './asks'
import { kindAsks } from './asks'
import type { Need } from './needs'
import { heldOutNeeds, trainingNeeds } from './needs'

/** How a shopper adds a fact of some kind to what she asks for: before it, or after it with a word between. */
const phrasings: Readonly<Partial<Record<FactKind, string>>> = {
  colour: 'F Q',
  material: 'F Q',
  pattern: 'F Q',
  style: 'F Q',
  use: 'Q for F',
  room: 'Q for F',
  season: 'Q for F',
  skin: 'Q for F',
  scent: 'Q with F',
  flavour: 'Q with F',
  ingredient: 'Q with F',
  origin: 'Q from F',
  certification: 'F Q',
  closure: 'Q with F',
  compatibility: 'Q for F',
}
/** Shares of queries that say a fact too, of words that somebody else chose, and of the product's own noun. */
const SAYS_FACT = 0.5
const SAYS_NOUN = 0.3
const SAYS_BRAND = 0.12

/** Kind of a product of the invented shop, which its id begins with. */
export function kindOf(id: string): string {
  return id.replace(/-\d+$/, '')
}

/** A query about one product, with what it demands. */
interface Wanted {
  readonly query: string
  readonly kind: string
  readonly ask: Ask
  readonly fact?: Fact
  readonly brand?: string
}

/**
 * Queries to measure on: one for every product that training never sees, in words that training never sees either, and wishes for
 * occasions. All products of the shop are judged.
 */
export function heldOutQueries(products: readonly Product[], seed = 1): readonly JudgedQuery[] {
  const random = seededRandom(seed)
  const judge = new Judge(products)
  const asked = products
    .filter(({ id }) => isHeldOut(id))
    .map((product) => judge.wanted(wantedOf(product, kindAsks(kindOf(product.id)).heldOut, random)))
  return distinct([...asked, ...heldOutNeeds.map((need) => judge.need(need))])
}

/** Queries to train on: `perProduct` for every product that training may see, judged among those alone. */
export function trainingQueries(
  products: readonly Product[],
  { seed = 1, perProduct = 6 }: { readonly seed?: number; readonly perProduct?: number } = {},
): readonly JudgedQuery[] {
  const random = seededRandom(seed)
  const seen = products.filter(({ id }) => !isHeldOut(id))
  const judge = new Judge(seen)
  const asked = seen.flatMap((product) =>
    Array.from({ length: perProduct }, () =>
      judge.wanted(wantedOf(product, kindAsks(kindOf(product.id)).training, random)),
    ),
  )
  const measured = new Set(heldOutQueries(products, seed).map(({ query }) => query))
  return distinct([...asked, ...trainingNeeds.map((need) => judge.need(need))]).filter(
    ({ query }) => !measured.has(query),
  )
}

/** A question that the product answers. */
function wantedOf(product: Product, asks: readonly Ask[], random: Random): Wanted {
  const kind = kindOf(product.id)
  const fitting = asks.filter(({ nouns }) => nouns?.includes(product.noun) ?? true)
  const own: Ask = { text: product.noun, nouns: [product.noun] }
  const plain = fitting.length === 0 || random.chance(SAYS_NOUN)
  const ask = plain ? own : random.pick(fitting)
  if (product.brand !== undefined && random.chance(SAYS_BRAND))
    return { query: `${product.brand} ${ask.text}`, kind, ask, brand: product.brand }
  const facts = product.facts.filter((fact) => phrasings[fact.kind] !== undefined)
  if (facts.length === 0 || !(plain || random.chance(SAYS_FACT))) return { query: ask.text, kind, ask }
  const fact = random.pick(facts)
  const query = (phrasings[fact.kind] ?? '').replace('Q', () => ask.text).replace('F', () => fact.text)
  return { query, kind, ask, fact }
}

/** Judges products by what they are. */
class Judge {
  private readonly products: readonly Product[]

  constructor(products: readonly Product[]) {
    this.products = products
  }

  /** Best: the thing that was asked for, as it was asked for. Will do: the thing in another make, or where nothing more was asked, its like. */
  wanted({ query, kind, ask, fact, brand }: Wanted): JudgedQuery {
    const { near } = kindAsks(kind)
    const demanding = fact !== undefined || brand !== undefined
    return this.judged(query, (product) => {
      const own = kindOf(product.id)
      const meant = own === kind && (ask.nouns?.includes(product.noun) ?? true)
      if (!demanding) return meant ? 2 : own === kind || near.includes(own) ? 1 : undefined
      if (meant)
        return (fact === undefined || states(product, fact)) && (brand ?? product.brand) === product.brand
          ? 2
          : 1
      return undefined
    })
  }

  need([query, best, fair]: Need): JudgedQuery {
    const grades = new Map<string, Grade>([
      ...fair.split(' ').map((kind) => [kind, 1] as const),
      ...best.split(' ').map((kind) => [kind, 2] as const),
    ])
    return this.judged(query, ({ id }) => grades.get(kindOf(id)))
  }

  private judged(query: string, grade: (product: Product) => Grade | undefined): JudgedQuery {
    const grades = new Map<string, Grade>()
    for (const product of this.products) {
      const found = grade(product)
      if (found) grades.set(product.id, found)
    }
    return { query, grades }
  }
}

function states(product: Product, { kind, text }: Fact): boolean {
  return product.facts.some((fact) => fact.kind === kind && fact.text === text)
}

function distinct(queries: readonly JudgedQuery[]): readonly JudgedQuery[] {
  return [...new Map(queries.map((one) => [one.query, one])).values()]
}
