/** What real exports do to a table, one mess after another, from the bytes of a file to the products that are stored. */
import { afterAll, describe, expect, it } from 'vitest'
import type { Product } from '../../shared/domain/catalogue'
import { openImport } from './open'
import { all, importAll, outline, scratch } from './testing'

const files = scratch()
afterAll(files.remove)
let count = 0
const file = (content: string | Uint8Array) => files.write(`mess${(count += 1)}`, content)
const products = async (content: string | Uint8Array, map = {}): Promise<readonly Product[]> =>
  (await importAll(file(content), { map })).flatMap((item) => (item.type === 'product' ? [item.product] : []))
const money = ({ price }: Product) => (price ? `${price.minor} ${price.currency}` : '')

describe('encodings', () => {
  it('reads the no-break space of Windows-1252 in a price and in a title', async () => {
    const [table] = await products(Buffer.from('title;price\nCaf\xe9\xa0Table;1\xa0250,50 \x80\n', 'latin1'))
    expect([table?.title, table && money(table)]).toEqual(['Café Table', '125050 EUR'])
  })
  it('is not confused by a byte order mark before a header in quotation marks', async () => {
    const [table] = await products('\ufeff"title","price"\r\n"Oak Table","€1"\r\n')
    expect(table?.source).toEqual({ title: 'Oak Table', price: '€1' })
  })
  it('reads UTF-16 as spreadsheets save it', async () => {
    const text = Buffer.from('\ufefftitle\tprice\r\nOak Table\t£1\r\nNîmes Desk\t£2\r\n', 'utf16le')
    expect((await products(text)).map(({ title }) => title)).toEqual(['Oak Table', 'Nîmes Desk'])
  })
})

describe('rows', () => {
  it.each([',', ';', '|', '\t'])(
    'come apart at %j in spite of the others in quotation marks',
    async (between) => {
      const cells = (...texts: readonly string[]) => texts.map((text) => `"${text}"`).join(between)
      const text = [
        cells('id', 'title', 'price', 'note'),
        cells('1', 'Oak, Pine; Elm | Fir', '£1', 'a\tb'),
        cells('2', 'Two\r\nlines', '£2', ''),
      ]
      expect((await products(text.join('\r\n'))).map(({ title }) => title)).toEqual([
        'Oak, Pine; Elm | Fir',
        'Two lines',
      ])
    },
  )
  it('may have headers without a name or with the same', async () => {
    const [table] = await products(',title,title,price,\n0,Oak Table,Tisch,£1,\n')
    expect(table?.source).toEqual({ column1: '0', title: 'Oak Table', 'title (2)': 'Tisch', price: '£1' })
  })
})

describe('prices', () => {
  it('are read as what they are, or their row is refused with what stood there', async () => {
    const css = '.price { color: red } .old { text-decoration: line-through } '.repeat(30)
    const cells = [
      '"$1,250.00"',
      '"$90,000 "',
      '"265,0"',
      '"SR 2,375"',
      'SR 50/4 pack',
      '549.00 PKR',
      `"${css}"`,
      '',
      'NA',
      '0',
      '-3',
      '12.5 each',
    ]
    const items = await importAll(
      file(['title,price', ...cells.map((price, at) => `Oak Table ${at},${price}`)].join('\n')),
      { map: { currency: 'USD' } },
    )
    expect(
      items.map((item) => {
        if (item.type === 'product') return money(item.product)
        return item.type === 'refused' ? `${item.refused.row} ${item.refused.reason.slice(0, 20)}` : item.type
      }),
    ).toEqual([
      '125000 USD',
      '9000000 USD',
      '26500 USD',
      '237500 SAR',
      '6 "SR 50/4 pack" is no',
      '549 PKR',
      '8 ".price { color: red',
      '',
      '',
      '',
      '12 "-3" is not one amou',
      '13 "12.5 each" is not o',
    ])
  })
  it('of a thousand or a decimal are told apart by their currency', async () => {
    const rows = 'title,price\nOak Table,1.250 €\nPine Desk,1.250\nElm Chair,"1,250"\nFir Box,"1.250,00"\n'
    expect((await products(rows)).map(money)).toEqual([
      '125000 EUR',
      '125000 EUR',
      '125000 EUR',
      '125000 EUR',
    ])
    expect((await products(rows.replace(' €', ''), { currency: 'USD' })).map(money)).toEqual([
      '125 USD',
      '125 USD',
      '125000 USD',
      '125000 USD',
    ])
  })
  it('are in the currency whose code or sign stands beside them', async () => {
    const rows =
      'title,price,currency\nOak Table,12.50,€\nPine Desk,3,eur\nElm Chair,4,£\nFir Box,5,\nAsh Bed,6,euros\n'
    const items = await importAll(file(rows))
    expect(items.map((item) => (item.type === 'product' ? money(item.product) : item.type))).toEqual([
      '1250 EUR',
      '300 EUR',
      '400 GBP',
      '500 EUR',
      'refused',
    ])
    const dollars = 'title,price,currency\nOak Table,12.50,$\n'
    expect((await products(dollars)).map(money)).toEqual(['1250 USD'])
  })
  it('with three decimals are no thousands where the file shows what its dots are', async () => {
    const euro = { currency: 'EUR' }
    const number = '[{"title":"Oak Table","price":19.995},{"title":"Pine Desk","price":20}]'
    expect((await products(number, euro)).map(money)).toEqual(['2000 EUR', '2000 EUR'])
    const yaml = '- title: Oak Table\n  price: 19.995\n'
    expect((await products(yaml, euro)).map(money)).toEqual(['2000 EUR'])
    const mixed = '[{"title":"Oak Table","price":19.995},{"title":"Pine Desk","price":"1.250"}]'
    expect((await products(mixed, euro)).map(money)).toEqual(['2000 EUR', '125000 EUR'])
    const swedish = 'title,price,was price\nOak Table,149.985,\nPine Desk,20,31.5\n'
    expect((await products(swedish, { currency: 'SEK' })).map(money)).toEqual(['14999 SEK', '2000 SEK'])
    const feed = `<rss><channel><item><title>Oak Table</title><price>19.995 EUR</price></item></channel></rss>`
    expect((await products(feed)).map(money)).toEqual(['2000 EUR'])
  })
})

