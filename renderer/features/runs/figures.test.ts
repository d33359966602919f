import { describe, expect, it } from 'vitest'
import type { Run, RunComparison, RunMetric } from '../../../shared/domain/run'
import { chartsOf, comparedChart, reachOf, shortDate, tickText } from './figures'

const run = (metrics: readonly RunMetric[], kind: Run['kind'] = 'recommend'): Run => ({
  ...{ id: 'r', kind, state: 'finished', name: 'r', notes: '', createdAtMs: 0, ms: 1, app: '0.1.0' },
  ...{ adapters: [], params: {}, metrics },
})
const figure = (name: string, of: string, value: number | null, better?: 'higher' | 'lower'): RunMetric => ({
  ...{ name, of, value },
  ...(better ? { better } : {}),
})
const told = (charts: ReturnType<typeof chartsOf>) =>
  charts.map(({ title, rows }) => [
    title,
    ...rows.map(({ label, dots }) => `${label} ${dots.map((dot) => dot.text).join('/')}`),
  ])

describe('charts of a run', () => {
  it('are one a measure where there are several systems, the best at the top', () => {
    const charts = chartsOf(
      run([
        ...[figure('hr@10', 'random', 0.1, 'higher'), figure('hr@10', 'ease', 0.3, 'higher')],
        ...[figure('hr@10', 'popularity', 0.2, 'higher'), figure('gini@10', 'random', 0.1, 'lower')],
        ...[figure('gini@10', 'ease', 0.5, 'lower'), figure('novelty@10', 'ease', 5)],
        ...[figure('novelty@10', 'random', 9), figure('mrr@10', 'ease', null)],
      ]),
    )
    expect(told(charts)).toEqual([
      ['Hit rate@10', 'ease 30.0 %', 'popularity 20.0 %', 'random 10.0 %'],
      ['Gini@10', 'random 0.100', 'ease 0.500'],
      ['Novelty@10', 'random 9.00', 'ease 5.00'],
    ])
  })

  it('are one of all shares where there are one or two', () => {
    const charts = chartsOf(
      run(
        [
          ...[figure('voice-recognition', '', 0.9), figure('voice-recognition', 'authored', 0.8)],
          ...[figure('directive-obedience', '', 0.95), figure('mean-words', '', 65)],
        ],
        'narratives',
      ),
    )
    expect(told(charts)).toEqual([['Shares', 'Voice recognised 90.0 %/80.0 %', 'Directives obeyed 95.0 %']])
    expect(charts[0]?.rows[0]?.dots.map(({ name, look }) => [name, look.hollow ?? false])).toEqual([
      ['written', false],
      ['authored', true],
    ])
  })

  it('leave out a measure that is another one again', () => {
    const twice = ['hr@10', 'recall@10'].flatMap((name) => [
      ...[figure(name, 'ease', 0.3), figure(name, 'random', 0.1), figure(name, 'popularity', 0.2)],
    ])
    expect(told(chartsOf(run(twice))).map(([title]) => title)).toEqual(['Hit rate@10'])
  })

  it('are none of a run without figures', () => {
    expect(chartsOf(run([]))).toEqual([])
  })
})

describe('a comparison', () => {
  const one = figure('hr@10', 'ease', 0.3)
  const comparison: RunComparison = {
    ...{ runs: [run([]), run([])], differing: [], tests: 0 },
    metrics: [
      {
        metric: 'hr@10',
        of: 'ease',
        figures: [one, { ...one, value: 0.4 }],
        differences: [null, { value: 0.1 }],
      },
      { metric: 'hr@10', of: 'random', figures: [null, null], differences: [null, null] },
      { metric: 'mrr@10', of: 'ease', figures: [null, { ...one, value: 0.4 }], differences: [null, null] },
    ],
  }
  it('of one measure is a row a system, a dot a run', () => {
    const { title, rows } = comparedChart(comparison, 'hr@10')
    expect([
      title,
      rows.map(({ label, dots }) => [label, ...dots.map(({ name, value }) => `${name} ${value}`)]),
    ]).toEqual(['Hit rate@10', [['ease', 'A 0.3', 'B 0.4']]])
  })

  it.each([
    [[null, { value: 0.1, low: -0.3, high: 0.2 }, { value: -0.2 }], 0.3],
    [[null, null], 0],
  ])('%j reaches %d', (differences, reach) => {
    expect(reachOf({ differences })).toBe(reach)
  })
})

describe('a label', () => {
  it.each([
    ['share', 0.25, '25 %'],
    ['share', 0.125, '12.5 %'],
    ['figure', 0.30000000000000004, '0.3'],
    ['figure', -0.2, '−0.2'],
    ['count', 12000, '12,000'],
    ['figure', 0, '0'],
  ] as const)('of a %s at %d is %s', (form, value, text) => {
    expect(tickText(form)(value)).toBe(text)
  })

  it('of a date has its time this year, else its year', () => {
    const at = new Date(2026, 8, 12, 9, 5).getTime()
    expect(shortDate(at, new Date(2026, 11, 31).getTime())).toBe('12 Sept, 09:05')
    expect(shortDate(at, new Date(2027, 0, 1).getTime())).toBe('12 Sept 2026')
  })
})
