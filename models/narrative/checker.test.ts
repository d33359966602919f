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
    ['It is not waterproof.', []],
    ['Cut from leather.', ['claim: leather']],
    ['A silver lining for wet days.', []],
    ['Only a few left.', []],
    ['It is cheaper.', ['comparison: cheaper']],
    ['Vegan and organic.', ['claim: Vegan', 'claim: organic']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it('gives the place of what it found', () => {
    const text = 'Take it: ₹5,990 only.'
    const [found] = checkText(text, evidence)
    expect(text.slice(found?.start, found?.end)).toBe('5,990')
  })

  it('allows a comparison of two different prices', () => {
    expect(checkText('The second is cheaper.', { ...evidence, products: [pack, trousers] })).toEqual([])
  })

  it('finds scarcity without stock to back it', () => {
    expect(checkText('Only a few left.', { ...evidence, products: [{ ...pack, stock: 40 }] })).toHaveLength(1)
  })
})
