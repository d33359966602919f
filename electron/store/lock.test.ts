import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tryLock, waitForLock } from './lock'

let folder: string
let file: string
/** No process has this number: Linux counts to 4 million at most. */
const GONE = '2147483646 leftover'

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelftalk-lock-'))
  file = join(folder, 'writer.lock')
})
afterEach(() => rm(folder, { recursive: true }))

const longAgo = new Date(Date.now() - 3_600_000)

describe('tryLock', () => {
  it('is refused while held and granted afterwards', async () => {
    const lock = await tryLock(file)
    expect(await tryLock(file)).toBeUndefined()
    await lock?.release()
    expect(await readdir(folder)).toEqual([])
    expect(await tryLock(file)).toBeDefined()
  })

  it.each([
    ['of a process that is gone', GONE, new Date()],
    ['that nobody has touched for an hour', `${process.pid} leftover`, longAgo],
  ])('takes over a lock %s', async (_, text, touched) => {
    await writeFile(file, text)
    await utimes(file, touched, touched)
    const lock = await tryLock(file)
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${process.pid} (?!leftover)`))
    await lock?.release()
    expect(await readdir(folder)).toEqual([])
  })

  it('gives a leftover to one of many that find it at once', async () => {
    for (let round = 0; round < 200; round++) {
      await writeFile(file, GONE)
      const locks = await Promise.all(Array.from({ length: 8 }, () => tryLock(file)))
      const got = locks.filter((lock) => lock !== undefined)
      expect(got.length).toBeLessThanOrEqual(1)
      for (const lock of got) await lock.release()
      await rm(file, { force: true })
    }
  })

  it('is not kept out by a taking over that was broken off', async () => {
    await writeFile(file, GONE)
    await writeFile(`${file}.clearing`, '')
    await utimes(`${file}.clearing`, longAgo, longAgo)
    expect(await waitForLock(() => tryLock(file), 2000)).toBeDefined()
  })

  it('leaves a lock alone that another has taken over meanwhile', async () => {
    const lock = await tryLock(file)
    await writeFile(file, '1 other')
    await lock?.release()
    expect(await readFile(file, 'utf8')).toBe('1 other')
  })
})
