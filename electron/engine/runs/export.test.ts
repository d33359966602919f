import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import type { Run } from '../../../shared/domain/run'
import type { ValuedRun } from './compare'
import { exported } from './export'

const run: Run = {
  ...{ id: 'r1', kind: 'narratives', state: 'finished', name: 'A "quoted", run', notes: 'a\nb', ms: 5 },
  ...{ createdAtMs: Date.UTC(2026, 8, 1), seed: 7, catalogue: { name: 'shop', version: 3, invented: true } },
  ...{ adapters: [{ name: 'luxury', scale: 0.8 }], params: { k: 10 }, app: '0.1.0' },
  metrics: [
    { name: 'ndcg@10', of: 'ease', value: 0.5, low: 0.25, high: 0.75, n: 2, better: 'higher' },
    { name: 'perplexity', of: '', value: null },
  ],
}
const one: ValuedRun = {
  run,
  values: [{ metric: 'ndcg@10', of: 'ease', keys: ['a', 'b,c'], values: Float64Array.of(0.1, 1 / 3) }],
}
const bare: ValuedRun = {
  run: { ...run, id: 'r2', catalogue: undefined, seed: undefined, metrics: [] },
  values: [],
}

const figures = [
  {
    ...{ run: 'r1', name: 'A "quoted", run', kind: 'narratives', state: 'finished', catalogue: 'shop' },
    ...{ created: '2026-09-01T00:00:00.000Z', catalogue_version: 3, model: null, adapters: 'luxury:0.8' },
    ...{ seed: 7, params: '{"k":10}', metric: 'ndcg@10', of: 'ease' },
    ...{ value: 0.5, low: 0.25, high: 0.75, n: 2, better: 'higher' },
  },
  {
    ...{ run: 'r1', name: 'A "quoted", run', kind: 'narratives', state: 'finished', catalogue: 'shop' },
    ...{ created: '2026-09-01T00:00:00.000Z', catalogue_version: 3, model: null, adapters: 'luxury:0.8' },
    ...{ seed: 7, params: '{"k":10}', metric: 'perplexity', of: '' },
    ...{ value: null, low: null, high: null, n: null, better: null },
  },
]
const rows = [
  { run: 'r1', metric: 'ndcg@10', of: 'ease', key: 'a', value: 0.1 },
  { run: 'r1', metric: 'ndcg@10', of: 'ease', key: 'b,c', value: 1 / 3 },
]
/** CSV knows only text, and no difference between nothing and an empty text. */
const asText = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]))

describe('runs as a file', () => {
  it.each([
    [false, 'shelftalk-run-r1.csv', figures],
    [true, 'shelftalk-run-r1-values.csv', rows],
  ])('as CSV, values %s', (values, name, expected) => {
    const file = exported([one], { format: 'csv', values })
    expect(file).toMatchObject({ name, encoding: 'utf8', mediaType: 'text/csv; charset=utf-8' })
    expect(parse(file.data, { columns: true })).toEqual(expected.map(asText))
  })

  it.each([
    [false, figures],
    [true, rows],
  ])('as Parquet, values %s', async (values, expected) => {
    const file = exported([one, bare], { format: 'parquet', values })
    expect(file).toMatchObject({
      name: `shelftalk-2-runs${values ? '-values' : ''}.parquet`,
      encoding: 'base64',
    })
    const bytes = Buffer.from(file.data, 'base64')
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const read = (await parquetReadObjects({ file: buffer })) as Record<string, unknown>[]
    expect(read.map((row) => ({ ...row }))).toEqual(expected)
  })

  it('as JSON holds everything, values where they are asked for', () => {
    const whole = (values: boolean) => JSON.parse(exported([one], { format: 'json', values }).data) as unknown
    expect(whole(false)).toEqual({ runs: [run] })
    expect(whole(true)).toEqual({
      runs: [
        { ...run, values: [{ metric: 'ndcg@10', of: 'ease', keys: ['a', 'b,c'], values: [0.1, 1 / 3] }] },
      ],
    })
  })

  it.each(['csv', 'parquet'] as const)(
    'as %s of a run without figures has its columns and no row',
    (format) => {
      const { data } = exported([bare], { format, values: true })
      if (format === 'csv') expect(data).toBe('run,metric,of,key,value\r\n')
      else expect(Buffer.from(data, 'base64').subarray(0, 4).toString()).toBe('PAR1')
    },
  )
})
