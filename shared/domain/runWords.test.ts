import { describe, expect, it } from 'vitest'
import { intervalText, kebab, metricText, metricWords } from './metricWords'
import type { Run, RunDifference, RunFinding } from './run'
import {
  askedParams,
  comparisonSentence,
  differenceText,
  findingSentence,
  headline,
  leadFinding,
  verdictText,
} from './runWords'

describe('a figure', () => {
  it.each([
    [0.8142, 'share', '81.4 %'],
    [0.5274, 'figure', '0.527'],
    [5.126, 'figure', '5.13'],
    [-0.0312, 'figure', '−0.031'],
    [-0.0001, 'figure', '0.000'],
    [1204, 'count', '1,204'],
    [311.7, 'ms', '312 ms'],
    [3.41, 'ms', '3.4 ms'],
    [null, 'share', '–'],
  ] as const)('%d as %s is %s', (value, form, text) => {
    expect(metricText(value, form)).toBe(text)
  })

  it('has its interval after it', () => {
    expect(intervalText({ name: 'hr@10', of: '', value: 0.4, low: 0.35, high: 0.45 })).toBe(
      '40.0 % [35.0 %, 45.0 %]',
    )
    expect(intervalText({ name: 'gini', of: '', value: 0.4 })).toBe('0.400')
  })
})

describe('a measure', () => {
  it.each([
    ['selfBleu4', 'self-bleu-4'],
    ['ndcg', 'ndcg'],
    ['latencyP50Ms', 'latency-p50-ms'],
    ['grammarErrorsPer100', 'grammar-errors-per-100'],
    ['popularityLift', 'popularity-lift'],
  ])('%s is named %s', (key, name) => {
    expect(kebab(key)).toBe(name)
  })

  it('is told with its depth, and one that is not known by its own name', () => {
    expect(metricWords('hr@5')).toMatchObject({
      label: 'Hit rate@5',
      meaning: 'Share of shoppers with at least one right product among the first 5.',
    })
    expect(metricWords('latency-p50-ms')).toEqual(metricWords('latencyP50Ms'))
    expect(metricWords('click joy')).toMatchObject({ label: 'click joy', form: 'figure' })
  })
})

const sure: RunDifference = { value: 0.2, low: 0.15, high: 0.25, pairs: 400, p: 0.0001, adjustedP: 0.0003 }
const unsure: RunDifference = { value: -0.01, low: -0.04, high: 0.02, pairs: 400, p: 0.4, adjustedP: 0.8 }
const finding = (more: Partial<RunFinding>): RunFinding => ({
  ...{ metric: 'hr@10', of: 'personalised', than: 'popularity', means: [0.42, 0.18], difference: sure },
  ...{ better: 'higher', ratio: { value: 2.333, low: 2.08, high: 2.52 } },
  ...more,
})

describe('a difference', () => {
  it.each([
    [sure, 'higher', 'better, p < 0.001'],
    [sure, 'lower', 'worse, p < 0.001'],
    [sure, undefined, 'higher, p < 0.001'],
    [{ ...sure, value: -0.2 }, 'lower', 'better, p < 0.001'],
    [{ ...sure, adjustedP: 0.0123 }, 'higher', 'better, p = 0.01'],
    [{ ...sure, adjustedP: 0.0049 }, 'higher', 'better, p = 0.005'],
    [unsure, 'higher', 'within chance, p = 0.80'],
    [{ value: 3 }, 'higher', 'not tested'],
  ] as const)('%j, %s being better, is %s', (difference, better, text) => {
    expect(verdictText(difference, better)).toBe(text)
  })

  it.each([
    ['hr@10', sure, '+20.0 pp [15.0 pp, 25.0 pp]'],
    ['ndcg@10', unsure, '−0.010 [−0.040, 0.020]'],
    ['invented-facts', { value: 3 }, '+3'],
  ] as const)('in %s', (metric, difference, text) => {
    expect(differenceText(difference, metric)).toBe(text)
  })
})

