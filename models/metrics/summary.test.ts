import { describe, expect, it } from 'vitest'
import { mean, perplexity, quantile, share } from './summary'

describe('summaries', () => {
  it('means, shares, and nothing of nothing', () => {
    expect([mean([1, 2, 6]), share([1, 2, 3, 4], (n) => n > 1)]).toEqual([3, 0.75])
    expect([mean([]), share([], () => true), quantile([], 0.5)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })

  it.each([
    [[4, 1, 3, 2], 0.5, 2.5],
    [[1, 2, 3], 0.5, 2],
    [[10, 20], 0.95, 19.5],
    [[7], 0.1, 7],
  ])('the quantile of %j at %d', (values, portion, expected) => {
    expect(quantile(values, portion)).toBeCloseTo(expected, 10)
  })

  it('weighs tokens, not texts, in perplexity', () => {
    // Probabilities 1/2, 1/2, 1/2 and 1/16: two to the mean of 1, 1, 1 and 4 bits.
    const nats = [[Math.LN2, Math.LN2, Math.LN2], [4 * Math.LN2]]
    expect(perplexity(nats)).toBeCloseTo(2 ** 1.75, 10)
  })
})
