/** Sets of files through to the store: all that is good in one commit, every refusal counted with its file, or nothing. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { garbage, LINED_FORMATS } from '../../datasets/importers/sets/garbage'
import type { Contents } from '../../datasets/importers/sets/garbage'
import { scratch } from '../../datasets/importers/testing'
import type { Embedder } from '../../models/embed/embedder'
import type { ImportEvent } from '../../shared/contract/events'
import { along } from '../store/fixtures'
import { openStore } from '../store/store'
import type { Store } from '../store/types'
import { importCatalogue } from './importing'

const files = scratch()
afterAll(files.remove)

/** Every text means the same: what words mean is not asked here. */
const embedder: Embedder = { dimensions: 4, embed: () => along(0), knows: () => true }
let home: string
let store: Store

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shelftalk-sets-'))
  store = await openStore(home)
})
afterEach(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

async function imported(
  contents: Contents,
  signal = new AbortController().signal,
): Promise<readonly ImportEvent[]> {
  const events: ImportEvent[] = []
  const request = { path: files.folder(contents), name: 'mine' }
  for await (const event of importCatalogue({ store, embedder }, request, signal)) events.push(event)
  return events
}

/** Rows read, and what became of them. */
function outcome(events: readonly ImportEvent[]) {
  const rows = events.flatMap((event) => (event.type === 'progress' ? [event.rows] : [])).at(-1)
  const result = events.flatMap((event) => (event.type === 'done' ? [event.result] : [])).at(-1)
  if (rows === undefined || result === undefined) throw new Error('The import did not end')
  return { rows, result }
}

const good: Contents = {
  'products.csv': 'ProductKey,ProductName,Price\n1,Oak Table,10\n2,Pine Desk,20\n',
  'customers.csv': 'CustomerKey,FirstName,Gender\nc1,Ann,F\nc2,Bo,M\n',
  'orders.csv':
    'OrderDate,OrderNumber,CustomerKey,ProductKey\n2019-01-01,o1,c1,1\n2019-01-02,o2,c2,1\n2019-01-03,o3,c1,9\n',
}

describe('a set of files', () => {
  it('becomes one version with shoppers and their history', async () => {
    const { rows, result } = outcome(await imported(good))
    expect([rows, result]).toEqual([
      7,
      {
        catalogue: 'mine',
        version: 1,
        products: 2,
        shoppers: 2,
        interactions: 2,
        refused: [{ file: 'orders.csv', row: 4, field: 'ProductKey', reason: 'there is no product "9"' }],
        refusedTotal: 1,
        ms: result.ms,
        currency: expect.objectContaining({ code: 'USD', how: 'default' }) as unknown,
      },
    ])
    const catalogue = await store.catalogue('mine')
    expect(await catalogue.historyOf('c1')).toEqual([
      { shopperId: 'c1', productId: '1', kind: 'purchase', atMs: Date.UTC(2019, 0, 1) },
    ])
    expect((await catalogue.shopper('c2')).segments).toEqual({ gender: 'man' })
  })

  it.each(LINED_FORMATS)('of garbage (%s) is accounted for to the last row', async (format) => {
    const { rows, result } = outcome(await imported(garbage(format, 1200, 11)))
    const catalogue = await store.catalogue('mine')
    // Shoppers without a row of their own, rows that went into products: where the format has neither, the sums are equal.
    const kept = result.products + result.interactions + result.refusedTotal
    if (format === 'tables' || format === 'movielens-100k' || format === 'movielens-1m')
      expect(kept + result.shoppers).toBe(rows)
    else if (format !== 'retailrocket') expect(kept).toBe(rows)
    else expect(kept).toBeLessThan(rows)
    expect(result.refusedTotal).toBeGreaterThan(0)
    expect(result.refused.every(({ file }) => file !== undefined)).toBe(true)
    expect(catalogue.summary).toMatchObject({
      products: result.products,
      shoppers: result.shoppers,
      interactions: result.interactions,
    })
    expect((await catalogue.allInteractions()).product.length).toBe(result.interactions)
  })

  it.each([0, 3000])('that stops being readable after %d rows changes nothing', async (rows) => {
    await imported(good)
    const more = Array.from({ length: rows }, (_, at) => `2019-02-01,n${at},c1,2\n`).join('')
    const orders = `${good['orders.csv'] ?? ''}${more}"2019-02-02,o5,c1,2\n`
    await expect(imported({ ...good, 'orders.csv': orders })).rejects.toThrow(/never closed/)
    const versions = await store.versions('mine')
    expect(versions.map(({ version, interactions }) => [version, interactions])).toEqual([[1, 2]])
  })

  it('whose dates can be read both ways changes nothing', async () => {
    const orders = 'OrderDate,OrderNumber,CustomerKey,ProductKey\n01/02/2019,o1,c1,1\n'
    await expect(imported({ ...good, 'orders.csv': orders })).rejects.toThrow(/can be read both ways/)
    expect(await store.versions('mine')).toEqual([])
  })

  it('that is stopped changes nothing', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(imported(good, stop.signal)).rejects.toThrow()
    expect(await store.versions('mine')).toEqual([])
  })
})
