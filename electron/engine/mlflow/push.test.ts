/** Pushing a run to an MLflow server that holds to MLflow's limits. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Run, RunDraft, RunValues } from '../../../shared/domain/run'
import type { RunStore } from '../../store/runs'
import { callOnce, tried } from './client'
import { pushRun } from './push'
import type { StandIn } from './standIn'
import { startStandIn } from './standIn'

let server: StandIn
beforeEach(async () => {
  server = await startStandIn()
})
afterEach(() => server.close())

const draft: RunDraft = {
  kind: 'recommend',
  state: 'finished',
  name: 'Leave last out',
  notes: 'Monsoon',
  createdAtMs: Date.UTC(2026, 8, 1),
  ms: 1500.25,
  seed: 7,
  catalogue: { name: 'shop', version: 3, invented: true },
  model: { name: 'base', digest: '0123456789ab' },
  adapters: [{ name: 'luxury', scale: 0.8 }],
  params: { protocol: 'leave-last-out', k: 10 },
  metrics: [
    { name: 'ndcg@10', of: 'popularity', value: 0.1, low: 0.05, high: 0.15, n: 40, better: 'higher' },
    { name: 'perplexity', of: '', value: null },
  ],
  app: '0.1.0',
}
const values: readonly RunValues[] = [
  { metric: 'ndcg@10', of: 'popularity', keys: ['a', 'b'], values: Float64Array.of(0, 0.2) },
]

/** A store of one run. */
function keeping(more: Partial<Run> = {}): RunStore & { readonly run: () => Run } {
  let run: Run = { ...draft, notes: draft.notes ?? '', id: '20260901-000000-abcd', ...more }
  const never = () => Promise.reject(new Error('is not asked for'))
  return {
    run: () => run,
    ...{ record: never, all: never, remove: never, restore: never },
    one: async () => run,
    values: async () => values,
    update: async (_, { pushed, ...rest }) => {
      run = { ...run, ...rest, ...(pushed ? { pushed: [pushed] } : {}) }
      return run
    },
  }
}

const push = (store: RunStore, more: { readonly url?: string; readonly experiment?: string } = {}) =>
  pushRun(store, { id: '20260901-000000-abcd', url: server.address, ...more }, {})

