/** Audits over a small real store: what was planted is found, by whom it is seen, what rules do to it, and how an audit ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditFairnessEvent, FairnessServices } from '../../../shared/contract/parts/fairness'
import { auditFairnessSchema, auditedShoppersSchema } from '../../../shared/contract/parts/fairness'
import type { FairnessAudit, FairnessReport } from '../../../shared/domain/fairness'
import { along, bought, product } from '../../store/fixtures'
import { openStore } from '../../store/store'
import type { Store } from '../../store/types'
import type { FairnessBench } from '../fairness'
import { fairnessServices } from '../fairness'
import { Finder } from '../finder'
import { versionServices } from '../versions'
import type { Desk } from './writing'
import { embedder, importThings, people, shelf, withoutTexts } from './fixtures'

let home: string
let store: Store
let bench: FairnessBench
let services: FairnessServices

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'shelftalk-fairness-'))
  store = await openStore(home)
  await importThings(store)
  bench = withoutTexts(store)
  services = fairnessServices(bench)
})
afterAll(async () => {
  await store.close()
  rmSync(home, { recursive: true })
})

const never = new AbortController().signal

async function audit(request: object = {}): Promise<{ result: FairnessAudit; stages: readonly string[] }> {
  const stages: string[] = []
  const whole = auditFairnessSchema.parse({ catalogue: 'things', keep: false, ...request })
  for await (const event of services.auditFairness(whole, never)) {
    if (event.type === 'done') return { result: event.result, stages }
    if (stages.at(-1) !== event.stage) stages.push(event.stage)
  }
  throw new Error('It ended without a result')
}

const groupOf = (report: FairnessReport | undefined, value: string) => {
  const group = report?.groups.find((one) => one.value === value)
  if (!group) throw new Error(`There is no group ${value}`)
  return group
}

describe('an audit', () => {
  it('finds what was planted, names small groups and those not known, and is kept as a run', async () => {
    const { result, stages } = await audit({ segments: [['ageBand'], ['gender']], k: 5, keep: true })
    expect(stages).toEqual(['reading', 'ranking', 'measuring'])
    const [byAge, byGender] = result.reports
    expect(byAge?.groups.map(({ value, n, small }) => [value, n, small])).toEqual([
      ['18-24', 12, true],
      ['35-44', 60, false],
      ['55+', 60, false],
      ['not known', 8, true],
    ])
    expect(byGender?.groups.map(({ n }) => n)).toEqual([70, 70])
    expect(groupOf(byAge, '55+').metrics.priceLevel).toBeLessThan(
      (groupOf(byAge, '35-44').metrics.priceLevel ?? 0) - 0.5,
    )
    expect(groupOf(byAge, '55+').metrics.words).toBeUndefined()
    expect(result.findings.some(({ group, metric }) => group === '55+' && metric === 'priceLevel')).toBe(true)
    expect(result.headline).toContain('age band 55+')
    expect(result).toMatchObject({ shoppers: 140, texts: 0, rules: [], currency: 'INR', version: 1 })
    const notes = result.notes.join('\n')
    expect(notes).toContain('2 of 4 groups by age band have fewer than 30 shoppers')
    expect(notes).toContain('1 of 48 products have no price in INR')

    const { run, values } = await storedRun(result.run)
    expect(run).toMatchObject({ kind: 'fairness', name: 'Fairness of things by age band, gender', seed: 1 })
    const figure = run.metrics.find(({ name, of }) => name === 'price-level@5' && of === 'ageBand 55+')
    expect(figure).toMatchObject({ n: 60, value: groupOf(byAge, '55+').metrics.priceLevel })
    const own = values.find(({ metric, of }) => metric === 'price-level@5' && of === 'ageBand 55+')
    expect(own?.keys).toEqual(people.slice(0, 60).map(({ id }) => id))
    expect(own && own.values.reduce((sum, value) => sum + value, 0) / 60).toBeCloseTo(figure?.value ?? 0, 10)
  })

  it('ranks once for audits of one version, strategy and seed', async () => {
    expect((await audit({ segments: [['ageBand', 'gender']] })).stages).toEqual(['reading', 'measuring'])
    expect((await audit({ seed: 2 })).stages).toContain('ranking')
  })

  it('takes every attribute where none is named, the protected first', async () => {
    const { result } = await audit()
    expect(result.reports.map(({ segment }) => segment)).toEqual(['ageBand', 'gender'])
  })

  it('applies the rules that hold, each to its own, unless told not to', async () => {
    const rule = await store.rules.save('things', ruleFor('55+'))
    const other = await store.rules.save('things', ruleFor('99+'))
    const { result } = await audit({ segments: [['ageBand']] })
    expect(result.rules).toEqual(['Dear for 55+'])
    const [report] = result.reports
    const dear = (await behind(result, '55+')).items[0]?.picks.map(({ tier }) => tier)
    expect(dear).toEqual(Array(10).fill('premium'))
    const { result: without } = await audit({ segments: [['ageBand']], rules: false })
    expect(without.rules).toEqual([])
    expect(without.notes).toContain('Business rules were left out.')
    expect(groupOf(without.reports[0], '55+').metrics.premium).toBeLessThan(0.5)
    expect(groupOf(report, '55+').metrics.premium).toBe(1)
    expect(groupOf(report, '35-44').metrics).toEqual(groupOf(without.reports[0], '35-44').metrics)
    await store.rules.remove('things', rule.id)
    await store.rules.remove('things', other.id)
  })
})

describe('rules that leave little of a list', () => {
  it('are applied to a deeper ranking, as in the Studio, and what stays short is told', async () => {
    const staged = await store.beginImport('wide', { origin: 'a test', currency: 'INR' })
    // Everybody buys the first 200; the last 20 stand far below.
    const wide = Array.from({ length: 220 }, (_, at) =>
      product(`p${at}`, `Thing ${at}`, { brand: at < 200 ? 'Brae' : 'Orrin' }),
    )
    await staged.addProducts(
      wide,
      wide.map(() => along(0)),
    )
    await staged.addShoppers(people)
    await staged.addInteractions(
      people.flatMap(({ id }, at) =>
        Array.from({ length: 10 }, (_, nth) => bought(id, `p${(at * 10 + nth) % 200}`, 1e12 + nth)),
      ),
    )
    await staged.commit()
    const exclude = (brand: string) => ({
      ...{ name: `No ${brand}`, enabled: true, products: { brands: [brand] } },
      ...{ when: { segment: { field: 'ageBand', value: '55+' } }, action: { kind: 'exclude' as const } },
    })
    await store.rules.save('wide', exclude('Brae'))
    const wanted = { catalogue: 'wide', segments: [['ageBand']], strategy: 'popularity' }
    const { result } = await audit(wanted)
    for (const { picks } of (await behind(result, '55+')).items) {
      expect(picks).toHaveLength(10)
      expect(picks.every(({ id }) => Number(id.slice(1)) >= 200)).toBe(true)
    }
    expect(result.notes.join(' ')).not.toContain('the lists are shorter')
    await store.rules.save('wide', exclude('Orrin'))
    const { result: bare } = await audit(wanted)
    expect((await behind(bare, '55+')).items[0]?.picks).toEqual([])
    expect(bare.notes.join(' ')).toContain('To 60 of 140 shoppers they leave fewer than 10 products')
  })
})

/** Nothing but the premium third of each kind. */
const ruleFor = (value: string) => ({
  ...{ name: `Dear for ${value}`, enabled: true, products: {} },
  when: { segment: { field: 'ageBand', value } },
  action: { kind: 'priceBand' as const, priceMinor: { min: 90_000 } },
})

