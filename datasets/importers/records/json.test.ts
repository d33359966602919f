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
  const layouts: readonly (readonly [string, (rows: readonly string[]) => string])[] = [
    ['a line each', (rows) => `[\n${rows.join(',\n')}\n]\n`],
    ['a line each but for the brackets', (rows) => `[${rows.join(',\n')}]`],
    ['indented', (rows) => `[\r\n  ${rows.join(',\r\n  ')}\r\n]`],
    ['in an object', (rows) => `{"total":3,"products":[\n${rows.join(',\n')}\n],"skip":0}`],
    [
      'many lines each',
      (rows) =>
        `[\n  ${rows
          .join(',\n')
          .replaceAll(/([{}[\],])/g, '$1\n    ')
          .replaceAll(/\n *\{\n *"id"/g, '\n  {\n    "id"')}\n]`,
    ],
  ]
  const good = (id: number) =>
    `{"id":${id},"size":{"w":1},"tags":["a","b"],"parts":[{"p":1},{"p":2}],"t":"x"}`
  const whole = { size: '1', tags: 'a, b' }
  const damage: readonly (readonly [string, string])[] = [
    ['no end', good(3).slice(0, -1)],
    ['no end of a part', good(3).replace('1},"tags', '1,"tags')],
    ['no end of a list', good(3).replace('"b"]', '"b"')],
    ['no beginning', good(3).slice(1)],
    ['no beginning of a part', good(3).replace('{"w"', '"w"')],
    ['a bracket too many', `${good(3)}}`],
    ['another bracket too many', good(3).replace('"b"]', '"b"]]')],
    ['a quotation mark too few', good(3).replace('"x"', '"x')],
    ['a quotation mark too many', good(3).replace('"x"', '"x""')],
  ]
  describe.each(layouts)('records %s', (_, text) => {
    it.each(damage)('with %s cost one row', async (__, bad) => {
      const rows = [good(1), good(2), bad, ...Array.from({ length: 30 }, (___, i) => good(i + 4))]
      const file = text(rows)
      for (const size of [undefined, 5]) {
        const found = await read(file, size)
        expect(found.map((one) => ('reason' in one ? 'refused' : one.fields['id']))).toEqual(
          rows.map((row) => (row === bad ? 'refused' : /\d+/.exec(row)?.[0])),
        )
        expect(found.map(({ row }) => row)).toEqual(rows.map((___, i) => i + 1))
        expect(found[20]).toMatchObject({ fields: { 'size.w': whole.size, tags: whole.tags } })
      }
    })
  })
  it.each(damage)('all in one line, with %s: nobody could tell, so nothing is read', async (_, bad) => {
    await expect(read(`[${[good(1), bad, good(4), good(5)].join(',')}]`, 9)).rejects.toThrow(
      /cannot be read after record [12]: /,
    )
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
