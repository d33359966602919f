import { describe, expect, it } from 'vitest'
import { lines } from '../decode'
import { all, pieces } from '../testing'
import { yamlRecords } from './yaml'

const read = (text: string) =>
  all(yamlRecords('f.yaml', lines('f.yaml', pieces(text, text.length > 10_000 ? 1 << 16 : 7))))

describe('yamlRecords', () => {
  it.each([
    [
      'a list',
      '- a: 1\n  b: x\n- a: 2\n',
      [
        { row: 1, fields: { a: '1', b: 'x' } },
        { row: 2, fields: { a: '2' } },
      ],
    ],
    [
      'CRLF and comments',
      '# shop\r\n---\r\n- a: 1\r\n# next\r\n- a: 2\r\n',
      [
        { row: 1, fields: { a: '1' } },
        { row: 2, fields: { a: '2' } },
      ],
    ],
    [
      'a list under a key',
      'shop: x\nproducts:\n  - a: 1\n    tags:\n      - t\n      - u\n  - a: 2\nend: 3\n',
      [
        { row: 1, fields: { a: '1', tags: 't, u' } },
        { row: 2, fields: { a: '2' } },
      ],
    ],
    [
      'a dash alone',
      '-\n  a: 1\n-\n  a: 2\n',
      [
        { row: 1, fields: { a: '1' } },
        { row: 2, fields: { a: '2' } },
      ],
    ],
    [
      'text over several lines',
      '- a: one\n    two\n\n    three\n  b: |\n    - x\n    - y\n',
      [{ row: 1, fields: { a: 'one two\nthree', b: '- x\n- y\n' } }],
    ],
    [
      'an item that is no mapping',
      '- a: 1\n- 5\n',
      [
        { row: 1, fields: { a: '1' } },
        { row: 2, field: '', reason: 'the row is not a mapping of fields' },
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected)
  })
  it('refuses an item that is no YAML and goes on', async () => {
    const [first, second] = await read('- a: "x\n- a: 2\n')
    expect(first).toMatchObject({ row: 1, reason: expect.stringMatching(/^not valid YAML: /) as unknown })
    expect(second).toEqual({ row: 2, fields: { a: '2' } })
  })
  it('unfolds no alias', async () => {
    const [first, second] = await read(
      '- &a {x: 1}\n- title: T\n  v: &b [1,2]\n  w: &c [*b,*b,*b]\n  y: [*c,*c,*c]\n',
    )
    expect(first).toEqual({ row: 1, fields: { x: '1' } })
    expect(second).toMatchObject({
      row: 2,
      reason: expect.stringMatching(/^not valid YAML: .*alias/i) as unknown,
    })
  })
  it('refuses deep nesting and endless items', async () => {
    expect(await read(`- a: ${'['.repeat(5000)}\n- a: "${'x'.repeat(300_000)}"\n- a: 1\n`)).toEqual([
      { row: 1, field: '', reason: 'the record nests more than 64 levels deep' },
      { row: 2, field: '', reason: 'the record is longer than 262144 characters' },
      { row: 3, fields: { a: '1' } },
    ])
  })
  it('reads deep indentation', async () => {
    const deep = Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i + 1)}a:\n`).join('')
    expect(await read(`- title: x\n${deep}`)).toHaveLength(1)
  })
  it('says that there is no list', async () => {
    await expect(read('a: &a [x, x]\nb: [*a, *a]\n')).rejects.toThrow(/holds no list of products/)
  })
})