async function storedRun(id: string | undefined) {
  if (id === undefined) throw new Error('No run was kept')
  const run = await store.runs.one(id)
  return { run, values: await store.runs.values(id) }
}

const behind = (result: FairnessAudit, group: string, more: object = {}) =>
  services.auditedShoppers(
    auditedShoppersSchema.parse({ audit: result.audit, segment: ['ageBand'], group, ...more }),
  )

describe('who stands behind a figure', () => {
  it('is told in order of it, with what is shown and what was taken', async () => {
    const { result } = await audit({ segments: [['ageBand']] })
    const mean = groupOf(result.reports[0], '55+').metrics.ndcg ?? 0
    const { items, total } = await behind(result, '55+', { metric: 'ndcg', order: 'highest', limit: 60 })
    expect([items.length, total]).toEqual([60, 60])
    const values = items.map(({ value }) => value ?? Number.NaN)
    expect(values).toEqual([...values].sort((a, b) => b - a))
    expect(values.reduce((sum, value) => sum + value, 0) / 60).toBeCloseTo(mean, 10)
    const [best] = items
    expect(best?.segments).toMatchObject({ ageBand: '55+' })
    expect(best?.name).toMatch(/^Asha Rao \d+$/)
    const taken = best?.picks.find((pick) => pick.taken)
    expect(shelf.find(({ id }) => id === taken?.id)).toMatchObject({
      title: taken?.title,
      price: taken?.price,
    })
    expect((await behind(result, '55+', { limit: 2, offset: 59 })).items).toHaveLength(1)
    expect((await behind(result, 'not known')).total).toBe(8)
    expect((await behind(result, '55+', { withText: true })).total).toBe(0)
    expect((await behind(result, '55+', { metric: 'coverage' })).items[0]?.value).toBeNull()
    await expect(behind(result, '56+')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      hint: 'There is: 18-24, 35-44, 55+, not known.',
    })
  })

  it('is forgotten with the catalogue, and nothing of its products is kept but what is told', async () => {
    await importThings(store, 'gone')
    const { result } = await audit({ catalogue: 'gone', segments: [['ageBand']] })
    expect((await behind(result, '55+')).total).toBe(60)
    expect(Object.keys(bench.shelf.audit(result.audit)?.products ?? {})).toEqual(['ids', 'titles'])
    const { deleteCatalogue } = versionServices({
      ...{ store, embedder, finder: new Finder(embedder) },
      onDeleted: (name) => bench.shelf.forget(name),
    })
    await deleteCatalogue('gone')
    await expect(behind(result, '55+')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('an audit that cannot be', () => {
  it('is refused, and keeps no run', async () => {
    const before = (await store.runs.all()).length
    await expect(audit({ segments: [['shoesize']], keep: true })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      hint: 'They have: ageBand, gender.',
    })
    await expect(audit({ catalogue: 'nowhere', keep: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const staged = await store.beginImport('bare', { origin: 'a test', currency: 'INR' })
    await staged.addProducts([product('pack', 'Pack')], [along(0)])
    await staged.addShoppers(people)
    await staged.commit()
    await expect(audit({ catalogue: 'bare', keep: true })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'Nothing can be held out of "bare": nobody in it has two different products.',
    })
    expect((await store.runs.all()).length).toBe(before)
  })

  it('ends when it is stopped, and says how far it was', async () => {
    const stop = new AbortController()
    const request = auditFairnessSchema.parse({ catalogue: 'things', seed: 99 })
    const seen: AuditFairnessEvent['type'][] = []
    for await (const event of services.auditFairness(request, stop.signal)) {
      seen.push(event.type)
      if (event.type === 'progress' && event.stage === 'ranking') stop.abort()
    }
    expect(seen).not.toContain('done')
    const [newest] = await store.runs.all()
    expect(newest).toMatchObject({ kind: 'fairness', state: 'cancelled', seed: 99 })
    expect(newest?.error).toMatch(/^Stopped after \d+ of 140 lists\.$/)
    // The next one has its turn.
    expect((await audit({ segments: [['gender']], seed: 99 })).result.shoppers).toBe(140)
  })

  it('prepares no text after it is stopped', async () => {
    const stop = new AbortController()
    let picked = 0
    const pick = () => {
      picked++
      stop.abort()
      return Promise.resolve({ picks: [], products: [] })
    }
    const desk = () => Promise.resolve({ bench: { picker: { pick } } } as unknown as Desk)
    const stopped = fairnessServices({ ...bench, desk })
    const request = { catalogue: 'things', segments: [['gender']], texts: 40, rules: false, keep: false }
    for await (const event of stopped.auditFairness(auditFairnessSchema.parse(request), stop.signal))
      expect(event.type).toBe('progress')
    expect(picked).toBe(1)
  })
})
