import { describe, expect, it } from 'vitest'
import { holm } from './holm'

describe('Holm', () => {
  it.each([
    ['one test is left as it is', [0.03], [0.03]],
    ['the textbook case', [0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]],
    ['never below a smaller one', [0.02, 0.021], [0.04, 0.04]],
    ['never above 1', [0.6, 0.9, 0.7], [1, 1, 1]],
    ['ties are alike', [0.01, 0.01, 0.5], [0.03, 0.03, 0.5]],
    ['no tests', [], []],
  ])('%s', (...[, given, adjusted]) => {
    const found = holm(given)
    expect(found).toHaveLength(adjusted.length)
    adjusted.forEach((p, at) => expect(found[at]).toBeCloseTo(p, 12))
  })

  it.each([[[1.2]], [[-0.1]], [[NaN]]])('refuses what is no p value: %s', (given) => {
    expect(() => holm(given)).toThrow(RangeError)
  })
})
