import { describe, expect, it } from 'vitest'
import golden from './golden/fairlearn.json'
import type { Side } from './statistics'
import {
  differenceP,
  hedgesG,
  momentsOf,
  permutationP,
  studentTestP,
  together,
  varianceOf,
  welchP,
} from './statistics'

const moments = (...values: readonly number[]) => momentsOf(Float64Array.from(values))

function side(values: readonly number[]): Side {
  const own = Float64Array.from(values)
  return { moments: momentsOf(own), values: () => own }
}

const repeated = (value: number, times: number) => Array.from({ length: times }, () => value)

describe('moments', () => {
  it('are those of what is known', () => {
    expect(moments(1, Number.NaN, 3, 8)).toEqual({ n: 3, mean: 4, squares: 26 })
    expect(varianceOf(moments(1, 3, 8))).toBe(13)
    expect(moments()).toEqual({ n: 0, mean: Number.NaN, squares: 0 })
  })

  it('of two sets are those of all values', () => {
    const both = together(moments(1, 3, 8), moments(2, 6))
    const all = moments(1, 3, 8, 2, 6)
    expect(both.n).toBe(5)
    expect(both.mean).toBeCloseTo(all.mean, 12)
    expect(both.squares).toBeCloseTo(all.squares, 12)
    expect(together(moments(), moments(5))).toEqual(moments(5))
  })
})

describe('tests of two means, as SciPy has them', () => {
  it.each(golden.tests)('Welch p $welch.p, Student p $student.p', ({ one, other, welch, student }) => {
    const [a, b] = [moments(...one), moments(...other)]
    expect(welchP(a, b) / welch.p).toBeCloseTo(1, 8)
    expect(studentTestP(a, b) / student.p).toBeCloseTo(1, 8)
    if (one.length >= 30)
      expect(differenceP(side(one), side(other), 1)).toBeCloseTo(Math.max(welch.p, student.p), 10)
  })

  it.each(golden.permutations)('exact permutation p $p of $one', ({ one, other, p }) => {
    const drawn = permutationP(Float64Array.from(one), Float64Array.from(other), 1)
    // Three standard errors of what ten thousand partings show, or of the hundred that end the drawing.
    expect(Math.abs(drawn - p)).toBeLessThan(3 * p * Math.sqrt(1 / 100 + 1 / (10_000 * p)))
    expect(differenceP(side(other), side(one), 1)).toBe(drawn)
  })
})

describe('where nothing varies', () => {
  it.each([
    ['equal', [4, 4, 4], [4, 4], 1],
    // One of ten ways to part five values into three and two.
    ['unlike', [4, 4, 4], [5, 5], 1 / 10],
    // Two of six: the halves may be changed round.
    ['halves', [4, 4], [5, 5], 2 / 6],
  ])('%s', (_, one, other, p) => {
    expect(welchP(moments(...one), moments(...other))).toBeCloseTo(p, 12)
    expect(studentTestP(moments(...one), moments(...other))).toBeCloseTo(p, 12)
  })

  it('small groups that agree are no difference', () => {
    expect(differenceP(side(repeated(0.1, 12)), side(repeated(0.1, 900)), 1)).toBe(1)
  })

  it('a rare thing that happened to nobody in a group is no finding', () => {
    const rest = [...repeated(1, 30), ...repeated(0, 2970)]
    const none = repeated(0, 40)
    expect(welchP(moments(...none), moments(...rest))).toBeLessThan(1e-6)
    expect(differenceP(side(none), side(rest), 1)).toBeGreaterThan(0.4)
    expect(differenceP(side(none.slice(0, 12)), side(rest), 1)).toBeGreaterThan(0.4)
  })

  it('says nothing of a single value', () => {
    expect(differenceP(side([1]), side([0, 0, 1]), 1)).toBeNaN()
  })
})

describe("Hedges' g", () => {
  it('is the difference in pooled deviations, corrected', () => {
    // Means 4 and 2, squares 26 and 8: deviation sqrt(34 / 4), correction 1 - 3 / 15.
    expect(hedgesG(moments(1, 3, 8), moments(0, 2, 4))).toBeCloseTo((2 / Math.sqrt(34 / 4)) * (12 / 15), 12)
  })

  it('is 0 of equal means and unknown where only means differ', () => {
    expect(hedgesG(moments(2, 2), moments(1, 3))).toBe(0)
    expect(hedgesG(moments(2, 2), moments(3, 3))).toBeNaN()
  })
})
