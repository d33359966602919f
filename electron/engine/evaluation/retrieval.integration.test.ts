import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedder } from '../../../models/embed/embedder'
import { product } from '../../store/fixtures'
import { openStore } from '../../store/store'
import type { Store } from '../../store/types'
import { Finder } from '../finder'
import { findResources } from '../resources'
import { ensureShop } from '../shop'
import type { RetrievalBench } from './retrieval'
import { evaluateRetrieval } from './retrieval'

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
    const found = await evaluateRetrieval(bench, { seed: 1 })
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

  it('refuses a catalogue that nobody judged queries for', async () => {
    const staged = await store.beginImport('mine', { origin: 'made up', currency: 'GBP' })
    await staged.addProducts([product('lamp', 'Lamp')], [embedder.embed('lamp')])
    await staged.commit()
    await expect(evaluateRetrieval(bench, { catalogue: 'mine', seed: 1 })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
  })
})
