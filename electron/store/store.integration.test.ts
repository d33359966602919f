import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@lancedb/lancedb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorld } from '../../datasets/world/read'
import type { Persona } from '../../shared/domain/persona'
import { along, bought, product, shopper } from './fixtures'
import { openStore } from './store'
import type { ImportMeta, Store } from './types'

const meta: ImportMeta = { origin: 'a test', currency: 'INR' }
const pack = product('pack', "Fenmoor Roll-top Pack, it's dry", {
  noun: 'backpack',
  stock: 0,
  facts: [
    { id: 'material', kind: 'material', text: 'waxed canvas', number: 'mass', source: { field: 'title' } },
  ],
})
const mug = product('mug', 'Orrin Mug', { rating: { mean: 4.5, count: 12 } })
const lamp = product('lamp', 'Brae Reading Lamp', { stock: 7 })

let home: string
let store: Store

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shelftalk-store-'))
  store = await openStore(home)
})
afterEach(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

const dataTables = async () => (await readdir(join(home, 'store'))).filter((name) => name.startsWith('cat.'))

async function importShop(into = store) {
  const staged = await into.beginImport('shop', meta)
  await staged.addProducts([pack, mug, lamp], [along(0), along(1), along(2)])
  await staged.addShoppers([shopper('s1', 'Asha Rao', ['trail running']), shopper('s2', "Bran O'Dea")])
  await staged.addInteractions([
    bought('s1', 'lamp', 2000),
    bought('s1', 'mug', 1000),
    bought('s2', 'lamp', 3000),
  ])
  return staged.commit()
}

/** Starts an import in another process and kills that process when half of it is written. */
async function killedImport(into: string) {
  const script = `
    const { openStore } = await import('./electron/store/store.ts')
    const { along, product } = await import('./electron/store/fixtures.ts')
    const staged = await (await openStore(process.argv[1])).beginImport('shop', { origin: 'a test', currency: 'INR' })
    const rows = Array.from({ length: 2000 }, (_, n) => product('p' + n, 'P ' + n))
    await staged.addProducts(rows, rows.map(() => along(0)))
    process.stdout.write('written')
    setInterval(() => undefined, 1000)`
  const root = join(import.meta.dirname, '../..')
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, into], {
    cwd: root,
  })
  const [first] = (await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')])) as [Buffer]
  expect(first.toString()).toBe('written')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('an import', () => {
  it('is visible after its commit, not before', async () => {
    const staged = await store.beginImport('shop', meta)
    expect(await staged.addProducts([pack], [along(0)])).toEqual([])
    expect(await store.catalogues()).toEqual([])
    await expect(store.catalogue()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const summary = await staged.commit()
    expect(summary).toMatchObject({
      name: 'shop',
      version: 1,
      products: 1,
      shoppers: 0,
      interactions: 0,
      invented: false,
    })
    expect(await store.catalogues()).toEqual([summary])
  })

  it('gives back every field of what was put in', async () => {
    await importShop()
    const shop = await store.catalogue('shop')
    expect(await shop.product('pack')).toEqual(pack)
    expect(await shop.shopper('s2')).toEqual(shopper('s2', "Bran O'Dea"))
    expect((await shop.products(['mug', 'nothing', 'pack'])).map((one) => one.id)).toEqual(['mug', 'pack'])
    await expect(shop.product("no'thing")).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('refuses what cannot be stored, naming row and field, and takes the rest', async () => {
    const staged = await store.beginImport('shop', meta)
    const rows = [
      mug,
      product('', 'No id'),
      product('bad', 'Bad', { stock: -3 }),
      product('mug', 'Twice'),
      lamp,
    ]
    const refused = await staged.addProducts(
      rows,
      rows.map(() => along(0)),
    )
    expect(refused.map(({ index, field }) => [index, field])).toEqual([
      [1, 'id'],
      [2, 'stock'],
      [3, 'id'],
    ])
    await staged.addShoppers([shopper('s1', 'Asha')])
    const faults = await staged.addInteractions([
      bought('s1', 'mug', 1),
      bought('s9', 'mug', 1),
      bought('s1', 'ghost', 1),
      bought('s1', 'mug', NaN),
    ])
    expect(faults.map(({ index, field }) => [index, field])).toEqual([
      [1, 'shopperId'],
      [2, 'productId'],
      [3, 'atMs'],
    ])
    expect(await staged.commit()).toMatchObject({ products: 2, shoppers: 1, interactions: 1 })
  })

  it('changes nothing when every row was refused, when aborted, or when its block is left', async () => {
    const before = await importShop()
    const tables = await dataTables()
    const empty = await store.beginImport('shop', meta)
    await empty.addProducts([product('', 'No id')], [along(0)])
    await expect(empty.commit()).rejects.toMatchObject({ code: 'IMPORT_REFUSED' })
    const cancelled = await store.beginImport('shop', meta)
    await cancelled.addProducts([mug], [along(0)])
    await cancelled.abort()
    {
      await using left = await store.beginImport('shop', meta)
      await left.addProducts([mug], [along(0)])
    }
    expect(await store.catalogues()).toEqual([before])
    expect((await dataTables()).sort()).toEqual(tables.sort())
    await expect(cancelled.commit()).rejects.toThrow('over')
  })

  it('is one at a time, in this process and beside another', async () => {
    const staged = await store.beginImport('shop', meta)
    const second = await openStore(home)
    await expect(second.beginImport('other', meta)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await staged.addProducts([mug], [along(0)])
    await staged.commit()
    expect((await second.catalogues()).map((one) => one.version)).toEqual([1])
    await second.close()
  })

  it('that crashed leaves the version before, and its leavings are swept', async () => {
    const before = await importShop()
    const tables = await dataTables()
    await killedImport(home)
    expect((await dataTables()).length).toBeGreaterThan(tables.length)
    const after = await openStore(home)
    expect(await after.catalogues()).toEqual([before])
    expect((await dataTables()).sort()).toEqual(tables.sort())
    await after.close()
  })

  it('behind a URI, where there is no lock, outlives that another opens the store', async () => {
    const uri = `file://${home}/shared`
    const mine = await openStore(uri)
    const staged = await mine.beginImport('shop', meta)
    const rows = Array.from({ length: 2000 }, (_, n) => product(`p${n}`, `P ${n}`))
    await staged.addProducts(
      rows,
      rows.map(() => along(0)),
    )
    await (await openStore(uri)).close()
    expect(await staged.commit()).toMatchObject({ products: 2000 })
    await mine.close()
  })

  it('may bring shoppers alone', async () => {
    await importShop()
    await expect(store.beginImport('none', { ...meta, keep: ['products'] })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
    const staged = await store.beginImport('shop', { ...meta, keep: ['products', 'interactions'] })
    await staged.addShoppers([shopper('s1', 'Asha Rao-Iyer')])
    expect(await staged.commit()).toMatchObject({ version: 2, products: 3, shoppers: 1, interactions: 3 })
    const shop = await store.catalogue('shop')
    expect((await shop.shopper('s1')).name).toBe('Asha Rao-Iyer')
    const { items } = await shop.searchProducts({ text: '', limit: 1, offset: 0 })
    expect(items.map((one) => one.id)).toEqual(['lamp'])
  })
})

describe('versions', () => {
  it('are kept to five, and an old one can come back', async () => {
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven']) {
      const staged = await store.beginImport('shop', meta)
      await staged.addProducts([product('p', title)], [along(0)])
      await staged.commit()
    }
    expect((await store.versions('shop')).map((one) => one.version)).toEqual([7, 6, 5, 4, 3])
    expect(await dataTables()).toHaveLength(20)
    expect((await store.rollBack('shop', 4)).version).toBe(8)
    expect((await (await store.catalogue('shop')).product('p')).title).toBe('Four')
    expect((await (await store.catalogue('shop', 7)).product('p')).title).toBe('Seven')
    await store.deleteCatalogue('shop')
    expect(await dataTables()).toEqual([])
    await expect(store.deleteCatalogue('shop')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('start again from the invented shop by default', async () => {
    await importShop()
    const staged = await store.beginImport('world', { ...meta, invented: true })
    await staged.addProducts([mug], [along(0)])
    await staged.commit()
    expect((await store.catalogues()).map((one) => one.name)).toEqual(['world', 'shop'])
    expect((await store.catalogue()).summary.name).toBe('world')
    await expect(store.beginImport('../x', meta)).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
})

describe('searching', () => {
  beforeEach(async () => void (await importShop()))

  it.each([
    ['nothing: by popularity', { text: '' }, ['lamp', 'mug', 'pack'], 3],
    ['a second page', { text: ' ', offset: 1, limit: 1 }, ['mug'], 3],
    ['a word of a fact, in another form', { text: 'WAXING' }, ['pack'], 1],
    ['part of a title', { text: 'readi' }, ['lamp'], 1],
    ['quotes and signs', { text: "it's (AND" }, ['pack'], 1],
    ['a quote alone', { text: "'" }, [], 0],
    ['no match', { text: 'zeppelin' }, [], 0],
    ['meaning alone', { text: '', vector: along(1, 0.3) }, ['mug', 'lamp', 'pack'], 3],
    [
      'meaning, and of two as near the one that has the word first',
      { text: 'lamp', vector: along(1, 0.705) },
      ['lamp', 'mug', 'pack'],
      3,
    ],
  ])('finds products by %s', async (_, search, ids, total) => {
    const shop = await store.catalogue('shop')
    const page = await shop.searchProducts({ limit: 10, offset: 0, ...search })
    expect({ ids: page.items.map((one) => one.id), total: page.total }).toEqual({ ids, total })
    const hits = await shop.rankProducts({ limit: 10, offset: 0, ...search })
    expect(hits.map((hit) => hit.id)).toEqual(ids)
  })

  it('finds the nearest with their cosine, and refuses a vector of another width', async () => {
    const shop = await store.catalogue('shop')
    const hits = await shop.nearest(along(1, 0.6), 2)
    expect(hits.map((hit) => [hit.id, Number(hit.score.toFixed(3))])).toEqual([
      ['mug', 0.8],
      ['lamp', 0.6],
    ])
    await expect(shop.nearest(new Float32Array(3), 2)).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })

  it.each([
    ['', ['s1', 's2'], 2],
    ["o'dea", ['s2'], 1],
    ['trail rao', ['s1'], 1],
    ['south', ['s1', 's2'], 2],
    ['rao dea', [], 0],
  ])('finds shoppers by "%s"', async (text, ids, total) => {
    const page = await (await store.catalogue('shop')).searchShoppers({ text, limit: 10, offset: 0 })
    expect({ ids: page.items.map((one) => one.id), total: page.total }).toEqual({ ids, total })
  })

  it('reads histories newest first and columns oldest first', async () => {
    const shop = await store.catalogue('shop')
    expect(await shop.historyOf('s1')).toEqual([bought('s1', 'lamp', 2000), bought('s1', 'mug', 1000)])
    expect(await shop.historyOf("stranger'")).toEqual([])
    const { ids, stock, vectors, dimensions, titles } = await shop.productColumns()
    expect([ids, titles, [...stock], dimensions]).toEqual([
      ['pack', 'mug', 'lamp'],
      [pack.title, mug.title, lamp.title],
      [0, -1, 7],
      4,
    ])
    expect([...vectors.subarray(4, 8)]).toEqual([...along(1)])
    const all = await shop.allInteractions()
    expect([...all.product].map((row) => ids[row])).toEqual(['mug', 'lamp', 'lamp'])
    expect([...all.shopper].map((row) => all.shoppers[row])).toEqual(['s1', 's1', 's2'])
    expect([[...all.atMs], [...all.kind]]).toEqual([
      [1000, 2000, 3000],
      [2, 2, 2],
    ])
  })
})

describe('personas and templates', () => {
  const persona: Persona = {
    id: 'p1',
    name: 'Asha',
    summary: '',
    interests: [],
    history: [],
    voice: 'warm',
    segments: {},
    locale: 'en-IN',
    currency: 'INR',
  }

  it('keeps personas, one an id', async () => {
    await store.savePersona({ ...persona, id: 'p2', name: 'Zoe' })
    await store.savePersona(persona)
    await store.savePersona({ ...persona, summary: 'Runs.' })
    expect(await store.personas()).toEqual([
      { ...persona, summary: 'Runs.' },
      { ...persona, id: 'p2', name: 'Zoe' },
    ])
    await store.deletePersona('p2')
    await expect(store.deletePersona('p2')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(store.savePersona({ ...persona, currency: 'rupees' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
    expect(await store.personas()).toHaveLength(1)
  })

  it('keeps every version of a template, also when saves meet', async () => {
    const first = await store.saveTemplate({ name: 'Shelf card', text: 'channel: card' })
    expect(first).toMatchObject({ id: 'shelf-card', name: 'Shelf card', version: 1, text: 'channel: card' })
    expect(await store.saveTemplate(first)).toEqual(first)
    const saved = await Promise.all(['a', 'b', 'c'].map((text) => store.saveTemplate({ ...first, text })))
    expect(saved.map((one) => one.version)).toEqual([2, 3, 4])
    expect((await store.saveTemplate({ name: 'Shelf card', text: '' })).id).toBe('shelf-card-2')
    expect((await store.templates()).map(({ id, version }) => [id, version])).toEqual([
      ['shelf-card', 4],
      ['shelf-card-2', 1],
    ])
    expect((await store.templateVersions('shelf-card')).map((one) => one.text)).toEqual([
      'c',
      'b',
      'a',
      'channel: card',
    ])
    await expect(store.saveTemplate({ name: ' ', text: '' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(store.templateVersions('none')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('survive closing', async () => {
    await store.savePersona(persona)
    await importShop()
    await store.close()
    store = await openStore(home)
    expect(await store.personas()).toEqual([persona])
    expect((await (await store.catalogue()).product('mug')).title).toBe('Orrin Mug')
  })
})

describe('a folder that is no store', () => {
  it('says so where it is a file, holds other things, is damaged or too new', async () => {
    const file = join(home, 'file')
    await writeFile(file, 'x')
    await expect(openStore(file)).rejects.toThrow('is a file')
    await expect(openStore(join(file, 'below'))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })

    const foreign = join(home, 'foreign')
    await mkdir(join(foreign, 'store'), { recursive: true })
    await writeFile(join(foreign, 'store', 'a-holiday.jpg'), 'x')
    await expect(openStore(foreign)).rejects.toThrow('holds other things, for example a-holiday.jpg')

    const later = join(home, 'later')
    await (await openStore(later)).close()
    const connection = await connect(join(later, 'store'))
    const format = await connection.openTable('format')
    await format.update({ document: `'{"format":2}'` })
    await expect(openStore(later)).rejects.toThrow('newer Shelftalk')

    const damaged = join(home, 'store', 'personas.lance', '_versions')
    for (const name of await readdir(damaged)) await truncate(join(damaged, name), 3)
    await expect(openStore(home)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })
})

it('takes the shop that ships, whole', async () => {
  const world = await readWorld()
  const staged = await store.beginImport('world', { origin: 'invented', currency: 'INR', invented: true })
  const vectors = world.products.map((_, n) => along(n % 4, (n % 10) / 10))
  expect(await staged.addProducts(world.products, vectors)).toEqual([])
  expect(await staged.addShoppers(world.shoppers)).toEqual([])
  expect(await staged.addInteractions(world.interactions)).toEqual([])
  const summary = await staged.commit()
  expect(summary).toMatchObject({
    products: world.products.length,
    shoppers: world.shoppers.length,
    interactions: world.interactions.length,
  })
  const shop = await store.catalogue('world')
  const first = world.products[0]
  expect(await shop.product(first?.id ?? '')).toEqual(first)
  expect((await shop.allInteractions()).product).toHaveLength(world.interactions.length)
  expect((await shop.typicalRanges()).size).toBeGreaterThan(10)
})
