/** Runs from the outside: `shelftalk runs ...` and the API over canned services. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../electron/cli/run'
import type { StandIn } from '../../electron/engine/mlflow/standIn'
import { startStandIn } from '../../electron/engine/mlflow/standIn'
import { RUN_ROUTES } from '../../electron/transports/rest/runRoutes'
import type { Services } from '../../shared/contract/services'
import type { Run, RunComparison } from '../../shared/domain/run'
import { fakeServices } from './fakeServices'

let folder: string
let mlflow: StandIn
let services: Services
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shelftalk-runs-'))
  mlflow = await startStandIn()
})
afterAll(async () => {
  await mlflow.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  services = fakeServices({ wordMs: 0 })
})

async function run(line: string): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const argv = line.split(' ').map((word) => word.replace('FOLDER', folder).replaceAll('%', ' '))
  const status = await runCli(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    progress: undefined,
    signal: new AbortController().signal,
    open: async () => ({ services, close: async () => undefined }),
  })
  return { status, out, err }
}
const json = async <Value>(line: string) => JSON.parse((await run(`${line} --json`)).out) as Value
const idsOf = async (line: string) => (await json<{ runs: Run[] }>(line)).runs.map(({ id }) => id)

describe('shelftalk runs', () => {
  it.each([
    ['runs', ['r7', 'r6', 'r5', 'r4', 'r3', 'r2', 'r1']],
    ['runs list --kind narratives --limit 2', ['r7', 'r6']],
    ['runs --kind recommend', ['r2', 'r1']],
    ['runs list --search LUXURY', ['r4']],
    ['runs list --catalogue none', []],
    ['runs list --since 2026-09-14', ['r7', 'r6']],
    ['runs list --limit 1 --offset 6', ['r1']],
  ])('"%s" lists', async (line, ids) => {
    expect(await idsOf(line)).toEqual(ids)
  })

  it('lists a line a run for people, and how many more there are', async () => {
    const lines = (await run('runs list --limit 2')).out.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^r7 +2026-09-14 02:30 +Narratives +cancelled +shelf +200 narratives/)
    expect(lines[2]).toBe('2 of 7 runs; --offset goes on')
    expect((await run('runs --deleted')).out).toBe('No run is deleted.\n')
  })

  it('shows a run: what was asked, the finding, the figures', async () => {
    const { out } = await run('runs show r1')
    expect(out).toContain('Recommenders over shelf, leave last out (r1)')
    expect(out).toContain('protocol leave-last-out')
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /Personalised finds the held-out product \d\.\d times as often as popularity \[\d\.\d, \d\.\d\]/,
    )
    expect(out).toMatch(/Hit rate@10 +ease +\d\d\.\d % \[\d\d\.\d %, \d\d\.\d %\] +n 150/)
    const shown = await json<{ run: Run; findings: unknown[] }>('runs show r1')
    expect([shown.run.id, shown.findings.length]).toEqual(['r1', 21])
    expect((await json<{ run: Run }>('runs show latest')).run.id).toBe('r7')
  })

  it('compares runs by metric, with what was asked differently and a verdict a row', async () => {
    const { out } = await run('runs compare r3 r4')
    expect(out).toContain('A  200 narratives over shelf, personalised (r3)')
    expect(out).toMatch(/adapters +– +luxury at 0\.8/)
    expect(out).toMatch(
      /Words +written +[\d.]+ +B +[\d.]+ +\+\d\.\d\d \[[\d., ]+\] +higher, p (< 0\.001|= 0\.00\d)\n/,
    )
    expect(out).toMatch(/Self-BLEU-4 .*not tested/)
    const { tests, runs } = await json<RunComparison>('runs compare r3 r4')
    expect([tests, runs.map(({ id }) => id)]).toEqual([5, ['r3', 'r4']])
  })

  it('exports to a file, figures or values', async () => {
    const { out } = await run('runs export r1 r2 --out FOLDER/two.csv')
    expect(out).toMatch(/^Wrote 2 runs to .*two\.csv \([\d,]+ bytes\)\.\n$/)
    const lines = readFileSync(join(folder, 'two.csv'), 'utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + 2 * 48)
    await run('runs export r1 --format parquet --values --out FOLDER/one.parquet')
    expect(readFileSync(join(folder, 'one.parquet')).subarray(0, 4).toString()).toBe('PAR1')
    const written = await json<{ bytes: number }>(
      'runs export r1 --format json --values --out FOLDER/one.json',
    )
    const content = readFileSync(join(folder, 'one.json'), 'utf8')
    expect(Buffer.byteLength(content)).toBe(written.bytes)
    const { runs } = JSON.parse(content) as { runs: { id: string; values: object[] }[] }
    expect(runs.map(({ id, values }) => [id, values.length])).toEqual([['r1', 24]])
  })

  it('edits, deletes and brings back', async () => {
    expect(await json('runs edit r1 --name Monsoon --notes Sold%out')).toMatchObject({
      run: { name: 'Monsoon', notes: 'Sold out' },
    })
    expect((await run('runs delete r1')).out).toContain('runs restore r1')
    expect([await idsOf('runs --kind recommend'), await idsOf('runs --deleted')]).toEqual([['r2'], ['r1']])
    expect((await run('runs restore r1')).out).toBe('Brought back r1, "Monsoon".\n')
    expect(await idsOf('runs --kind recommend')).toEqual(['r2', 'r1'])
  })

  it('pushes to an MLflow server, and again without doubling', async () => {
    const { out } = await run(`runs push r1 r3 --mlflow ${mlflow.address} --experiment Shop`)
    expect(out.split('\n').map((line) => line.split(':')[0])).toEqual(['Pushed r1', 'Pushed r3', ''])
    expect(mlflow.runs.size).toBe(2)
    const again = await json<{ pushed: { isNew: boolean }[] }>(`runs push r1 --mlflow ${mlflow.address}`)
    expect(again.pushed).toMatchObject([{ run: 'r1', isNew: false, experiment: 'Shop' }])
    const elsewhere = await run(`runs push r1 --mlflow ${mlflow.address} --experiment Other`)
    expect(elsewhere.out).toMatch(/^Brought up to date r1: .*it stays in "Shop"/)
    expect(mlflow.runs.size).toBe(2)
    expect((await run('runs show r1')).out).toContain(`in MLflow at ${mlflow.address} as`)
  })

  it.each([
    ['runs shwo', 2, 'shwo'],
    ['runs show none', 2, 'none'],
    ['runs show', 2, "argument 'ID'"],
    ['runs --kind seance', 2, 'kind'],
    ['runs --since yesterday', 2, '--since'],
    ['runs --limit 0', 2, 'limit'],
    ['runs compare r1', 2, 'two runs at least'],
    ['runs compare r1 r1', 2, 'twice'],
    ['runs compare r1 none', 2, 'none'],
    ['runs export r1 --format xlsx', 2, 'format'],
    ['runs export r1 --out FOLDER/none/file.csv', 2, 'cannot be written'],
    ['runs edit r1', 2, 'what to change'],
    ['runs edit r1 --name %', 2, 'name'],
    ['runs delete none', 2, 'none'],
    ['runs push r1', 2, 'SHELFTALK_MLFLOW'],
    ['runs push r1 --mlflow ftp://a', 2, 'no address'],
    ['runs push r1 --mlflow http://127.0.0.1:9', 1, 'does not answer'],
  ])('"%s" ends with %i and a line that says why', async (line, status, word) => {
    const ended = await run(line)
    expect([ended.status, ended.out]).toEqual([status, ''])
    expect(ended.err).toMatch(/^shelftalk: [^\n]+\n$/)
    expect(ended.err).toContain(word)
  })
})

describe('the API', () => {
  const call = async (path: string, input?: unknown) => {
    const route = RUN_ROUTES.find((one) => one.path === path)
    if (!route) throw new Error(`There is no ${path}`)
    const schema = route.body ?? route.query
    const reply = await route.run(schema?.parse(input), { services, signal: new AbortController().signal })
    return route.reply.parse(reply) as Record<string, unknown>
  }
  it('answers every operation as it is described', async () => {
    expect(await call('/v1/runs', { kind: 'recommend', limit: '1' })).toMatchObject({
      ...{ runs: [{ id: 'r2' }], total: 2, unreadable: [] },
    })
    expect(await call('/v1/run', { id: 'r1' })).toMatchObject({ run: { id: 'r1', kind: 'recommend' } })
    expect(await call('/v1/run/findings', { id: 'r1' })).toMatchObject({
      findings: [{ of: 'personalised', metric: 'ndcg@10' }, ...Array.from({ length: 20 }, () => ({}))],
    })
    expect(await call('/v1/runs/compare', { ids: 'r1,r2' })).toMatchObject({
      runs: [{ id: 'r1' }, { id: 'r2' }],
    })
    expect(await call('/v1/runs/update', { id: 'r1', notes: 'x' })).toMatchObject({ run: { notes: 'x' } })
    expect(await call('/v1/runs/delete', { id: 'r1' })).toEqual({ deleted: 'r1' })
    expect(await call('/v1/runs', { deleted: 'true' })).toMatchObject({ runs: [{ id: 'r1' }] })
    expect(await call('/v1/runs/restore', { id: 'r1' })).toMatchObject({ run: { id: 'r1' } })
    expect(await call('/v1/runs/export', { ids: ['r1'], format: 'csv' })).toMatchObject({ encoding: 'utf8' })
    expect(await call('/v1/runs/mlflow')).toEqual({})
    const column = { label: 'Random', text: 'A mug.', products: ['Mug'], words: 2, verifiedFacts: 1 }
    const figures = { unsupported: 0, totalMs: 300, seed: 1, model: 'base@0123' }
    const comparison = { person: 'Asha', occasion: '', columns: [{ ...column, ...figures }] }
    expect(await call('/v1/runs/comparison', comparison)).toMatchObject({
      run: { kind: 'comparison', name: 'Comparison for Asha', catalogue: { name: 'shelf' } },
    })
    expect(await call('/v1/runs/push', { id: 'r2', url: mlflow.address })).toMatchObject({
      url: mlflow.address,
    })
  })
  it('refuses fields nobody knows', () => {
    const update = RUN_ROUTES.find(({ path }) => path === '/v1/runs/update')
    expect(update?.body?.safeParse({ id: 'r1', nmae: 'x' }).success).toBe(false)
  })
})
