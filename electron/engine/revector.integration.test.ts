import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Embedder } from '../../models/embed/embedder'
import { bought, product, shopper } from '../store/fixtures'
import { openStore } from '../store/store'
import type { Catalogue, Store } from '../store/types'
import { ShelftalkError } from '../../shared/contract/errors'
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

async function importMine(titles: readonly string[]): Promise<void> {
  const staged = await store.beginImport('mine', { origin: 'mine.csv', currency: 'GBP' })
  const products = titles.map((title) => product(title.toLowerCase(), title))
  await staged.addProducts(
    products,
    products.map(({ title }) => embedderAlong(0).embed(title)),
  )
  await staged.addShoppers([shopper('s1', 'A B')])
  await staged.addInteractions([bought('s1', 'mug', 5)])
  await staged.commit()
}

/** The store with some of its methods replaced. */
const storeWith = (methods: Partial<Store>): Store => Object.assign(Object.create(store) as Store, methods)

beforeEach(async () => {
  folder = home()
  store = await openStore(folder)
  await importMine(['Lamp', 'Mug'])
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

it('makes a catalogue anew whose products have no columns to be narrowed down by, once', async () => {
  const embedder = embedderAlong(0)
  await ensureVectors(store, embedder)
  expect(await ensureVectors(store, embedder)).toEqual([])
  const { version } = (await store.catalogue('mine')).summary
  const catalogue: Store['catalogue'] = async (...which) => {
    const found = await store.catalogue(...which)
    const canFilter = async () => found.summary.version > version && found.canFilter()
    return Object.assign(Object.create(found) as Catalogue, { canFilter })
  }
  expect(await ensureVectors(storeWith({ catalogue }), embedder)).toEqual(['mine'])
  expect(await ensureVectors(storeWith({ catalogue }), embedder)).toEqual([])
  expect((await store.catalogue('mine')).summary).toMatchObject({ version: version + 1, products: 2 })
})

const versions = async () =>
  (await store.versions('mine')).map(({ version, products }) => [version, products])

it('leaves a catalogue alone that was imported anew meanwhile', async () => {
  const beginImport: Store['beginImport'] = async (...request) => {
    await importMine(['Lamp', 'Mug', 'Rug'])
    return store.beginImport(...request)
  }
  expect(await ensureVectors(storeWith({ beginImport }), embedderAlong(2))).toEqual([])
  expect(await versions()).toEqual([
    [2, 3],
    [1, 2],
  ])
  // Nothing is left locked.
  expect(await ensureVectors(store, embedderAlong(2))).toEqual(['mine'])
})

it.each([
  ['would be refused now', (products) => products.map((one) => ({ ...one, title: '' }))],
  ['cannot all be read', (products) => products.slice(1)],
] satisfies [string, (products: Awaited<ReturnType<Catalogue['products']>>) => typeof products][])(
  'makes no version without products that %s',
  async (_, change) => {
    const catalogue: Store['catalogue'] = async (name) => {
      const found = await store.catalogue(name)
      const products = async (ids: readonly string[]) => change(await found.products(ids))
      return Object.assign(Object.create(found) as Catalogue, { products })
    }
    expect(await ensureVectors(storeWith({ catalogue }), embedderAlong(2))).toEqual([])
    expect(await versions()).toEqual([[1, 2]])
  },
)

it('goes on past a catalogue that cannot be opened', async () => {
  const catalogues = async () => [
    { ...(await store.catalogue('mine')).summary, name: 'broken' },
    ...(await store.catalogues()),
  ]
  const catalogue: Store['catalogue'] = async (name) => {
    if (name === 'broken')
      throw new ShelftalkError('STORE_UNAVAILABLE', 'Its table is gone.', 'Import it again.')
    return store.catalogue(name)
  }
  expect(await ensureVectors(storeWith({ catalogues, catalogue }), embedderAlong(2))).toEqual(['mine'])
})
