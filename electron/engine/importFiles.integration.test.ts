/** Files of every format through to the store: all that is good in one commit, every refusal counted, or nothing; and what is remembered of them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GARBAGE_FORMATS, garbageFile } from '../../datasets/importers/garbage'
import { scratch } from '../../datasets/importers/testing'
import type { Embedder } from '../../models/embed/embedder'
import type { ImportEvent } from '../../shared/contract/events'
import { along } from '../store/fixtures'
import { openStore } from '../store/store'
import type { Store } from '../store/types'
import { importCatalogue, nameOf } from './importing'
import { Mappings } from './previews/mappings'
import { previewImport } from './previews/preview'

const files = scratch()
afterAll(files.remove)

/** Every text means the same: what words mean is not asked here. */
const embedder: Embedder = { dimensions: 4, embed: () => along(0), knows: () => true }
let home: string
let store: Store
let mappings: Mappings

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shelftalk-files-'))
  store = await openStore(home)
  mappings = new Mappings(join(home, 'mappings.json'))
})
afterEach(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

async function imported(content: string | Uint8Array, map?: Record<string, string>) {
  const events: ImportEvent[] = []
  const request = { path: files.write('shop', content), name: 'mine', ...(map ? { map } : {}) }
  const { signal } = new AbortController()
  for await (const event of importCatalogue({ store, embedder, mappings }, request, signal))
    events.push(event)
  const rows = events.flatMap((event) => (event.type === 'progress' ? [event.rows] : [])).at(-1)
  const result = events.flatMap((event) => (event.type === 'done' ? [event.result] : [])).at(-1)
  if (!result) throw new Error('The import did not end')
  return { rows, result }
}

const versions = async () =>
  (await store.versions('mine')).map(({ version, products }) => [version, products])

describe('an import of a file', () => {
  it.each(GARBAGE_FORMATS)('of garbage (%s) is accounted for to the last row', async (format) => {
    const { rows, result } = await imported(garbageFile(format, 600, 5))
    expect(rows).toBe(600)
    expect(result.refusedTotal).toBeGreaterThan(0)
    if (format === 'shopify') expect(result.products + result.refusedTotal).toBeLessThan(600)
    else expect(result.products + result.refusedTotal).toBe(600)
    expect(await versions()).toEqual([[1, result.products]])
  })

  const good = 'id,title,price\n1,Oak Table,£1\n2,Pine Desk,£2\n'
  const many = (row: string) => row.repeat(900)
  it.each<[string, string | Uint8Array, RegExp]>([
    ['CSV', `${good}${many('"x",Elm Chair,3\n')}"4,Fir Box,4\n`, /never closed/],
    [
      'JSON lines',
      `{"title":"Oak Table","price":1}\n${many('{"title":"Elm Chair","price":1}\n')}${'x'.repeat(1_100_000)}`,
      /a line longer than/,
    ],
    [
      'JSON',
      `[{"title":"Oak Table","price":1},{"title":"${'x'.repeat(5_000_000)}`,
      /cannot be read after record 1/,
    ],
    [
      'a feed',
      `<rss><channel><item><title>Oak Table</title><price>1</price></item><!--${'x'.repeat(5_000_000)}`,
      /cannot be read after item 1/,
    ],
    ['Parquet', garbageFile('parquet', 9000, 1), /stops being readable after row 5000/],
  ])('of %s that stops being readable changes nothing', async (_, content, problem) => {
    await imported(good)
    // A file of bytes is spoilt towards its end, in its second stretch of rows.
    const spoilt =
      typeof content === 'string' ? content : content.slice().fill(255, content.length / 2 + 20_000, -4000)
    await expect(imported(spoilt)).rejects.toThrow(problem)
    expect(await versions()).toEqual([[1, 2]])
  })

  it.each([
    ['Products (unclean).csv', 'products-unclean'],
    ['shop.parquet', 'shop'],
    ['winter.jsonl.gz', 'winter'],
    ['Großer Laden.zip', 'gro-er-laden'],
    ['.csv', 'import'],
  ])('of %s is called %s', (file, name) => {
    expect(nameOf(join('some', 'folder', file))).toBe(name)
  })

  it('says how its currency was found', async () => {
    expect((await imported(good)).result.currency).toMatchObject({ code: 'GBP', how: 'prices', sure: true })
    expect((await store.catalogue('mine')).summary.currency).toBe('GBP')
  })

  it('is remembered by its header, with its mapping, for the next of its kind', async () => {
    const look = async (content: string) => {
      const path = files.write('next.csv', content)
      return (await previewImport({ path }, mappings)).remembered
    }
    const table = 'nr;artikel;preis\n1;Oak Table;2,50\n'
    expect(await look(table)).toBeUndefined()
    const map = { title: 'artikel', price: 'preis' }
    await imported(table, map)
    expect(await look('nr;artikel;preis\n7;Elm Chair;3,50\n')).toEqual({ map, name: 'mine' })
    expect(await look('nr;preis;artikel\n7;3,50;Elm Chair\n')).toBeUndefined()
    await expect(imported('nr;artikel;preis\n1;"Oak', map)).rejects.toThrow()
    expect(await look(table)).toEqual({ map, name: 'mine' })
  })
})
