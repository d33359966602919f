import { describe, expect, it } from 'vitest'
import { occasionPhrase, shopWords } from './phrases'

describe('occasionPhrase', () => {
  it.each([
    ['a rainy week in the hills', 'a rainy week in the hills'],
    ['A rainy week in the hills.', 'a rainy week in the hills'],
    ['For my sister’s wedding', 'your sister’s wedding'],
    ['Diwali at home', 'Diwali at home'],
    ['summer travel gadgets', 'summer travel gadgets'],
    ['New Year in Goa', 'New Year in Goa'],
    ['what should I buy', undefined],
    ['she is getting married', undefined],
    ['', undefined],
    ['<p1.title> for all', undefined],
    ['one two three four five six seven eight nine ten eleven twelve thirteen', undefined],
  ])('%j', (typed, phrase) => {
    expect(occasionPhrase(typed)).toBe(phrase)
  })
})

describe('shopWords', () => {
  it('turns first person into second', () => {
    expect(shopWords('my mother and me')).toBe('your mother and you')
  })
})
