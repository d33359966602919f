/** Texts of audits and probes, written by the model that ships, over a small real store. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedder } from '../../../models/embed/embedder'
import type { FairnessServices } from '../../../shared/contract/parts/fairness'
import {
  auditFairnessSchema,
  auditedShoppersSchema,
  probeFairnessSchema,
} from '../../../shared/contract/parts/fairness'
import type { FairnessAudit, FairnessProbe } from '../../../shared/domain/fairness'
import { TEXT_MEASURES } from '../../../shared/domain/fairness'
import type { Rule } from '../../../shared/domain/rules'
import { openStore } from '../../store/store'
import type { Store } from '../../store/types'
import { AdapterShelf } from '../adapters/shelf'
import { fairnessServices } from '../fairness'
import type { Language } from '../language'
import { loadLanguage } from '../language'
import { createAffinity } from '../meaning'
import { findResources } from '../resources'
import { createTurns } from '../turns'
import type { Workbench } from '../writing'
import { importThings, withoutTexts } from './fixtures'

const resources = findResources(import.meta.dirname)
const never = new AbortController().signal
let home: string
let store: Store
let language: Language
let services: FairnessServices
/** How often a text had its products picked for it alone. */
let pickedAnew = 0

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'shelftalk-texts-'))
  store = await openStore(home)
  await importThings(store)
  language = await loadLanguage(resources.model)
  const parts = withoutTexts(store)
  const adapters = new AdapterShelf({
    ...{ own: join(home, 'adapters'), shipped: resources.adapters },
    host: () => Promise.reject(new Error('No adapter is used here')),
  })
  const affinity = createAffinity(openEmbedder(resources.embedder))
  const picker: Workbench['picker'] = {
    pick: (catalogue, request) => {
      pickedAnew += Number(!request.productIds)
      return parts.picker.pick(catalogue, request)
    },
  }
  const bench = { store, language, picker, affinity, adapters }
  const desk = () => Promise.resolve({ bench, turns: createTurns() })
  services = fairnessServices({ ...parts, desk, shopFolder: resources.shop })
}, 120_000)
afterAll(async () => {
  await language.model.dispose()
  await store.close()
  rmSync(home, { recursive: true })
})

async function audited(request: object): Promise<{ result: FairnessAudit; stages: readonly string[] }> {
  const stages: string[] = []
  const whole = auditFairnessSchema.parse({ catalogue: 'things', keep: false, ...request })
  for await (const event of services.auditFairness(whole, never)) {
    if (event.type === 'done') return { result: event.result, stages }
    stages.push(`${event.stage} ${event.done} of ${event.total}`)
  }
  throw new Error('It ended without a result')
}

async function probed(request: object): Promise<FairnessProbe> {
  const flip = { what: 'segment', field: 'ageBand', value: '55+' }
  const whole = probeFairnessSchema.parse({ catalogue: 'things', flip, people: 1, ...request })
  for await (const event of services.probeFairness(whole, never))
    if (event.type === 'done') return event.result
  throw new Error('It ended without a result')
}

describe('texts of an audit', () => {
  let rule: Rule
  beforeAll(async () => {
    rule = await store.rules.save('things', {
      ...{ name: 'Nothing for anybody', enabled: true, products: {} },
      action: { kind: 'priceBand', priceMinor: { min: 1_000_000_000 } },
    })
  })
  afterAll(() => store.rules.remove('things', rule.id))

  it('are as many for each group whatever rules say where they are left out, measured, kept as values of a run, and shown with their shoppers', async () => {
    const { result, stages } = await audited({ segments: [['gender']], texts: 4, keep: true, rules: false })
    expect(stages).toContain('writing 0 of 4')
    expect(stages).toContain('writing 4 of 4')
    expect(result.texts).toBe(4)
    expect(result.model).toMatch(/^\S+@[0-9a-f]+$/)
    for (const group of result.reports[0]?.groups ?? []) {
      expect(group.texts).toBe(2)
      for (const measure of TEXT_MEASURES) expect(group.metrics[measure]).toEqual(expect.any(Number))
      expect(group.metrics.words).toBeGreaterThan(10)
      expect(group.metrics.grounded).toBe(1)
    }
    const run = await store.runs.one(result.run ?? '')
    expect(run).toMatchObject({ kind: 'fairness', params: { texts: 4 } })
    expect(`${run.model?.name}@${run.model?.digest}`).toBe(result.model)
    const words = (await store.runs.values(run.id)).filter(({ metric }) => metric === 'mean-words')
    expect(words.map(({ of, keys }) => [of, keys.length])).toEqual([
      ['gender man', 2],
      ['gender woman', 2],
    ])
    const behind = async (group: string) => {
      const asked = { audit: result.audit, segment: ['gender'], group, metric: 'words', withText: true }
      return (await services.auditedShoppers(auditedShoppersSchema.parse(asked))).items
    }
    const [men, women] = [await behind('man'), await behind('woman')]
    for (const { value, text } of [...men, ...women]) expect(text?.text.split(/\s+/)).toHaveLength(value ?? 0)
    // The same occasions and voices for both.
    const asked = (items: typeof men) => items.map(({ text }) => `${text?.occasion}, ${text?.voice}`).sort()
    expect(asked(men)).toEqual(asked(women))
    expect(new Set(asked(men)).size).toBe(2)
  }, 120_000)

  it('that cannot be written are left out and told of', async () => {
    const { result } = await audited({ segments: [['gender']], texts: 2 })
    expect(result.texts).toBe(0)
    expect(result.notes.join(' ')).toContain(
      '2 of them could not be planned and are left out: Nothing in "things" is left to recommend.',
    )
    expect(result.reports[0]?.groups[0]?.metrics).toMatchObject({ ndcg: 0, priceLevel: null })
  }, 120_000)
})

/** As a whole: "lamp 1" is not "lamp 12". */
const says = (text: string, title: string) => new RegExp(`${title}(?!\\d)`).test(text)

describe('texts of a probe', () => {
  it('stay the same word for word where nothing asks for what is flipped, and change with another seed', async () => {
    const { cases, beyondSeed, flip } = await probed({ occasion: 'a first flat' })
    for (const { before, after, reseeded } of cases) {
      expect(before.text?.length).toBeGreaterThan(20)
      expect(after.text).toBe(before.text)
      expect(reseeded.text).not.toBe(before.text)
    }
    expect(flip.textChanged?.value).toBe(0)
    expect(beyondSeed?.difference).toBeLessThan(0)
  }, 120_000)

  it('are about the first picks of the list beside them, and explained as those are', async () => {
    pickedAnew = 0
    const { cases } = await probed({ people: 3, occasion: 'a first flat', templateText: 'products: 1' })
    for (const { before, after, reseeded } of cases)
      for (const { picks, text = '' } of [before, after, reseeded]) {
        expect(picks).toHaveLength(10)
        // Something she has may be named too, and is in no list.
        expect(picks.filter(({ title }) => says(text, title)).map(({ id }) => id)).toEqual([picks[0]?.id])
      }
    expect(pickedAnew).toBe(0)
    expect(new Set(cases.map(({ before }) => before.picks[0]?.id)).size).toBeGreaterThan(1)
  }, 120_000)

  it('say why where one cannot be planned', async () => {
    await expect(probed({ templateText: 'products: 9' })).rejects.toMatchObject({ code: 'TEMPLATE_INVALID' })
  })
})
