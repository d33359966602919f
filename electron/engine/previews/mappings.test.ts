import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { RecordOrRefusal } from '../../../datasets/importers/types'
import { headerOf, Mappings } from './mappings'

const root = mkdtempSync(join(tmpdir(), 'shelftalk-mappings-'))
afterAll(() => rmSync(root, { recursive: true }))
let count = 0
const fileName = () => join(root, String((count += 1)), 'mappings.json')

describe('headerOf', () => {
  it('is the names of all columns', () => {
    const first: readonly RecordOrRefusal[] = [
      { row: 2, fields: { a: '1' } },
      { row: 3, field: '', reason: 'x' },
      { row: 4, fields: { b: '1', a: '2' } },
    ]
    expect(headerOf({ tables: [{ first }, { first: [{ row: 1, fields: { c: '' } }] }] })).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(headerOf({ tables: [] })).toBeUndefined()
    expect(headerOf({})).toBeUndefined()
  })
})

describe('Mappings', () => {
  it('remembers by header, the newest of each, across openings', async () => {
    const file = fileName()
    const mappings = new Mappings(file)
    expect(await mappings.find(['a', 'b'])).toBeUndefined()
    await mappings.keep(['a', 'b'], { map: { title: 'a' }, name: 'one' })
    await mappings.keep(['b', 'a'], { map: {}, name: 'two' })
    await mappings.keep(['a', 'b'], { map: { title: 'b' }, name: 'three' })
    const again = new Mappings(file)
    expect(await again.find(['a', 'b'])).toEqual({ map: { title: 'b' }, name: 'three' })
    expect(await again.find(['b', 'a'])).toEqual({ map: {}, name: 'two' })
    expect(await again.find(['a'])).toBeUndefined()
    expect(await again.find(undefined)).toBeUndefined()
    expect(readdirSync(join(file, '..'))).toEqual(['mappings.json'])
    expect(readFileSync(file, 'utf8')).not.toContain('"b","a"')
  })

  it('loses nothing when many are kept at once, and keeps two hundred', async () => {
    const mappings = new Mappings(fileName())
    await Promise.all(
      Array.from({ length: 210 }, (_, i) => mappings.keep([`h${i}`], { map: {}, name: `n${i}` })),
    )
    const found = await Promise.all(Array.from({ length: 210 }, (_, i) => mappings.find([`h${i}`])))
    expect(found.map((one) => one?.name)).toEqual([
      ...Array.from({ length: 10 }, () => undefined),
      ...Array.from({ length: 200 }, (_, i) => `n${i + 10}`),
    ])
  })

  it.each(['', 'noise', '{"imports":[{"header":1}]}'])(
    'begins anew where the file holds %j',
    async (text) => {
      const file = fileName()
      const mappings = new Mappings(file)
      await mappings.keep(['a'], { map: {}, name: 'one' })
      writeFileSync(file, text)
      expect(await mappings.find(['a'])).toBeUndefined()
      await mappings.keep(['a'], { map: {}, name: 'two' })
      expect((await mappings.find(['a']))?.name).toBe('two')
    },
  )

  it('says so when it cannot be written, and goes on', async () => {
    const folder = join(root, 'blocked')
    writeFileSync(folder, 'a file in the way')
    const mappings = new Mappings(join(folder, 'mappings.json'))
    await expect(mappings.keep(['a'], { map: {}, name: 'one' })).rejects.toThrow()
    rmSync(folder)
    await mappings.keep(['a'], { map: {}, name: 'two' })
    expect((await mappings.find(['a']))?.name).toBe('two')
  })
})
