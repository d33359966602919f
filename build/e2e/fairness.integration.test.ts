/** Fairness from the outside: the commands and the API over canned services, and the bundled command with its thread. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../electron/cli/run'
import { FAIRNESS_ROUTES } from '../../electron/transports/rest/fairnessRoutes'
import type { Services } from '../../shared/contract/services'
import type { FairnessAudit } from '../../shared/domain/fairness'
import { ensureBundles } from '../bundle/build.mjs'
import { fakeServices } from './fakeServices'

const ROOT = resolve(import.meta.dirname, '../..')
const never = new AbortController().signal
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shelftalk-fairness-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const routeOf = (path: string) => {
  const route = FAIRNESS_ROUTES.find((one) => one.path === path)
  if (!route) throw new Error(`There is no route ${path}`)
  return route
}

async function run(line: string | readonly string[], signal = never) {
  let [out, err] = ['', '']
  const asked: unknown[] = []
  const services = fakeServices({ wordMs: 0 })
  const watched: Partial<Services> = {
    auditFairness: (request, stop) => {
      asked.push(request)
      return services.auditFairness(request, stop)
    },
    fairnessTradeOff: (request, stop) => {
      asked.push(request)
      return services.fairnessTradeOff(request, stop)
    },
    probeFairness: (request, stop) => {
      asked.push(request)
      return services.probeFairness(request, stop)
    },
  }
  const words = typeof line === 'string' ? line.split(' ').filter(Boolean) : line
  const status = await runCli(['fairness', ...words], {
    ...{ out: (text) => (out += text), err: (text) => (err += text), progress: undefined, signal },
    open: async () => ({ services: { ...services, ...watched }, close: async () => undefined }),
  })
  return { status, out, err, asked }
}

/** What a request holds where nothing is said. */
const plain = { strategy: 'personalised', adapters: [], k: 10, seed: 1, texts: 0, rules: true, keep: true }

describe('shelftalk fairness', () => {
  it.each([
    ['--segment ageBand', { segments: [['ageBand']] }],
    [
      '--segment ageBand,gender --segment incomeBand',
      { segments: [['ageBand'], ['gender'], ['incomeBand']] },
    ],
    [
      '--segment ageBand×gender,ageBand*region',
      {
        segments: [
          ['ageBand', 'gender'],
          ['ageBand', 'region'],
        ],
      },
    ],
    ['--segment ageBandxgender', { segments: [['ageBand', 'gender']] }],
    ['--segment taxes', { segments: [['taxes']] }],
    [
      '--segment gender --catalogue aw --strategy popularity --k 5 --seed 7 --texts 60 --adapter warm:0.5 --no-rules --no-keep',
      {
        ...{ segments: [['gender']], catalogue: 'aw', strategy: 'popularity', k: 5, seed: 7, texts: 60 },
        ...{ adapters: [{ name: 'warm', scale: 0.5 }], rules: false, keep: false },
      },
    ],
    ['', {}],
  ])('%s asks for it', async (line, request) => {
    expect((await run(line)).asked).toEqual([{ ...plain, ...request }])
  })

  it('prints the first segment flat and all of them beside it, as the API answers', async () => {
    const { out } = await run('--segment ageBand,gender --json')
    const json = JSON.parse(out) as FairnessAudit & { groups: unknown; gaps: unknown; segment: unknown }
    const { segment, groups, gaps } = json.reports[0] ?? {}
    expect([json.segment, json.groups, json.gaps]).toEqual([segment, groups, gaps])
    expect(json.reports).toHaveLength(2)
    const route = routeOf('/v1/fairness/audit')
    const answered = await route.run(route.body?.parse({}), { services: fakeServices(), signal: never })
    expect(route.reply.safeParse(answered).error?.issues).toBeUndefined()
    expect(route.body?.safeParse({ segment: 'ageBand' }).success).toBe(false)
  })

  it('prints the headline first, then a table of each segment', async () => {
    const { out } = await run('--segment ageBand,gender')
    const json = JSON.parse((await run('--segment ageBand,gender --json')).out) as FairnessAudit
    expect(out.split('\n')[0]).toBe(json.headline)
    expect(out).toMatch(/By age band, \d+ groups?:/)
    expect(out).toMatch(/\| measure +\| .*\(n [\d]+\)/)
    expect(out).toMatch(/kept as run|not kept/)
  })

  it('writes a page and a table', async () => {
    const [page, table] = [join(folder, 'page.html'), join(folder, 'table.csv')]
    const { out } = await run(['--report', page, '--csv', table])
    expect(out).toContain(`wrote ${page}`)
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/)
    expect(readFileSync(table, 'utf8').split('\n')[0]).toContain('segment')
    const { status, err } = await run(['--csv', join(folder, 'no', 'table.csv')])
    expect([status, err]).toEqual([2, expect.stringContaining('cannot be written')])
  })

  it.each([
    ['--segment a×b×c', 'cross two attributes'],
    ['--segment a×a', 'crosses an attribute with itself'],
    ['--segment ,', 'name an attribute'],
    ['--k 51', 'k'],
    ['--texts many', '--texts'],
    ['--strategy best', 'strategy'],
    ['--segments ageBand', '--segments'],
    ['look', 'probe, trade-off'],
    ['trade-off', 'whose lists'],
    ['trade-off --segment ageBand', 'FIELD=VALUE'],
    ['trade-off --segment ageBand=55+ --by colour', 'by'],
    ['trade-off --segment ageBand=55+ --strength 0.5', '--save'],
    ['trade-off --segment ageBand=55+ --save Even --strength 1.5', '0 to 1'],
    ['probe', 'what to flip'],
    ['probe --flip ageBand', 'FIELD=VALUE'],
    ['probe --flip ageBand=55+ --name Priya', 'One thing'],
    ['probe --flip ageBand=55+ --persona asha-menon --people 3', 'several'],
    ['probe --flip ageBand=55+ --people 0', 'people'],
  ])('refuses %s', async (line, said) => {
    const { status, err, asked } = await run(line)
    expect([status, asked]).toEqual([2, []])
    expect(err).toContain(said)
  })

  it.each(['', 'trade-off --segment ageBand=55+', 'probe --flip ageBand=55+'])(
    'ends as stopped when it is stopped: %s',
    async (line) => {
      const controller = new AbortController()
      const running = run(line, controller.signal)
      controller.abort()
      expect((await running).status).toBe(130)
    },
  )
})

