import { describe, expect, it } from 'vitest'
import { all, pieces } from '../testing'
import { feedRecords } from './feed'

const read = (text: string, size = 7) => all(feedRecords('feed.xml', pieces(text, size), text.slice(0, 4096)))
const rss = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>A shop</title>${items}</channel></rss>`
const item = (fields: string) => `<item>${fields}</item>`

describe('feedRecords', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    [
      'plain elements',
      '<title>Oak Table</title><link>https://example.org/1</link>',
      { title: 'Oak Table', link: 'https://example.org/1' },
    ],
    ['elements of Google', '<g:price>15.00 USD</g:price>', { price: '15.00 USD' }],
    [
      'both: those of Google count',
      '<title>Wood</title><g:title>Oak Table</g:title><id>x</id>',
      { title: 'Oak Table', id: 'x' },
    ],
    ['both, the other way round', '<g:id>7</g:id><id>tag:example.org</id>', { id: '7' }],
    [
      'what is nested',
      '<g:shipping><g:country>US</g:country><g:price>5 USD</g:price></g:shipping><g:price>9 USD</g:price>',
      { 'shipping.country': 'US', 'shipping.price': '5 USD', price: '9 USD' },
    ],
    [
      'what stands several times',
      '<g:additional_image_link>a</g:additional_image_link><g:additional_image_link>b</g:additional_image_link>',
      { additional_image_link: 'a, b' },
    ],
    [
      'CDATA',
      '<description><![CDATA[<p>Fine & dry</p>]]></description>',
      { description: '<p>Fine & dry</p>' },
    ],
    [
      'entities',
      '<title>Salt &amp; Pepper &#34;Mill&#34; &lt;b&gt;</title>',
      { title: 'Salt & Pepper "Mill" <b>' },
    ],
    [
      'markup in prose',
      '<description>A <b>fine</b> table<br/>of oak</description><g:id>1</g:id>',
      { description: 'A  fine  table  of oak', id: '1' },
    ],
    [
      'other prefixes',
      '<content:encoded>long</content:encoded><dc:creator>me</dc:creator>',
      { 'content:encoded': 'long', 'dc:creator': 'me' },
    ],
    ['nothing where nothing stands', '<g:brand/><g:mpn>  </g:mpn><g:id>1</g:id>', { id: '1' }],
  ])('reads %s', async (_, fields, expected) => {
    const text = rss(item(fields))
    expect(await read(text)).toEqual([{ row: 1, fields: expected }])
    expect(await read(text, 1)).toEqual([{ row: 1, fields: expected }])
    expect(await read(text, text.length)).toEqual([{ row: 1, fields: expected }])
  })

  it('reads Atom', async () => {
    const text =
      '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:gg="http://base.google.com/ns/1.0"><title>A shop</title><entry><title>Oak Table</title><link href="https://example.org/1"/><gg:id>1</gg:id></entry><entry><gg:id>2</gg:id></entry></feed>'
    expect(await read(text)).toEqual([
      { row: 1, fields: { title: 'Oak Table', link: 'https://example.org/1', id: '1' } },
      { row: 2, fields: { id: '2' } },
    ])
  })

  it('counts every item, and refuses what is cut off, endless or too deep by itself', async () => {
    const broken = [
      item('<g:id>1</g:id>'),
      '<item><g:id>2</g:id>',
      item('<g:id>3</g:id>'),
      item(`<description>${'x'.repeat(1_100_000)}</description>`),
      item(`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`),
      item('<g:id>6</g:id>'),
      '<item><g:id>7</g:id><title>Oak',
    ].join('\n')
    expect(await read(rss(broken), 1 << 16)).toEqual([
      { row: 1, fields: { id: '1' } },
      { row: 2, field: '', reason: 'the item is never closed' },
      { row: 3, fields: { id: '3' } },
      { row: 4, field: '', reason: 'the item is longer than 1048576 characters' },
      { row: 5, field: '', reason: 'the item nests more than 32 levels deep' },
      { row: 6, fields: { id: '6' } },
      { row: 7, field: '', reason: 'the item is never closed' },
    ])
  })

  it.each([
    ['between items', item('<g:id>1</g:id>').repeat(2)],
    ['within an item', `${item('<g:id>1</g:id>')}<item><g:id>2</g:id>`],
    ['within a tag', `${item('<g:id>1</g:id>')}</chan`],
  ])('tells that a feed is cut off %s', async (_, items) => {
    await expect(read(rss(items).replace('</channel></rss>', ''))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(/after item [12]: it ends before <rss> is closed/) as unknown,
    })
  })

  it('unfolds no entity and reads nothing outside the file', async () => {
    const bombs = [
      '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
      '<!DOCTYPE rss [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd">',
    ]
    for (const bomb of bombs) {
      const text = bomb + rss(item('<title>Oak &c; Table</title>')).replace(/^<\?xml[^>]*\?>\n/, '')
      expect(await read(text)).toEqual([{ row: 1, fields: { title: 'Oak &c; Table' } }])
    }
  })

  it('keeps no more than two hundred elements of an item', async () => {
    const many = Array.from({ length: 500 }, (_, i) => `<f${i}>x</f${i}>`).join('')
    const [record] = await read(rss(item(many)))
    expect(record && 'fields' in record && Object.keys(record.fields).length).toBe(200)
  })

  it.each([
    [
      'other XML',
      '<products><product>Oak Table</product></products>',
      /is XML \("products"\) without any item or entry/,
    ],
    ['a web page', '<!DOCTYPE html><html><body><p>Not found</p></body></html>', /is a web page, not a table/],
    [
      'an encoding it would misread',
      '<?xml version="1.0" encoding="Shift_JIS"?><rss/>',
      /is written in Shift_JIS/,
    ],
    [
      'a comment without end',
      `<rss><item></item><!-- ${'x'.repeat(5_000_000)}`,
      /cannot be read after item 1: more than/,
    ],
    ['an attribute without end', `<rss><item a="${'x'.repeat(5_000_000)}`, /cannot be read: more than/],
    ['endless nesting', `<rss>${'<a>'.repeat(20_000)}`, /cannot be read: elements nest more than/],
  ])('says what is wrong with %s', async (_, text, problem) => {
    await expect(read(text, 1 << 16)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(problem) as unknown,
    })
  })

  it('reads on while it is read, holding one item', async () => {
    let handed = 0
    async function* endless() {
      await Promise.resolve()
      yield '<rss><channel>'
      for (; ; handed++) yield item(`<g:id>${handed}</g:id>`).repeat(100)
    }
    let rows = 0
    for await (const record of feedRecords('feed.xml', endless(), '<rss>')) {
      rows = record.row
      if (rows === 100_000) break
    }
    expect([rows, handed]).toEqual([100_000, 999])
  })
})
