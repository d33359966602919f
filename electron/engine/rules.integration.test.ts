/** Rules over a real store and the real recommender: what somebody sees, what is picked, and what going back to an old version does to both. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedder } from '../../models/embed/embedder'
import { DEFAULT_BLEND } from '../../models/recommend/blend'
import type { ImportEvent } from '../../shared/contract/events'
import type { RuleServices } from '../../shared/contract/parts/rules'
import type { VersionServices } from '../../shared/contract/parts/versions'
import type { RuleDraft } from '../../shared/contract/ruleSchemas'
import { personaSchema } from '../../shared/contract/schemas'
import type { Persona } from '../../shared/domain/persona'
import { openStore } from '../store/store'
import type { Store } from '../store/types'
import { Finder } from './finder'
import { importCatalogue } from './importing'
import { Picker } from './picks'
import { ruleServices } from './rules'
import { versionServices } from './versions'

const embedder = openEmbedder(resolve(import.meta.dirname, '../../models/weights/embedder'))
const somebody: Persona = {
  id: 'somebody',
  name: 'Somebody',
  summary: '',
  interests: [],
  history: [],
  voice: 'warm',
  segments: { region: 'South' },
  locale: 'en-IN',
  currency: 'INR',
}

/** Twelve of a kind that nobody has bought yet: nothing but their place in the file puts one before another. */
const rows = Array.from({ length: 12 }, (_, at) => ({
  id: `p${at + 1}`,
  // A title of its own: what reads the same is picked once.
  title: `Wool scarf ${at + 1}`,
  category: 'Things',
  price: 100 * (at + 1),
  stock: at === 3 ? 1 : 20,
}))
const csv = (lines: readonly Readonly<Record<string, string | number>>[]) =>
  [Object.keys(lines[0] ?? {}), ...lines.map((line) => Object.values(line))]
    .map((line) => line.join(','))
    .join('\n')

let home: string
let file: string
let store: Store
let picker: Picker
let rules: RuleServices
let versions: VersionServices

async function ended(events: AsyncIterable<ImportEvent>) {
  for await (const event of events) if (event.type === 'done') return event.result
  throw new Error('The import ended without a result')
}
const picked = async (count: number, productIds?: readonly string[]) => {
  const catalogue = await store.catalogue('things')
  const request = { persona: somebody, occasion: '', strategy: 'popularity', count, seed: 1 } as const
  const { picks } = await picker.pick(catalogue, { ...request, ...(productIds ? { productIds } : {}) })
  return picks
}
const ids = async (count: number) => (await picked(count)).map(({ id }) => id)
const keep = (rule: Partial<RuleDraft> & Pick<RuleDraft, 'name' | 'action'>) =>
  rules.saveRule({ catalogue: 'things', rule: { enabled: true, products: {}, ...rule } })
const preview = (strategy: 'popularity' | 'personalised' = 'popularity') =>
  rules.previewRules({
    catalogue: 'things',
    audience: { kind: 'profile', profile: personaSchema.parse(somebody) },
    occasion: '',
    strategy,
  })

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'shelftalk-engine-rules-'))
  file = join(home, 'things.csv')
  writeFileSync(file, csv(rows))
  store = await openStore(home)
  const finder = new Finder(embedder)
  const blend = () => Promise.resolve(DEFAULT_BLEND)
  picker = new Picker(finder, blend, async (name) => (await store.rules.of(name)).rules)
  rules = ruleServices({ store, picker })
  versions = versionServices({ store, finder, embedder })
  const request = { path: file, name: 'things', map: { currency: 'INR' } }
  await ended(importCatalogue({ store, embedder }, request, new AbortController().signal))
})
afterAll(async () => {
  await store.close()
  rmSync(home, { recursive: true })
})

