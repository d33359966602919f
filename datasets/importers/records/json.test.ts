import { describe, expect, it } from 'vitest'
import { all, pieces } from '../testing'
import { flatten } from './flatten'
import { jsonlRecords, jsonRecords, recordDepth } from './json'
import { lines } from '../decode'

const read = (text: string, size?: number) =>
  all(jsonRecords('f.json', pieces(text, size), recordDepth(text)))

describe('recordDepth', () => {
  it.each([
    ['[{"a":1}]', 1],
    ['{"a":1}', 0],
    ['{"products":[{"a":1}]}', 2],
    ['{"total":2,"name":"x [{","products":[ {"a":1}]}', 2],
    ['{"tags":["a"]}', 0],
    ['{"meta":{"page":{"n":1}},"ids":[1],"items":[{"a":1}]}', 2],
    ['{"title":"A","reviews":[{"title":"Great"}]}', 0],
    ['{"title":"A","detail":{"parts":[{"a":1}]}}', 0],
    ['{"say \\"[{":1,"rows":[ {"a":1}]}', 2],
    ['{"a":"never closed [{', 0],
  ])('%s', (sample, depth) => {
    expect(recordDepth(sample)).toBe(depth)
  })
})

describe('jsonRecords', () => {
  it.each([
    [
      'a list',
      '[{"a":1},{"a":"}"}]',
      [
        { row: 1, fields: { a: '1' } },
        { row: 2, fields: { a: '}' } },
      ],
    ],
    [
      'a list in an object',
      '{"total":1,"items":[{"a":[1,2]}],"skip":0}',
      [{ row: 1, fields: { a: '1, 2' } }],
    ],
    ['one object', '{"a":{"b":true}}', [{ row: 1, fields: { 'a.b': 'true' } }]],
    ['escapes', '[{"a":"\\"{\\\\"}]', [{ row: 1, fields: { a: '"{\\' } }]],
    [
      'rows that are no objects',
      '[1,{"a":2},"x, ]",[3],null]',
      [
        { row: 1, field: '', reason: 'the row is not an object' },
        { row: 2, fields: { a: '2' } },
        { row: 3, field: '', reason: 'the row is not an object' },
        { row: 4, field: '', reason: 'the row is not an object' },
        { row: 5, field: '', reason: 'the row is not an object' },
      ],
    ],
    [
      'rows that are no objects, in a list in an object',
      '{"ids":[1,"2"],"products":["x",{"a":1},17,{"a":2}],"total":2}',
      [
        { row: 1, field: '', reason: 'the row is not an object' },
        { row: 2, fields: { a: '1' } },
        { row: 3, field: '', reason: 'the row is not an object' },
        { row: 4, fields: { a: '2' } },
      ],
    ],
    [
      'no object around the list for a record',
      '{"meta":{"page":{"n":1}},"items":[{"a":1}]}',
      [{ row: 1, fields: { a: '1' } }],
    ],
    [
      'lists one after the other',
      '[{"a":1}]\n[{"a":2}]',
      [
        { row: 1, fields: { a: '1' } },
        { row: 2, fields: { a: '2' } },
      ],
    ],
    ['nothing', '[]', []],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected)
    expect(await read(text, 1)).toEqual(expected)
  })
  it('refuses a record that is no JSON and goes on', async () => {
    const [first, second] = await read('[{"a":tru},{"a":2}]')
    expect(first).toMatchObject({ row: 1, reason: expect.stringMatching(/^not valid JSON: /) as unknown })
    expect(second).toEqual({ row: 2, fields: { a: '2' } })
  })
  const compact = (id: number) =>
    `{"id":${id},"size":{"w":1},"tags":["a","b"],"parts":[{"p":1},{"p":2}],"t":"x"}`
  const printed = (id: number) => JSON.stringify(JSON.parse(compact(id)), null, 2).replaceAll('\n', '\n  ')
  const layouts: readonly (readonly [string, typeof compact, (rows: readonly string[]) => string])[] = [
    ['a line each', compact, (rows) => `[\n${rows.join(',\n')}\n]\n`],
    ['a line each but for the brackets', compact, (rows) => `[${rows.join(',\n')}]`],
    ['indented', compact, (rows) => `[\r\n  ${rows.join(',\r\n  ')}\r\n]`],
    ['in an object', compact, (rows) => `{"total":3,"products":[\n${rows.join(',\n')}\n],"skip":0}`],
    ['many lines each', printed, (rows) => `[\n  ${rows.join(',\n  ')}\n]\n`],
  ]
  const damage: readonly (readonly [string, RegExp, string])[] = [
    ['no end', /\}$/, ''],
    ['no end of a part', /1\s*\}/, '1'],
    ['no end of a list', /"b"\s*\]/, '"b"'],
    ['no beginning', /^\{/, ''],
    ['no beginning of a part', /\{(\s*"w")/, '$1'],
    ['a bracket too many', /\}$/, '}}'],
    ['a bracket too many in the middle', /(1\s*\})/, '$1}'],
    ['another bracket too many', /("b"\s*\])/, '$1]'],
    ['a quotation mark too few', /"x"/, '"x'],
    ['a quotation mark too many', /"x"/, '"x""'],
  ]
  describe.each(layouts)('records %s', (_, print, text) => {
    it.each(damage)('with %s cost one row', async (__, from, to) => {
      const bad = print(3).replace(from, to)
      const rows = [print(1), print(2), bad, ...Array.from({ length: 30 }, (___, i) => print(i + 4))]
      for (const size of [undefined, 5]) {
        const found = await read(text(rows), size)
        expect(found.map((one) => ('reason' in one ? 'refused' : one.fields['id']))).toEqual(
          rows.map((___, i) => (i === 2 ? 'refused' : String(i + 1))),
        )
        expect(found.map(({ row }) => row)).toEqual(rows.map((___, i) => i + 1))
        expect(found[20]).toMatchObject({ fields: { 'size.w': '1', tags: 'a, b' } })
      }
    })
  })
  it.each(damage)('all in one line, with %s: nobody could tell, so nothing is read', async (_, from, to) => {
    const rows = [compact(1), compact(3).replace(from, to), compact(4), compact(5)]
    await expect(read(`[${rows.join(',')}]`, 9)).rejects.toThrow(/cannot be read after record [12]: /)
  })
  it.each([
    ['within a record', '[{"a":1},{"a":'],
    ['between records', '[{"a":1},{"a":2},'],
    ['behind the last record', '{"products":[{"a":1},{"a":2}'],
    ['within the list of an object', '{"products":[\n{"a":1},\n{"a":2},\n'],
    ['within one object', '{"a":{"b":2}'],
  ])('tells that a file is cut off %s', async (_, text) => {
    await expect(read(text)).rejects.toThrow(/it ends before its brackets are closed/)
    await expect(read(text, 1)).rejects.toThrow(/it ends before its brackets are closed/)
  })
  it('goes on where the list is closed too early', async () => {
    const rows = await read('[\n{"a":1}],\n{"a":2},\n{"a":3}\n]', 2)
    expect(rows.map((row) => ('fields' in row ? row.fields['a'] : row.reason))).toEqual(['1', '2', '3'])
  })
  it('gives up on a record without end', async () => {
    await expect(read(`[{"a":"${'x'.repeat(5_000_000)}"}]`, 1 << 18)).rejects.toThrow(
      /cannot be read after record 0: an object is longer than/,
    )
  })
  it('survives deep nesting', async () => {
    const [refused] = await read(`[{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`)
    expect(refused).toBeDefined()
  })
})

