import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@lancedb/lancedb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProductFilter } from '../../shared/domain/productFilter'
import { matchesProduct } from '../../shared/domain/productFilter'
import type { ProductSort, StockState } from '../../shared/domain/productSearch'
import { along, bought, product, shopper } from './fixtures'
import { openStore } from './store'
import type { Catalogue, Store } from './types'

const inr = (minor: number) => ({ price: { minor, currency: 'INR' } })
/** Popularity: lamp 15, mug 5, then those with ratings, then by id. */
const shelf = [
  product('pack', "Fenmoor Roll-top Pack, it's dry", {
    brand: "O'Dea",
    category: 'Bags > Backpacks',
    aisle: 'bags',
    noun: 'backpack',
    stock: 0,
    ...inr(400),
  }),
  product('tote', 'canvas Tote', { category: 'Bags', aisle: 'bags', noun: 'tote', stock: 3, ...inr(100) }),
  product('mug', 'Orrin Mug', {
    brand: 'Orrin',
    category: 'Bagsy > Mugs',
    aisle: 'kitchen',
    stock: 9,
    ...inr(250),
  }),
  product('lamp', 'Brae Reading Lamp', {
    brand: 'Brae',
    category: 'Light_ng',
    price: { minor: 90, currency: 'USD' },
  }),
  product('shade', '100%_wool Shade', { brand: 'Brae', category: 'Light_ng', rating: { mean: 4, count: 3 } }),
]