describe('a run that is pushed', () => {
  it('arrives with figures, bounds, parameters, tags, status and files, and is remembered', async () => {
    const store = keeping()
    const pushed = await push(store)
    expect(pushed).toMatchObject({
      ...{ url: server.address, mlflowRunId: 'mlrun1', experiment: 'shelftalk-recommend', isNew: true },
      page: `${server.address}/#/experiments/1/runs/mlrun1`,
      artifacts: ['run.json', 'values.csv'],
    })
    expect(store.run().pushed).toEqual([{ url: server.address, mlflowRunId: 'mlrun1', atMs: pushed.atMs }])
    const there = server.runs.get('mlrun1')
    expect(there).toMatchObject({ name: 'Leave last out', status: 'FINISHED' })
    expect(Object.fromEntries(there?.metrics ?? [])).toEqual({
      'popularity/ndcg_at_10': 0.1,
      'popularity/ndcg_at_10.low': 0.05,
      'popularity/ndcg_at_10.high': 0.15,
      'popularity/ndcg_at_10.n': 40,
    })
    expect(Object.fromEntries(there?.params ?? [])).toEqual({
      ...{ protocol: 'leave-last-out', k: '10', seed: '7', adapters: 'luxury:0.8' },
      ...{ catalogue: 'shop', catalogue_version: '3', model: 'base@0123456789ab' },
    })
    expect(Object.fromEntries(there?.tags ?? [])).toMatchObject({
      'shelftalk.run': '20260901-000000-abcd',
      'mlflow.note.content': 'Monsoon',
      'shelftalk.catalogue_is_invented': 'true',
    })
    expect(JSON.parse(server.artifacts.get('1/mlrun1/artifacts/run.json') ?? '')).toMatchObject({
      runs: [{ name: 'Leave last out' }],
    })
    expect(server.artifacts.get('1/mlrun1/artifacts/values.csv')).toContain('ndcg@10,popularity,b,0.2')
  })

  it('again is brought up to date, not doubled', async () => {
    const store = keeping()
    await push(store)
    await store.update('', { name: 'Renamed', notes: 'Sold out' })
    expect(await push(store)).toMatchObject({ mlflowRunId: 'mlrun1', isNew: false })
    expect(server.runs.size).toBe(1)
    expect(server.runs.get('mlrun1')).toMatchObject({ name: 'Renamed' })
    expect(server.runs.get('mlrun1')?.tags.get('mlflow.note.content')).toBe('Sold out')
  })

  it('again under another experiment stays in the one it is in, which is said', async () => {
    const store = keeping()
    await push(store, { experiment: 'Monsoon tests' })
    const again = await push(store, { experiment: 'Winter tests' })
    expect(again).toMatchObject({ experiment: 'Monsoon tests', isNew: false, mlflowRunId: 'mlrun1' })
    expect(await push(store)).toMatchObject({ experiment: 'Monsoon tests' })
    expect([...server.experiments.keys()]).toEqual(['Monsoon tests'])
  })

  it('goes anew where it was deleted there, or the server knows it no longer', async () => {
    const store = keeping()
    await push(store)
    const first = server.runs.get('mlrun1')
    if (first) first.deleted = true
    expect(await push(store)).toMatchObject({ mlflowRunId: 'mlrun2', isNew: true })
    server.runs.clear()
    expect(await push(store)).toMatchObject({ isNew: true })
    expect(server.runs.size).toBe(1)
  })

  it.each([
    ['failed', 'FAILED'],
    ['cancelled', 'KILLED'],
  ] as const)('that %s has the status %s', async (state, status) => {
    await push(keeping({ state, metrics: [], error: 'The store is full.' }))
    expect(server.runs.get('mlrun1')?.status).toBe(status)
    expect(server.runs.get('mlrun1')?.tags.get('shelftalk.error')).toBe('The store is full.')
  })

  it('goes in several calls where it holds more than one may carry, odd names and all', async () => {
    const metrics = Array.from({ length: 700 }, (_, at) => ({
      ...{ name: `ndcg@${at}`, of: `/é…/../ "${at % 3}"`, value: at, low: at - 1, high: at + 1 },
    }))
    const params = Object.fromEntries(
      Array.from({ length: 230 }, (_, at) => [`param (${at})`, at === 0 ? 'x'.repeat(7000) : at]),
    )
    await push(keeping({ metrics, params, notes: 'n'.repeat(20_000) }))
    const there = server.runs.get('mlrun1')
    expect([there?.metrics.size, there?.params.size]).toEqual([2100, 235])
    expect(there?.params.get('param _0_')).toHaveLength(6000)
    expect(server.calls.filter((call) => call === 'POST runs/log-batch')).toHaveLength(3)
  })

  it('leaves its files out where the server keeps artifacts elsewhere', async () => {
    const elsewhere = await startStandIn('s3://bucket')
    expect(await push(keeping(), { url: elsewhere.address })).toMatchObject({ artifacts: [] })
    expect(elsewhere.artifacts.size).toBe(0)
    await elsewhere.close()
  })

  it('goes into the experiment that is named, made when it is not there', async () => {
    await push(keeping(), { experiment: 'Monsoon tests' })
    await push(keeping({ id: 'other' }), { experiment: 'Monsoon tests' })
    expect([...server.experiments.keys()]).toEqual(['Monsoon tests'])
    expect(server.runs.size).toBe(2)
    server.experiments.set('Monsoon tests', { id: '1', deleted: true })
    await expect(push(keeping({ id: 'third' }), { experiment: 'Monsoon tests' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'The experiment "Monsoon tests" was deleted in MLflow.',
    })
  })
})

describe('a server in trouble', () => {
  it('is tried again, and the run is not doubled where the answer was lost', async () => {
    const seen: string[] = []
    server.misbehave = (call) => {
      seen.push(call)
      const times = seen.filter((one) => one === call).length
      if (call === 'POST runs/create' && times === 1) return 'drop'
      if (call === 'POST runs/log-batch' && times === 1) return 503
      return undefined
    }
    expect(await push(keeping())).toMatchObject({ mlflowRunId: 'mlrun1' })
    expect(server.runs.size).toBe(1)
    expect(seen.filter((one) => one === 'POST runs/create')).toHaveLength(1)
    expect(server.runs.get('mlrun1')?.status).toBe('FINISHED')
  })

  it('that stays away is named, and what was begun is finished by the next push', async () => {
    const store = keeping()
    server.misbehave = (call) => (call === 'POST runs/log-batch' ? 500 : undefined)
    await expect(push(store)).rejects.toMatchObject({
      code: 'SERVER_AWAY',
      message: expect.stringContaining(`The MLflow server at ${server.address} does not answer`) as string,
    })
    expect(store.run().pushed?.[0]?.mlflowRunId).toBe('mlrun1')
    server.misbehave = () => undefined
    expect(await push(store)).toMatchObject({ mlflowRunId: 'mlrun1', isNew: false })
    expect(server.runs.get('mlrun1')?.metrics.size).toBe(4)
  })

  it('where nothing listens is named, and the run stays as it was', async () => {
    const gone = await startStandIn()
    await gone.close()
    const store = keeping()
    await expect(push(store, { url: gone.address })).rejects.toMatchObject({
      code: 'SERVER_AWAY',
      message: `The MLflow server at ${gone.address} does not answer: nothing listens there.`,
    })
    expect(store.run().pushed).toBeUndefined()
  })

  it.each([
    [401, /does not let us in/],
    [302, /is no MLflow server/],
    [404, /is no MLflow server/],
  ])('that answers %i is refused in words', async (status, message) => {
    server.misbehave = () => status
    await expect(push(keeping())).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(message) as string,
    })
  })

  it('that does not go by the name it is called by is refused in its own words', async () => {
    server.misbehave = () => 'host'
    await expect(push(keeping())).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(/does not let us in: Invalid Host header/) as string,
      hint: expect.stringContaining(`--allowed-hosts ${new URL(server.address).host}`) as string,
    })
  })

  it('that takes its time is not waited for for ever', async () => {
    const silent = { address: server.address, authorization: undefined, pausesMs: [], timeoutMs: 50 }
    server.misbehave = () => 'silence'
    const call = () => callOnce(silent, { method: 'GET', path: 'runs/get' }, z.unknown())
    await expect(tried(silent, call)).rejects.toMatchObject({
      code: 'SERVER_AWAY',
      message: `The MLflow server at ${server.address} does not answer: it took too long.`,
    })
  })

  it('that says no to what was changed by hand there is quoted', async () => {
    const store = keeping()
    await push(store)
    server.runs.get('mlrun1')?.params.set('k', '20')
    await expect(push(store)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('Changing param values is not allowed') as string,
    })
  })
})

