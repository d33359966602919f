import { describe, expect, it } from 'vitest'
import { distinctN, openingOf, openingRepetition } from './diversity'

describe('diversity', () => {
  it.each([
    // 2-grams: "a b", "b a", "a b" and "a b": two different of four.
    [['a b a b', 'a b'], 2, 0.5],
    [['a b c'], 2, 1],
    [['a a a'], 1, 1 / 3],
  ])('distinct-n of %j at %i', (texts, n, expected) => {
    expect(distinctN(texts, n)).toBeCloseTo(expected, 10)
  })

  it('has no distinct-2 where there are no two words', () => {
    expect(distinctN(['one'], 2)).toBeNaN()
  })

  it('reads openings without capitals and punctuation', () => {
    expect(openingOf('“For a rainy, wet week”')).toBe('for a rainy wet')
  })

  it.each([
    [['For a first flat, this.', 'for a first flat that', 'Other words here now', 'Short'], 0.5],
    [['One two three four', 'One two three five'], 0.5],
    [['Same here', 'Same here'], 1],
  ])('opening repetition of %j', (texts, expected) => {
    expect(openingRepetition(texts)).toBe(expected)
  })
})
