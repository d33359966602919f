import { describe, expect, it } from 'vitest'
import { checkText } from './checker'
import { pack, trousers } from './fixtures'

const evidence = { products: [pack], shopper: ['a rainy week in the hills', 'Kestrel Daypack', 'Asha Verma'] }
const kinds = (text: string) => checkText(text, evidence).map(({ kind, text: found }) => `${kind}: ${found}`)

describe('checkText', () => {
  it.each([
    ['The Fenmoor Roll-top Pack is waxed canvas, 1.2 kg, and costs ₹4,990.', []],
    ['Your Kestrel Daypack has a friend, Asha.', []],
    ['Rated 4.6 out of 5.', []],
    ['It costs ₹5,990.', ['number: 5,990']],
    ['It holds 24 litres.', ['number: 24']],
    ['It is made by Gucci in Italy.', ['name: Gucci', 'name: Italy']],
    ['It is waterproof.', ['claim: waterproof']],
    ['It is not waterproof.', ['claim: waterproof']],
    ['Cut from leather.', ['claim: leather']],
    ['A silver lining for wet days.', []],
    ['Only a few left.', []],
    ['It is cheaper.', ['undecided: cheaper']],
    ['Vegan and organic.', ['claim: Vegan', 'claim: organic']],
    ['It costs ₹499,000.', ['number: 499,000']],
    ['It lasts ten years, one of the two best.', ['number: ten']],
    ['Rated by five.', []],
    ['It costs 4.990,00 of your money.', []],
    ['Sturdy as oak.', []],
    ['A cloak of oak.', ['claim: oak']],
    ['It is made by Ash.', ['name: Ash']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it('reads beside rows whose words hold any character', () => {
    const odd = { ...pack, title: 'C++ (2nd ed.', noun: 'manual [C++', brand: '$1 \\ Sons' }
    const found = checkText('It is the lightest [C++ of all.', {
      products: [odd, trousers],
      shopper: ['(a'],
    })
    expect(found.map(({ kind }) => kind)).toEqual(['superlative'])
  })

  it('takes a brand in what the shopper has for no shown product of that brand', () => {
    const products = [pack, { ...trousers, brand: 'Orrin', rating: { mean: 3.1, count: 40 } }]
    const text = 'Here is the Fenmoor Roll-top Pack. Your Tea Light by Orrin set the bar. Rated 4.6 out of 5.'
    const told = (shopper: readonly string[]) =>
      checkText(text, { products, shopper }).map(({ text: found }) => found)
    expect(told(['Tea Light by Orrin'])).toEqual([])
    expect(told(['tea lights'])).toContain('4.6')
  })

  it('leaves out what the shopper said herself: phrases wherever they stand, a word once', () => {
    const shopper = ['The Ferryman Workshop: Wood by Hand', 'silk', 'old silk saris']
    const told = (text: string) =>
      checkText(text, { products: [pack], shopper }).map(({ text: found }) => found)
    expect(told('Your Ferryman Workshop: Wood by Hand has a friend.')).toEqual([])
    expect(told('Old silk saris here, old silk saris there.')).toEqual([])
    expect(told('You love silk. It is silk.')).toEqual(['silk'])
  })

  it('gives the place of what it found', () => {
    const text = 'Take it: ₹5,990 only.'
    const [found] = checkText(text, evidence)
    expect(text.slice(found?.start, found?.end)).toBe('5,990')
  })

  it('allows a comparison of two different prices', () => {
    expect(checkText('The second is cheaper.', { ...evidence, products: [pack, trousers] })).toEqual([])
  })

  it.each([
    [{ minor: 1500, currency: 'JPY' }, 'It costs ¥1,500.', []],
    [{ minor: 1500, currency: 'JPY' }, 'It costs ¥15.', ['15']],
    [{ minor: 12500, currency: 'KWD' }, 'It costs KWD 12.500.', []],
    [{ minor: 3450, currency: 'GBP' }, 'It costs £34.50.', []],
    [{ minor: 3450, currency: 'GBP' }, 'It costs £35.', ['35']],
  ])('reads %j in its own minor units: %s', (price, text, expected) => {
    const found = checkText(text, { products: [{ ...pack, price }], shopper: [] })
    expect(found.map((one) => one.text)).toEqual(expected)
  })

  it('knows that nothing left is not a few left', () => {
    expect(checkText('Only a few left.', { ...evidence, products: [{ ...pack, stock: 0 }] })).toHaveLength(1)
  })

  it('takes no lower figure of another currency for an offer', () => {
    const price = { minor: 5900, currency: 'USD' }
    const products = [{ ...pack, price, wasPrice: { minor: 499000, currency: 'INR' } }]
    expect(checkText('It is discounted.', { products, shopper: [] })).toHaveLength(1)
  })

  it('finds scarcity without stock to back it', () => {
    expect(checkText('Only a few left.', { ...evidence, products: [{ ...pack, stock: 40 }] })).toHaveLength(1)
  })
})
