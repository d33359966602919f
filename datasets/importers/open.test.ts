import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openImport } from './open'
import { importAll, outline, scratch } from './testing'

const files = scratch()
afterAll(files.remove)
let count = 0
const file = (content: string | Uint8Array) => files.write(`file${(count += 1)}`, content)

describe('openImport', () => {
  it.each([
    ['csv', 'title,price\nOak Table,1\nPine Desk,2\n'],
    ['semicolons', 'title;price\r\nOak Table;1\r\nPine Desk;2\r\n'],
    ['bars', 'title|price\nOak Table|1\nPine Desk|2\n'],
    ['tabs', 'title\tprice\nOak Table\t1\nPine Desk\t2\n'],
    ['a byte order mark', '\ufefftitle,price\nOak Table,1\nPine Desk,2\n'],
    ['an empty first header', ',title,price\n0,Oak Table,1\n1,Pine Desk,2\n'],
    ['json', '[{"title":"Oak Table","price":1},{"title":"Pine Desk","price":2}]'],
    ['json lines', '{"title":"Oak Table","price":1}\n{"title":"Pine Desk","price":2}\n'],
    [
      'json in an object',
      '{"total":2,"products":[{"title":"Oak Table","price":1},{"title":"Pine Desk","price":2}]}',
    ],
    ['yaml', '- title: Oak Table\n  price: 1\n- title: Pine Desk\n  price: 2\n'],
  ])('reads %s, packed or not', async (_, text) => {
    expect(await outline(file(text))).toEqual(['Oak Table', 'Pine Desk'])
    expect(await outline(file(gzipSync(text)))).toEqual(['Oak Table', 'Pine Desk'])
  })

  it('describes the source and counts its bytes', async () => {
    const path = files.write('shop.csv', 'title,price\nOak Table,1\n')
    const source = await openImport(path, { map: { currency: 'INR' } })
    expect(source).toMatchObject({ format: 'csv', origin: 'shop.csv (csv)', currency: 'INR', totalBytes: 24 })
    for await (const item of source.items)
      expect(item).toMatchObject({ product: { price: { minor: 100, currency: 'INR' } } })
    expect(source.bytesRead()).toBe(24)
  })

  it('reads Windows-1252', async () => {
    expect(
      await outline(file(Buffer.from('title,price\nCaf\xe9 Table,1\nN\xeemes Desk,2\n', 'latin1'))),
    ).toEqual(['Café Table', 'Nîmes Desk'])
  })

  it('maps columns by name', async () => {
    const path = file('artikel;preis;farbe\nOak Table;1,50;dark brown\n')
    const [item] = await importAll(path, {
      map: { title: 'artikel', price: 'preis', colour: 'farbe', currency: 'EUR' },
    })
    expect(item).toMatchObject({
      product: {
        title: 'Oak Table',
        price: { minor: 150, currency: 'EUR' },
        facts: expect.arrayContaining([
          expect.objectContaining({
            id: 'colour',
            text: 'dark brown',
            source: { field: 'farbe', start: 0, end: 10 },
          }),
        ]) as unknown,
      },
    })
  })

  it('settles columns on the first rows together', async () => {
    const path = file('[{"title":"Oak Table","price":1},{"title":"Pine Desk","price":2,"hue":"red"}]')
    expect(await outline(path, { map: { colour: 'hue' } })).toEqual(['Oak Table', 'Pine Desk'])
  })

  it('keeps or refuses every row', async () => {
    const rows = [
      'id,title,price',
      '1,Oak Table,1',
      ',,',
      '2,,3',
      '1,Pine Desk,4',
      'NA,Elm Chair,5',
      '3,Ash Stool,6,7',
      '4,"Teak\nBench",SR 50/4 pack',
      '5,Fir Shelf,8',
    ]
    expect(await outline(file(rows.join('\n')))).toEqual([
      'Oak Table',
      '3 : the row is empty',
      '4 title: the title is empty',
      '5 id: the id "1" repeats row 2',
      '6 id: the id is empty',
      '7 : the row has 4 fields, the header names 3',
      '8 price: "SR 50/4 pack" is not one amount of money',
      'Fir Shelf',
    ])
  })
  it('reports a catalogue whose every row is refused, without failing', async () => {
    expect(await outline(file('title,price\n,1\n,2\n'))).toEqual([
      '2 title: the title is empty',
      '3 title: the title is empty',
    ])
  })
  it('takes a field that is a list in one row and a string in the next', async () => {
    const items = await importAll(
      file('[{"title":"Oak Table","brand":["A","B"]},{"title":"Pine Desk","brand":"C"}]'),
    )
    expect(items.map((item) => item.type === 'product' && item.product.brand)).toEqual(['A, B', 'C'])
  })

  it.each([
    ['nothing', '', /is empty/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /is a PNG picture, not a table/],
    ['a header alone', 'title,price\n', /holds no rows/],
    ['an empty list', '[]', /holds no rows/],
    ['one column', 'stuff\na\nb\n', /has a single column \("stuff"\), so no title column/],
    ['no title', 'a,b\n1,2\n', /No column looks like a title/],
    [
      'a quotation mark never closed',
      'title,price\nA lamp,1\n"B lamp,2\nC lamp,3\n',
      /opens a quotation mark after row 2 that is never closed/,
    ],
    ['one long line', 'x'.repeat(3_000_000), /has a first line longer than/],
    ['one long JSON line', `{"title":"a"}\n{"title":"${'x'.repeat(3_000_000)}"}`, /has a line longer than/],
    ['YAML that is no list', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', /holds no list of products/],
  ])('says what is wrong with %s', async (_, content, problem) => {
    const failure: unknown = await importAll(file(content)).catch((cause: unknown) => cause)
    expect(failure).toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(problem) as unknown,
      hint: expect.stringMatching(/\w+ \w+/) as unknown,
    })
  })
  it('names the columns there are for a mapping that misses', async () => {
    await expect(
      importAll(file('title,price\nA lamp,1\n'), { map: { brand: 'maker' } }),
    ).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'The mapping brand=maker names a column the file does not have.',
      hint: expect.stringContaining('title, price') as unknown,
    })
  })
  it('refuses a format it does not know and a folder it does not know', async () => {
    await expect(openImport(file('title,price\n'), { format: 'xls' })).rejects.toThrow(
      /cannot be read as "xls"/,
    )
    const folder = join(dirname(file('x')), 'folder')
    mkdirSync(folder)
    await expect(openImport(folder)).rejects.toThrow(/is a folder without a file that can be read/)
  })

  it('stops reading when nobody listens any more', async () => {
    const path = file(`title,price\n${'Oak Table,1\n'.repeat(400_000)}`)
    const source = await openImport(path)
    for await (const item of source.items) {
      expect(item.type).toBe('product')
      break
    }
    expect(source.bytesRead()).toBeLessThan(source.totalBytes)
  })
})