let home: string
let store: Store
let shop: Catalogue

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'shelftalk-browse-'))
  store = await openStore(home)
  const staged = await store.beginImport('shelf', { origin: 'a test', currency: 'INR' })
  await staged.addProducts(shelf, [along(0), along(0, 0.5), along(1), along(2), along(2, 0.5)])
  await staged.addShoppers([shopper('s', 'Asha')])
  const events = ['lamp', 'mug', 'lamp', 'lamp'].map((id, at) => bought('s', id, at + 1))
  await staged.addInteractions(events)
  await staged.commit()
  shop = await store.catalogue('shelf')
})
afterAll(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

const found = async (search: Partial<Parameters<Catalogue['searchProducts']>[0]>) => {
  const { items, total } = await shop.searchProducts({ text: '', limit: 10, offset: 0, ...search })
  return [items.map(({ id }) => id).join(' '), total]
}

describe('narrowing down', () => {
  const filters: readonly ProductFilter[] = [
    {},
    { ids: ['mug', 'none', "it's"] },
    { title: "IT'S" },
    { title: '100%_W' },
    { title: '%' },
    { brands: ["O'Dea", 'Orrin'] },
    { categories: ['Bags'] },
    { categories: ['Bags > Backpacks', 'Light_ng'] },
    { categories: ['Light%ng'] },
    { nouns: ['tote'] },
    { aisles: ['bags', 'kitchen'], priceMinor: { min: 100, max: 250 } },
    { priceMinor: { min: 50 } },
    { priceMinor: { max: 250 } },
    { priceMinor: {} },
    { brands: ['Brae'], title: 'lamp' },
  ]
  it.each(filters)('%j is the same to the database as to everybody else', async (filter) => {
    const meant = shelf.filter((one) => matchesProduct(filter, one, 'INR')).map(({ id }) => id)
    const { items, total } = await shop.searchProducts({ text: '', limit: 10, offset: 0, filter })
    expect(items.map(({ id }) => id).sort()).toEqual(meant.sort())
    expect(total).toBe(meant.length)
    expect(await shop.countProducts(filter)).toBe(meant.length)
  })
  it.each<[readonly StockState[], string]>([
    [['in'], 'mug tote'],
    [['out'], 'pack'],
    [['unknown'], 'lamp shade'],
    [['out', 'unknown'], 'lamp shade pack'],
    [[], 'lamp mug shade pack tote'],
  ])('stock %j', async (stock, ids) => {
    expect((await found({ stock }))[0]).toBe(ids)
  })
})

describe('order', () => {
  it.each<[ProductSort, string]>([
    ['relevance', 'lamp mug shade pack tote'],
    ['popularity', 'lamp mug shade pack tote'],
    ['cheapest', 'lamp tote mug pack shade'],
    ['dearest', 'pack mug tote lamp shade'],
    ['title', 'shade lamp tote pack mug'],
  ])('%s', async (sort, ids) => {
    expect(await found({ sort })).toEqual([ids, 5])
    // Pages join without a gap, narrowed down or not.
    const pages = [0, 2, 4].map(async (offset) => (await found({ sort, offset, limit: 2 }))[0])
    expect((await Promise.all(pages)).join(' ')).toBe(ids)
    const bags = ids.split(' ').filter((id) => id === 'pack' || id === 'tote')
    expect(await found({ sort, filter: { aisles: ['bags'] }, limit: 1, offset: 1 })).toEqual([bags[1], 2])
  })
  it('of what is searched for is by words and meaning, and what is far comes first in no other order', async () => {
    const vector = along(0)
    expect(await found({ text: 'mug' })).toEqual(['mug', 1])
    // The shade is near nothing of this and the lamp neither; the tote is (cosine .87).
    expect((await found({ text: 'pack', vector, sort: 'cheapest' }))[0]).toBe('tote pack')
    expect((await found({ text: 'pack', vector, sort: 'popularity' }))[0]).toBe('pack tote')
    expect((await found({ text: 'pack', vector, filter: { nouns: ['tote'] } }))[0]).toBe('tote')
    expect((await found({ text: 'lam', filter: { brands: ['Brae'] } }))[0]).toBe('lamp')
    expect(await found({ text: 'lam', filter: { brands: ['Orrin'] } })).toEqual(['', 0])
  })
})

describe('facets', () => {
  it('count what each choice would leave', async () => {
    expect(await shop.productFacets({ text: '' })).toEqual({
      aisles: [
        { value: 'bags', count: 2 },
        { value: 'kitchen', count: 1 },
        { value: 'general', count: 2 },
      ],
      brands: [
        { value: 'Brae', count: 2 },
        { value: "O'Dea", count: 1 },
        { value: 'Orrin', count: 1 },
      ],
      categories: [
        { value: 'Bags', count: 2 },
        { value: 'Bags > Backpacks', count: 1 },
        { value: 'Bagsy', count: 1 },
        { value: 'Bagsy > Mugs', count: 1 },
        { value: 'Light_ng', count: 2 },
      ],
      stock: [
        { value: 'in', count: 2 },
        { value: 'out', count: 1 },
        { value: 'unknown', count: 2 },
      ],
      price: { min: 100, max: 400, currency: 'INR' },
    })
  })
  it('count a column over what the other columns leave, not over its own choice', async () => {
    const facets = await shop.productFacets({ text: '', filter: { aisles: ['bags'] }, stock: ['in'] })
    expect(facets.aisles).toEqual([
      { value: 'bags', count: 1 },
      { value: 'kitchen', count: 1 },
    ])
    expect(facets.stock).toEqual([
      { value: 'in', count: 1 },
      { value: 'out', count: 1 },
    ])
    expect(facets.brands).toEqual([])
    expect(facets.price).toEqual({ min: 100, max: 100, currency: 'INR' })
  })
  it('count what the list then shows, also of a search by meaning', async () => {
    const search = { text: 'pack', vector: along(0) }
    for (const { value, count } of (await shop.productFacets(search)).brands)
      expect((await found({ ...search, filter: { brands: [value] } }))[1]).toBe(count)
    const { aisles } = await shop.productFacets({ ...search, stock: ['in'] })
    expect(aisles.map(({ count }) => count)).toEqual([1, 1])
  })
  it('count among what a search finds, or what else it is narrowed down by', async () => {
    expect((await shop.productFacets({ text: 'mug' })).brands).toEqual([{ value: 'Orrin', count: 1 }])
    expect((await shop.productFacets({ text: '', filter: { title: 'brae' } })).brands).toEqual([
      { value: 'Brae', count: 1 },
    ])
    expect((await shop.productFacets({ text: '', filter: { title: 'nothing' } })).price).toBeUndefined()
  })
})

it('says so where a catalogue of before has no columns to be narrowed down by', async () => {
  const staged = await store.beginImport('old', { origin: 'a test', currency: 'INR' })
  await staged.addProducts(
    shelf,
    shelf.map(() => along(0)),
  )
  await staged.commit()
  const connection = await connect(join(home, 'store'))
  const names = await connection.tableNames()
  const table = await connection.openTable(names.find((name) => /^cat\.old\..*products$/.test(name)) ?? '')
  await table.dropColumns(['heading', 'brand', 'category', 'aisle', 'price', 'currency'])
  connection.close()
  const old = await store.catalogue('old')
  expect([await old.canFilter(), await shop.canFilter()]).toEqual([false, true])
  const page = { text: '', limit: 1, offset: 0 }
  expect((await old.searchProducts(page)).total).toBe(5)
  for (const asked of [
    old.searchProducts({ ...page, filter: { brands: ['Brae'] } }),
    old.searchProducts({ ...page, sort: 'title' }),
    old.productFacets({ text: '' }),
  ])
    await expect(asked).rejects.toMatchObject({ code: 'BAD_INPUT' })
})
