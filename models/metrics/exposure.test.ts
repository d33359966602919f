import { describe, expect, it } from 'vitest'
import { coverage, gini, popularityLift, selfInformation } from './exposure'

describe('exposure', () => {
  it.each([
    ['all alike', [3, 3, 3, 3], 1, 0],
    ['one has all', [0, 0, 0, 8], 1 / 4, 3 / 4],
    // Ascending 1, 2, 3, 4: (-3 - 2 + 3 + 12) / (4 * 10).
    ['in steps, in any order', [3, 1, 4, 2], 1, 1 / 4],
    ['half have nothing', [0, 5, 0, 5], 1 / 2, 1 / 2],
  ])('%s', (...[, shown, covered, spread]) => {
    expect(coverage(shown)).toBe(covered)
    expect(gini(Int32Array.from(shown))).toBeCloseTo(spread, 12)
  })

  it('says nothing of nothing', () => {
    expect([coverage([]), gini([0, 0]), gini([]), popularityLift(0.2, 0)]).toEqual([NaN, NaN, NaN, NaN])
  })

  it.each([
    ['everybody took it', 8, 8, 0],
    ['half did', 4, 8, 1],
    ['one did', 1, 8, 3],
    ['nobody counts as one', 0, 8, 3],
  ])('self-information: %s', (...[, takers, users, bits]) => {
    expect(selfInformation(takers, users)).toBe(bits)
  })

  it.each([
    [0.3, 0.3, 0],
    [0.6, 0.3, 1],
    [0.15, 0.3, -0.5],
  ])('lists of popularity %d against profiles of %d', (shown, own, lift) => {
    expect(popularityLift(shown, own)).toBeCloseTo(lift, 12)
  })
})
