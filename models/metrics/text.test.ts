import { describe, expect, it } from 'vitest'
import { masked, ngramCounts, says, sentencesOf, tokensOf } from './text'

describe('text', () => {
  it('takes a text apart into words and marks', () => {
    expect(tokensOf("It’s 4.6, isn't it?")).toEqual(['it’s', '4', '.', '6', ',', "isn't", 'it', '?'])
  })

  it.each([
    ['One here. Two 4.6 out of 5! “Three?” Four.', ['One here.', 'Two 4.6 out of 5!', '“Three?”', 'Four.']],
    ['It costs £4.50. £3 less before.', ['It costs £4.50.', '£3 less before.']],
    ['', []],
  ])('finds the sentences of %j', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  it('counts n-grams', () => {
    expect([...ngramCounts(['a', 'b', 'a', 'b'], 2)]).toEqual([
      ['a b', 2],
      ['b a', 1],
    ])
    expect(ngramCounts(['a'], 2).size).toBe(0)
  })

  it.each([
    ['Waxed  Canvas is tough', 'waxed canvas', true],
    ['a cloak', 'oak', false],
    ['costs ₹4,990.', '₹4,990', true],
    ['costs ₹14,990.', '4,990', false],
    ['anything', ' ', false],
  ])('%j says %j: %s', (text, value, expected) => {
    expect(says(text, value)).toBe(expected)
  })

  it('masks longer values before the shorter ones in them', () => {
    expect(masked('The Cream Cushion in cream.', ['cream', 'Cream Cushion', ''])).toBe('The □ in □.')
  })
})
