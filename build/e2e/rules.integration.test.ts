/** Rules and versions from the outside: the commands and the API over canned services. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../electron/cli/run'
import { RULE_ROUTES } from '../../electron/transports/rest/ruleRoutes'
import { VERSION_ROUTES } from '../../electron/transports/rest/versionRoutes'
import type { RulesPreview } from '../../shared/contract/parts/rules'
import type { Services } from '../../shared/contract/services'
import type { Rule, RuleBook } from '../../shared/domain/rules'
import { fakeServices } from './fakeServices'

const hero = {
  name: 'Hero',
  products: { ids: ['no-such-product'] },
  action: { kind: 'pin', position: 1 },
}

let folder: string
let services: Services
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shelftalk-rules-'))
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value))
  write('one.json', hero)
  write('two.json', [hero, { ...hero, name: 'Second' }])
  write('bad.json', { ...hero, action: { kind: 'boost', factor: 0.5 } })
  write('worse.json', [{ ...hero, colour: 'red' }])
  write('all.json', { ...hero, products: {} })
  writeFileSync(join(folder, 'none.json'), 'hello')
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  services = fakeServices({ wordMs: 0, market: true })
})

async function run(line: string): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const status = await runCli(line.replaceAll('FOLDER', folder).split(' '), {
    out: (text) => (out += text),
    err: (text) => (err += text),
    progress: undefined,
    signal: new AbortController().signal,
    open: async () => ({ services, close: async () => undefined }),
  })
  return { status, out, err }
}
const json = async <Value>(line: string) => JSON.parse((await run(`${line} --json`)).out) as Value

describe('shelftalk rules', () => {
  it('lists them in order, in words and as JSON', async () => {
    expect((await run('rules')).out).toBe(
      '1  monsoon-sale    Monsoon sale    on   Boost by 3: in Bags or Outdoor; from 2025-06-01, until 2025-09-30, occasion h…\n' +
        '2  no-last-pieces  No last pieces  off  Only with 5 or more in stock: every product\n',
    )
    expect((await json<RuleBook>('rules list')).rules.map(({ id }) => id)).toEqual([
      'monsoon-sale',
      'no-last-pieces',
    ])
  })
  it('saves a file of one or several, warns of products there are none of, and updates by id', async () => {
    const { out } = await run('rules save --file FOLDER/two.json')
    expect(out).toContain('Saved "Hero"')
    expect(out).toContain('"shelf" has no product "no-such-product".')
    type Saved = Readonly<Record<'saved' | 'unchanged', readonly Rule[]>>
    const { saved, unchanged } = await json<Saved>('rules save --file FOLDER/one.json')
    expect([saved, unchanged]).toMatchObject([[], [{ name: 'Hero', enabled: true }]])
    writeFileSync(join(folder, 'known.json'), JSON.stringify({ ...unchanged[0], name: 'Star' }))
    await run('rules save --file FOLDER/known.json')
    writeFileSync(join(folder, 'unknown.json'), JSON.stringify({ ...hero, id: 'hero-of-old' }))
    expect((await run('rules save --file FOLDER/unknown.json')).out).toContain('Saved "Hero" (hero-of-old)')
    expect((await run('rules save --file FOLDER/unknown.json')).out).toContain(
      '(hero-of-old) is in "shelf" already',
    )
    const { rules } = await json<RuleBook>('rules list')
    expect(rules.map(({ name }) => name)).toEqual([
      'Monsoon sale',
      'No last pieces',
      'Star',
      'Second',
      'Hero',
    ])
    // What is printed can be saved again.
    writeFileSync(join(folder, 'book.json'), JSON.stringify(await json<RuleBook>('rules list')))
    await run('rules save --file FOLDER/book.json')
    expect((await json<RuleBook>('rules list')).rules).toEqual(rules)
  })
  it('orders, switches, deletes and brings back', async () => {
    expect((await run('rules order no-last-pieces,monsoon-sale')).out).toMatch(/^1 {2}no-last-pieces/)
    expect((await run('rules enable no-last-pieces')).out).toContain('enabled')
    expect((await json<RuleBook>('rules')).rules[0]).toMatchObject({ id: 'no-last-pieces', enabled: true })
    expect((await run('rules disable no-last-pieces')).out).toContain('disabled')
    expect((await run('rules delete monsoon-sale')).out).toContain('restore monsoon-sale')
    expect((await run('rules')).out).not.toContain('monsoon-sale')
    expect((await run('rules list --deleted')).out).toMatch(/^monsoon-sale/)
    expect((await run('rules restore monsoon-sale')).out).toContain('brought back')
    expect((await run('rules')).out).toContain('monsoon-sale')
  })
  it('shows what somebody would see before and after', async () => {
    const found = await json<RulesPreview>('rules preview --persona persona-1 --occasion rain')
    expect(found.effects).toMatchObject([
      { ruleId: 'monsoon-sale', state: 'holds' },
      { ruleId: 'no-last-pieces', state: 'off' },
    ])
    expect(found.after.some(({ rules }) => rules.includes('boosted by rule Monsoon sale'))).toBe(true)
    const dry = await json<RulesPreview>('rules preview --persona persona-1')
    expect(dry.after).toEqual(dry.before)
    const text = (await run('rules preview --persona persona-1 --occasion rain')).out
    expect(text).toMatch(/↑ +\d+ +\(\d+\).*boosted by rule Monsoon sale/)
    const given = await run('rules preview --persona persona-1 --file FOLDER/one.json')
    expect(given.out).toContain('Look at rule-1: "shelf" has no product "no-such-product".')
  })
  it.each([
    ['rules shwo', 'shwo'],
    ['rules save', '--file'],
    ['rules save --file FOLDER/missing.json', 'missing.json'],
    ['rules save --file FOLDER/none.json', 'not JSON'],
    ['rules save --file FOLDER/bad.json', 'a factor is above 1'],
    ['rules save --file FOLDER/worse.json', '0: Unrecognized key: "colour"'],
    ['rules save --file FOLDER/all.json', 'products: say which products'],
    ['rules delete nothing', 'nothing'],
    ['rules enable nothing', 'Its rules are: monsoon-sale, no-last-pieces'],
    ['rules preview', '--persona'],
    ['rules preview --persona persona-1 --strategy fate', 'strategy'],
    ['versions', 'list, diff, restore, import, delete'],
    ['versions list none', 'none'],
    ['versions diff market 1', "argument 'B'"],
    ['versions diff market 1 0', 'after'],
    ['versions diff market 1 2 --fate lost', 'fate'],
    ['versions restore market x', 'whole number'],
    ['versions restore market 9', '9'],
    ['versions delete market', '--yes'],
  ])('%s ends with 2 and says why', async (line, word) => {
    const { status, out, err } = await run(line)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/^shelftalk: [^\n]+\n$/)
    expect(err).toContain(word)
  })
})

describe('shelftalk versions', () => {
  it('lists, compares, goes back and forward, and deletes', async () => {
    expect((await run('versions list market')).out).toMatch(/^version 3 {2}2025-10-03 09:30/)
    const { out } = await run('versions diff market 1 2')
    expect(out).toMatch(/^"market", version 1 to 2: 0 products added, 1 removed, \d+ changed/)
    expect(out).toMatch(/ {4}Price: "₹[\d,]+" to "₹[\d,]+"/)
    expect(out).not.toContain('raised')
    const paged = await run('versions diff market 1 2 --fate changed --limit 1 --offset 1')
    expect(paged.out.split('\n').filter((line) => line.startsWith('~'))).toHaveLength(1)
    expect(paged.out).toContain('--offset 2')
    expect((await run('versions restore market 2')).out).toContain(
      'as version 4. "shelftalk versions restore market 3" undoes it.',
    )
    expect(await json('versions import market')).toMatchObject({ catalogue: 'demo' })
    expect((await run('versions delete market --yes')).out).toContain('Deleted "market"')
    expect((await run('versions list market')).status).toBe(2)
  })
})

describe('the API', () => {
  const call = async (path: string, input?: unknown) => {
    const route = [...RULE_ROUTES, ...VERSION_ROUTES].find((one) => one.path === path)
    if (!route) throw new Error(`There is no ${path}`)
    const schema = route.body ?? route.query
    const reply = await route.run(schema?.parse(input), { services, signal: new AbortController().signal })
    return route.reply.parse(reply) as Record<string, unknown>
  }
  it('answers every operation of rules as it is described', async () => {
    expect(await call('/v1/rules', {})).toMatchObject({ catalogue: 'shelf', rules: [{}, {}], warnings: [] })
    expect(await call('/v1/rules/save', { rule: hero })).toMatchObject({
      rule: { name: 'Hero' },
      book: { warnings: [{ message: '"shelf" has no product "no-such-product".' }] },
    })
    const several = { rules: [hero, { ...hero, name: 'Second', id: 'second' }] }
    expect(await call('/v1/rules/save-all', several)).toMatchObject({
      saved: [{ id: 'second' }],
      unchanged: [{ name: 'Hero' }],
    })
    await call('/v1/rules/delete', { id: 'second' })
    expect(await call('/v1/rules/delete', { id: 'monsoon-sale' })).toMatchObject({ rules: [{}, {}] })
    expect(await call('/v1/rules/deleted', {})).toMatchObject({
      rules: [{ id: 'monsoon-sale' }, { id: 'second' }],
    })
    expect(await call('/v1/rules/restore', { id: 'monsoon-sale' })).toMatchObject({ rules: [{}, {}, {}] })
    expect(await call('/v1/rules/order', { ids: ['monsoon-sale'] })).toMatchObject({
      rules: [{ id: 'monsoon-sale' }],
    })
    const audience = { kind: 'persona', id: 'persona-1' }
    expect(await call('/v1/rules/preview', { audience, occasion: 'rain' })).toMatchObject({
      effects: [{ state: 'holds' }],
    })
  })
  it('answers every operation of products and versions as it is described', async () => {
    const [first] = (
      await services.searchProducts({ text: '', limit: 1, offset: 0, filter: {}, stock: [], sort: 'title' })
    ).items
    expect(await call('/v1/product', { id: first?.id })).toMatchObject({ product: { title: first?.title } })
    expect(await call('/v1/products/search', { sort: 'title', limit: 1 })).toMatchObject({
      products: [first],
    })
    expect(await call('/v1/products/facets', { filter: { aisles: ['bags'] } })).toMatchObject({
      aisles: [{ value: 'bags' }],
    })
    expect(await call('/v1/catalogues/versions', { catalogue: 'market' })).toMatchObject({
      versions: [{ version: 3 }, { version: 2 }, { version: 1 }],
    })
    const diff = { catalogue: 'market', before: '1', after: '2', limit: '2' }
    expect(await call('/v1/catalogues/diff', diff)).toMatchObject({ items: [{ fate: 'removed' }, {}] })
    expect(await call('/v1/catalogues/roll-back', { catalogue: 'market', version: 1 })).toMatchObject({
      catalogue: { version: 4 },
    })
    expect(await call('/v1/catalogues/import-again', { catalogue: 'market' })).toMatchObject({ version: 1 })
    expect(await call('/v1/catalogues/delete', { catalogue: 'market' })).toEqual({ deleted: 'market' })
  })
  it('refuses fields nobody knows', () => {
    const refused = (path: string, body: unknown) =>
      [...RULE_ROUTES, ...VERSION_ROUTES].find((one) => one.path === path)?.body?.safeParse(body).success
    expect(refused('/v1/rules/save', { rule: { ...hero, enabeld: true } })).toBe(false)
    expect(refused('/v1/products/search', { filter: { brand: ['x'] } })).toBe(false)
  })
})
