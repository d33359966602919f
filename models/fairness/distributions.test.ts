import { describe, expect, it } from 'vitest'
import { incompleteBeta, logChoose, logGamma, normalCut, normalP, studentP } from './distributions'
import golden from './golden/fairlearn.json'

/** Within ten digits, also of what is tiny. */
const close = (value: number, wanted: number) =>
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-10 * Math.abs(wanted) + 1e-300)

describe('tails of distributions, as SciPy has them', () => {
  it.each(golden.studentP)('t = %f with %f degrees of freedom', (t, df, p) => {
    close(studentP(t, df), p)
    close(studentP(-t, df), p)
  })

  it.each(golden.normalP)('z = %f', (z, p) => {
    close(normalP(z), p)
    close(normalP(-z), p)
  })

  it.each(golden.logGamma)('the logarithm of the gamma function of %f', (x, value) => {
    expect(logGamma(x)).toBeCloseTo(value, 9)
  })
})

describe('what follows from them', () => {
  it('counts choices', () => {
    expect(Math.exp(logChoose(6, 2))).toBeCloseTo(15, 9)
    expect(Math.exp(logChoose(5, 0))).toBeCloseTo(1, 9)
  })

  it('finds where a tail begins', () => {
    expect(normalCut(0.05)).toBeCloseTo(1.959964, 6)
    expect(normalP(normalCut(1e-6))).toBeCloseTo(1e-6, 12)
  })

  it('has both ends of the beta distribution, and the middle of an even one', () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1])
    expect(incompleteBeta(0.5, 4, 4)).toBeCloseTo(0.5, 12)
    // 1 - (1 - x)^3
    expect(incompleteBeta(0.2, 1, 3)).toBeCloseTo(1 - 0.8 ** 3, 12)
  })
})