describe('credentials', () => {
  const sent = async (environment: Readonly<Record<string, string>>) => {
    await pushRun(keeping(), { id: '', url: server.address }, environment)
    return server.headers.authorization
  }
  it.each([
    ['none', {}, undefined],
    ['a token', { MLFLOW_TRACKING_TOKEN: 'abc' }, 'Bearer abc'],
    [
      'a user with a password',
      { MLFLOW_TRACKING_USERNAME: 'mira', MLFLOW_TRACKING_PASSWORD: 'søt' },
      `Basic ${Buffer.from('mira:søt').toString('base64')}`,
    ],
    [
      'a token of another server',
      { MLFLOW_TRACKING_TOKEN: 'abc', SHELFTALK_MLFLOW: 'https://mlflow.example' },
      undefined,
    ],
  ])('%s', async (_, environment, header) => {
    expect(await sent(environment as Readonly<Record<string, string>>)).toBe(header)
  })

  it('of the server that SHELFTALK_MLFLOW names go there', async () => {
    const environment = { SHELFTALK_MLFLOW: `${server.address}/`, MLFLOW_TRACKING_TOKEN: 'abc' }
    await pushRun(keeping(), { id: '' }, environment)
    expect(server.headers.authorization).toBe('Bearer abc')
  })
})

describe('an address', () => {
  it.each([
    [undefined, /not said which MLflow server/],
    ['ftp://mlflow.example', /no address of an MLflow server/],
    ['mlflow', /no address of an MLflow server/],
    ['file:///tmp/mlruns', /no address of an MLflow server/],
    ['http://mira:secret@mlflow.example', /holds a user or a password/],
  ])('%s is refused before anything is sent', async (url, message) => {
    await expect(
      pushRun(keeping(), { id: '', ...(url === undefined ? {} : { url }) }, {}),
    ).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(message) as string,
    })
  })
})
