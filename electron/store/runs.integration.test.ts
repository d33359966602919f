/** Runs on disk: what was recorded comes back, changes, deletion and its undo, what is purged, and what cannot be read. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@lancedb/lancedb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunDraft } from '../../shared/domain/run'
import { tryLock } from './lock'
import { openStore } from './store'
import { documentTable, runValueTable } from './tables'
import type { Store } from './types'

let home: string
let store: Store

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shelftalk-runs-'))
  store = await openStore(home)
})
afterEach(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

const DAY_MS = 86_400_000

const draft: RunDraft = {
  kind: 'recommend',
  state: 'finished',
  name: 'Leave last out',
  createdAtMs: 1000,
  ms: 12.5,
  seed: 7,
  catalogue: { name: 'shop', version: 3, invented: true },
  model: { name: 'shelftalk-58m', digest: '0123456789ab' },
  adapters: [{ name: 'luxury', scale: 0.8 }],
  params: { protocol: 'leave-last-out', k: 10, exact: true },
  metrics: [
    { name: 'ndcg@10', of: 'popularity', value: 0.1, low: 0.05, high: 0.15, n: 40, better: 'higher' },
    { name: 'perplexity', of: '', value: null },
  ],
  app: '0.1.0',
}
const values = [
  { metric: 'ndcg@10', of: 'popularity', keys: ['b', 'a', "it's"], values: Float64Array.of(0.5, 0, 1 / 3) },
  { metric: 'hr@10', of: 'popularity', keys: ['b'], values: Float64Array.of(1) },
]

const names = async (filter: Parameters<Store['runs']['all']>[0] = {}) =>
  (await store.runs.all(filter)).map(({ name }) => name)
const reopen = async () => {
  await store.close()
  store = await openStore(home)
}

/** Puts documents into the table of runs behind the store's back, as a crash or a fault may have left them. */
async function plant(rows: readonly (readonly [id: string, document: object | string])[]) {
  const connection = await connect(join(home, 'store'))
  const opened = await connection.openTable('runs')
  const encoded = rows.map(([id, document]) => ({
    id,
    version: 0,
    document:
      typeof document === 'string' ? document : JSON.stringify({ ...draft, notes: '', id, ...document }),
  }))
  await opened.add(documentTable.encode(encoded))
  opened.close()
  connection.close()
}

async function plantValue(run: string) {
  const connection = await connect(join(home, 'store'))
  const opened = await connection.openTable('run-values')
  const row = { run, place: 0, metric: 'ndcg@10', system: '', key: 'a', value: 1 }
  await opened.add(runValueTable.encode([row]))
  opened.close()
  connection.close()
}

/** Runs that the table of values has rows of. */
async function runsWithValues(): Promise<readonly string[]> {
  const connection = await connect(join(home, 'store'))
  const opened = await connection.openTable('run-values')
  const rows = (await opened.query().select(['run']).toArray()) as { run: string }[]
  opened.close()
  connection.close()
  return [...new Set(rows.map(({ run }) => run))].sort()
}

describe('a recorded run', () => {
  it('comes back as it was, its values in their order, also from the disk', async () => {
    const run = await store.runs.record({ ...draft, values })
    expect(run).toEqual({ ...draft, notes: '', id: run.id })
    await reopen()
    expect(await store.runs.all()).toEqual([run])
    expect(await store.runs.one(run.id)).toEqual(run)
    expect(await store.runs.values(run.id)).toEqual(values)
  })

  it('holds values of more rows than are written at once', async () => {
    const keys = Array.from({ length: 60_001 }, (_, index) => `u${index}`)
    const many = { metric: 'ndcg@10', of: '', keys, values: Float64Array.from(keys, (_, index) => index) }
    const { id } = await store.runs.record({ ...draft, values: [many] })
    expect(await store.runs.values(id)).toEqual([many])
  })

  it('has no values where it kept none', async () => {
    const { id } = await store.runs.record(draft)
    expect(await store.runs.values(id)).toEqual([])
  })

  it.each([
    ['a name that is empty', { name: ' ' }, /name/],
    ['a figure that is no number', { metrics: [{ name: 'a', of: '', value: NaN }] }, /metrics/],
  ])('is refused with %s', async (_, change, message) => {
    await expect(store.runs.record({ ...draft, ...change })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(message) as string,
    })
    expect(await store.runs.all()).toEqual([])
  })

  it.each([
    ['more keys than values', ['a', 'b'], Float64Array.of(1)],
    ['a value that is no number', ['a'], Float64Array.of(NaN)],
  ])('is refused with %s, and nothing of it is seen', async (_, keys, numbers) => {
    const bad = { ...draft, values: [{ metric: 'ndcg@10', of: '', keys, values: numbers }] }
    await expect(store.runs.record(bad)).rejects.toThrow(RangeError)
    expect(await store.runs.all()).toEqual([])
  })
})

