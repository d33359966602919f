import { describe, expect, it } from 'vitest'
import { wilson } from './wilson'

describe('the interval of a share', () => {
  it.each([
    // Newcombe 1998, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('%i of %i is %d to %d', (holds, cases, low, high) => {
    const [from, to] = wilson(holds, cases)
    expect(from).toBeCloseTo(low, 4)
    expect(to).toBeCloseTo(high, 4)
  })

  it('of nothing is none', () => {
    expect(wilson(0, 0)).toEqual([NaN, NaN])
  })
})