describe('shelftalk fairness trade-off', () => {
  it('asks for it, and keeps a point as a rule that is listed and can be taken out', async () => {
    const line = 'trade-off --catalogue shelf --segment ageBand=55+ --by priceTier --steps 5 --k 8'
    const { asked, out } = await run(line)
    const segment = { field: 'ageBand', value: '55+' }
    const request = { catalogue: 'shelf', segment, by: 'priceTier', steps: 5, k: 8 }
    expect(asked).toEqual([{ ...request, strategy: 'personalised', seed: 1 }])
    expect(out).toMatch(/\| strength +\| gap/)
    expect(out).toMatch(/\| 60 % +\| −/)
    const saved = await run([...line.split(' '), '--save', 'Even prices', '--strength', '0.58', '--json'])
    const { rule } = JSON.parse(saved.out) as { readonly rule: object }
    expect(rule).toMatchObject({
      ...{ name: 'Even prices', enabled: true, products: {}, when: { segment } },
      action: { kind: 'parity', by: 'priceTier' },
    })
    const said = await run([...line.split(' '), '--save', 'Even prices'])
    expect(said.out).toMatch(/Saved "Even prices" \(.+\) in "shelf", at \d+ %\./)
  })

  it('answers over the API too', async () => {
    const route = routeOf('/v1/fairness/trade-off')
    const body = route.body?.parse({ segment: { field: 'ageBand', value: '55+' } })
    const answered = await route.run(body, { services: fakeServices(), signal: never })
    expect(route.reply.safeParse(answered).error?.issues).toBeUndefined()
  })
})

describe('shelftalk fairness probe', () => {
  it('asks for one person or several', async () => {
    const { asked } = await run('probe --persona asha-menon --flip ageBand=55+ --occasion rain --no-texts')
    const shared = { strategy: 'personalised', adapters: [], k: 10, seed: 1, people: 20 }
    expect(asked).toEqual([
      {
        ...shared,
        audience: { kind: 'persona', id: 'asha-menon' },
        ...{ flip: { what: 'segment', field: 'ageBand', value: '55+' }, occasion: 'rain', texts: false },
      },
    ])
    const named = await run(['probe', '--people', '5', '--name', 'Priya Menon'])
    expect(named.asked).toEqual([
      { ...shared, people: 5, flip: { what: 'name', name: 'Priya Menon' }, occasion: '', texts: true },
    ])
    expect(named.out).toContain('another seed')
    expect(named.out).toMatch(/people with other products or order +\|/)
    expect(named.out).toMatch(/of picks in common, order [\d.]+ %.*; with another seed [\d.]+ %, order /)
  })

  it('answers over the API too, and so do the segments and the shoppers behind a figure', async () => {
    const context = { services: fakeServices(), signal: never }
    const probe = routeOf('/v1/fairness/probe')
    const flip = { what: 'name', name: 'Priya Menon' }
    const answered = await probe.run(probe.body?.parse({ flip }), context)
    expect(probe.reply.safeParse(answered).error?.issues).toBeUndefined()
    const segments = routeOf('/v1/fairness/segments')
    expect(segments.reply.safeParse(await segments.run({}, context)).error?.issues).toBeUndefined()
    const shoppers = routeOf('/v1/fairness/shoppers')
    const body = shoppers.body?.parse({ audit: 'audit-1', segment: ['ageBand'], group: '55+' })
    const behind = shoppers.reply.parse(await shoppers.run(body, context))
    expect(behind).toMatchObject({ total: 30 })
  })
})

describe('the bundle', () => {
  it('audits, thread and all', () => {
    ensureBundles(['app'])
    const flags = [
      '--strategy',
      'popularity',
      '--segment',
      'gender',
      '--home',
      join(folder, 'home'),
      '--json',
    ]
    const ran = spawnSync(process.execPath, [join(ROOT, 'out/main/cli.mjs'), 'fairness', ...flags], {
      encoding: 'utf8',
    })
    expect(ran.stderr).toBe('')
    const found = JSON.parse(ran.stdout) as FairnessAudit
    expect(found).toMatchObject({ catalogue: 'shop', shoppers: 3280, invented: true, segment: 'gender' })
    expect(found.run).toBeDefined()
  }, 300_000)
})