describe('the list', () => {
  it.each([
    ['nothing said', {}, ['new', 'mid', 'old']],
    ['a kind', { kind: 'narratives' as const }, ['mid']],
    ['a catalogue', { catalogue: 'mine' }, ['old']],
    ['a time', { sinceMs: 2000 }, ['new', 'mid']],
    ['words of the name and of a parameter', { text: 'LEAVE  new' }, ['new']],
    ['a word of the notes', { text: 'monsoon' }, ['mid']],
    ['a word that is nowhere', { text: 'yak' }, []],
    ['the deleted ones', { deleted: true }, ['gone']],
  ])('with %s', async (_, filter, expected) => {
    const mine = { name: 'mine', version: 1, invented: false }
    await store.runs.record({ ...draft, name: 'new', createdAtMs: 3000 })
    await store.runs.record({ ...draft, name: 'old', createdAtMs: 1000, catalogue: mine })
    await store.runs.record({
      ...draft,
      name: 'mid',
      createdAtMs: 2000,
      kind: 'narratives',
      notes: 'Monsoon',
    })
    const { id } = await store.runs.record({ ...draft, name: 'gone', createdAtMs: 4000 })
    await store.runs.remove(id)
    expect(await names(filter)).toEqual(expected)
  })
})

describe('a change', () => {
  it('of name and notes stays, everything else too', async () => {
    const run = await store.runs.record({ ...draft, values })
    expect(await store.runs.update(run.id, { name: 'Monsoon' })).toEqual({ ...run, name: 'Monsoon' })
    await store.runs.update(run.id, { notes: 'Sells.' })
    await reopen()
    expect(await store.runs.one(run.id)).toEqual({ ...run, name: 'Monsoon', notes: 'Sells.' })
    expect(await store.runs.values(run.id)).toEqual(values)
  })

  it('of where it was sent keeps each server once', async () => {
    const { id } = await store.runs.record(draft)
    const push = (url: string, atMs: number) => ({ url, mlflowRunId: 'x', atMs })
    for (const pushed of [push('http://a', 1), push('http://b', 2), push('http://a', 3)])
      await store.runs.update(id, { pushed })
    expect((await store.runs.one(id)).pushed).toEqual([push('http://b', 2), push('http://a', 3)])
  })

  it.each([
    ['of a run that is not there', 'none', { name: 'a' }, 'NOT_FOUND'],
    ['to an empty name', '', { name: '' }, 'BAD_INPUT'],
    ['to endless notes', '', { notes: 'a'.repeat(20_001) }, 'BAD_INPUT'],
  ])('%s is refused', async (_, id, change, code) => {
    const run = await store.runs.record(draft)
    await expect(store.runs.update(id || run.id, change)).rejects.toMatchObject({ code })
    expect(await store.runs.all()).toEqual([run])
  })

  it('of one run by two processes at once loses neither', async () => {
    const { id } = await store.runs.record(draft)
    const script = (change: string) => `
      const { openStore } = await import('./electron/store/store.ts')
      const store = await openStore(${JSON.stringify(home)})
      for (let n = 0; n < 4; n++) await store.runs.update('${id}', ${change})
      await store.close()`
    const start = (change: string) =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script(change)], {
        cwd: join(import.meta.dirname, '../..'),
        stdio: ['ignore', 'inherit', 'inherit'],
      })
    const ended = await Promise.all(
      [start('{ name: "named" + n }'), start('{ notes: "noted" + n }')].map((child) => once(child, 'exit')),
    )
    expect(ended.map(([status]) => status as number)).toEqual([0, 0])
    expect(await store.runs.one(id)).toMatchObject({ name: 'named3', notes: 'noted3' })
  }, 60_000)
})

