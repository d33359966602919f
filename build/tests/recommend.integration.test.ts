/** Do personal picks beat the best sellers on the shop that ships? Leave-last-out: each shopper's last purchase, hit rate at 10. */
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readWorld } from '../../datasets/world/read'
import { openEmbedder } from '../../models/embed/embedder'
import { productText } from '../../models/embed/productText'
import { Recommender, trainingSet } from '../../models/recommend/recommender'
import type { RecommenderName } from '../../shared/domain/recommenders'
import type { Interaction, Product } from '../../shared/domain/catalogue'
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import { INTERACTION_KINDS } from '../../shared/domain/columns'

const embedder = openEmbedder(resolve(import.meta.dirname, '../../models/weights/embedder'))
const pair = ({ shopperId, productId }: Interaction) => `${shopperId}|${productId}`

function productColumns(products: readonly Product[]): ProductColumns {
  const { dimensions } = embedder
  const vectors = new Float32Array(products.length * dimensions)
  products.forEach((product, row) => vectors.set(embedder.embed(productText(product)), row * dimensions))
  return {
    ids: products.map((product) => product.id),
    titles: products.map((product) => product.title),
    nouns: products.map((product) => product.noun),
    categories: products.map((product) => product.category),
    // What is sold out today may have been bought then.
    stock: new Int32Array(products.length).fill(-1),
    dimensions,
    vectors,
  }
}

function interactionColumns(events: readonly Interaction[], ids: readonly string[]): InteractionColumns {
  const shoppers = [...new Set(events.map((event) => event.shopperId))]
  const numberOf = new Map(shoppers.map((id, number) => [id, number]))
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  return {
    shoppers,
    shopper: Int32Array.from(events, (event) => numberOf.get(event.shopperId) ?? -1),
    product: Int32Array.from(events, (event) => rowOf.get(event.productId) ?? -1),
    kind: Uint8Array.from(events, (event) => INTERACTION_KINDS.indexOf(event.kind)),
    atMs: Float64Array.from(events, (event) => event.atMs),
  }
}

function byShopper(events: readonly Interaction[]): ReadonlyMap<string, readonly Interaction[]> {
  const groups = new Map<string, Interaction[]>()
  for (const event of events) {
    const group = groups.get(event.shopperId)
    if (group) group.push(event)
    else groups.set(event.shopperId, [event])
  }
  return groups
}

it('ranks the next purchase higher than popularity and chance do', async () => {
  const world = await readWorld()
  const events = [...world.interactions].sort((a, b) => a.atMs - b.atMs)
  const bought = byShopper(events.filter((event) => event.kind === 'purchase'))
  const held = [...bought.values()].flatMap((purchases) => (purchases.length > 1 ? purchases.slice(-1) : []))
  // The views and the cart that led to a purchase go with it.
  const hidden = new Set(held.map(pair))
  const seen = events.filter((event) => !hidden.has(pair(event)))
  const histories = byShopper(seen)
  const columns = productColumns(world.products)
  const recommender = new Recommender(trainingSet(columns, interactionColumns(seen, columns.ids)))

  const tested = held.filter((_, index) => index % 8 === 0)
  const hitRate = (by: RecommenderName) => {
    const hits = tested.filter((event, seed) => {
      const history = histories.get(event.shopperId) ?? []
      return recommender
        .recommend({ by, count: 10, history, seed })
        .some((pick) => pick.id === event.productId)
    })
    return hits.length / tested.length
  }
  const rates = {
    personalised: hitRate('personalised'),
    popularity: hitRate('popularity'),
    random: hitRate('random'),
  }
  process.stdout.write(`Hit rate at 10 over ${tested.length} shoppers: ${JSON.stringify(rates)}\n`)
  expect(tested.length).toBeGreaterThan(300)
  expect(rates.personalised).toBeGreaterThan(1.5 * rates.popularity)
  expect(rates.personalised).toBeGreaterThan(10 * rates.random)
  expect(rates.popularity).toBeGreaterThan(rates.random)
})
