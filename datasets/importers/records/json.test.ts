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
      'an end in the middle',
      '[{"a":1},{"a":',
      [
        { row: 1, fields: { a: '1' } },
        { row: 2, field: '', reason: 'the file ends in the middle of this record' },
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
