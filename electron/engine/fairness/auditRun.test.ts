import { expect, it } from 'vitest'
import type { FairnessAudit, FairnessGroup, FairnessMeasure } from '../../../shared/domain/fairness'
import { FAIRNESS_MEASURES, PICK_MEASURES, TEXT_MEASURES } from '../../../shared/domain/fairness'
import { fairnessWords } from '../../../shared/domain/fairnessWords'
import { kebab, metricWords } from '../../../shared/domain/metricWords'
import { auditBody, auditHead } from './auditRun'
import type { RememberedAudit } from './shelf'

const each = <Name extends string, Value>(names: readonly Name[], value: (name: Name, at: number) => Value) =>
  Object.fromEntries(names.map((name, at) => [name, value(name, at)])) as Record<Name, Value>

const group = (value: string, n: number): FairnessGroup => ({
  ...{ value, values: { gender: value === 'not known' ? null : value }, n, texts: 1, small: true },
  metrics: each<FairnessMeasure, number | null>(FAIRNESS_MEASURES, (_, at) => (at === 0 ? null : at)),
  intervals: { priceLevel: { low: -1, high: 1 } },
})

const audit: FairnessAudit = {
  ...{ audit: 'a', catalogue: 'shop', version: 1, invented: true, currency: 'INR', strategy: 'random' },
  ...{
    adapters: [],
    k: 5,
    seed: 3,
    rules: [],
    shoppers: 3,
    texts: 2,
    draws: 10,
    findings: [],
    headline: 'So.',
  },
  reports: [
    {
      ...{ segment: 'gender', fields: ['gender'], gaps: [], exposures: [] },
      groups: [group('woman', 2), group('not known', 1)],
    },
  ],
  ...{ notes: [], ms: 1 },
}

const remembered: RememberedAudit = {
  ...{ id: 'a', catalogue: 'things', k: 5, currency: 'INR', tiers: new Map() },
  ...{ taken: new Int32Array(3), lists: new Int32Array() },
  people: [
    { id: 's1', name: 'One', segments: { gender: 'woman' } },
    { id: 's2', name: 'Two', segments: {} },
    { id: 's3', name: 'Three', segments: { gender: 'woman' } },
  ],
  columns: each(PICK_MEASURES, (name) => Float64Array.of(1, 2, name === 'ndcg' ? Number.NaN : 3)),
  profilePopularity: new Float64Array(3),
  products: { ids: [], titles: [] },
  priceMinor: new Float64Array(),
  texts: {
    at: Int32Array.of(2, 1),
    columns: each(TEXT_MEASURES, () => Float64Array.of(7, Number.NaN)),
    written: [],
  },
}

it('a run has a figure for each group and measure, all of which there are words for', () => {
  const { metrics } = auditBody(audit, remembered)
  expect(metrics).toHaveLength(2 * FAIRNESS_MEASURES.length)
  const level = metrics.find(({ name, of }) => name === 'price-level@5' && of === 'gender woman')
  expect(level).toEqual({ name: 'price-level@5', of: 'gender woman', value: 2, n: 2, low: -1, high: 1 })
  expect(metrics.find(({ name }) => name === 'ndcg@5')).toMatchObject({ value: null, better: 'higher' })
  expect(metrics.find(({ name }) => name === 'mean-words')).toMatchObject({ n: 1 })
  for (const { name } of metrics) expect(metricWords(name).label).not.toBe(name)
  metrics.slice(0, FAIRNESS_MEASURES.length).forEach(({ better }, at) => {
    const measure = FAIRNESS_MEASURES[at]
    expect([measure, better]).toEqual([measure, measure && fairnessWords(measure).better])
  })
})

it('a run keeps what was found', () => {
  const run = auditBody(audit, remembered)
  expect(run.params).toEqual({ shoppers: 3, texts: 2, found: 'So.' })
})

it('a run calls logarithms logarithms, and says what they stand for', () => {
  const logs = FAIRNESS_MEASURES.filter((measure) =>
    ['factor', 'money'].includes(fairnessWords(measure).form),
  )
  expect(logs).toEqual(['priceLevel', 'priceLift', 'historyLevel', 'price'])
  for (const { name } of auditBody(audit, remembered).metrics) {
    const { label, meaning } = metricWords(name)
    const isLog = logs.some((measure) => name === `${kebab(measure)}@5`)
    expect([name, /, ln(@|$)/.test(label), meaning.includes('exp()')]).toEqual([name, isLog, isLog])
  }
})

it('a run has a value for each shopper and text of a group, but for those without one', () => {
  const { values = [] } = auditBody(audit, remembered)
  const of = (metric: string, group: string) =>
    values.find((one) => one.metric === metric && one.of === group)
  expect(of('price-level@5', 'gender woman')).toMatchObject({
    keys: ['s1', 's3'],
    values: Float64Array.of(1, 3),
  })
  expect(of('ndcg@5', 'gender woman')?.keys).toEqual(['s1'])
  expect(of('price-level@5', 'gender not known')?.keys).toEqual(['s2'])
  expect(of('mean-words', 'gender woman')).toMatchObject({ keys: ['s3, text 0'], values: Float64Array.of(7) })
  expect(of('mean-words', 'gender not known')).toBeUndefined()
})

it('a run says what was asked', () => {
  const request = {
    ...{ strategy: 'random' as const, adapters: [], k: 5, seed: 3, texts: 0, rules: true, keep: true },
    segments: [['ageBand'], ['ageBand', 'gender']],
  }
  const summary = { name: 'shop', version: 2, invented: true, products: 1, shoppers: 1, interactions: 1 }
  const head = auditHead(request, { ...summary, currency: 'INR', createdAtMs: 0, origin: '' })
  expect(head).toMatchObject({
    ...{ kind: 'fairness', name: 'Fairness of shop by age band, age band × gender', seed: 3 },
    catalogue: { name: 'shop', version: 2, invented: true },
    params: { strategy: 'random', k: 5, texts: 0, rules: true, segments: 'ageBand, ageBand x gender' },
  })
})
