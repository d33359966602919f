import { describe, expect, it } from 'vitest'
import { all, pieces } from '../testing'
import type { Delimiter } from './csv'
import { csvRecords, guessDelimiter, headerNames } from './csv'

const read = (text: string, delimiter: Delimiter = ',', size?: number) =>
  all(csvRecords('f.csv', pieces(text, size), delimiter))
const record = (row: number, title: string, price: string) => ({ row, fields: { title, price } })

describe('guessDelimiter', () => {
  it.each([
    ['a,b,c\n1;2;3;4', ','],
    ['a;b;c\n', ';'],
    ['a|b\n', '|'],
    ['a\tb\n', '\t'],
    ['"a,b,c";d\n', ';'],
    ['"say ""a,b""",x|y|z\n', '|'],
    ['lonely\n', ','],
    ['', ','],
    ['"never closed, ' + 'x,'.repeat(60_000), ','],
  ])('%j', (sample, delimiter) => {
    expect(guessDelimiter(sample)).toBe(delimiter)
  })
})

describe('headerNames', () => {
  it('fills gaps and tells repeats apart', () => {
    expect(headerNames(['', ' title ', 'x', 'x', ''])).toEqual(['column1', 'title', 'x', 'x (2)', 'column5'])
  })
})

describe('csvRecords', () => {
  it.each([
    ['plain', 'title,price\nA,1\nB,2\n', [record(2, 'A', '1'), record(3, 'B', '2')]],
    ['no line end at the end', 'title,price\nA,1', [record(2, 'A', '1')]],
    ['CRLF', 'title,price\r\nA,1\r\nB,2\r\n', [record(2, 'A', '1'), record(3, 'B', '2')]],
    ['CRLF and LF mixed', 'title,price\r\nA,1\nB,2\n', [record(2, 'A', '1'), record(3, 'B', '2')]],
    ['a new line in quotes', 'title,price\n"A\nlamp",1\n', [record(2, 'A\nlamp', '1')]],
    ['quotes in quotes', 'title,price\n"A ""fine"" lamp",1\n', [record(2, 'A "fine" lamp', '1')]],
    ['quotes in the open', 'title,price\n4" nails,1\n', [record(2, '4" nails', '1')]],
    ['blank lines are no rows', 'title,price\n\nA,1\n\n', [record(2, 'A', '1')]],
    [
      'only commas',
      'title,price\n,\nA,1\n',
      [{ row: 2, field: '', reason: 'the row is empty' }, record(3, 'A', '1')],
    ],
    [
      'one field too many',
      'title,price\nA,1,x\nB,2\n',
      [{ row: 2, field: '', reason: 'the row has 3 fields, the header names 2' }, record(3, 'B', '2')],
    ],
    ['one blank field too many', 'title,price\nA,1,\n', [record(2, 'A', '1')]],
    ['one field too few', 'title,price\nA\n', [record(2, 'A', '')]],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected)
    expect(await read(text, ',', 3)).toEqual(expected)
  })
  it.each([
    ['opened in the last cell', 'id,title,note\n1,Oak,"nice\n', 2],
    ['opened in the first cell', 'id,title,note\n"1,Oak,nice\n', 2],
    ['closed twice', 'id,title,note\n1,"Oak 4"",nice\n', 2],
  ])('refuses a row with a quotation mark %s and reads those below it', async (_, start, at) => {
    const good = Array.from({ length: 500 }, (__, i) => `${i + 2},Pine ${i},fine`)
    const text = `${start}${[...good, '900,Elm,"good"', '901,Fir,'].join('\n')}\n`
    const expected = [
      { row: at, field: '', reason: expect.stringMatching(/^a quotation mark is not closed/) as unknown },
      ...[...good, '900,Elm,good', '901,Fir,'].map((line, i) => {
        const [id, title, note] = line.split(',')
        return { row: at + 1 + i, fields: { id, title, note } }
      }),
    ]
    expect(await read(text)).toEqual(expected)
    expect(await read(text, ',', 3)).toEqual(expected)
  })
  it('takes no rest of a cell for a row', async () => {
    expect(await read('title,price\n"A lamp\nthat says "hello" there\nand more",1\nB,2\n')).toEqual([
      { row: 2, field: '', reason: expect.stringMatching(/^a quotation mark is not closed/) as unknown },
      { row: 3, field: '', reason: expect.stringMatching(/^the row is incomplete/) as unknown },
      { row: 4, field: '', reason: expect.stringMatching(/^the row is incomplete/) as unknown },
      record(5, 'B', '2'),
    ])
  })
  it.each([';', '|', '\t'] as const)('separates by %j', async (delimiter) => {
    expect(await read(`title${delimiter}price\nA, B${delimiter}1`, delimiter)).toEqual([
      record(2, 'A, B', '1'),
    ])
  })

  it.each([
    ['lonely\nA\nB\n', /has a single column \("lonely"\), so no title column/],
    ['title,price\nA,1\n"B,2\nC,3\n', /opens a quotation mark after row 2 that is never closed/],
    [
      `title,price\nA,1\n"B,2\n${'C,3\n'.repeat(300_000)}`,
      /has, after row 2, a row longer than 1048576 characters/,
    ],
    ['x'.repeat(2_000_000), /has a first line longer than 1048576 characters; no title column was found/],
    ['', /has no header/],
  ])('refuses the file', async (text, problem) => {
    await expect(read(text, ',', 1 << 16)).rejects.toThrow(problem)
  })

  it('tells of a single column without reading on', async () => {
    let handed = 0
    async function* endless() {
      await Promise.resolve()
      for (; handed < 10_000; handed++) yield 'a lonely column\n'.repeat(4096)
    }
    await expect(all(csvRecords('f.csv', endless(), ','))).rejects.toThrow(/single column/)
    expect(handed).toBeLessThan(100)
  })
})
