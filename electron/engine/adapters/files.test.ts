import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readShort } from './files'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelftalk-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('reads the beginning of a text', async () => {
  await writeFile(join(folder, 'long'), 'é'.repeat(40_000))
  expect(await readShort(join(folder, 'long'))).toBe('é'.repeat(32 * 1024))
})

it('reads nothing that is missing or no file', async () => {
  await mkdir(join(folder, 'folder'))
  expect(await readShort(join(folder, 'none'))).toBeUndefined()
  expect(await readShort(join(folder, 'folder'))).toBeUndefined()
})

it.skipIf(process.platform === 'win32')('does not wait at a named pipe', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe')])
  expect(await readShort(join(folder, 'pipe'))).toBeUndefined()
})
