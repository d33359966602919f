import { describe, expect, it } from 'vitest'
import { popularReason } from './reasons'

describe('what is said of what the shop likes', () => {
  it.each([
    [3, 3, 'Popular this month'],
    [2, 3, 'Popular with other shoppers'],
    [0, 3, 'Popular with other shoppers'],
    // One look in thirty days is no popularity.
    [1, 1, 'Another shopper took an interest'],
    [2, 2, 'Others took an interest'],
    [0, 1, 'Another shopper took an interest'],
    [0, 0, 'From the range'],
  ])('%i shoppers lately, %i ever: %s', (lately, ever, words) => {
    expect(popularReason(lately, ever)).toBe(words)
  })
})
