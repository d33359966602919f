/**
 * Evaluations of recommenders over whole catalogues: the shop that ships, real order lines where they are to be had, and files in the layout
 * of MovieLens 100k. What is asserted is what the README says of them.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateRecommend } from '../../electron/engine/evaluation/recommend'
import { importCatalogue } from '../../electron/engine/importing'
import { findResources } from '../../electron/engine/resources'
import { ensureShop } from '../../electron/engine/shop'
import { openStore } from '../../electron/store/store'
import type { Store } from '../../electron/store/types'
import type { Embedder } from '../../models/embed/embedder'
import { openEmbedder } from '../../models/embed/embedder'
import type { EvaluateRecommendRequest } from '../../shared/contract/parts/recommend'
import { evaluateRecommendSchema } from '../../shared/contract/parts/recommend'
import type { RecommendEvaluation } from '../../shared/domain/recommendEvaluation'
import type { RecommenderName } from '../../shared/domain/recommenders'
import { seededRandom } from '../../shared/util/random'

const resources = findResources(import.meta.dirname)
const never = new AbortController().signal
let folder: string
let store: Store
let embedder: Embedder

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shelftalk-evaluate-'))
  store = await openStore(join(folder, 'home'))
  embedder = openEmbedder(resources.embedder)
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

async function evaluate(request: Partial<EvaluateRecommendRequest>): Promise<RecommendEvaluation> {
  const whole = evaluateRecommendSchema.parse({ keep: false, ...request })
  for await (const event of evaluateRecommend({ store, shopFolder: resources.shop }, whole, never))
    if (event.type === 'done') return event.result
  throw new Error('It ended without a result')
}

async function imported(path: string, name: string): Promise<void> {
  for await (const event of importCatalogue({ store, embedder }, { path, name }, never))
    if (event.type === 'done') return
  throw new Error('It ended without a result')
}

function rowOf<Row extends { readonly strategy: RecommenderName }>(
  rows: readonly Row[] | undefined,
  strategy: RecommenderName,
): Row {
  const row = rows?.find((one) => one.strategy === strategy)
  if (!row) throw new Error(`There is no row of ${strategy}`)
  return row
}

describe('the shop that ships', () => {
  it('rewards looking at the shopper, in what she took and in what she would click', async () => {
    await ensureShop(store, embedder, resources.shop)
    const { results, clicks, users, items } = await evaluate({
      ...{ strategies: ['personalised'], users: 800 },
    })
    expect([users, items]).toEqual([800, 2679])
    const personal = rowOf(results, 'personalised')
    expect(personal.vsPopularity?.ndcg.ratio).toBeGreaterThan(1.5)
    expect(personal.vsRandom?.ndcg.ratio).toBeGreaterThan(10)
    expect(personal.vsPopularity?.ndcg.pHolm).toBeLessThan(0.01)
    expect(clicks?.by).toBe('model')
    const { overRandom, overPopularity } = rowOf(clicks?.results, 'personalised')
    expect(overRandom?.value).toBeGreaterThan(0.35)
    expect(overRandom?.low).toBeGreaterThan(0)
    expect(overPopularity?.value).toBeGreaterThan(0.15)
    expect(overPopularity?.low).toBeGreaterThan(0)
  }, 600_000)
})

const real = resolve(import.meta.dirname, '../../../shared/data/adventureworks')
const isThere = existsSync(real)

describe.skipIf(!isThere)(
  `AdventureWorks order lines${isThere ? '' : ' (skipped: ../shared/data/adventureworks is not there)'}`,
  () => {
    it('make personal picks worth twice the bestsellers and more', async () => {
      const lines = join(folder, 'adventureworks')
      mkdirSync(lines)
      // The folder holds another, unclean table of the same products.
      for (const table of ['Products', 'Customers', 'Sales_2017', 'Sales_2018', 'Sales_2019'])
        copyFileSync(join(real, `AdventureWorks_${table}.csv`), join(lines, `${table}.csv`))
      await imported(lines, 'aw')
      const { results, users, items, clicks } = await evaluate({
        ...{ catalogue: 'aw', strategies: ['personalised'] },
      })
      expect([users, items]).toEqual([15_075, 293])
      const [personal, popular] = [rowOf(results, 'personalised'), rowOf(results, 'popularity')]
      expect(personal.vsPopularity?.ndcg.ratio).toBeGreaterThan(2)
      expect(personal.intervals.ndcg?.low).toBeGreaterThan(popular.intervals.ndcg?.high ?? 1)
      expect(clicks?.by).toBe('replay')
    }, 600_000)
  },
)

/** Ratings made up here, in the files of MovieLens 100k: 120 people, 90 films, ten of them rated by nobody. */
function movieLensLike(): { readonly path: string; readonly ratings: number } {
  const path = join(folder, 'ml-100k')
  mkdirSync(path)
  const random = seededRandom(20)
  const films = Array.from({ length: 90 }, (_, film) => film + 1)
  const people = Array.from({ length: 120 }, (_, user) => user + 1)
  const ratings = people.flatMap((user) => {
    const rated = new Set<number>()
    while (rated.size < 20) rated.add(1 + Math.floor(80 * random.next() ** 2))
    return [...rated].map((film) =>
      [user, film, 1 + random.below(5), 880_000_000 + random.below(10_000_000)].join('\t'),
    )
  })
  const flags = Array.from({ length: 19 }, (_, at) => (at === 5 ? '1' : '0')).join('|')
  const film = (id: number) =>
    `${id}|Lantern Street ${id} (1994)|01-Jan-1994||http://example.org/${id}|${flags}`
  writeFileSync(join(path, 'u.item'), films.map(film).join('\n'))
  writeFileSync(join(path, 'u.user'), people.map((user) => `${user}|30|F|other|00000`).join('\n'))
  writeFileSync(join(path, 'u.data'), `${random.shuffle(ratings).join('\n')}\n`)
  return { path, ratings: ratings.length }
}

describe('files in the layout of MovieLens 100k', () => {
  it('are evaluated by the published protocol: every rating counts, every film is ranked', async () => {
    const { path, ratings } = movieLensLike()
    await imported(path, 'ml')
    const { results, users, ...rest } = await evaluate({
      ...{ catalogue: 'ml', protocol: 'random-80-20', k: 10, strategies: ['ease'] },
    })
    expect(ratings).toBe(120 * 20)
    expect(rest).toMatchObject({
      ...{ items: 90, heldOutPairs: ratings / 5, trainingPairs: (4 * ratings) / 5, notes: [] },
    })
    // Of twenty ratings a fifth: one person in a hundred has none held out.
    expect(users).toBeGreaterThan(110)
    expect(users).toBeLessThanOrEqual(120)
    const { metrics, vsRandom } = rowOf(results, 'popularity')
    expect(vsRandom?.ndcg.ratio).toBeGreaterThan(1.5)
    expect(metrics.hr).toBeGreaterThan(metrics.recall ?? 1)
    expect(rowOf(results, 'ease').standIn).toBeUndefined()
  }, 300_000)
})
