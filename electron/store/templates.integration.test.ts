/** Templates and personas on disk: versions, deletion and its undo, homes of before, and documents that cannot be read. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { connect } from '@lancedb/lancedb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { templateIdSchema } from '../../shared/contract/schemas'
import { openStore } from './store'
import { documentTable } from './tables'
import type { Store } from './types'

let home: string
let store: Store

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shelftalk-templates-'))
  store = await openStore(home)
})
afterEach(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

/** Puts rows into a table behind the store's back, as an older edition or a fault may have. */
async function plant(
  table: string,
  rows: readonly (readonly [id: string, version: number, document: string])[],
) {
  const connection = await connect(join(home, 'store'))
  const opened = await connection.openTable(table)
  await opened.add(documentTable.encode(rows.map(([id, version, document]) => ({ id, version, document }))))
  opened.close()
  connection.close()
}

const old = (id: string, version: number, text: string) =>
  [id, version, JSON.stringify({ id, name: 'Shelf card', version, text })] as const
const summary = async () =>
  (await store.templates()).map(({ id, version, text }) => `${id} ${version} ${text}`)

describe('versions', () => {
  it('say when they were saved and by whom, and which one they brought back', async () => {
    const before = Date.now()
    const first = await store.saveTemplate({ name: 'Shelf card', text: 'channel: card' })
    await store.saveTemplate({ ...first, text: 'channel: page' })
    await store.saveTemplate({ id: first.id, name: first.name, text: first.text, restoredFrom: 1 })
    const versions = await store.templateVersions('shelf-card')
    expect(versions.map(({ version, text, restoredFrom }) => [version, text, restoredFrom])).toEqual([
      [3, 'channel: card', 1],
      [2, 'channel: page', undefined],
      [1, 'channel: card', undefined],
    ])
    for (const { savedAtMs, savedBy } of versions) {
      expect(savedAtMs).toBeGreaterThanOrEqual(before)
      expect(savedBy).not.toBe('')
    }
  })

  it('of a home of before are read as they are and counted on', async () => {
    await plant('templates', [old('shelf-card', 1, 'channel: card'), old('shelf-card', 2, 'channel: page')])
    expect(await store.templateVersions('shelf-card')).toEqual([
      { id: 'shelf-card', name: 'Shelf card', version: 2, text: 'channel: page' },
      { id: 'shelf-card', name: 'Shelf card', version: 1, text: 'channel: card' },
    ])
    expect((await store.saveTemplate({ id: 'shelf-card', name: 'Shelf card', text: '' })).version).toBe(3)
  })

  it('never share a number, also when two processes save at once', async () => {
    const script = `
      const { openStore } = await import('./electron/store/store.ts')
      const store = await openStore(process.argv[1])
      for (let n = 0; n < 4; n++)
        await store.saveTemplate({ id: 'card', name: 'Card', text: process.pid + ' ' + n })
      await store.close()`
    const start = () =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, home], {
        cwd: join(import.meta.dirname, '../..'),
        stdio: ['ignore', 'inherit', 'inherit'],
      })
    const ended = await Promise.all([start(), start()].map((child) => once(child, 'exit')))
    expect(ended.map(([status]) => status as number)).toEqual([0, 0])
    const versions = await store.templateVersions('card')
    expect(versions.map(({ version }) => version)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    expect(new Set(versions.map(({ text }) => text)).size).toBe(8)
  }, 60_000)
})

describe('ids', () => {
  it('of long names alike can be asked for', async () => {
    const name = 'W'.repeat(80)
    const ids = [
      (await store.saveTemplate({ name, text: 'a' })).id,
      (await store.saveTemplate({ name, text: 'b' })).id,
    ]
    expect(ids).toEqual(['w'.repeat(70), `${'w'.repeat(70)}-2`])
    expect(ids.map((id) => templateIdSchema.safeParse({ id }).success)).toEqual([true, true])
  })

  it.each([
    [' card ', 'card'],
    ['  ', 'shelf-card'],
  ])('written as "%s" are kept as %s', async (id, kept) => {
    expect((await store.saveTemplate({ id, name: 'Shelf card', text: 'a' })).id).toBe(kept)
  })
})

describe('a deleted template', () => {
  it('leaves the lists, keeps its id, takes no versions, and comes back as it was', async () => {
    const { id } = await store.saveTemplate({ name: 'Shelf card', text: 'a' })
    await store.saveTemplate({ id, name: 'Shelf card', text: 'b' })
    await store.deleteTemplate(id)
    expect([await store.templates(), (await store.deletedTemplates()).map(({ text }) => text)]).toEqual([
      [],
      ['b'],
    ])
    const refused = { code: 'NOT_FOUND', message: 'The template "shelf-card" was deleted.' }
    await expect(store.templateVersions(id)).rejects.toMatchObject(refused)
    await expect(store.deleteTemplate(id)).rejects.toMatchObject(refused)
    await expect(store.saveTemplate({ id, name: 'Shelf card', text: 'c' })).rejects.toMatchObject(refused)
    expect((await store.saveTemplate({ name: 'Shelf card', text: 'z' })).id).toBe('shelf-card-2')
    expect((await store.undeleteTemplate(id)).version).toBe(2)
    expect((await store.templateVersions(id)).map(({ text }) => text)).toEqual(['b', 'a'])
    expect(await store.deletedTemplates()).toEqual([])
    await expect(store.undeleteTemplate(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(store.deleteTemplate('none')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what cannot be read', () => {
  it('is left out of the lists and named, and the rest stays usable', async () => {
    await store.saveTemplate({ name: 'Good', text: 'channel: card' })
    await plant('templates', [
      old('page', 1, 'channel: page'),
      ['page', 2, '{"id": "page", "na'],
      ['lost', 1, '{"id":"lost","name":"Lost","version":1}'],
    ])
    await plant('personas', [['p9', 0, '{"id":"p9","name":"Nobody"}']])
    expect(await summary()).toEqual(['good 1 channel: card', 'page 1 channel: page'])
    expect(await store.personas()).toEqual([])
    expect(await store.unreadable()).toEqual([
      { kind: 'persona', id: 'p9', reason: expect.stringMatching(/^summary: /) as string },
      { kind: 'template', id: 'page', version: 2, reason: 'it is not JSON' },
      { kind: 'template', id: 'lost', version: 1, reason: expect.stringMatching(/^text: /) as string },
    ])
    // A save counts on past the version that cannot be read, which stays for whoever can mend it.
    expect((await store.saveTemplate({ id: 'page', name: 'Page', text: 'channel: push' })).version).toBe(3)
    await store.deletePersona('p9')
    await store.deleteTemplate('lost')
    expect((await store.unreadable()).map(({ id }) => id)).toEqual(['page'])
  })
})
