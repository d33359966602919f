import { describe, expect, it } from 'vitest'
import { currencyDigits, currencyMark, decimalMark, headerCurrency, isCurrency, parsePrice } from './price'

describe('parsePrice', () => {
  it.each([
    ['129.99', 'USD', 12999, 'USD'],
    ['129.9', 'USD', 12990, 'USD'],
    ['5', 'USD', 500, 'USD'],
    ['$1,250.00', 'USD', 125000, 'USD'],
    ['$90,000 ', 'USD', 9000000, 'USD'],
    ['265,0', 'EUR', 26500, 'EUR'],
    ['265,00', 'EUR', 26500, 'EUR'],
    ['1.250,00 €', 'USD', 125000, 'EUR'],
    ['1.250 €', 'USD', 125000, 'EUR'],
    ['1.250', 'USD', 125, 'USD'],
    ['1 250,50 €', 'USD', 125050, 'EUR'],
    ["CHF 1'250.00", 'USD', 125000, 'CHF'],
    ['SR 2,375', 'USD', 237500, 'SAR'],
    ['549.00 PKR', 'USD', 549, 'PKR'],
    ['Rs. 1,299/-', 'USD', 129900, 'INR'],
    ['Rs 450', 'PKR', 450, 'PKR'],
    ['₹1,23,456', 'USD', 12345600, 'INR'],
    ['¥1,200', 'USD', 1200, 'JPY'],
    ['¥88.50', 'CNY', 8850, 'CNY'],
    ['US$ 20', 'EUR', 2000, 'USD'],
    ['$20', 'CAD', 2000, 'CAD'],
    ['$20', 'EUR', 2000, 'USD'],
    ['$10 CAD', 'USD', 1000, 'CAD'],
    ['A$30', 'USD', 3000, 'AUD'],
    ['3.5 KWD', 'USD', 3500, 'KWD'],
    ['USD 12', 'EUR', 1200, 'USD'],
    ['21.990000000000002', 'USD', 2199, 'USD'],
    ['0', 'USD', 0, 'USD'],
    ['£ 12.50', 'USD', 1250, 'GBP'],
  ])('%s in a file of %s is %i %s', (text, own, minor, currency) => {
    expect(parsePrice(text, own)).toEqual({ minor, currency })
  })

  it.each([
    'SR 50/4 pack',
    '10 - 20',
    '$10-$20',
    'from $10',
    'call us',
    '-5',
    '',
    '1.2.3',
    '1,2,3',
    '12 apples',
    'FOO 10',
    'the 10',
    '99999999999',
    '.price { color: red; margin: 0 4px } .old { text-decoration: line-through }',
  ])('%j is no single amount', (text) => {
    expect(parsePrice(text, 'USD')).toBeUndefined()
  })
})

describe('currencyMark', () => {
  it.each([
    ['£12.50', { mark: '£', code: 'GBP', shared: false }],
    ['from $10', { mark: '$', code: 'USD', shared: true }],
    ['A$30', { mark: 'A$', code: 'AUD', shared: false }],
    ['SR 50/4 pack', { mark: 'SR', code: 'SAR', shared: true }],
    ['549.00 PKR', { mark: 'PKR', code: 'PKR', shared: false }],
    ['1 250,50 €', { mark: '€', code: 'EUR', shared: false }],
    ['Rs. 1,299/-', { mark: 'Rs.', code: 'INR', shared: true }],
    ['12.00', undefined],
    ['12 for all', undefined],
    ['', undefined],
  ])('%j', (text, found) => {
    expect(currencyMark(text)).toEqual(found)
  })
})

describe('decimalMark', () => {
  it.each([
    ['265,0', ','],
    ['1.250,00 €', ','],
    ['1,250.00', '.'],
    ['1,250', undefined],
    ['12', undefined],
    ['', undefined],
  ])('%j', (text, mark) => {
    expect(decimalMark(text)).toBe(mark)
  })
})

describe('headerCurrency', () => {
  it.each([
    ['Price (GBP)', 'GBP'],
    ['price_eur', 'EUR'],
    ['PriceUSD', 'USD'],
    ['Preis in €', 'EUR'],
    ['Price', undefined],
    ['PRICE', undefined],
    ['price for all', undefined],
    ['MRP', undefined],
  ])('%j', (name, code) => {
    expect(headerCurrency(name)).toBe(code)
  })
})

describe('currencies', () => {
  it('knows the digits of a currency', () => {
    expect(['EUR', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 0, 3])
  })

  it('knows a code from three letters', () => {
    expect(['EUR', 'eur', 'FOO', ''].map(isCurrency)).toEqual([true, false, false, false])
  })
})
