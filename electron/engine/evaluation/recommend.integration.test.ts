import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EvaluateRecommendEvent } from '../../../shared/contract/parts/recommend'
import { evaluateRecommendSchema } from '../../../shared/contract/parts/recommend'
import type { Interaction } from '../../../shared/domain/catalogue'
import type { RecommendEvaluation } from '../../../shared/domain/recommendEvaluation'
import { seededRandom } from '../../../shared/util/random'
import { along, product, shopper } from '../../store/fixtures'
import { openStore } from '../../store/store'
import type { Store } from '../../store/types'
import { findResources } from '../resources'
import type { RecommendBench } from './recommend'
import { evaluateRecommend } from './recommend'

const DAY_MS = 86_400_000
const ITEMS = 30
const USERS = 80
const home = mkdtempSync(join(tmpdir(), 'shelftalk-recommend-'))
let store: Store
let bench: RecommendBench

beforeAll(async () => {
  store = await openStore(home)
  bench = { store, shopFolder: findResources(import.meta.dirname).shop }
  await stock('dated', true, everyOne())
  await stock('undated', false, everyOne())
  await stock(
    'single',
    true,
    [0, 1, 2].map((user) => ({ user, items: [user] })),
  )
})
afterAll(async () => {
  await store.close()
  rmSync(home, { recursive: true })
})

interface Taken {
  readonly user: number
  readonly items: readonly number[]
}

/** Each with five different things, the first ones of the list oftener than the last. */
function everyOne(): readonly Taken[] {
  const random = seededRandom(3)
  return Array.from({ length: USERS }, (_, user) => {
    const items = new Set<number>()
    while (items.size < 5) items.add(Math.floor(ITEMS * random.next() ** 2))
    return { user, items: [...items] }
  })
}

async function stock(name: string, dated: boolean, taken: readonly Taken[]): Promise<void> {
  const staged = await store.beginImport(name, { origin: 'made up', currency: 'GBP' })
  const rows = Array.from({ length: ITEMS }, (_, row) => product(`p${row}`, `Thing ${row}`))
  await staged.addProducts(
    rows,
    rows.map((_, row) => along(row % 4)),
  )
  await staged.addShoppers(taken.map(({ user }) => shopper(`u${user}`, `User ${user}`)))
  const events = taken.flatMap(({ user, items }) =>
    items.map((item, at): Interaction => ({
      ...{ shopperId: `u${user}`, productId: `p${item}`, kind: 'purchase' },
      atMs: dated ? (1 + at) * DAY_MS : 0,
    })),
  )
  await staged.addInteractions(events.sort((a, b) => a.atMs - b.atMs))
  await staged.commit()
}

async function evaluate(request: object): Promise<RecommendEvaluation> {
  const signal = new AbortController().signal
  for await (const event of evaluateRecommend(bench, evaluateRecommendSchema.parse(request), signal))
    if (event.type === 'done') return event.result
  throw new Error('It ended without a result')
}

const figures = ({ results, cold, clicks }: RecommendEvaluation) => ({
  results: results.map(({ fitMs: _, userMs: __, ...rest }) => rest),
  cold,
  clicks,
})

