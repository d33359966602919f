import { describe, expect, it } from 'vitest'
import { resolveColumns } from './columns'

describe('resolveColumns', () => {
  it.each([
    [['id', 'title', 'price'], { id: 'id', title: 'title', price: 'price' }, {}],
    [
      ['ProductKey', 'ProductName', 'ProductPrice', 'ProductColor'],
      { id: 'ProductKey', title: 'ProductName', price: 'ProductPrice' },
      { colour: 'ProductColor' },
    ],
    [
      [
        'Handle',
        'Title',
        'Body (HTML)',
        'Vendor',
        'Type',
        'Variant SKU',
        'Variant Price',
        'Variant Compare At Price',
      ],
      {
        id: 'Handle',
        title: 'Title',
        description: 'Body (HTML)',
        brand: 'Vendor',
        category: 'Type',
        price: 'Variant Price',
        wasPrice: 'Variant Compare At Price',
      },
      {},
    ],
    [
      ['product_name', 'retail_price', 'discounted_price', 'brand'],
      { title: 'product_name', price: 'discounted_price', wasPrice: 'retail_price', brand: 'brand' },
      {},
    ],
    [['name', 'Material', 'Weight'], { title: 'name' }, { material: 'Material', weight: 'Weight' }],
    [['title', 'title (2)', 'price'], { title: 'title', price: 'price' }, {}],
  ])('guesses %j', (names, fields, facts) => {
    expect(resolveColumns(names)).toEqual({ fields, facts })
  })

  it.each([
    [['title', 'Price (GBP)'], { title: 'title', price: 'Price (GBP)' }],
    [
      ['id', 'cost', 'category', 'name', 'brand', 'retail_price'],
      { id: 'id', title: 'name', price: 'retail_price', brand: 'brand', category: 'category' },
    ],
    [
      ['title', 'cost', 'price', 'regular price'],
      { title: 'title', price: 'price', wasPrice: 'regular price' },
    ],
    [['title', 'Cost (GBP)'], { title: 'title', price: 'Cost (GBP)' }],
    [['title', 'cost', 'old price'], { title: 'title', price: 'cost', wasPrice: 'old price' }],
    [
      ['title', 'price_eur', 'list_price_eur'],
      { title: 'title', price: 'price_eur', wasPrice: 'list_price_eur' },
    ],
    [['title', 'PriceUSD'], { title: 'title', price: 'PriceUSD' }],
    [['title', '£ price'], { title: 'title', price: '£ price' }],
    [['title', 'price', 'sale price'], { title: 'title', price: 'price', salePrice: 'sale price' }],
    [['title', 'sale_price'], { title: 'title', price: 'sale_price' }],
    [
      ['title', 'category', 'subcategory'],
      { title: 'title', category: 'category', subcategory: 'subcategory' },
    ],
    [['title', 'subcategory'], { title: 'title', category: 'subcategory' }],
    [['title', 'price', 'availability'], { title: 'title', price: 'price', stock: 'availability' }],
    [['title', 'price', 'stock', 'availability'], { title: 'title', price: 'price', stock: 'stock' }],
  ])('reads fields off %j', (names, fields) => {
    expect(resolveColumns(names).fields).toEqual(fields)
  })

  it('finds the units of figures in headers and beside them', () => {
    const names = ['Name', 'Weight (kg)', 'Size', 'SizeUnitMeasureCode', 'Capacity', 'Battery life (hrs)']
    expect(resolveColumns(names)).toEqual({
      fields: { title: 'Name' },
      facts: { weight: 'Weight (kg)', size: 'Size', capacity: 'Capacity', battery: 'Battery life (hrs)' },
      units: { weight: { unit: 'kg' }, size: { column: 'SizeUnitMeasureCode' }, battery: { unit: 'hrs' } },
    })
  })

  it('leaves a meaning without a column where the mapping says so', () => {
    const names = ['title', 'price', 'type']
    expect(resolveColumns(names, { category: '-' }).fields).toEqual({ title: 'title', price: 'price' })
    expect(resolveColumns(['title', 'price', '-'], { category: '-' }).fields.category).toBe('-')
    expect(() => resolveColumns(names, { title: '-' })).toThrow('No column looks like a title.')
  })

  it('lets the mapping win and uses no column twice', () => {
    expect(resolveColumns(['a', 'title', 'price'], { title: 'a', description: 'title' })).toEqual({
      fields: { title: 'a', description: 'title', price: 'price' },
      facts: {},
    })
  })
  it('maps facts and a currency for the whole file', () => {
    const columns = resolveColumns(['t', 'p', 'hue'], {
      title: 't',
      price: 'p',
      colour: 'hue',
      currency: 'INR',
    })
    expect(columns).toEqual({ fields: { title: 't', price: 'p', currency: 'INR' }, facts: { colour: 'hue' } })
  })

  it.each([
    [['a', 'b'], {}, 'No column looks like a title.'],
    [['title', 'x'], {}, 'Besides the title ("title") no column could be recognised.'],
    [['title', 'price'], { title: 'Name' }, 'The mapping title=Name names a column the file does not have.'],
    [
      ['title', 'price'],
      { currency: 'FOO' },
      'The mapping currency=FOO names a column the file does not have.',
    ],
    [['title', 'price'], { colour: 'hue' }, 'The mapping colour=hue names a column the file does not have.'],
  ])('%j with %j: %s', (names, map, message) => {
    expect(() => resolveColumns(names, map)).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        message,
        hint: expect.stringContaining(`Columns of this file: ${names.join(', ')}.`) as unknown,
      }),
    )
  })
  it('takes no review for a product, unless told to', () => {
    const names = ['Clothing ID', 'Title', 'Review Text', 'Rating', 'Department Name', 'Category']
    expect(() => resolveColumns(names)).toThrow(/^The rows look like reviews \(column "Review Text"\)/)
    expect(resolveColumns(names, { title: 'Title' }).fields.title).toBe('Title')
    expect(resolveColumns(['product_name', 'review_content', 'category']).fields.title).toBe('product_name')
    expect(resolveColumns(['title', 'review_body', 'price']).fields.title).toBe('title')
  })

  it('names the fields there are for an unknown one', () => {
    expect(() => resolveColumns(['title', 'price'], { headline: 'title' })).toThrow(
      /names "headline", which is no product field\. Fields: id, title, .*material/,
    )
  })
})
