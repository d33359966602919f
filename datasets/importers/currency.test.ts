import { describe, expect, it } from 'vitest'
import { resolveColumns } from './columns'
import { findCurrency } from './currency'

const find = (rows: readonly Readonly<Record<string, string>>[], given?: string) =>
  findCurrency(
    rows.map((fields, index) => ({ row: index + 2, fields })),
    resolveColumns(Object.keys(rows[0] ?? {})),
    given,
  )
const prices = (...texts: readonly string[]) => texts.map((price) => ({ title: 'Oak Table', price }))

describe('findCurrency', () => {
  it.each<[string, readonly Readonly<Record<string, string>>[], string, RegExp]>([
    ['a sign', prices('£12.50', '£3'), 'GBP prices', /^Prices say GBP \("£12\.50"\)\.$/],
    ['a code', prices('549.00 PKR', '20 PKR'), 'PKR prices', /PKR/],
    ['bare prices among marked ones', prices('12', '£3', '14'), 'GBP prices', /GBP/],
    [
      'most of several',
      prices('€3', '£12', '£14'),
      'GBP prices',
      /; 1 of the first 3 that carry a sign are in another/,
    ],
    [
      'a shared sign',
      prices('$3'),
      'USD prices',
      /Several currencies write "\$": say which where USD is wrong/,
    ],
    ['a code in the header', [{ title: 'A', 'Price (CHF)': '3' }], 'CHF header', /"Price \(CHF\)" says CHF/],
    ['a sign before the header', [{ title: 'A', 'Price (CHF)': '€3' }], 'EUR prices', /EUR/],
    ['a column', [{ title: 'A', price: '$3', currency: 'inr' }], 'INR column', /"currency" names INR\.$/],
    [
      'a column of signs',
      [{ title: 'A', price: '3', currency: '€' }],
      'EUR column',
      /"currency" names EUR\.$/,
    ],
    ['a blank column', [{ title: 'A', price: '£3', currency: '' }], 'GBP prices', /GBP/],
    ['decimal commas', prices('265,0', '12,50', '9.99'), 'EUR commas', /decimal commas/],
    ['some commas', prices('265,0', '9.99', '1.50'), 'USD default', /Nothing in the file names a currency/],
    ['figures', prices('1,250', '3'), 'USD default', /taken as USD/],
    ['a price before', [{ title: 'A', price: '3', list_price: '£5' }], 'GBP prices', /GBP/],
  ])('by %s', (_, rows, found, note) => {
    const [code, how] = found.split(' ')
    expect(find(rows)).toEqual({
      code,
      how,
      sure: how === 'prices' ? code !== 'USD' : how === 'column' || how === 'header',
      note: expect.stringMatching(note) as unknown,
    })
  })

  it('is not sure of a column of signs that several currencies share', () => {
    expect(find([{ title: 'A', price: '3', currency: '$' }])).toEqual({
      code: 'USD',
      how: 'column',
      sure: false,
      note: 'The column "currency" names USD. Several currencies share its sign: say which where USD is wrong.',
    })
  })

  it('lets what is given win', () => {
    expect(find(prices('£3'), 'INR')).toMatchObject({ code: 'INR', how: 'given', sure: true })
    expect(find(prices('£3'), 'a column')).toMatchObject({ code: 'GBP', how: 'prices' })
  })
})
