import { describe, expect, it } from 'vitest'
import type { Product, RefusedRow } from '../../shared/domain/catalogue'
import { resolveColumns } from './columns'
import { buildProduct } from './product'

const build = (fields: Readonly<Record<string, string>>, currency = 'USD') =>
  buildProduct({ row: 7, fields }, { columns: resolveColumns(Object.keys(fields)), currency })

function product(fields: Readonly<Record<string, string>>): Product {
  const built = build(fields)
  if ('reason' in built) throw new Error(built.reason)
  return built
}

describe('buildProduct', () => {
  it.each([
    ['1.2k', 0],
    ['1,203', 1203],
    ['', 0],
  ])('counts %j ratings as %i and keeps the row', (reviews, count) => {
    const built = product({
      id: 'p1',
      title: 'Fenmoor Pack',
      price: '$10',
      rating: '4.5',
      reviews,
      stock: '2.5',
    })
    expect([built.rating, built.stock]).toEqual([{ mean: 4.5, count }, undefined])
  })

  it('builds a row with everything', () => {
    const built = product({
      id: 'p1',
      title: 'Waxed Canvas Daypack &amp; Strap',
      price: '$1,250.00',
      was_price: '1,400',
      brand: 'Fenmoor',
      category: 'Bags > Daypacks',
      description: '<p>This black daypack features padded straps.</p>',
      stock: '12 left',
      rating: '4.5 out of 5',
      reviews: '1,203',
      created_at: '2024-05-06T10:00:00Z',
      Weight: '1.2 kg',
    })
    expect(built).toMatchObject({
      id: 'p1',
      title: 'Waxed Canvas Daypack & Strap',
      noun: 'daypack',
      titleNumber: 'one',
      brand: 'Fenmoor',
      aisle: 'bags',
      description: 'This black daypack features padded straps.',
      price: { minor: 125000, currency: 'USD' },
      wasPrice: { minor: 140000, currency: 'USD' },
      rating: { mean: 4.5, count: 1203 },
      stock: 12,
      listedOn: '2024-05-06',
    })
    expect(built.facts.map(({ id, text, source }) => [id, text, source])).toEqual([
      ['weight', '1.2 kg', { field: 'Weight', start: 0, end: 6 }],
      ['material', 'waxed canvas', { field: 'title', start: 0, end: 12 }],
      ['feature', 'padded straps', { field: 'description', start: 28, end: 41 }],
      ['colour', 'black', { field: 'description', start: 5, end: 10 }],
    ])
    expect(built.source['description']).toBe('This black daypack features padded straps.')
  })

  it.each<[string, Readonly<Record<string, string>>, Partial<Product>]>([
    ['no price', { title: 'Lamp', price: '' }, {}],
    ['a price of nothing', { title: 'Lamp', price: '0' }, {}],
    ['a rating of nothing', { title: 'Lamp', price: '', rating: '0' }, {}],
    [
      'a previous price that is not higher',
      { title: 'Lamp', price: '10', list_price: '10' },
      { price: { minor: 1000, currency: 'USD' } },
    ],
    [
      'a currency column',
      { title: 'Lamp', price: '10', currency: 'inr' },
      { price: { minor: 1000, currency: 'INR' } },
    ],
  ])('leaves out %s', (_, fields, expected) => {
    const { price, wasPrice, rating } = product(fields)
    expect({
      ...(price ? { price } : {}),
      ...(wasPrice ? { wasPrice } : {}),
      ...(rating ? { rating } : {}),
    }).toEqual(expected)
  })

  const usd = (minor: number) => ({ minor, currency: 'USD' })
  it.each<[string, Readonly<Record<string, string>>, Partial<Product>]>([
    ['a sale', { price: '20', sale_price: '15' }, { price: usd(1500), wasPrice: usd(2000) }],
    ['no sale', { price: '20', sale_price: '' }, { price: usd(2000) }],
    [
      'a sale with dates, which may be over',
      { price: '20', sale_price: '15', sale_price_effective_date: '2024-05-01/2024-06-01' },
      { price: usd(2000) },
    ],
    ['a sale that is dearer', { price: '20', sale_price: '25' }, { price: usd(2000) }],
    ['a sale alone', { price: '', sale_price: '15' }, { price: usd(1500) }],
    [
      'a sale without a price and a list price',
      { price: '', sale_price: '15', list_price: '18' },
      { price: usd(1500), wasPrice: usd(1800) },
    ],
  ])('prices %s', (_, fields, expected) => {
    const { price, wasPrice } = product({ title: 'Oak Table', ...fields })
    expect({ ...(price ? { price } : {}), ...(wasPrice ? { wasPrice } : {}) }).toEqual(expected)
  })
  it('says which column a sale was read from', () => {
    const { sourceFields } = product({ title: 'Oak Table', price: '20', sale_price: '15' })
    expect(sourceFields).toMatchObject({ price: 'sale_price', wasPrice: 'price' })
  })

  it.each([
    [{ category: 'Bags', subcategory: 'Daypacks' }, 'Bags > Daypacks'],
    [{ category: 'Bags > Daypacks', subcategory: 'daypacks' }, 'Bags > Daypacks'],
    [{ category: '', subcategory: 'Daypacks' }, 'Daypacks'],
    [{ category: '2271', subcategory: '31' }, ''],
    [{ category: 'Bags', subcategory: 'N/A' }, 'Bags'],
  ])('reads the category of %j', (fields, category) => {
    expect(product({ title: 'Oak Table', price: '1', ...fields }).category).toBe(category)
  })

  it.each([
    ['out of stock', 0],
    ['out_of_stock', 0],
    ['Sold out', 0],
    ['in stock', undefined],
    ['preorder', undefined],
    ['12', 12],
  ])('reads the stock of %j', (availability, stock) => {
    expect(product({ title: 'Oak Table', price: '1', availability }).stock).toBe(stock)
  })

  it('keeps the columns that mean something where there are more than sixty', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`extra ${i}`, `x${i}`]))
    const { source, title, facts } = product({
      ...many,
      title: 'Oak Table',
      price: '1',
      colour: 'dark brown',
    })
    expect([title, facts[0]?.text, Object.keys(source).length]).toEqual(['Oak Table', 'dark brown', 60])
    expect(source).toMatchObject({ title: 'Oak Table', price: '1', colour: 'dark brown', 'extra 56': 'x56' })
    expect(source['extra 57']).toBeUndefined()
  })
  it('counts no blank cells among the sixty', () => {
    const blank = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`extra ${i}`, ' ']))
    expect(product({ ...blank, title: 'Oak Table', price: '1', note: 'last' }).source).toEqual({
      title: 'Oak Table',
      price: '1',
      note: 'last',
    })
  })

  it('numbers a product without an id by its row', () => {
    expect(product({ title: 'Oak Table', price: '1' }).id).toBe('row-7')
  })
  it('calls a thing without a known noun a piece', () => {
    expect(product({ title: 'Zorblax Quux', price: '1' })).toMatchObject({ noun: 'piece', aisle: 'general' })
  })
  it('takes the noun from the category where the text names it', () => {
    expect(
      product({
        title: 'Midnight Companion',
        category: 'jewelry > bracelets',
        description: 'A bracelet for everyone.',
      }).noun,
    ).toBe('bracelet')
    expect(
      product({ title: 'Midnight Companion', category: 'jewelry > bracelets', description: 'It glows.' })
        .noun,
    ).toBe('piece')
  })

  it.each<[Readonly<Record<string, string>>, Omit<RefusedRow, 'row'>]>([
    [
      { title: '', price: '1' },
      { field: 'title', reason: 'the title is empty' },
    ],
    [
      { title: '12', price: '1' },
      { field: 'title', reason: '"12" is not a title' },
    ],
    [
      { title: `Lamp ${'x'.repeat(200)}`, price: '1' },
      { field: 'title', reason: 'the title is longer than 160 characters' },
    ],
    [
      { title: 'Lamp', price: 'SR 50/4 pack' },
      { field: 'price', reason: '"SR 50/4 pack" is not one amount of money' },
    ],
    [
      { title: 'Lamp', price: '-3' },
      { field: 'price', reason: '"-3" is not one amount of money' },
    ],
    [
      { title: 'Lamp', price: '3', currency: 'XXQ' },
      { field: 'currency', reason: '"XXQ" is no currency code' },
    ],
    [
      { sku: 'NA', title: 'Lamp', price: '3' },
      { field: 'sku', reason: 'the id is empty' },
    ],
  ])('refuses %j', (fields, refusal) => {
    expect(build(fields)).toEqual({ row: 7, ...refusal })
  })

  it('refuses a page of styles as a price without an essay', () => {
    const refused = build({ title: 'Lamp', price: '.a { color: red }\n'.repeat(500) })
    expect(refused).toMatchObject({ field: 'price' })
    expect('reason' in refused && refused.reason.length).toBeLessThan(100)
  })
})
