import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@lancedb/lancedb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RuleDraft } from '../../shared/contract/ruleSchemas'
import { along, product } from './fixtures'
import { openStore } from './store'
import type { Store } from './types'

let home: string
let store: Store

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shelftalk-rules-'))
  store = await openStore(home)
})
afterEach(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

const draft = (name: string, more: Partial<RuleDraft> = {}): RuleDraft => ({
  name,
  enabled: true,
  products: { brands: ['Orrin'] },
  action: { kind: 'boost', factor: 2 },
  ...more,
})
const ids = async (catalogue = 'mine') => (await store.rules.of(catalogue)).rules.map(({ id }) => id)

describe('rules', () => {
  it('are kept per catalogue, in order, over a restart', async () => {
    const sale = await store.rules.save('mine', draft('Monsoon sale!'))
    expect(sale).toEqual({ ...draft('Monsoon sale!'), id: 'monsoon-sale' })
    await store.rules.save('mine', draft('Monsoon Sale'))
    await store.rules.save('other', draft('Hero'))
    await store.close()
    store = await openStore(home)
    expect(await ids()).toEqual(['monsoon-sale', 'monsoon-sale-2'])
    expect(await ids('other')).toEqual(['hero'])
    expect(await store.rules.of('none')).toEqual({ version: 0, rules: [] })
  })
  it('are changed in their place, and what does not change makes no version', async () => {
    await store.rules.save('mine', draft('A'))
    await store.rules.save('mine', draft('B'))
    await store.rules.save('mine', draft('A, off', { id: 'a', enabled: false }))
    const { version, rules } = await store.rules.of('mine')
    expect([version, rules.map(({ name }) => name)]).toEqual([3, ['A, off', 'B']])
    await store.rules.save('mine', draft('A, off', { id: 'a', enabled: false }))
    expect((await store.rules.of('mine')).version).toBe(3)
  })
  it('are deleted and brought back where they stood, as they last were', async () => {
    for (const name of ['A', 'B', 'C']) await store.rules.save('mine', draft(name))
    await store.rules.save('mine', draft('B', { id: 'b', enabled: false }))
    await store.rules.remove('mine', 'b')
    await store.rules.remove('mine', 'a')
    expect(await ids()).toEqual(['c'])
    expect((await store.rules.deleted('mine')).map(({ id, enabled }) => [id, enabled])).toEqual([
      ['a', true],
      ['b', false],
    ])
    await store.rules.restore('mine', 'a')
    await store.rules.restore('mine', 'b')
    expect(await ids()).toEqual(['a', 'b', 'c'])
    expect(await store.rules.deleted('mine')).toEqual([])
    // The name of a deleted rule is not given to another, for that one could then not come back.
    await store.rules.remove('mine', 'c')
    expect((await store.rules.save('mine', draft('C'))).id).toBe('c-2')
  })
  it('are put in order', async () => {
    for (const name of ['A', 'B', 'C']) await store.rules.save('mine', draft(name))
    await store.rules.order('mine', ['c', 'a', 'b'])
    expect(await ids()).toEqual(['c', 'a', 'b'])
    for (const wrong of [['a', 'b'], ['a', 'b', 'b'], ['a', 'b', 'c', 'd'], []])
      await expect(store.rules.order('mine', wrong)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    expect(await ids()).toEqual(['c', 'a', 'b'])
  })
  it.each<[string, RuleDraft, string]>([
    ['a name', draft(' '), 'name'],
    ['days in order', draft('A', { from: '2025-07-02', until: '2025-07-01' }), 'before the first'],
    ['days that are days', draft('A', { from: '1 July' }), '2025-06-01'],
    ['a factor above 1', draft('A', { action: { kind: 'bury', factor: 1 } }), 'above 1'],
    ['products', draft('A', { products: {}, action: { kind: 'exclude' } }), 'say which products'],
    ['an end of the band', draft('A', { action: { kind: 'priceBand', priceMinor: {} } }), 'lower end'],
    [
      'a band the right way round',
      draft('A', { products: { priceMinor: { min: 2, max: 1 } } }),
      'above the upper',
    ],
  ])('must have %s', async (_, wrong, words) => {
    const saved = store.rules.save('mine', wrong)
    await expect(saved).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(saved).rejects.toThrow(words)
    expect(await ids()).toEqual([])
  })
  it('saved together are kept in one change: known ids in place, other ids as they are, equal ones left', async () => {
    await store.rules.save('mine', draft('A'))
    await store.rules.save('mine', draft('B'))
    const file = [draft('A', { id: 'a', enabled: false }), draft('B'), draft('C'), draft('D', { id: 'c' })]
    const { saved, unchanged } = await store.rules.saveAll('mine', file)
    expect([saved.map(({ id }) => id), unchanged.map(({ id }) => id)]).toEqual([['a', 'c-2', 'c'], ['b']])
    const { version, rules } = await store.rules.of('mine')
    expect([version, rules.map(({ id, enabled }) => [id, enabled])]).toEqual([
      3,
      [
        ['a', false],
        ['b', true],
        ['c-2', true],
        ['c', true],
      ],
    ])
    const again = await store.rules.saveAll('mine', file)
    expect([again.saved, again.unchanged.map(({ id }) => id)]).toEqual([[], ['a', 'b', 'c-2', 'c']])
    expect((await store.rules.of('mine')).version).toBe(3)
  })
  it.each<[string, readonly RuleDraft[], string]>([
    ['one is not usable', [draft('A'), draft(' ')], 'name'],
    ['an id stands twice', [draft('A', { id: 'x' }), draft('B', { id: 'x' })], 'the id "x"'],
    ['they are too many', Array.from({ length: 201 }, (_, at) => draft(`R ${at}`)), '201 rules'],
  ])('saved together are all left where %s', async (_, drafts, words) => {
    const saved = store.rules.saveAll('mine', drafts)
    await expect(saved).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(saved).rejects.toThrow(words)
    expect(await store.rules.of('mine')).toEqual({ version: 0, rules: [] })
  })
  it('that there are none of are not found', async () => {
    const nothing = { code: 'NOT_FOUND' }
    await expect(store.rules.save('mine', draft('A', { id: 'a' }))).rejects.toMatchObject(nothing)
    await expect(store.rules.remove('mine', 'a')).rejects.toMatchObject(nothing)
    await expect(store.rules.restore('mine', 'a')).rejects.toMatchObject(nothing)
  })
  it('saved at once by two are both there', async () => {
    const other = await openStore(home)
    await Promise.all([
      ...['A', 'B', 'C'].map((name) => store.rules.save('mine', draft(name))),
      ...['D', 'E', 'F'].map((name) => other.rules.save('mine', draft(name))),
    ])
    await other.close()
    expect((await ids()).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })
  const importMine = async () => {
    const staged = await store.beginImport('mine', { origin: 'a test', currency: 'INR' })
    await staged.addProducts([product('mug', 'Mug')], [along(0)])
    await staged.commit()
  }
  it('go with their catalogue', async () => {
    await importMine()
    await store.rules.save('mine', draft('A'))
    await store.deleteCatalogue('mine')
    expect(await ids()).toEqual([])
    expect(await store.rules.deleted('mine')).toEqual([])
  })
  it('that cannot be forgotten keep their catalogue, so that none act on another of its name', async () => {
    await importMine()
    await store.rules.save('mine', draft('A'))
    const fragments = join(home, 'store', 'rules.lance', 'data')
    for (const file of await readdir(fragments)) await truncate(join(fragments, file), 3)
    await expect(store.deleteCatalogue('mine')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    expect((await store.catalogues()).map(({ name }) => name)).toEqual(['mine'])
  })
  it('that cannot be read are said to be, and never taken for none', async () => {
    await store.rules.save('mine', draft('A'))
    const connection = await connect(join(home, 'store'))
    const table = await connection.openTable('rules')
    const later = JSON.stringify({ rules: [{ id: 'a', action: { kind: 'levitate' } }], savedAtMs: 1 })
    await table.add([{ id: 'mine', version: 2, document: later }])
    await expect(store.rules.of('mine')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await table.delete('version = 2')
    await table.add([{ id: 'mine', version: 0, document: 'damaged' }])
    expect(await ids()).toEqual(['a'])
    connection.close()
  })
})
