import { describe, expect, it } from 'vitest'
import { selfBleu4 } from './selfBleu'

describe('selfBleu4', () => {
  it.each([
    ['the same twice', ['Wax it, dry it.', 'Wax it, dry it.'], 1],
    // 3/4, 2/3, 1/2 and 0.1/1 (smoothed), for both: (0.025)^(1/4).
    ['one word apart', ['a b c d', 'a b c e'], 0.39764],
    // Short against long: precision 1, brevity e^(1 - 8/4). Long against short: (4/8 * 3/7 * 2/6 * 1/5)^(1/4), no penalty.
    ['one inside the other', ['a b c d', 'a b c d e f g h'], 0.3568],
    // "b" is said twice, and the other text says it once: clipped 1-gram precision 1/2, then 0.1/1 and twice 0.1/1 for want of grams.
    [
      'clipped counts',
      ['b b', 'b'],
      (Math.pow(0.5 * 0.1 ** 3, 1 / 4) + Math.pow(1 * 0.1 ** 3, 1 / 4) * Math.exp(-1)) / 2,
    ],
  ])('%s', (_, texts, expected) => {
    expect(selfBleu4(texts)).toBeCloseTo(expected, 4)
  })

  it('does not count a text as its own reference, however many share its n-grams', () => {
    expect(selfBleu4(['one two three four', 'five six seven eight'])).toBeCloseTo(
      Math.pow((0.1 / 4) * (0.1 / 3) * (0.1 / 2) * 0.1, 1 / 4),
      6,
    )
  })

  it('is not a number for one text, empty ones not counted', () => {
    expect(selfBleu4(['a b c', ''])).toBeNaN()
  })
})
