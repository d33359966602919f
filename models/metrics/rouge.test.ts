import { describe, expect, it } from 'vitest'
import { rougeL } from './rouge'

describe('rougeL', () => {
  it.each([
    ['the cat sat', 'the cat on the mat sat', (2 * 3) / 9],
    ['a b c d', 'd c b a', (2 * 1) / 8],
    ['The cat!', 'the cat', 1],
    ['nothing shared', 'other words', 0],
    ['', 'anything', 0],
  ])('%j against %j', (text, reference, expected) => {
    expect(rougeL(text, reference)).toBeCloseTo(expected, 10)
  })
})
