import { describe, expect, it } from 'vitest'
import { signFlipP } from './signFlip'

describe('turning the signs of pairs', () => {
  it.each([
    ['one pair can show nothing', [0.3], 1],
    ['two pairs are both as they are in two of four', [1, 2], 2 / 4],
    ['six pairs of one sign: 2 in 2^6', [1, 2, 3, 4, 5, 6], 2 / 64],
    // Sums of 1, 1 and -1: three turns of eight make 1 or more, and so do their mirror images; every sum is odd.
    ['sums that lie no further out count', [1, 1, -1], 1],
    ['nothing differs', [0, 0, 0, 0, 0, 0], 1],
  ])('%s', (_, differences, p) => {
    expect(signFlipP(differences)).toBeCloseTo(p, 12)
  })

  it('of many is drawn, and near what is exact', () => {
    // Thirteen pairs, two against: at most two of thirteen on a side, so 2 x (1 + 13 + 78) / 2^13.
    const differences = Array.from({ length: 13 }, (_, at) => (at < 2 ? -1 : 1))
    const exact = (2 * (1 + 13 + 78)) / 2 ** 13
    expect(Math.abs(signFlipP(differences) - exact)).toBeLessThan(0.006)
    expect(signFlipP(Array<number>(40).fill(1))).toBe(1 / 10_001)
    expect(signFlipP([])).toBeNaN()
  })
})
