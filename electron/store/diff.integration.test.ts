import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Product } from '../../shared/domain/catalogue'
import type { FactKind } from '../../shared/domain/facts'
import { fieldChanges, pageOf } from './diff'
import { along, product } from './fixtures'
import { openStore } from './store'
import type { Store } from './types'

const fact = (id: string, kind: FactKind, text: string) => ({
  id,
  kind,
  text,
  number: 'mass' as const,
  source: { field: 'title' },
})

describe('fields that differ', () => {
  const before = product('p', 'Pack', {
    price: { minor: 499000, currency: 'INR' },
    stock: 1200,
    facts: [fact('material', 'material', 'canvas'), fact('size', 'size', '30 cm')],
    source: { title: 'Pack', price: '4990' },
  })
  const after = product('p', 'Pack', {
    brand: 'Fenmoor',
    stock: 0,
    rating: { mean: 4.5, count: 1200 },
    facts: [fact('material', 'material', 'waxed canvas'), fact('feature.1', 'feature', 'hidden pocket')],
    source: { title: 'Pack', maker: 'Fenmoor' },
  })
  it('are columns, facts and the row', () => {
    expect(
      fieldChanges(before, after).map(({ part, field, label, ...sides }) => [part, field, label, sides]),
    ).toEqual([
      ['column', 'brand', 'Brand', { after: 'Fenmoor' }],
      ['column', 'price', 'Price', { before: '₹4,990' }],
      ['column', 'stock', 'In stock', { before: '1,200', after: '0' }],
      ['column', 'rating', 'Rating', { after: '4.5 of 5 (1,200)' }],
      ['fact', 'material', 'Material', { before: 'canvas', after: 'waxed canvas' }],
      ['fact', 'size', 'Size', { before: '30 cm' }],
      ['fact', 'feature.1', 'Feature', { after: 'hidden pocket' }],
      ['source', 'price', 'price', { before: '4990' }],
      ['source', 'maker', 'maker', { after: 'Fenmoor' }],
    ])
    expect(fieldChanges(before, before)).toEqual([])
  })
  it('show the stretch of a long value that differs', () => {
    const long = (end: string) => product('p', 'Pack', { description: `${'a'.repeat(2000)}${end}` })
    const [change] = fieldChanges(long('old'), long('new'))
    expect(change?.before).toBe(`…${'a'.repeat(80)}old`)
    expect(change?.after).toBe(`…${'a'.repeat(80)}new`)
  })
})

describe('a page', () => {
  const fates = { added: ['a', 'b'], removed: ['c'], changed: ['d', 'e', 'f'], same: 9 }
  const page = (offset: number, limit: number) =>
    pageOf(fates, { offset, limit }).ids.map(({ id, fate }) => `${id} ${fate}`)
  it('goes through the fates one after the other', () => {
    expect(page(0, 4)).toEqual(['a added', 'b added', 'c removed', 'd changed'])
    expect(page(1, 2)).toEqual(['b added', 'c removed'])
    expect(page(4, 9)).toEqual(['e changed', 'f changed'])
    expect(page(6, 9)).toEqual([])
    expect(pageOf(fates, { fate: 'changed', offset: 2, limit: 9 })).toEqual({
      ids: [{ id: 'f', fate: 'changed' }],
      total: 3,
    })
  })
})

describe('versions', () => {
  let home: string
  let store: Store
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'shelftalk-diff-'))
    store = await openStore(home)
  })
  afterEach(async () => {
    await store.close()
    await rm(home, { recursive: true, force: true })
  })
  const bring = async (products: readonly Product[], request?: Readonly<Record<string, unknown>>) => {
    const meta = { origin: 'a test', currency: 'INR', ...(request ? { requests: [request] } : {}) }
    const staged = await store.beginImport('mine', meta)
    await staged.addProducts(
      products,
      products.map(() => along(0)),
    )
    return staged.commit()
  }
  const mug = product('mug', 'Mug', { stock: 3 })
  const [lamp, pack] = [product('lamp', 'Lamp'), product('pack', 'Pack')]
  const diff = async (before: number, after: number) => {
    const { counts, items } = await store.diffVersions('mine', { before, after }, { limit: 10, offset: 0 })
    return {
      counts,
      items: items.map(({ id, fate, fields }) => [id, fate, fields.map(({ label }) => label)]),
    }
  }

  it('are compared both ways, and with themselves', async () => {
    await bring([mug, lamp])
    await bring([pack, { ...mug, stock: 2, title: 'A mug' }])
    expect(await diff(1, 2)).toEqual({
      counts: { added: 1, removed: 1, changed: 1, same: 0 },
      items: [
        ['pack', 'added', []],
        ['lamp', 'removed', []],
        ['mug', 'changed', ['Title', 'In stock']],
      ],
    })
    expect((await diff(2, 1)).items).toEqual([
      ['lamp', 'added', []],
      ['pack', 'removed', []],
      ['mug', 'changed', ['Title', 'In stock']],
    ])
    expect(await diff(2, 2)).toEqual({ counts: { added: 0, removed: 0, changed: 0, same: 2 }, items: [] })
    await expect(diff(1, 9)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  it('that were gone back to hold what they held, and going forward again undoes it', async () => {
    await bring([mug, lamp])
    await bring([mug])
    expect(await store.rollBack('mine', 1)).toMatchObject({ version: 3, products: 2 })
    expect((await store.catalogue('mine')).summary.version).toBe(3)
    expect((await diff(1, 3)).counts).toEqual({ added: 0, removed: 0, changed: 0, same: 2 })
    expect((await diff(2, 3)).items).toEqual([['lamp', 'added', []]])
    expect(await store.rollBack('mine', 2)).toMatchObject({ version: 4, products: 1 })
    expect(
      (await (await store.catalogue('mine')).searchProducts({ text: '', limit: 9, offset: 0 })).total,
    ).toBe(1)
  })
  it('remember what they were imported with, also after going back and beside parts that stay', async () => {
    await bring([mug], { path: 'first.csv' })
    await bring([mug, lamp], { path: 'second.csv', map: { title: 'Name' } })
    expect(await store.importRequests('mine')).toEqual([{ path: 'second.csv', map: { title: 'Name' } }])
    await store.rollBack('mine', 1)
    expect(await store.importRequests('mine')).toEqual([{ path: 'first.csv' }])
    const users = await store.beginImport('mine', {
      origin: 'a test',
      currency: 'INR',
      keep: ['products', 'interactions'],
      requests: [{ path: 'users.json' }],
    })
    await users.commit()
    expect(await store.importRequests('mine')).toEqual([{ path: 'first.csv' }, { path: 'users.json' }])
    expect(await store.importRequests('mine', 2)).toEqual([{ path: 'second.csv', map: { title: 'Name' } }])
    await bring([mug])
    expect(await store.importRequests('mine')).toEqual([])
  })
})
