/** Evaluations of recommenders from the outside: the command and the API over canned services, and the bundled command with its threads. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../../electron/cli/run'
import { RECOMMEND_ROUTES } from '../../electron/transports/rest/recommendRoutes'
import type { EvaluateRecommendRequest } from '../../shared/contract/parts/recommend'
import type { Services } from '../../shared/contract/services'
import type { RecommendEvaluation } from '../../shared/domain/recommendEvaluation'
import { ensureBundles } from '../bundle/build.mjs'
import { fakeServices } from './fakeServices'

const ROOT = resolve(import.meta.dirname, '../..')
const [route] = RECOMMEND_ROUTES

async function run(line: string, signal = new AbortController().signal) {
  let [out, err] = ['', '']
  const asked: EvaluateRecommendRequest[] = []
  const services = fakeServices({ wordMs: 0 })
  const evaluateRecommend: Services['evaluateRecommend'] = (request, stop) => {
    asked.push(request)
    return services.evaluateRecommend(request, stop)
  }
  const status = await runCli(`evaluate recommend ${line}`.trim().split(' '), {
    ...{ out: (text) => (out += text), err: (text) => (err += text), progress: undefined, signal },
    open: async () => ({ services: { ...services, evaluateRecommend }, close: async () => undefined }),
  })
  return { status, out, err, asked }
}

describe('shelftalk evaluate recommend', () => {
  it('asks for what the flags say', async () => {
    const flags =
      '--catalogue ml --protocol random-80-20 --k 5 --strategies ease,item-knn --seed 7 --users 90'
    expect((await run(`${flags} --no-clicks --no-keep --json`)).asked).toEqual([
      {
        ...{ catalogue: 'ml', protocol: 'random-80-20', k: 5, strategies: ['ease', 'item-knn'] },
        ...{ seed: 7, users: 90, clicks: false, keep: false },
      },
    ])
    expect((await run('--json')).asked).toEqual([
      { protocol: 'leave-last-out', k: 10, seed: 1, clicks: true, keep: true },
    ])
  })

  it('prints what the API answers too', async () => {
    const { out } = await run('--json')
    expect(route?.reply.safeParse(JSON.parse(out)).error?.issues).toBeUndefined()
    const signal = new AbortController().signal
    const answered = await route?.run(route.body?.parse({}), { services: fakeServices(), signal })
    expect(route?.reply.parse(answered)).toMatchObject({ protocol: 'leave-last-out', k: 10, users: 3280 })
  })

  it('prints tables in Markdown that say how many, of what, and how sure', async () => {
    const { out } = await run('--strategies personalised,popularity,random')
    const lines = out.split('\n')
    expect(lines[0]).toContain('3,280 users of "shelf"')
    const tables = lines.filter((line) => line.startsWith('|'))
    // Three tables: a head, a rule and three strategies each.
    expect(tables).toHaveLength(15)
    expect(new Set(tables.slice(0, 5).map((line) => line.split('|').length)).size).toBe(1)
    expect(new Set(tables.slice(0, 5).map((line) => line.length)).size).toBe(1)
    expect(tables[2]).toMatch(/^\| personalised +\| 0\.080 \[0\.072, 0\.088\] \|/)
    expect(tables[2]).toContain('2.00 x, p < .01')
    expect(tables[7]).toContain('+40 % [+33 %, +47 %]')
    // With one product held out of each user recall is the hit rate.
    expect(tables[0]).not.toContain('Recall')
    expect((await run('--protocol random-80-20')).out).toContain('Recall@10')
    expect(out).toMatch(/kept as run r\d+/)
  })

  it.each([
    ['--protocol half', 'protocol'],
    ['--k 0', 'k'],
    ['--k 101', 'k'],
    ['--k many', '--k'],
    ['--strategies best', 'strategies'],
    ['--strategies ease,ease', 'twice'],
    ['--strategies ,', 'name a strategy'],
    ['--users 0', 'users'],
    ['--catalog ml', '--catalog'],
  ])('refuses %s', async (line, said) => {
    const { status, err, asked } = await run(line)
    expect(status).toBe(2)
    expect(err).toContain(said)
    expect(asked).toEqual([])
  })

  it('ends as stopped when it is stopped', async () => {
    const controller = new AbortController()
    const running = run('', controller.signal)
    controller.abort()
    expect((await running).status).toBe(130)
  })

  it('runs from the bundle, threads and all', () => {
    ensureBundles(['app'])
    const home = mkdtempSync(join(tmpdir(), 'shelftalk-evaluate-'))
    try {
      const flags = ['--strategies', 'item-knn', '--users', '60', '--home', home, '--json']
      const ran = spawnSync(
        process.execPath,
        [join(ROOT, 'out/main/cli.mjs'), 'evaluate', 'recommend', ...flags],
        { encoding: 'utf8' },
      )
      expect(ran.stderr).toBe('')
      const found = JSON.parse(ran.stdout) as RecommendEvaluation
      expect(found.results.map(({ strategy }) => strategy)).toEqual(['popularity', 'random', 'item-knn'])
      expect(found).toMatchObject({ catalogue: 'shop', users: 60, items: 2679, clicks: { by: 'model' } })
      expect(found.run).toBeDefined()
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  }, 300_000)
})
