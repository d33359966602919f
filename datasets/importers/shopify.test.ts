import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Product } from '../../shared/domain/catalogue'
import { isShopify, optionFacts } from './shopify'
import { importAll, outline, scratch } from './testing'
import type { ImportItem } from './types'

const files = scratch()
afterAll(files.remove)

const HEADER =
  'Handle,Title,Vendor,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src'
let count = 0
const file = (...rows: readonly string[]) =>
  files.write(`shop${(count += 1)}.csv`, [HEADER, ...rows].join('\r\n'))
const productsOf = (items: readonly ImportItem[]): readonly Product[] =>
  items.flatMap((item) => (item.type === 'product' ? [item.product] : []))

describe('isShopify', () => {
  it.each([
    [['Handle', 'Title', 'Variant Price'], true],
    [['Handle', 'Title', 'Option1 Value'], true],
    [['Handle', 'Title', 'Price'], false],
    [['handle', 'title', 'variant price'], false],
  ])('%j: %s', (names, is) => {
    expect(isShopify(names)).toBe(is)
  })
})

describe('a Shopify export', () => {
  it('makes one product of its variants', async () => {
    const items = await importAll(
      file(
        'pot,Clay Pot,Fenmoor,Size,Regular,Color,Brown,900,3,15.99,,a.jpg',
        'pot,,,,Large,,Brown,900,-2,9.99,12.50,b.jpg',
        'pot,,,,Large,,Dark Red,900,4,20,,',
        'pot,,,,,,,,,,,c.jpg',
        'lamp,Brass Lamp,Fenmoor,Title,Default Title,,,0,1,30,,',
      ),
    )
    expect(items.map(({ type }) => type)).toEqual(['product', 'joined', 'product'])
    expect(items[1]).toEqual({ type: 'joined', rows: 3 })
    const [pot, lamp] = productsOf(items)
    expect(pot).toMatchObject({
      id: 'pot',
      title: 'Clay Pot',
      price: { minor: 999, currency: 'USD' },
      wasPrice: { minor: 1250, currency: 'USD' },
      stock: 7,
    })
    expect(pot?.facts.map(({ id, text, number, source }) => [id, text, number, source.field])).toEqual([
      ['feature', 'choice of two sizes', 'one', 'Options: Size'],
      ['colour', 'brown or dark red', 'mass', 'Options: Color'],
      ['weight', '900 g', 'mass', 'Variant Grams'],
    ])
    expect(pot?.source).toMatchObject({
      'Options: Size': 'Regular, Large',
      'Options: Color': 'Brown, Dark Red',
      'Price range': '9.99 to 20',
      'Variant Inventory Qty': '7',
      'Image Src': 'a.jpg',
    })
    expect(lamp).toMatchObject({ id: 'lamp', price: { minor: 3000 }, stock: 1 })
    expect(Object.keys(lamp?.source ?? {})).not.toContain('Price range')
    expect(Object.keys(lamp?.source ?? {}).filter((name) => name.startsWith('Options'))).toEqual([])
  })

  const tracked = (...rows: readonly string[]) =>
    files.write(
      `tracked${(count += 1)}.csv`,
      [
        'Handle,Title,Published,Status,Variant Inventory Tracker,Variant Inventory Policy,Variant Inventory Qty,Variant Price',
        ...rows,
      ].join('\n'),
    )

  it('counts pieces only where somebody counts them, and sells on what is sold on', async () => {
    const items = await importAll(
      tracked(
        'a,Counted Pot,true,active,shopify,deny,0,1',
        'b,Counted Tray,true,active,shopify,deny,-2,1',
        'b,,,,shopify,deny,3,2',
        'c,Uncounted Pot,true,active,,deny,0,1',
        'd,Ordered Pot,true,active,shopify,continue,0,1',
        'e,Stored Pot,TRUE,active,shopify,continue,4,1',
        'f,Mixed Pot,,active,shopify,deny,0,1',
        'f,,,,,deny,0,2',
      ),
    )
    expect(productsOf(items).map(({ stock }) => stock)).toEqual([0, 3, undefined, undefined, 4, undefined])
  })

  it('prices a product by what is not given away', async () => {
    const [pot, sample] = productsOf(
      await importAll(
        tracked(
          'a,Clay Pot,true,active,shopify,deny,1,0.00',
          'a,,,,shopify,deny,1,25.00',
          'b,Sample Pot,true,active,shopify,deny,1,0.00',
        ),
      ),
    )
    expect([pot?.price, pot?.source['Price range']]).toEqual([{ minor: 2500, currency: 'USD' }, undefined])
    expect(sample?.price).toBeUndefined()
  })

  it('refuses what is not for sale, with its variants', async () => {
    expect(
      await outline(
        tracked(
          'a,Clay Pot,false,active,shopify,deny,1,10',
          'a,,,,shopify,deny,1,25.00',
          'b,Iron Pot,true,draft,shopify,deny,1,1',
          'c,Old Pot,true,archived,shopify,deny,1,1',
          'd,Tin Pot,true,active,shopify,deny,1,1',
        ),
      ),
    ).toEqual([
      '2 Published: the product is not published',
      '3 : belongs to row 2, which cannot be taken',
      '4 Status: the product is a draft',
      '5 Status: the product is archived',
      'Tin Pot',
    ])
  })

  it('leaves a weight out that variants do not share', async () => {
    const [pot] = productsOf(
      await importAll(file('pot,Clay Pot,,Size,S,,,900,1,1,,', 'pot,,,,L,,,1200,1,2,,')),
    )
    expect(pot?.facts.map(({ kind }) => kind)).toEqual(['feature'])
  })

  it('takes rows that repeat the title for variants, and another title for another product', async () => {
    expect(
      await outline(
        file('pot,Clay Pot,,Size,S,,,,1,1,,', 'pot,Clay Pot,,,L,,,,1,2,,', 'pot,Iron Pot,,,,,,,1,3,,'),
      ),
    ).toEqual(['Clay Pot', '1 joined', '4 Handle: the id "pot" repeats row 2'])
  })

  it('keeps or refuses every row, each once and in order', async () => {
    expect(
      await outline(
        file(
          'pot,Clay Pot,,Size,S,,,,1,10,,',
          'pot,,,,M,,,,1,call us,,',
          ',,,,,,,,,,,',
          'pot,,,,L,,,,1,12,,',
          'orphan,,,Size,S,,,,1,10,,',
          'orphan,,,,M,,,,1,11,,',
          'sold,Tin Box,,Size,S,,,,1,on request,,',
          'sold,,,,M,,,,1,11,,',
          'pot,,,,XL,,,,1,13,,',
          'tray,Oak Tray,,,,,,,,8,,',
        ),
      ),
    ).toEqual([
      'Clay Pot',
      '1 joined',
      '3 Variant Price: "call us" is not one amount of money',
      '4 : the row is empty',
      '6 Title: the title is empty',
      '7 : belongs to row 6, which cannot be taken',
      '8 Variant Price: "on request" is not one amount of money',
      '9 : belongs to row 8, which cannot be taken',
      '10 Handle: continues "pot" of row 2 but does not stand below it',
      'Oak Tray',
    ])
  })

  it('prices the product as its cheapest variant, whatever order they come in', async () => {
    const rows = ['12', '9.5', '30', '9.50', ''].map(
      (price, i) => `pot,${i === 0 ? 'Clay Pot' : ''},,Size,S${i},,,,1,${price},,`,
    )
    const [pot] = productsOf(await importAll(file(...rows)))
    expect(pot?.price).toEqual({ minor: 950, currency: 'USD' })
    expect(pot?.source['Price range']).toBe('9.5 to 30')
  })

  it('can be mapped by hand, and read as the plain table that it is', async () => {
    const path = file('pot,Clay Pot,Fenmoor,Size,S,,,,1,10,,', 'pot,,,,M,,,,1,9,,')
    const [mapped] = productsOf(await importAll(path, { map: { category: 'Vendor', currency: 'EUR' } }))
    expect(mapped).toMatchObject({ category: 'Fenmoor', price: { minor: 900, currency: 'EUR' } })
    expect(await outline(path, { format: 'csv' })).toEqual(['Clay Pot', '3 Title: the title is empty'])
  })
})

