import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Embedder } from '../../models/embed/embedder'
import { bought, product, shopper } from '../store/fixtures'
import { openStore } from '../store/store'
import type { Store } from '../store/types'
import { ensureVectors } from './revector'

/** Embeds by the number of letters, along `axis` and the next. */
const embedderAlong = (axis: number, dimensions = 4): Embedder => ({
  dimensions,
  knows: () => true,
  embed: (text) => {
    const vector = new Float32Array(dimensions)
    vector[axis] = Math.cos(text.length / 100)
    vector[(axis + 1) % dimensions] = Math.sin(text.length / 100)
    return vector
  },
})

const home = () => mkdtempSync(join(tmpdir(), 'shelftalk-revector-'))
let folder: string
let store: Store

beforeEach(async () => {
  folder = home()
  store = await openStore(folder)
  const staged = await store.beginImport('mine', { origin: 'mine.csv', currency: 'GBP' })
  const products = [product('lamp', 'Lamp'), product('mug', 'Enamel Mug')]
  await staged.addProducts(
    products,
    products.map(({ title }) => embedderAlong(0).embed(title)),
  )
  await staged.addShoppers([shopper('s1', 'A B')])
  await staged.addInteractions([bought('s1', 'mug', 5)])
  await staged.commit()
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

it.each([
  ['another table', embedderAlong(2)],
  ['another width', embedderAlong(0, 6)],
])('embeds a catalogue anew for %s, once, and keeps all else', async (_, embedder) => {
  const seen: string[] = []
  expect(await ensureVectors(store, embedder, (name) => seen.push(name))).toEqual(['mine'])
  expect(seen).toEqual(['mine'])
  expect(await ensureVectors(store, embedder)).toEqual([])
  const mine = await store.catalogue('mine')
  expect(mine.summary).toMatchObject({
    version: 2,
    products: 2,
    interactions: 1,
    origin: 'mine.csv',
    currency: 'GBP',
  })
  expect((await mine.historyOf('s1')).map(({ productId }) => productId)).toEqual(['mug'])
  expect((await mine.productColumns()).dimensions).toBe(embedder.dimensions)
})