describe('an evaluation of recommenders', () => {
  it('is the same for the same seed, in whatever order the threads did their part', async () => {
    const request = { catalogue: 'dated', strategies: ['popularity-recent', 'popularity'], keep: false }
    const [one, two] = [await evaluate(request), await evaluate(request)]
    expect(figures(two)).toEqual(figures(one))
    expect(one.results.map(({ strategy }) => strategy)).toEqual(['popularity', 'popularity-recent', 'random'])
    expect(one).toMatchObject({
      ...{ catalogue: 'dated', version: 1, invented: false, protocol: 'leave-last-out', k: 10 },
      ...{ users: USERS, items: ITEMS, trainingPairs: USERS * 4, heldOutPairs: USERS, notes: [] },
    })
    expect(one.run).toBeUndefined()
    expect(one.clicks?.by).toBe('replay')
  })

  it('keeps a run with the figures and, by shopper, the values behind them', async () => {
    const { run, results } = await evaluate({ catalogue: 'dated', strategies: ['popularity'], k: 5 })
    const kept = await store.runs.one(run ?? '')
    expect(kept).toMatchObject({
      ...{ kind: 'recommend', state: 'finished', seed: 1 },
      catalogue: { name: 'dated', version: 1, invented: false },
      params: { protocol: 'leave-last-out', k: 5, users: USERS, strategies: 'popularity' },
    })
    const popular = results.find(({ strategy }) => strategy === 'popularity')
    expect(kept.metrics).toContainEqual({
      ...{ name: 'ndcg@5', of: 'popularity', value: popular?.metrics.ndcg, n: USERS, better: 'higher' },
      ...popular?.intervals.ndcg,
    })
    const values = await store.runs.values(run ?? '')
    expect(values.map(({ metric, of }) => `${metric} ${of}`).sort()).toEqual([
      ...['hr@5 popularity', 'hr@5 random', 'mrr@5 popularity', 'mrr@5 random'],
      ...['ndcg@5 popularity', 'ndcg@5 random'],
    ])
    const ndcg = values.find(({ metric, of }) => metric === 'ndcg@5' && of === 'popularity')
    expect(new Set(ndcg?.keys).size).toBe(USERS)
    expect(ndcg?.keys).toContain('u7')
    const sum = [...(ndcg?.values ?? [])].reduce((all, one) => all + one, 0)
    expect(sum / USERS).toBeCloseTo(popular?.metrics.ndcg ?? NaN, 9)
  })

  it('holds a fifth of all pairs out at random, and keeps recall and clicks apart', async () => {
    const { heldOutPairs, users, run, results } = await evaluate({
      ...{ catalogue: 'dated', protocol: 'random-80-20', strategies: ['popularity'] },
    })
    expect(heldOutPairs).toBe((USERS * 5) / 5)
    expect(users).toBeLessThan(USERS)
    const kept = (await store.runs.values(run ?? '')).map(({ metric }) => metric)
    expect(new Set(kept)).toEqual(new Set(['ndcg@10', 'hr@10', 'recall@10', 'mrr@10', 'click-rate@10']))
    const [popular] = results
    expect(popular?.metrics.hr).toBeGreaterThan(popular?.metrics.recall ?? 1)
  })

  it('tests a sample, and says so; goes by the order of import where there are no dates, and says so', async () => {
    const { users, trainingPairs, notes } = await evaluate({
      ...{ catalogue: 'undated', strategies: ['popularity'], users: 20, keep: false },
    })
    expect([users, trainingPairs]).toEqual([20, USERS * 4])
    expect(notes).toEqual([
      'No interaction has a date: the last product of a user is the last one in the order of import.',
      'Tested on a random sample of 20 users; everybody was learnt from.',
    ])
  })

  it('says how far it is', async () => {
    const events: EvaluateRecommendEvent[] = []
    const request = evaluateRecommendSchema.parse({
      ...{ catalogue: 'dated', strategies: ['popularity'], keep: false },
    })
    for await (const event of evaluateRecommend(bench, request, new AbortController().signal))
      events.push(event)
    const steps = events.flatMap((event) => (event.type === 'progress' ? event : []))
    expect(steps[0]).toMatchObject({ stage: 'parting', done: 0, total: 0 })
    expect(steps.at(-1)).toMatchObject({ stage: 'measuring', done: 2 * USERS, total: 2 * USERS })
    const done = steps.map((step) => step.done)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(events.at(-1)?.type).toBe('done')
  })

  it('stops when told to, and keeps that it was stopped', async () => {
    const controller = new AbortController()
    const events: EvaluateRecommendEvent[] = []
    for await (const event of evaluateRecommend(
      bench,
      evaluateRecommendSchema.parse({ catalogue: 'dated', seed: 77 }),
      controller.signal,
    )) {
      events.push(event)
      controller.abort()
    }
    expect(events.filter(({ type }) => type === 'done')).toEqual([])
    const [run] = (await store.runs.all({ kind: 'recommend' })).filter(({ seed }) => seed === 77)
    expect(run).toMatchObject({ state: 'cancelled', metrics: [] })
  })

  it('stops when its reader leaves', async () => {
    const request = evaluateRecommendSchema.parse({ catalogue: 'dated', seed: 78 })
    const events = evaluateRecommend(bench, request, new AbortController().signal)
    expect(await events.next()).toMatchObject({ done: false, value: { stage: 'parting' } })
    await events.return()
    const [run] = (await store.runs.all({ kind: 'recommend' })).filter(({ seed }) => seed === 78)
    expect(run?.state).toBe('cancelled')
  })

  it.each([
    ['nobody has two products', { catalogue: 'single' }, 'BAD_INPUT'],
    ['the catalogue is not there', { catalogue: 'nowhere' }, 'NOT_FOUND'],
  ])('refuses: %s', async (...[, request, code]) => {
    await expect(evaluate(request)).rejects.toMatchObject({ code })
    const failed = (await store.runs.all()).filter(({ state }) => state === 'failed')
    expect(failed).toEqual([])
  })
})
