import { afterAll, describe, expect, it } from 'vitest'
import type { ColumnPlan } from '../../shared/domain/importing'
import { openImport } from './open'
import { previewSource } from './preview'
import { scratch } from './testing'

const files = scratch()
afterAll(files.remove)
let count = 0
async function preview(content: string | Uint8Array, map: Readonly<Record<string, string>> = {}) {
  return previewSource(await openImport(files.write(`shop${(count += 1)}.csv`, content), { map }), map)
}
/** `name: what it becomes, why: note` */
const planText = ({ name, use, why, note }: ColumnPlan) => {
  const what = use.kind === 'field' ? use.field : use.kind === 'fact' ? `fact ${use.fact}` : use.kind
  return `${name}: ${what}, ${why}: ${note}`
}

describe('previewSource', () => {
  it('tells what a file is, what each column becomes, and what is taken', async () => {
    const text = [
      'sku;Title;Price;Weight (g);Colour;Style;extra',
      '1;Oak Table;£12,50;900;dark brown;M;x',
      '2;;£3;900;red;M;',
      '1;Pine Desk;£4;900;red;M;',
      '4;Elm Chair;call us;900;red;M;',
      '5;Ash Stool;on request;900;red;M;',
    ].join('\r\n')
    const found = await preview(text)
    expect(found).toMatchObject({
      format: 'csv',
      encoding: 'UTF-8',
      delimiter: ';',
      rowsRead: 5,
      complete: true,
      kept: 1,
      refused: 4,
      currency: { code: 'GBP', how: 'prices' },
      warnings: [],
    })
    expect(found.tables[0]?.columns.map(planText)).toEqual([
      'sku: id, name: By its name.',
      'Title: title, name: By its name.',
      'Price: price, name: By its name.',
      'Weight (g): fact weight, name: By its name. Figures are in g. Said of 1 of the first 1 products.',
      'Colour: fact colour, name: By its name. Said of 1 of the first 1 products.',
      'Style: fact style, name: By its name. No cell can be said as style, such as “mid-century”: “M”.',
      'extra: source, none: Nothing is read from it.',
    ])
    expect(found.tables[0]?.rows[0]).toEqual({
      row: 2,
      cells: ['1', 'Oak Table', '£12,50', '900', 'dark brown', 'M', 'x'],
    })
    expect(found.refusals.map(({ count: rows, reason, first }) => [rows, first.row, reason])).toEqual([
      [2, 5, '"call us" is not one amount of money'],
      [1, 3, 'the title is empty'],
      [1, 4, 'the id "1" repeats row 2'],
    ])
    expect(found.products.map(({ title, price }) => [title, price])).toEqual([
      ['Oak Table', { minor: 1250, currency: 'GBP' }],
    ])
  })

  it('reads two hundred rows and shows twenty, whole or not', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `${i},Oak Table ${i},1`)
    const found = await preview(['id,title,price', ...rows].join('\n'))
    expect([found.rowsRead, found.complete, found.tables[0]?.rows.length, found.products.length]).toEqual([
      200,
      false,
      20,
      6,
    ])
    expect((await preview(['id,title,price', ...rows.slice(0, 200)].join('\n'))).rowsRead).toBe(200)
  })

  it('says what was given, and what is left without a column', async () => {
    const text = 'what,type,price,unit,weight\nOak Table,Furniture,3,kg,2\n'
    const found = await preview(text, { title: 'what', category: '-', currency: 'INR' })
    expect(found.tables[0]?.columns.map(planText)).toEqual([
      'what: title, given: As you said.',
      'type: source, none: Nothing is read from it.',
      'price: price, name: By its name.',
      'unit: source, none: Nothing is read from it.',
      'weight: fact weight, name: By its name. No cell can be said as weight, such as “1.2 kg”: “2”.',
    ])
    expect(found.currency).toMatchObject({ code: 'INR', how: 'given' })
  })

  it('shows the rows though no title can be found, and what the other columns seem to be', async () => {
    const found = await preview('artikel,price\nOak Table,3\n')
    expect(found).toMatchObject({
      problem: {
        message: 'No column looks like a title.',
        hint: expect.stringContaining('artikel') as unknown,
      },
      rowsRead: 0,
      products: [],
      warnings: [],
    })
    expect(found.tables[0]?.columns.map(planText)).toEqual([
      'artikel: source, none: Nothing is read from it.',
      'price: price, name: By its name.',
    ])
    expect(found.tables[0]?.rows).toEqual([{ row: 2, cells: ['Oak Table', '3'] }])
    const wrong = await preview('artikel,price\nOak Table,3\n', { title: 'name' })
    expect(wrong.problem?.message).toBe('The mapping title=name names a column the file does not have.')
    expect(wrong.tables[0]?.columns.map(({ use }) => use.kind)).toEqual(['source', 'source'])
  })

  it.each([
    ['no id', 'title,price\nOak Table,€1\n', /^No column holds an id/],
    ['no price', 'id,title,brand\n1,Oak Table,A\n', /^No column holds prices/],
    ['a currency that is assumed', 'id,title,price\n1,Oak Table,1\n', /taken as USD/],
    ['a sign that is shared', 'id,title,price\n1,Oak Table,$1\n', /Several currencies write "\$"/],
    ['costs for prices', 'id,title,cost\n1,Oak Table,€1\n', /^Prices are read from “cost”, which may be/],
    [
      'prices of another currency',
      'id,title,price\n1,Oak Table,£1\n2,Elm Chair,£2\n3,Fir Box,€3\n',
      /^Some prices are in EUR/,
    ],
    [
      'products that say nothing',
      'id,title,price\n1,Qux,€1\n2,Quux,€1\n',
      /^2 of the first 2 products say nothing/,
    ],
  ])('warns of %s', async (_, text, warning) => {
    expect((await preview(text)).warnings).toEqual(
      expect.arrayContaining([expect.stringMatching(warning) as unknown]),
    )
  })

  it('tells which columns are not kept where there are too many', async () => {
    const names = Array.from({ length: 70 }, (_, i) => `extra ${i}`)
    const text = [
      `${names.join(',')},id,title,price`,
      `${names.map(() => 'x').join(',')},1,Oak Table,1`,
    ].join('\n')
    const columns = (await preview(text)).tables[0]?.columns ?? []
    expect(columns.filter(({ use }) => use.kind === 'ignored').map(({ name }) => name)).toEqual(
      names.slice(57),
    )
  })

  it('cuts cells that are long', async () => {
    const found = await preview(`id,title,description\n1,Oak Table,${'x'.repeat(1000)}\n`)
    expect(found.tables[0]?.rows[0]?.cells[2]).toHaveLength(241)
  })

  it('counts the rows of variants as kept', async () => {
    const text = 'Handle,Title,Variant Price,Option1 Name,Option1 Value\na,Oak Table,3,Size,S\na,,4,,M\n'
    expect(await preview(text)).toMatchObject({ format: 'shopify', rowsRead: 2, kept: 2, refused: 0 })
  })

  it('lets go of the file', async () => {
    let closed = 0
    const path = files.write('closing.csv', `id,title,price\n${'1,Oak Table,1\n'.repeat(500)}`)
    const source = await openImport(path)
    await previewSource({
      ...source,
      close: async () => {
        closed += 1
        await source.close?.()
      },
    })
    expect(closed).toBe(1)
  })

  it('throws what reading throws', async () => {
    await expect(preview('id,title,price\n')).rejects.toThrow(/holds no rows/)
    await expect(preview('id,title\n1,"Oak')).rejects.toThrow(/never closed/)
  })
})
