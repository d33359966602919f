import { describe, expect, it } from 'vitest'
import { isEasy, readingGrade, syllables } from './reading'

describe('syllables', () => {
  it.each([
    ['cat', 1],
    ['table', 2],
    ['make', 1],
    ['walked', 1],
    ['wanted', 2],
    ['comfortable', 4],
    ['12', 0],
  ])('%s has %i', (word, count) => {
    expect(syllables(word)).toBe(count)
  })
})

describe('readingGrade', () => {
  it('follows the formula', () => {
    // 6 words, 1 sentence, 6 syllables.
    expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10)
  })

  it('tells easy from hard', () => {
    expect(isEasy('It goes in the bag you carry.')).toBe(true)
    expect(isEasy('Considerable deliberation accompanies every acquisition of comparable proportions.')).toBe(
      false,
    )
  })
})
