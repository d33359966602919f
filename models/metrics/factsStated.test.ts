import { describe, expect, it } from 'vitest'
import { fact, pack, trousers } from '../narrative/fixtures'
import { factsStated } from './factsStated'

const stated = (text: string) =>
  factsStated(text, [pack, trousers], 'en-IN').map(({ productId, kind }) => `${productId} ${kind}`)

describe('factsStated', () => {
  it.each([
    ['The Fenmoor Roll-top Pack is made of Waxed Canvas.', ['pack title', 'pack material']],
    ['Fenmoor made the Fenmoor Roll-top Pack.', ['pack title', 'pack brand']],
    ['It costs ₹4,990 and is rated 4.6 out of 5.', ['pack price', 'pack rating', 'trousers rating']],
    ['It costs 3,499.50.', ['trousers price']],
    ['It has adjustable straps and a padded laptop sleeve.', ['pack feature', 'pack feature']],
    ['Dellan Linen Trousers suit a backpack.', ['trousers title']],
    ['Linen, in olive, 400 g.', ['trousers material', 'trousers colour', 'trousers weight']],
    ['It weighs 11.2 kg and nothing else.', []],
  ])('%s', (text, expected) => {
    expect(stated(text)).toEqual(expected)
  })

  it('drops the article of a title that stands after another', () => {
    const lamp = { ...pack, title: 'The Hesper Lamp', facts: [fact('colour', 'green')] }
    expect(factsStated('Meet your Hesper Lamp.', [lamp], 'en-GB')).toHaveLength(1)
  })
})