describe('rules over a store', () => {
  it('have the last word on what is picked, and each pick says so', async () => {
    expect(await ids(4)).toEqual(['p1', 'p2', 'p3', 'p4'])
    await keep({ name: 'No last pieces', action: { kind: 'stock', atLeast: 5 } })
    await keep({
      name: 'Monsoon sale',
      action: { kind: 'boost', factor: 10 },
      products: { ids: ['p3', 'p7', 'p11'] },
    })
    await keep({ name: 'Hero', action: { kind: 'pin', position: 2 }, products: { ids: ['p12', 'p99'] } })
    // Without p4 and p12 they stand third, sixth and tenth, and count as .3, .6 and 1, which p1 does too.
    expect(await ids(5)).toEqual(['p3', 'p12', 'p7', 'p11', 'p1'])
    const [boosted, hero] = await picked(2)
    expect(boosted?.rules).toEqual(['boosted by rule Monsoon sale'])
    expect(hero?.rules).toEqual(['pinned by rule Hero'])
    // One pick alone is the first of them, and products fixed by hand are nobody's business.
    expect(await ids(1)).toEqual(['p3'])
    expect((await picked(1, ['p4'])).map(({ id, rules: words }) => [id, words])).toEqual([['p4', undefined]])
  })

  it('warn of products that are not there, and of rules that mean none', async () => {
    const { book } = await keep({
      name: 'Nobody',
      action: { kind: 'exclude' },
      products: { brands: ['Zed'] },
    })
    expect(book.warnings).toEqual([
      { ruleId: 'hero', message: '"things" has no product "p99".' },
      { ruleId: 'nobody', message: 'No product of "things" is meant.' },
    ])
    await rules.deleteRule('things', 'nobody')
  })

  it('show what somebody would see before and after', async () => {
    const { before, after, effects, warnings } = await preview()
    expect(before.map(({ id }) => id)).toEqual(rows.slice(0, 10).map(({ id }) => id))
    expect(before.find(({ id }) => id === 'p4')).toMatchObject({
      change: 'removed',
      rules: ['left out by rule No last pieces'],
      price: { minor: 40_000, currency: 'INR' },
    })
    expect(after.slice(0, 4).map(({ id, change, otherPlace }) => [id, change, otherPlace])).toEqual([
      ['p3', 'up', 3],
      ['p12', 'added', 12],
      ['p7', 'up', 7],
      ['p11', 'added', 11],
    ])
    expect(effects).toEqual([
      { ruleId: 'no-last-pieces', state: 'holds', matching: 12, touched: 1 },
      { ruleId: 'monsoon-sale', state: 'holds', matching: 3, touched: 3 },
      { ruleId: 'hero', state: 'holds', matching: 1, touched: 1 },
    ])
    expect(warnings).toHaveLength(1)
  })

  it('stay with the catalogue over versions, of which one goes back and forth', async () => {
    writeFileSync(file, csv(rows.slice(1).map((row) => ({ ...row, price: row.price + 50 }))))
    const again = await ended(versions.importAgain({ catalogue: 'things' }, new AbortController().signal))
    expect(again).toMatchObject({ catalogue: 'things', version: 2, products: 11 })
    const page = { catalogue: 'things', limit: 2, offset: 0 }
    const diff = await versions.versionDiff({ ...page, before: 1, after: 2 })
    expect(diff.counts).toEqual({ added: 0, removed: 1, changed: 11, same: 0 })
    expect(diff.items[0]).toMatchObject({ id: 'p1', fate: 'removed' })
    expect(diff.items[1]?.fields.filter(({ part }) => part === 'column')).toEqual([
      { field: 'price', part: 'column', label: 'Price', before: '₹200', after: '₹250' },
    ])
    expect(diff.total).toBe(12)
    expect(await ids(3)).toEqual(['p3', 'p12', 'p7'])
    expect(await versions.rollBack('things', 1)).toMatchObject({ version: 3, products: 12 })
    expect((await versions.versionDiff({ ...page, before: 1, after: 3 })).counts.same).toBe(12)
    expect((await ids(5))[4]).toBe('p1')
    expect(await versions.rollBack('things', 2)).toMatchObject({ version: 4, products: 11 })
    expect((await ids(5))[4]).not.toBe('p1')
    const listed = await versions.catalogueVersions('things')
    expect(listed.map(({ version, files }) => [version, files])).toEqual(
      [4, 3, 2, 1].map((version) => [version, [file]]),
    )
  })

  it('leave nothing where everything is left out, and go with the catalogue', async () => {
    await keep({ name: 'Closed', action: { kind: 'priceBand', priceMinor: { max: 1 } } })
    expect((await preview()).after).toEqual([])
    await expect(picked(1)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await versions.deleteCatalogue('things')
    await expect(rules.rules('things')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(versions.catalogueVersions('things')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