describe('a deleted run', () => {
  it('leaves the list and comes back as it was', async () => {
    const run = await store.runs.record({ ...draft, values })
    await store.runs.remove(run.id)
    await reopen()
    expect([await names(), await names({ deleted: true })]).toEqual([[], ['Leave last out']])
    expect((await store.runs.one(run.id)).deletedAtMs).toBeGreaterThan(0)
    await expect(store.runs.remove(run.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await store.runs.restore(run.id)).toEqual(run)
    expect(await store.runs.values(run.id)).toEqual(values)
    await expect(store.runs.restore(run.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is gone for good, with its values, thirty days later', async () => {
    const at = (days: number) => ({ deletedAtMs: Date.now() - days * DAY_MS })
    await plant([
      ['lately', at(29)],
      ['long-ago', at(31)],
    ])
    await plantValue('lately')
    await plantValue('long-ago')
    await reopen()
    expect((await store.runs.all({ deleted: true })).map(({ id }) => id)).toEqual(['lately'])
    expect(await runsWithValues()).toEqual(['lately'])
  })
})

describe('what a crash left while recording', () => {
  it('is seen by nobody, and swept after a day', async () => {
    const stamp = (ms: number) =>
      new Date(ms).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
    const fresh = `${stamp(Date.now() - DAY_MS / 2)}-aaaa`
    const old = `${stamp(Date.now() - DAY_MS * 2)}-aaaa`
    await plant([
      [fresh, { recording: true }],
      [old, { recording: true }],
    ])
    await plantValue(fresh)
    await plantValue(old)
    await reopen()
    expect([await names(), await names({ deleted: true })]).toEqual([[], []])
    await expect(store.runs.one(fresh)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await runsWithValues()).toEqual([fresh])
  })
})

describe('a run that cannot be read', () => {
  it('is named, hides no other, and can be deleted', async () => {
    const { id } = await store.runs.record(draft)
    await plant([
      ['torn', '{"id": "torn", "na'],
      ['odd', { kind: 'seance' }],
    ])
    expect((await store.runs.all()).map((run) => run.id)).toEqual([id])
    const bad = await store.unreadable()
    expect(bad).toEqual([
      { kind: 'run', id: 'torn', reason: 'it is not JSON' },
      { kind: 'run', id: 'odd', reason: expect.stringMatching(/^kind: /) as string },
    ])
    await expect(store.runs.one('torn')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('it is not JSON') as string,
    })
    await store.runs.remove('torn')
    expect((await store.unreadable()).map((item) => item.id)).toEqual(['odd'])
  })
})

describe('tidying up', () => {
  const longAgo = { deletedAtMs: Date.now() - 31 * DAY_MS }
  it('is left for another time while somebody else changes runs', async () => {
    await plant([['long-ago', longAgo]])
    const lock = await tryLock(join(home, 'runs.lock'))
    await reopen()
    expect(await names({ deleted: true })).toHaveLength(1)
    await lock?.release()
    await reopen()
    expect(await names({ deleted: true })).toEqual([])
  })

  it('that cannot be done keeps no store from opening, and who reads the runs is told', async () => {
    await plant([['long-ago', longAgo]])
    const data = join(home, 'store', 'runs.lance', 'data')
    for (const file of await readdir(data)) await truncate(join(data, file), 3)
    await reopen()
    expect(await store.personas()).toEqual([])
    await expect(store.runs.all()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })
})
