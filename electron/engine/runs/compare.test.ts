import { describe, expect, it } from 'vitest'
import type { Run, RunMetric, RunValues } from '../../../shared/domain/run'
import type { ValuedRun } from './compare'
import { comparisonOf } from './compare'
import { findingsOf } from './findings'

const KEYS = ['a', 'b', 'c', 'd']
const values = (metric: string, of: string, numbers: readonly number[], keys = KEYS): RunValues => ({
  ...{ metric, of, keys },
  values: Float64Array.from(numbers),
})
const figure = (name: string, of: string, value: number | null): RunMetric => ({
  name,
  of,
  value,
  better: 'higher',
})

function run(
  id: string,
  { metrics = [], values: kept = [], ...more }: Partial<Run> & { readonly values?: readonly RunValues[] },
): ValuedRun {
  const whole: Run = {
    ...{ id, kind: 'recommend', state: 'finished', name: id, notes: '', createdAtMs: 0, ms: 1, app: '0.1.0' },
    ...{ catalogue: { name: 'shop', version: 1, invented: true }, adapters: [], params: { k: 10 }, metrics },
    ...more,
  }
  return { run: whole, values: kept }
}

describe('comparing runs', () => {
  const first = run('one', {
    metrics: [figure('ndcg', 'ease', 0.25), figure('gini', 'ease', 0.5), figure('hr', 'ease', null)],
    values: [values('ndcg', 'ease', [0, 0, 0.5, 0.5])],
  })
  const second = run('two', {
    metrics: [figure('ndcg', 'ease', 0.5), figure('gini', 'ease', 0.25), figure('hr', 'ease', 0.5)],
    values: [values('ndcg', 'ease', [0.25, 0.75, 0.75, 0.25], ['a', 'd', 'c', 'b'])],
    params: { k: 20, stock: true },
  })

  it('pairs values by case, and says of the rest only how far apart the figures are', async () => {
    const { metrics, tests, differing, runs } = await comparisonOf([first, second])
    expect(runs.map(({ id }) => id)).toEqual(['one', 'two'])
    expect(tests).toBe(1)
    const [ndcg, gini, hr] = metrics
    expect(ndcg).toMatchObject({
      ...{ metric: 'ndcg', of: 'ease', better: 'higher' },
      // Every shopper gains .25.
      differences: [
        null,
        { value: 0.25, low: 0.25, high: 0.25, pairs: 4, p: 1 / 10_001, adjustedP: 1 / 10_001 },
      ],
    })
    expect(ndcg?.figures.map((one) => one?.value)).toEqual([0.25, 0.5])
    expect(gini?.differences).toEqual([null, { value: -0.25 }])
    expect(hr?.differences).toEqual([null, null])
    expect(differing).toEqual([
      { name: 'k', values: ['10', '20'] },
      { name: 'stock', values: ['', 'true'] },
    ])
  })

  it.each([
    ['another catalogue', { catalogue: { name: 'mine', version: 1, invented: false } }],
    ['another kind', { kind: 'retrieval' as const }],
  ])('does not pair runs of %s, though their keys are alike', async (_, change) => {
    const other = { run: { ...second.run, ...change }, values: second.values }
    const { metrics, tests } = await comparisonOf([first, other])
    expect(metrics[0]?.differences).toEqual([null, { value: 0.25 }])
    expect(tests).toBe(0)
  })

  it('has a row for what only one of them measured', async () => {
    const third = run('three', { metrics: [figure('mrr', 'ease', 1)] })
    const { metrics } = await comparisonOf([first, third])
    expect(metrics.find(({ metric }) => metric === 'mrr')).toMatchObject({
      figures: [null, { value: 1 }],
      differences: [null, null],
    })
  })

  it('corrects over every test of the table', async () => {
    const noisy = (id: string, numbers: readonly number[]) =>
      run(id, { metrics: [figure('ndcg', '', 0.5)], values: [values('ndcg', '', numbers)] })
    const { metrics, tests } = await comparisonOf([
      noisy('one', [0, 0, 0, 0]),
      noisy('two', [1, 0, 0, 0]),
      noisy('three', [1, 1, 0, 0]),
    ])
    const found = (metrics[0]?.differences ?? []).flatMap((one) => one ?? [])
    expect(tests).toBe(2)
    const [least] = found.map(({ p = 1 }) => p).sort((a, b) => a - b)
    expect(Math.min(...found.map(({ adjustedP = 0 }) => adjustedP))).toBeCloseTo(
      Math.min(1, 2 * (least ?? 1)),
      12,
    )
  })
})

describe('findings of one run', () => {
  it('hold the lead system against every other, with difference and ratio', async () => {
    const found = await findingsOf(
      run('one', {
        metrics: [figure('ndcg', 'personalised', 0.5)],
        values: [
          values('ndcg', 'popularity', [0.25, 0.5, 0.25, 0.5]),
          values('ndcg', 'personalised', [0.5, 1, 0.5, 1]),
          values('ndcg', 'random', [0, 0, 0, 0]),
        ],
      }),
    )
    expect(found.map(({ of, than }) => [of, than])).toEqual([
      ['personalised', 'popularity'],
      ['personalised', 'random'],
    ])
    expect(found[0]).toMatchObject({
      ...{ metric: 'ndcg', better: 'higher', means: [0.75, 0.375] },
      ratio: { value: 2, low: 2, high: 2 },
    })
    expect(found[1]?.ratio).toBeUndefined()
    expect(found[1]?.difference).toMatchObject({ value: 0.75, pairs: 4 })
  })

  it('are none where there is one system, or cases that do not pair', async () => {
    const alone = run('one', { values: [values('ndcg', '', [1, 0, 1, 0])] })
    expect(await findingsOf(alone)).toEqual([])
    const apart = run('two', {
      values: [values('ndcg', 'a', [1, 0], ['x', 'y']), values('ndcg', 'b', [1, 0], ['v', 'w'])],
    })
    expect(await findingsOf(apart)).toEqual([])
  })
})