describe('titles', () => {
  it.each([
    ['24&#34; Oak Table', '24" Oak Table'],
    ['Salt &amp; Pepper Mill', 'Salt & Pepper Mill'],
    ['Oak &amp;amp; Pine Table', 'Oak & Pine Table'],
    ['<b>Oak</b> Table', 'Oak Table'],
    ['Oak Table <span', 'Oak Table'],
    ['Oak Table <span class="badge', 'Oak Table'],
    ['Oak Table<br/>', 'Oak Table'],
    ['&lt;p&gt;Oak Table&lt;/p&gt;', 'Oak Table'],
    ['Oak\u200b Table\u0000', 'Oak Table'],
  ])('%j is stored as %j', async (raw, title) => {
    const [product] = await products(JSON.stringify([{ title: raw, price: '€1' }]))
    expect([product?.title, product?.source['title']]).toEqual([title, title])
  })
  it('that are nothing but markup are empty', async () => {
    expect(await outline(file('[{"title":"<img src=x>","price":"€1"}]'))).toEqual([
      '1 title: the title is empty',
    ])
  })
})

describe('ids', () => {
  it('that repeat, are blank or say nothing refuse their row; others are kept as they are', async () => {
    const rows = [
      'id,title,price',
      '007,A lamp,£1',
      '7,B lamp,£1',
      '007,C lamp,£1',
      ',D lamp,£1',
      'NA,E lamp,£1',
      '"7, 8",F lamp,£1',
    ]
    expect(await outline(file(rows.join('\n')))).toEqual([
      'A lamp',
      'B lamp',
      '4 id: the id "007" repeats row 2',
      '5 id: the id is empty',
      '6 id: the id is empty',
      'F lamp',
    ])
  })
})

describe('nested JSON', () => {
  it('is a product with its reviews, never a review with a title', async () => {
    const row = (title: string) =>
      JSON.stringify({ title, price: '€1', reviews: [{ title: 'Great', rating: 5 }] })
    expect(await outline(file(`${row('Oak Table')}\n${row('Pine Desk')}\n`))).toEqual([
      'Oak Table',
      'Pine Desk',
    ])
    expect(await outline(file(row('Oak Table')))).toEqual(['Oak Table'])
    expect(await outline(file(`{"meta":{"page":1},"products":[${row('Oak Table')}]}`))).toEqual(['Oak Table'])
  })
})

