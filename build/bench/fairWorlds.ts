/**
 * How often an audit raises a false alarm: `npx tsx build/bench/fairWorlds.ts [--seeds 20] [--from 1]`. For each seed the invented shop is
 * made without its planted imbalance, and personalised picks are audited by age band and gender: nothing ought to be found. Then the shop
 * that ships, by every attribute its shoppers have: what is found first ought to be the price of what shoppers of 55 and more see.
 * One line a world, so that a run that is cut off has told what it did.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { World } from '../../datasets/world/world'
import { WORLD, makeWorld } from '../../datasets/world/world'
import { productOf } from '../../datasets/world/toProduct'
import { openEmbedder } from '../../models/embed/embedder'
import { productText } from '../../models/embed/productText'
import { rankUsers } from '../../models/evaluate/rankUsers'
import { openStudy, profilePopularity } from '../../models/evaluate/study'
import type { AuditData, AuditOutcome } from '../../models/fairness/audit'
import { auditSegments } from '../../models/fairness/audit'
import { measureLists } from '../../models/fairness/listMeasures'
import { exposureClasses, merchandiseOf } from '../../models/fairness/merchandise'
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import { INTERACTION_KINDS } from '../../shared/domain/columns'

/** As the Fairness page asks. */
const [K, DEPTH, DRAWS, SEED] = [10, 100, 2000, 1]

const embedder = openEmbedder(resolve(import.meta.dirname, '../../models/weights/embedder'))
const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '20' }, from: { type: 'string', default: '1' } },
})
const first = Number(values.from)
let alarms = 0
for (let seed = first; seed < first + Number(values.seeds); seed++) {
  const begunMs = performance.now()
  const { findings } = audited(makeWorld({ ...WORLD, seed, imbalance: false }), [['ageBand'], ['gender']])
  if (findings.length > 0) alarms++
  const seconds = ((performance.now() - begunMs) / 1000).toFixed(0)
  console.log(`fair world ${seed}: ${findings.length} findings, ${seconds} s`)
  for (const { sentence, pHolm } of findings) console.log(`  ${sentence} (p ${pHolm.toFixed(4)})`)
}
console.log(`${alarms} of ${values.seeds} fair worlds raise an alarm`)
const shipped = audited(makeWorld(WORLD), [['ageBand'], ['gender'], ['incomeBand'], ['region'], ['tenure']])
console.log(
  `The shop that ships, by all attributes: ${shipped.findings.length} findings. ${shipped.headline}`,
)
for (const { sentence, effect, pHolm } of shipped.findings.slice(0, 12))
  console.log(`  g ${effect?.toFixed(3) ?? '–'}, p ${pHolm.toPrecision(2)}: ${sentence}`)

function audited(world: World, segments: readonly (readonly string[])[]): AuditOutcome {
  const data = auditData(world)
  const begunMs = performance.now()
  const outcome = auditSegments(data, segments)
  console.log(`  audit of ${data.shoppers} shoppers in ${(performance.now() - begunMs).toFixed(0)} ms`)
  return outcome
}

function auditData(world: World): AuditData {
  const products = productsOf(world)
  const study = openStudy(eventsOf(world), products, {
    protocol: 'leave-last-out',
    k: DEPTH,
    seed: SEED,
  })
  const { lists } = rankUsers(study, 'personalised')
  const merchandise = merchandiseOf(world.products.map(productOf), 'INR', products)
  return {
    shoppers: study.users.length,
    segmentsOf: (at) => world.shoppers[study.users[at]!]!.segments,
    columns: measureLists({ study, lists, depth: DEPTH, k: K, merchandise }),
    ...{ lists, depth: DEPTH, k: K },
    classes: exposureClasses(merchandise),
    items: world.products.length,
    profilePopularity: profilePopularity(study),
    ...{ seed: SEED, draws: DRAWS },
  }
}

function eventsOf({ shoppers, products, interactions }: World): InteractionColumns {
  const shopperAt = new Map(shoppers.map(({ id }, at) => [id, at]))
  const productAt = new Map(products.map(({ id }, at) => [id, at]))
  const events = [...interactions].sort((a, b) => a.atMs - b.atMs)
  return {
    shoppers: shoppers.map(({ id }) => id),
    shopper: Int32Array.from(events, ({ shopperId }) => shopperAt.get(shopperId)!),
    product: Int32Array.from(events, ({ productId }) => productAt.get(productId)!),
    kind: Uint8Array.from(events, ({ kind }) => INTERACTION_KINDS.indexOf(kind)),
    atMs: Float64Array.from(events, ({ atMs }) => atMs),
  }
}

function productsOf({ products }: World): ProductColumns {
  const vectors = new Float32Array(products.length * embedder.dimensions)
  products.forEach((row, at) => {
    vectors.set(embedder.embed(productText(productOf(row))), at * embedder.dimensions)
  })
  return {
    ids: products.map(({ id }) => id),
    titles: products.map(({ title }) => title),
    nouns: products.map(({ noun }) => noun),
    categories: products.map(({ category }) => category),
    stock: new Int32Array(products.length).fill(-1),
    dimensions: embedder.dimensions,
    vectors,
  }
}
