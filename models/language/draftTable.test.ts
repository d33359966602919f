import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAFTS_FILE, DraftTable, contextHash } from './draftTable'
import type { StoredTensor } from './safetensorsWriter'
import { encodeTensors } from './safetensorsWriter'

let folder: string
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'shelftalk-drafts-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const guesses = new Map([
  [0xffffffff, { token: 65_535, odds: 1 }],
  [5, { token: 7, odds: 0.5 }],
  [0, { token: 0, odds: 0 }],
])

describe('DraftTable', () => {
  it('guesses by the first context it knows, and the same after writing and reading', async () => {
    const table = DraftTable.of(guesses)
    await writeFile(join(folder, DRAFTS_FILE), table.encode())
    for (const one of [table, await DraftTable.read(folder)]) {
      expect(one.size).toBe(3)
      expect(one.guess([9, 0xffffffff, 5])).toEqual({ token: 65_535, odds: 1 })
      expect(one.guess([5])?.odds).toBeCloseTo(0.5, 2)
      expect(one.guess([0])).toEqual({ token: 0, odds: 0 })
      expect(one.guess([1, 6])).toBeUndefined()
    }
  })

  it('knows nothing where there is no file', async () => {
    const table = await DraftTable.read(join(folder, 'elsewhere'))
    expect([table.size, table.guess([5])]).toEqual([0, undefined])
  })

  it('refuses a file that holds something else, and a token id that does not fit', async () => {
    const odds = { type: 'U8' as const, shape: [2], data: Uint8Array.of(1, 2) }
    const contents: readonly Readonly<Record<string, StoredTensor>>[] = [
      { odds },
      { odds, keys: odds, tokens: odds },
    ]
    for (const tensors of contents) {
      await writeFile(join(folder, DRAFTS_FILE), encodeTensors(tensors))
      await expect(DraftTable.read(folder)).rejects.toThrow('does not hold a table of guesses')
    }
    expect(() => DraftTable.of(new Map([[1, { token: 65_536, odds: 1 }]]))).toThrow(RangeError)
  })
})

describe('contextHash', () => {
  it('tells kinds, orders and lengths apart', () => {
    const hashes = [
      contextHash(0, [1, 2]),
      contextHash(1, [1, 2]),
      contextHash(0, [2, 1]),
      contextHash(0, [1, 2, 0]),
      contextHash(0, []),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(contextHash(0, [1], [2])).toBe(hashes[0])
  })
})
