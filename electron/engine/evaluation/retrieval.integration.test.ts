import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedder } from '../../../models/embed/embedder'
import { product } from '../../store/fixtures'
import { mean } from '../../../models/metrics/summary'
import { openStore } from '../../store/store'
import type { Catalogue, Store } from '../../store/types'
import { Finder } from '../finder'
import { findResources } from '../resources'
import { ensureShop } from '../shop'
import type { RetrievalBench } from './retrieval'
import { evaluateRetrieval } from './retrieval'

const never = new AbortController().signal

describe('the evaluation of the search', () => {
  const home = mkdtempSync(join(tmpdir(), 'shelftalk-retrieval-'))
  const resources = findResources(import.meta.dirname)
  const embedder = openEmbedder(resources.embedder)
  let store: Store
  let bench: RetrievalBench

  beforeAll(async () => {
    store = await openStore(home)
    await ensureShop(store, embedder, resources.shop)
    bench = { store, embedder, finder: new Finder(embedder) }
  })

  afterAll(async () => {
    await store.close()
    rmSync(home, { recursive: true })
  })

  it('finds over the invented shop that words and meaning together beat either, not by chance', async () => {
    const found = await evaluateRetrieval(bench, { seed: 1, keep: false }, never)
    expect(await store.runs.all()).toEqual([])
    expect(found).toMatchObject({ catalogue: 'shop', queries: 305 })
    expect(found.systems.map(({ system }) => system)).toEqual(['words', 'meaning', 'hybrid'])
    for (const { ndcg10, recall10, mrr10 } of found.systems)
      for (const { mean, low, high } of [ndcg10, recall10, mrr10])
        expect([low < mean, mean < high, high <= 1]).toEqual([true, true, true])
    for (const { gain, p } of found.comparisons) {
      expect(gain).toBeGreaterThan(0)
      expect(p).toBeLessThan(0.01)
    }
    expect(found.worst[0]?.ndcg10).toBeLessThanOrEqual(found.worst[1]?.ndcg10 ?? 0)
  })

  it('is kept as a run with a value a query, whose means are the figures', async () => {
    const { run: id = '', systems, queries } = await evaluateRetrieval(bench, { seed: 1, keep: true }, never)
    const run = await store.runs.one(id)
    expect(run).toMatchObject({
      ...{ kind: 'retrieval', state: 'finished', seed: 1, app: '0.1.0' },
      catalogue: { name: 'shop', invented: true },
      params: { queries, depth: 10 },
    })
    expect(run.ms).toBeGreaterThan(0)
    const values = await store.runs.values(id)
    for (const { system, ndcg10 } of systems) {
      const figure = run.metrics.find(({ name, of }) => name === 'ndcg@10' && of === system)
      const { mean: value, low, high } = ndcg10
      expect(figure).toEqual({
        ...{ name: 'ndcg@10', of: system, n: queries, better: 'higher' },
        value,
        low,
        high,
      })
      const own = values.find(({ metric, of }) => metric === 'ndcg@10' && of === system)
      expect(new Set(own?.keys).size).toBe(queries)
      expect(mean([...(own?.values ?? [])])).toBeCloseTo(value, 12)
    }
  })

  it('stops between two queries when told to, and keeps that it was stopped', async () => {
    const stopping = new AbortController()
    const catalogue = await store.catalogue()
    let asked = 0
    const rankProducts: Catalogue['rankProducts'] = (search) => {
      asked += 1
      stopping.abort()
      return catalogue.rankProducts(search)
    }
    const watching = Object.create(catalogue, { rankProducts: { value: rankProducts } }) as Catalogue
    const watched = { ...bench, store: { catalogue: async () => watching, runs: store.runs } }
    await expect(evaluateRetrieval(watched, { seed: 5, keep: true }, stopping.signal)).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(asked).toBe(1)
    const [run] = (await store.runs.all()).filter(({ seed }) => seed === 5)
    expect(run?.state).toBe('cancelled')
  })

  it('refuses a catalogue that nobody judged queries for', async () => {
    const staged = await store.beginImport('mine', { origin: 'made up', currency: 'GBP' })
    await staged.addProducts([product('lamp', 'Lamp')], [embedder.embed('lamp')])
    await staged.commit()
    const before = await store.runs.all()
    const request = { catalogue: 'mine', seed: 1, keep: true }
    await expect(evaluateRetrieval(bench, request, never)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    expect(await store.runs.all()).toEqual(before)
  })
})
