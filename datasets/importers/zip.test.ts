import { afterAll, describe, expect, it } from 'vitest'
import { all, outline, scratch, zipOf } from './testing'
import { onlyEntry, zipBytes } from './zip'

const files = scratch()
afterAll(files.remove)
const TABLE = 'title,price\nOak Table,1\nPine Desk,2\n'
let count = 0
const archive = (contents: Readonly<Record<string, string>>, stored = false) =>
  files.write(`archive${(count += 1)}.zip`, zipOf(contents, stored))

describe('a zip of one table', () => {
  it.each([
    ['deflated', archive({ 'shop.csv': TABLE })],
    ['stored', archive({ 'shop.csv': TABLE }, true)],
    [
      'in a folder, with what Finder adds',
      archive({
        'shop/': '',
        'shop/shop.csv': TABLE,
        '__MACOSX/shop/._shop.csv': 'x',
        'shop/.DS_Store': 'x',
      }),
    ],
    [
      'of JSON',
      archive({ 'shop.json': '[{"title":"Oak Table","price":1},{"title":"Pine Desk","price":2}]' }),
    ],
  ])('is read where it is %s', async (_, path) => {
    expect(await outline(path)).toEqual(['Oak Table', 'Pine Desk'])
  })

  it('counts the packed bytes it reads', async () => {
    const path = archive({ 'shop.csv': TABLE.repeat(1000) })
    const entry = await onlyEntry(path)
    let read = 0
    const bytes = await all(zipBytes(path, entry, (size) => (read += size)))
    expect([Buffer.concat(bytes).toString(), read]).toEqual([TABLE.repeat(1000), entry.packedBytes])
  })

  const whole = zipOf({ 'shop.csv': TABLE })
  const changed = (at: number, value: number) => {
    const bytes = Buffer.from(whole)
    bytes[at] = value
    return bytes
  }
  const directoryAt = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  it.each([
    ['several files', zipOf({ 'a.csv': TABLE, 'b.csv': TABLE }), /holds 2 files: "a\.csv", "b\.csv"$/],
    [
      'many files',
      zipOf(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.csv`, TABLE]))),
      /"4\.csv", and 4 more$/,
    ],
    ['no file', zipOf({ 'shop/': '' }), /holds no file/],
    [
      'an Excel workbook',
      zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
      /is an Excel workbook/,
    ],
    ['an OpenDocument sheet', zipOf({ mimetype: 'x', 'content.xml': '' }), /is an OpenDocument file/],
    ['an encrypted file', changed(directoryAt + 8, 1), /cannot be read/],
    ['an unknown way of packing', changed(directoryAt + 10, 99), /cannot be read/],
    ['a directory that is cut off', whole.subarray(0, -10), /cannot be read/],
    ['a place where no file begins', changed(directoryAt + 42, 5), /cannot be read/],
    ['a broken stream', changed(45, 0xff), /cannot be read/],
    [
      'an archive within',
      zipOf({ 'inner.zip': whole.toString('latin1') }, true),
      /is a zip archive inside another/,
    ],
  ])('is refused in words where it holds %s', async (_, bytes, problem) => {
    const failure: unknown = await outline(files.write(`bad${(count += 1)}.zip`, bytes)).catch(
      (cause: unknown) => cause,
    )
    expect(failure).toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(problem) as unknown,
      hint: expect.stringMatching(/\w+ \w+/) as unknown,
    })
  })
})