describe('a finding', () => {
  it.each([
    [
      finding({}),
      'Personalised finds the held-out product 2.3 times as often as popularity [2.1, 2.5]: among the first 10 for 42.0 % of shoppers, against 18.0 %.',
    ],
    [
      finding({ metric: 'ndcg@10', than: 'random', ratio: { value: 23.3, low: 20, high: 31 } }),
      'NDCG@10 of personalised is 23 times that of random [20, 31]: 0.420 against 0.180.',
    ],
    [
      finding({ metric: 'ndcg@10', ratio: undefined }),
      'NDCG@10 of personalised is higher than that of popularity: 0.420 against 0.180, +0.200 [0.150, 0.250].',
    ],
    [
      finding({ difference: unsure, than: 'ease' }),
      'Personalised and ease cannot be told apart in Hit rate@10: 42.0 % and 18.0 %, p = 0.80.',
    ],
  ])('%#', (one, sentence) => {
    expect(findingSentence(one)).toBe(sentence)
  })

  it('that leads is of hits against bestsellers, where there is one', () => {
    const all = [
      finding({ metric: 'ndcg@10' }),
      finding({ than: 'random' }),
      finding({}),
      finding({ metric: 'mrr@10' }),
    ]
    expect(leadFinding(all)).toBe(all[2])
    expect(leadFinding(all.slice(0, 1))).toBe(all[0])
    expect(leadFinding([])).toBeUndefined()
  })
})

describe('a comparison', () => {
  const run: Run = {
    ...{
      id: 'r',
      kind: 'recommend',
      state: 'finished',
      name: 'r',
      notes: '',
      createdAtMs: 0,
      ms: 1,
      app: '0.1.0',
    },
    ...{ adapters: [], params: {}, metrics: [] },
  }
  const row = (metric: string, difference: RunDifference) => ({
    ...{ metric, of: 'ease', figures: [], differences: [null, difference] },
  })
  const hits = row('hr@10', { ...sure, value: 0.05, low: 0.02, high: 0.08 })
  it.each([
    [
      [row('ndcg@10', sure), hits, row('mrr@10', unsure)],
      3,
      'Of 3 differences tested case by case, 2 are beyond chance: NDCG@10 of ease +0.200 [0.150, 0.250]; Hit rate@10 of ease +5.0 pp [2.0 pp, 8.0 pp].',
    ],
    [[row('mrr@10', unsure)], 1, 'Of 1 difference tested case by case, none is beyond chance.'],
    [
      [row('gini', { value: 0.3 })],
      0,
      'These runs share no cases, so their figures stand side by side and nothing is tested.',
    ],
    [
      [hits, hits, hits, row('ndcg@10', sure)],
      9,
      'Of 9 differences tested case by case, 4 are beyond chance, most clearly NDCG@10 of ease +0.200 [0.150, 0.250]; Hit rate@10 of ease +5.0 pp [2.0 pp, 8.0 pp]; Hit rate@10 of ease +5.0 pp [2.0 pp, 8.0 pp].',
    ],
  ])('%#', (metrics, tests, sentence) => {
    expect(comparisonSentence({ runs: [run, run], metrics, differing: [], tests })).toBe(sentence)
  })
})

describe('a run', () => {
  const run: Run = {
    ...{
      id: 'r',
      kind: 'narratives',
      state: 'finished',
      name: 'r',
      notes: '',
      createdAtMs: 0,
      ms: 1,
      app: '0.1.0',
    },
    ...{ adapters: [], params: {}, metrics: [] },
  }
  const metrics = [
    { name: 'invented-facts', of: '', value: 0, n: 200 },
    { name: 'persona-identification', of: '', value: 0.81, low: 0.75, high: 0.86 },
    { name: 'directive-obedience', of: '', value: 0.976 },
  ]
  it.each([
    [
      { metrics },
      'Nothing was invented in 200 texts; the reader can be told among ten in 81.0 % [75.0 %, 86.0 %] of them; 97.6 % of directives are obeyed.',
    ],
    [
      { metrics: [{ name: 'invented-facts', of: '', value: 84, n: 50 }] },
      '84 figures and names were invented in 50 texts.',
    ],
    [
      { kind: 'retrieval' as const, metrics: [{ name: 'ndcg@10', of: 'words', value: 0.5 }] },
      'NDCG@10 of words: 0.500.',
    ],
    [
      {
        ...{ kind: 'fairness' as const, params: { found: 'Shoppers differ.' } },
        metrics: [{ name: 'ndcg@10', of: 'gender woman', value: 0.5 }],
      },
      'Shoppers differ.',
    ],
    [{ kind: 'fairness' as const, metrics: [{ name: 'ndcg@10', of: 'gender woman', value: 0.5 }] }, ''],
    [
      { state: 'cancelled' as const, error: 'Stopped after 3 of 9 narratives.' },
      'Stopped after 3 of 9 narratives.',
    ],
    [{ state: 'failed' as const }, 'It failed.'],
    [{}, 'It holds no figures.'],
  ])('%#', (more, sentence) => {
    expect(headline({ ...run, ...more }, [])).toBe(sentence)
  })
})

it('what was found is no part of what was asked', () => {
  expect(askedParams({ params: { k: 10, found: 'Shoppers differ.' } })).toEqual({ k: 10 })
})
