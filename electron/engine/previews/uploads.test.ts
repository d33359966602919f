import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { cataloguePartSchema } from '../../../shared/contract/parts/previews'
import { CATALOGUE_UPLOAD_BYTES } from '../../../shared/domain/importing'
import { Uploads } from './uploads'

const root = mkdtempSync(join(tmpdir(), 'shelftalk-uploads-'))
afterAll(() => rmSync(root, { recursive: true }))
const uploads = new Uploads(join(root, 'uploads'))
const part = (upload: string, file: string, offset: number, text: string) => ({
  upload,
  file,
  offset,
  data: Buffer.from(text).toString('base64'),
})

describe('Uploads', () => {
  it('puts a file together, and forgets it', async () => {
    const upload = randomUUID()
    const first = await uploads.append(part(upload, 'My shop (1).csv', 0, 'title,pri'))
    expect(await uploads.append(part(upload, 'My shop (1).csv', 9, 'ce\n'))).toEqual(first)
    const other = await uploads.append(part(upload, 'other.csv', 0, 'x'))
    expect(readFileSync(first.path, 'utf8')).toBe('title,price\n')
    expect(readFileSync(other.path, 'utf8')).toBe('x')
    await uploads.forget(upload)
    expect([existsSync(first.path), existsSync(other.path)]).toEqual([false, false])
  })

  it('refuses pieces out of order, and leaves what is there', async () => {
    const upload = randomUUID()
    await expect(uploads.append(part(upload, 'a.csv', 5, 'x'))).rejects.toThrow(/out of order/)
    const { path } = await uploads.append(part(upload, 'a.csv', 0, 'abc'))
    for (const offset of [0, 2, 4])
      await expect(uploads.append(part(upload, 'a.csv', offset, 'x'))).rejects.toMatchObject({
        code: 'BAD_INPUT',
        hint: 'Choose the file again.',
      })
    expect(readFileSync(path, 'utf8')).toBe('abc')
  })

  it('takes no more than the limit, all files together, and then keeps nothing', async () => {
    const upload = randomUUID()
    const { path } = await uploads.append(part(upload, 'big.csv', 0, 'x'))
    truncateSync(path, CATALOGUE_UPLOAD_BYTES - 1)
    await uploads.append(part(upload, 'small.csv', 0, 'x'))
    await expect(uploads.append(part(upload, 'small.csv', 1, 'y'))).rejects.toThrow(
      /"small.csv" makes the upload larger than 250 MB/,
    )
    expect(existsSync(path)).toBe(false)
  })

  it('takes twenty files at most', async () => {
    const upload = randomUUID()
    for (let i = 1; i <= 20; i++) await uploads.append(part(upload, `${i}.csv`, 0, 'x'))
    await expect(uploads.append(part(upload, '21.csv', 0, 'x'))).rejects.toThrow(/20 files at most/)
    const { path } = await uploads.append(part(upload, '20.csv', 1, 'y'))
    expect(readFileSync(path, 'utf8')).toBe('xy')
  })

  it('sweeps away what nobody forgot, no other', async () => {
    const home = mkdtempSync(join(root, 'sweep-'))
    const [old, recent] = [join(home, randomUUID()), join(home, randomUUID())]
    for (const folder of [old, recent]) mkdirSync(folder)
    writeFileSync(join(recent, 'a.csv'), 'x')
    const later = new Uploads(home, () => Date.now() + 25 * 3600 * 1000)
    await utimes(recent, new Date(), new Date())
    await later.append(part(randomUUID(), 'a.csv', 0, 'x'))
    expect([existsSync(old), existsSync(recent)]).toEqual([false, false])
    const kept = (await uploads.append(part(randomUUID(), 'b.csv', 0, 'x'))).path
    await uploads.append(part(randomUUID(), 'c.csv', 0, 'x'))
    expect(existsSync(kept)).toBe(true)
  })
})

describe('cataloguePartSchema', () => {
  const named = (file: string) =>
    cataloguePartSchema.safeParse({ upload: randomUUID(), file, offset: 0, data: '' }).success
  it.each([
    ['shop.csv', true],
    ['My shop (1).csv', true],
    ['.hidden', true],
    ['..', false],
    ['.', false],
    ['', false],
    ['../shop.csv', false],
    ['a/b.csv', false],
    ['a\\b.csv', false],
    ['a\u0000.csv', false],
    ['x'.repeat(201), false],
  ])('%j: %s', (file, fine) => {
    expect(named(file)).toBe(fine)
  })
})