describe('optionFacts', () => {
  it.each<[string, string, readonly [string, string] | undefined]>([
    ['Colour', 'Navy Blue', ['colour', 'navy blue']],
    ['Color', 'Red, Green, Blue', ['colour', 'red, green or blue']],
    ['Colour', 'Red, Green, Blue, Black', ['feature', 'choice of four colours']],
    ['Color', 'Light Sea Green, Dark Sea Green', ['feature', 'choice of two colors']],
    ['Color', '#fff, #000', ['feature', 'choice of two colors']],
    ['Material', 'Oak, Walnut', ['material', 'oak or walnut']],
    ['Scent', 'Cedar; Rose, white', ['scent', 'cedar or rose, white']],
    ['Size', 'S, M, L', ['feature', 'choice of three sizes']],
    [
      'size',
      Array.from({ length: 14 }, (_, i) => String(36 + i)).join(', '),
      ['feature', 'choice of 14 sizes'],
    ],
    ['Size', 'One size', undefined],
    ['Denominations', '10, 20', undefined],
  ])('%s "%s"', (name, values, expected) => {
    const facts = optionFacts({ [`Options: ${name}`]: values, Title: 'Oak Tray' })
    expect(facts.map(({ kind, text }) => [kind, text])).toEqual(expected ? [expected] : [])
  })
  it('tells one choice', () => {
    expect(
      optionFacts({ 'Options: Size': 'S, M', 'Options: Style': 'A, B' }).map(({ text }) => text),
    ).toEqual(['choice of two sizes'])
  })
})

const folder = resolve(import.meta.dirname, '../../../shared/data/messy/shopify')
const suite = existsSync(folder)
  ? 'real exports'
  : 'real exports (skipped: ../shared/data/messy/shopify is not there)'

describe.skipIf(!existsSync(folder))(suite, () => {
  it.each(existsSync(folder) ? readdirSync(folder) : [])('takes every row of %s', async (name) => {
    const items = await importAll(resolve(folder, name))
    expect(items.filter(({ type }) => type === 'refused')).toEqual([])
    const products = productsOf(items)
    expect(products).toHaveLength(20)
    // Where nobody counts the pieces, as mostly here, a quantity of 0 says nothing.
    expect(products.every(({ price, stock }) => price !== undefined && stock !== 0)).toBe(true)
    expect(products.filter(({ stock }) => stock === undefined).length).toBeGreaterThan(17)
  })
})