describe('fields', () => {
  it('that are a list here and a word there are words', async () => {
    const rows = [
      { title: 'Oak Table', price: '€1', colour: ['red', 'green'], tags: ['a'] },
      { title: 'Pine Desk', price: '€1', colour: 'dark brown', tags: 'b' },
      { title: 'Elm Chair', price: '€1', colour: null, tags: [{ x: 1 }] },
      { title: 'Fir Box', price: '€1', colour: { name: 'blue' } },
    ]
    const stored = await products(JSON.stringify(rows))
    expect(stored.map(({ source }) => source['colour'])).toEqual([
      'red, green',
      'dark brown',
      undefined,
      undefined,
    ])
    expect(stored.map(({ source }) => source['tags'])).toEqual(['a', 'b', undefined, undefined])
    expect(stored[3]?.source['colour.name']).toBe('blue')
  })
  it('of Ruby’s hashes, of JSON and of styles make no facts', async () => {
    const texts = [
      '{"product_specification"=>[{"key"=>"Material", "value"=>"Cotton"}]}',
      '{"material":"cotton"}',
      '.a { color: red }',
      '[object Object]',
    ]
    const rows = texts.map((text, at) => ({
      title: `Qux ${at}`,
      price: '€1',
      material: text,
      colour: text,
      fit: text,
      specifications: text,
    }))
    const stored = await products(JSON.stringify(rows))
    expect(stored).toHaveLength(4)
    expect(stored.flatMap(({ facts }) => facts)).toEqual([])
  })
  it.each<[string, number | undefined]>([
    ['0', 0],
    ['"32,623"', 32623],
    ['12 left', 12],
    ['', undefined],
    ['NA', undefined],
    ['many', undefined],
    ['2.5', undefined],
    ['-4', 0],
    ['out of stock', 0],
    ['Sold out!', 0],
    ['OutOfStock', 0],
    ['https://schema.org/OutOfStock', 0],
    ['http://schema.org/SoldOut', 0],
    ['https://schema.org/InStock', undefined],
    ['Discontinued', 0],
    ['false', 0],
    ['No', 0],
    ['TRUE', undefined],
    ['yes', undefined],
    ['in_stock', undefined],
  ])('of stock are counted with their thousands, or read as words: %s', async (cell, stock) => {
    const [product] = await products(`title,price,in stock\nOak Table,£1,${cell}\n`)
    expect([product?.title, product?.stock]).toEqual(['Oak Table', stock])
  })
  it('of stock may be JSON’s own true and false', async () => {
    const rows = [false, true, 0, -3].map((inStock, at) => ({ title: `Qux ${at}`, price: '€1', inStock }))
    expect((await products(JSON.stringify(rows))).map(({ stock }) => stock)).toEqual([0, undefined, 0, 0])
  })
})

describe('product feeds', () => {
  const feed = (items: string) =>
    `<?xml version="1.0"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>A shop</title>${items}</channel></rss>`
  const item = `<item><g:id>7</g:id><title>Waxed Canvas Daypack &amp; Strap</title><description>This black daypack features padded straps.</description>
    <g:price>49.00 GBP</g:price><g:sale_price>39.00 GBP</g:sale_price><g:brand>Fenmoor</g:brand><g:product_type>Bags &gt; Daypacks</g:product_type>
    <g:availability>out_of_stock</g:availability><g:color>dark brown</g:color><g:material>waxed canvas</g:material><g:product_weight>900 g</g:product_weight>
    <g:shipping><g:price>5 GBP</g:price></g:shipping><g:shipping_weight>2 kg</g:shipping_weight></item>`

  it('become products with their sale, their stock and their facts', async () => {
    const source = await openImport(file(feed(item)))
    expect([source.format, source.currency]).toEqual(['merchant-feed', 'GBP'])
    const [only] = await all(source.items)
    expect(only).toMatchObject({
      type: 'product',
      product: {
        id: '7',
        title: 'Waxed Canvas Daypack & Strap',
        brand: 'Fenmoor',
        category: 'Bags > Daypacks',
        price: { minor: 3900, currency: 'GBP' },
        wasPrice: { minor: 4900, currency: 'GBP' },
        stock: 0,
      },
    })
    const facts = only?.type === 'product' ? only.product.facts : []
    expect(facts.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(
      expect.arrayContaining(['material: waxed canvas', 'colour: dark brown', 'weight: 900 g']),
    )
  })

  it('say the same as tab-separated text', async () => {
    const header = [
      'id',
      'title',
      'description',
      'price',
      'sale price',
      'availability',
      'google product category',
      'color',
    ]
    const row = [
      '7',
      'Waxed Canvas Daypack',
      'A daypack.',
      '49.00 GBP',
      '39.00 GBP',
      'in stock',
      '100',
      'dark brown',
    ]
    const [product] = await products(`${header.join('\t')}\n${row.join('\t')}\n`)
    expect(product).toMatchObject({
      id: '7',
      category: '',
      price: { minor: 3900, currency: 'GBP' },
      wasPrice: { minor: 4900, currency: 'GBP' },
    })
    expect(product?.stock).toBeUndefined()
  })

  it('keep or refuse every item', async () => {
    const items = [
      item,
      item,
      '<item><g:id>8</g:id><title></title><g:price>1 GBP</g:price></item>',
      '<item><g:id>9</g:id><title>Oak Table</title><g:price>1 GBP - 2 GBP</g:price></item>',
      '<item><g:id>10</g:id><title>Pine Desk</title>',
      '<item><g:id>11</g:id><title>Elm Chair</title><g:price>1 GBP</g:price></item>',
    ]
    expect(await outline(file(feed(items.join(''))))).toEqual([
      'Waxed Canvas Daypack & Strap',
      '2 id: the id "7" repeats row 1',
      '3 title: the title is empty',
      '4 price: "1 GBP - 2 GBP" is not one amount of money',
      '5 : the item is never closed',
      'Elm Chair',
    ])
  })
})