describe('jsonlRecords', () => {
  it('reads a line at a time', async () => {
    const found = await all(jsonlRecords(lines('f', pieces('{"a":1}\n\nnonsense\n[2]\n{"a":3}'))))
    expect(found).toEqual([
      { row: 1, fields: { a: '1' } },
      { row: 3, field: '', reason: expect.stringMatching(/^not valid JSON/) as unknown },
      { row: 4, field: '', reason: 'the row is not an object' },
      { row: 5, fields: { a: '3' } },
    ])
  })
})

describe('flatten', () => {
  it.each([
    [
      { a: 1, b: { c: 'x', d: { e: false } } },
      { a: '1', 'b.c': 'x', 'b.d.e': 'false' },
    ],
    [{ tags: ['a', 'b'], reviews: [{ stars: 5 }] }, { tags: 'a, b' }],
    [{ tags: 'a' }, { tags: 'a' }],
    [{ a: null }, { a: '' }],
    [{ a: { b: { c: { d: { e: 1 } } } } }, {}],
  ])('%j', (value, fields) => {
    expect(flatten(value)).toEqual(fields)
  })
  it('takes nothing but objects', () => {
    expect([1, 'a', null, [1], undefined].map(flatten)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
  it('takes two hundred fields at most', () => {
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`f${i}`, i]))
    expect(Object.keys(flatten(wide) ?? {})).toHaveLength(200)
  })
})
