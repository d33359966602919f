import { describe, expect, it } from 'vitest'
import { EVALUATION_DRAWS, compared, intervalOf, ratioOf, resample, uplift } from './resamples'

/** A hundred users: twenty hit by one, ten by the other, five by both. */
const ours = Float64Array.from({ length: 100 }, (_, at) => Number(at < 20))
const theirs = Float64Array.from({ length: 100 }, (_, at) => Number(at >= 15 && at < 25))
const none = new Float64Array(100)
const figures = resample({ ours, theirs, none }, 1)

describe('figures with what other users would have given', () => {
  it('have means and intervals of about two standard errors', () => {
    expect(figures.ours.mean).toBeCloseTo(0.2, 12)
    expect(figures.ours.drawn).toHaveLength(EVALUATION_DRAWS)
    const { low, high } = intervalOf(figures.ours)!
    const error = Math.sqrt((0.2 * 0.8) / 100)
    for (const side of [0.2 - low, high - 0.2]) {
      expect(side).toBeGreaterThan(1.6 * error)
      expect(side).toBeLessThan(2.4 * error)
    }
    expect(intervalOf(resample({ empty: new Float64Array() }, 1).empty)).toBeUndefined()
  })

  it('are compared user by user', () => {
    const { difference, low, high, ratio, p } = compared(figures.ours, figures.theirs)!
    expect(difference).toBeCloseTo(0.1, 12)
    expect(ratio).toBeCloseTo(2, 12)
    // Fifteen users for, five against: a standard error of sqrt(.2 - .01) / 10.
    const error = Math.sqrt(0.2 - 0.01) / 10
    expect((high - low) / 2).toBeGreaterThan(1.6 * error)
    expect((high - low) / 2).toBeLessThan(2.4 * error)
    // The sign test over 15 against 5 gives .041.
    expect(p).toBeGreaterThan(0.01)
    expect(p).toBeLessThan(0.06)
    expect(compared(figures.theirs, figures.ours)!.difference).toBeCloseTo(-0.1, 12)
    expect(compared(figures.theirs, figures.ours)!.p).toBe(p)
    expect(compared(figures.ours, figures.ours)).toEqual({
      ...{ difference: 0, low: 0, high: 0 },
      ...{ ratio: 1, p: 1 },
    })
    expect(compared(figures.ours, figures.none)!.ratio).toBeNull()
  })

  it('rise by a share of the other, unless a sample has nothing of it', () => {
    const { value, low, high } = uplift(figures.ours, figures.theirs)!
    expect(value).toBeCloseTo(1, 12)
    expect(low).toBeGreaterThan(0)
    expect(low).toBeLessThan(0.5)
    expect(high).toBeGreaterThan(2)
    expect(uplift(figures.ours, figures.none)).toBeNull()
    const rare = resample({ ours, rare: Float64Array.from({ length: 100 }, (_, at) => Number(at === 0)) }, 1)
    expect(uplift(rare.ours, rare.rare)).toBeNull()
  })

  it('have ratios of their means', () => {
    expect(ratioOf(figures.ours, figures.theirs).mean).toBeCloseTo(2, 12)
    expect(ratioOf(figures.ours, figures.none).mean).toBeNaN()
  })

  it.each([
    // A third of the samples are without the one user: one of them divides by 0, or 0 by 0.
    ['above nothing', ours],
    ['of which a sample may have nothing', Float64Array.from({ length: 100 }, (_, at) => Number(at === 0))],
  ])('have no interval where samples have nothing to divide by: %s', (_, upper) => {
    const one = Float64Array.from({ length: 100 }, (_, at) => Number(at === 0))
    const { above, below } = resample({ above: upper, below: one }, 1)
    const ratio = ratioOf(above, below)
    expect(ratio.mean).toBeGreaterThan(0)
    expect(intervalOf(ratio)).toBeUndefined()
  })
})
