/** Templates from the outside: `shelftalk templates ...` over canned services. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../electron/cli/run'
import { TEMPLATE_ROUTES } from '../../electron/transports/rest/templateRoutes'
import type { Services } from '../../shared/contract/services'
import type { Template } from '../../shared/domain/template'
import { fakeServices } from './fakeServices'

let folder: string
let services: Services
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shelftalk-templates-'))
  writeFileSync(join(folder, 'good.txt'), 'channel: card\r\nclose: call\r\n')
  writeFileSync(join(folder, 'bad.txt'), 'channel: card\nvoice: loud\n')
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  services = fakeServices({ wordMs: 0 })
})

async function run(line: string): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const status = await runCli(line.replaceAll('FOLDER', folder).split(' '), {
    out: (text) => (out += text),
    err: (text) => (err += text),
    progress: undefined,
    signal: new AbortController().signal,
    open: async () => ({ services, close: async () => undefined }),
  })
  return { status, out, err }
}
const templateOf = ({ out }: { readonly out: string }) => (JSON.parse(out) as { template: Template }).template

describe('shelftalk templates', () => {
  it('shows the latest version, or the one named, in words and as JSON', async () => {
    expect((await run('templates show card')).out).toBe(
      'channel: card\nproducts: 1\nmust mention: price\nclose: none\n',
    )
    expect((await run('templates show card --version 1')).out).toBe(
      'channel: card\nproducts: 1\nclose: quiet\n',
    )
    expect(templateOf(await run('templates show card --version 1 --json'))).toMatchObject({ version: 1 })
    expect((await run('templates show card --versions')).out.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^version 2 {2}2025-11-04 09:30 {2}asha/) as string,
      expect.stringMatching(/^version 1 {2}date unknown/) as string,
    ])
  })
  it('prints what changed between two versions', async () => {
    expect((await run('templates diff card 1 2')).out).toBe(
      '  channel: card\n  products: 1\n- close: quiet\n+ must mention: price\n+ close: none\n',
    )
    expect((await run('templates diff card 2 2')).out).toBe('Versions 2 and 2 of "card" say the same.\n')
    const { lines } = JSON.parse((await run('templates diff card 1 2 --json')).out) as { lines: unknown[] }
    expect(lines[2]).toEqual({ fate: 'removed', text: 'close: quiet', before: 3 })
  })
  it('saves a file, restores, deletes and brings back', async () => {
    expect(templateOf(await run('templates save card --file FOLDER/good.txt --json'))).toMatchObject({
      version: 3,
      name: 'Shelf card',
      text: 'channel: card\r\nclose: call',
    })
    expect(templateOf(await run('templates save mine --file FOLDER/good.txt --json'))).toMatchObject({
      id: 'mine',
      version: 1,
    })
    expect(templateOf(await run('templates restore card 1 --json'))).toMatchObject({
      version: 4,
      restoredFrom: 1,
    })
    expect((await run('templates delete card')).out).toContain('undelete card')
    expect((await run('templates')).out).not.toContain('Shelf card')
    expect((await run('templates --deleted')).out).toContain('Shelf card')
    expect((await run('templates undelete card')).out).toContain('version 4')
  })
  it.each([
    ['templates shwo', 'shwo'],
    ['templates show none', 'none'],
    ['templates show card --version 9', 'no version 9'],
    ['templates show card --version x', '--version'],
    ['templates diff card 1 0', 'B is not usable'],
    ['templates diff card 1', "argument 'B'"],
    ['templates save card', '--file'],
    ['templates save card --file FOLDER/none.txt', 'none.txt'],
    ['templates save card --file FOLDER/bad.txt', 'Line 2 of the template: voice "loud" is unknown'],
    ['templates restore card 9', 'no version 9'],
    ['templates undelete card', 'card'],
    ['narrate --persona a --template card@x', 'version of --template'],
  ])('%s ends with 2 and says why', async (line, word) => {
    const { status, out, err } = await run(line)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/^shelftalk: [^\n]+\n$/)
    expect(err).toContain(word)
  })
})

describe('the API', () => {
  const call = async (path: string, input?: unknown) => {
    const route = TEMPLATE_ROUTES.find((one) => one.path === path)
    if (!route) throw new Error(`There is no ${path}`)
    const schema = route.body ?? route.query
    const reply = await route.run(schema?.parse(input), { services, signal: new AbortController().signal })
    return route.reply.parse(reply) as Record<string, unknown>
  }
  it('answers every operation as it is described', async () => {
    expect(await call('/v1/template', { id: 'card', version: '1' })).toMatchObject({
      template: { version: 1 },
    })
    expect(await call('/v1/templates/versions', { id: 'card' })).toMatchObject({
      versions: [{ version: 2 }, { version: 1 }],
    })
    expect(await call('/v1/templates/save', { id: 'card', name: 'Card', text: '' })).toMatchObject({
      template: { version: 3 },
    })
    expect(await call('/v1/templates/restore', { id: 'card', version: 1 })).toMatchObject({
      template: { version: 4, restoredFrom: 1 },
    })
    expect(await call('/v1/templates/delete', { id: 'card' })).toEqual({ deleted: 'card' })
    expect(await call('/v1/templates/deleted')).toMatchObject({ templates: [{ id: 'card' }] })
    expect(await call('/v1/templates/undelete', { id: 'card' })).toMatchObject({ template: { id: 'card' } })
    expect(await call('/v1/templates')).toMatchObject({ unreadable: [] })
    expect(await call('/v1/templates/check', { text: 'voice: loud' })).toMatchObject({
      problems: [{ line: 1 }],
    })
  })
  it('refuses fields nobody knows', () => {
    const save = TEMPLATE_ROUTES.find(({ path }) => path === '/v1/templates/save')
    expect(save?.body?.safeParse({ name: 'x', text: '', verison: 1 }).success).toBe(false)
  })
})
