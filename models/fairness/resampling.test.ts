import { describe, expect, it } from 'vitest'
import { wilson } from '../metrics/wilson'
import { momentsOf } from './statistics'
import { othersDrawn, resampleGroups, rowsByGroup, shareDifference, spreadOf } from './resampling'

const parted = { of: Int32Array.of(0, 1, 0, 1, 0, 1, 1), groups: 2 }
const draws = { seed: 3, draws: 501 }
const nan = Number.NaN

describe('samples of groups', () => {
  it('are drawn within each group, the same for all columns, whatever place they have', () => {
    const plain = Float64Array.of(1, 10, 2, 20, 3, 30, 40)
    const columns = [plain, ...Array.from({ length: 5 }, (_, at) => plain.map((value) => value * (at + 2)))]
    const drawn = resampleGroups(columns, parted, draws)
    expect(drawn.map((group) => group.map(({ length }) => length))).toEqual(Array(2).fill(Array(6).fill(501)))
    for (const [group, low, high] of [
      [0, 1, 3],
      [1, 10, 40],
    ] as const) {
      const [first, ...others] = drawn[group]!
      expect(first!.every((value) => value >= low && value <= high)).toBe(true)
      expect(new Set(first).size).toBeGreaterThan(4)
      others.forEach((other, at) =>
        other.forEach((value, draw) => expect(value / (at + 2)).toBeCloseTo(first![draw]!, 12)),
      )
    }
    expect(resampleGroups(columns, parted, { ...draws, seed: 4 })[0]).not.toEqual(drawn[0])
    expect(resampleGroups(columns, parted, draws)).toEqual(drawn)
  })

  it('vary as means of so many values do', () => {
    const values = Float64Array.from({ length: 400 }, (_, at) => at % 20)
    const one = { of: new Int32Array(400), groups: 1 }
    const [[drawn]] = resampleGroups([values], one, { seed: 1, draws: 2000 }) as [[Float64Array]]
    const { mean, squares, n } = momentsOf(drawn)
    // Values 0 to 19 have a variance of 399 / 12.
    expect(mean).toBeCloseTo(9.5, 1)
    expect(Math.sqrt(squares / n) / Math.sqrt(399 / 12 / 400)).toBeCloseTo(1, 1)
  })

  it('leave what is not known out of means', () => {
    const [[first], [second]] = resampleGroups(
      [Float64Array.of(5, nan, nan, 7, 5, nan, 7)],
      parted,
      draws,
    ) as [[Float64Array], [Float64Array]]
    expect(new Set(first.filter((value) => !Number.isNaN(value)))).toEqual(new Set([5]))
    expect(first.some(Number.isNaN)).toBe(true)
    expect(new Set(second.filter((value) => !Number.isNaN(value)))).toEqual(new Set([7]))
    expect(spreadOf(first)).toEqual({ low: 5, high: 5 })
    expect(spreadOf(Float64Array.of(nan, nan))).toBeUndefined()
  })

  it('know the rows of each group', () => {
    expect(rowsByGroup(parted).map((rows) => [...rows])).toEqual([
      [0, 2, 4],
      [1, 3, 5, 6],
    ])
  })
})

describe('all others', () => {
  it('are the other groups, each by its size', () => {
    const drawn = [Float64Array.of(1, 2, 0), Float64Array.of(4, nan, 0), Float64Array.of(10, 20, 0)]
    expect(othersDrawn(drawn, [1, 2, 3]).map((one) => [...one])).toEqual([
      [(2 * 4 + 3 * 10) / 5, 20, 0],
      [(1 + 30) / 4, (2 + 60) / 4, 0],
      [(1 + 8) / 3, 2, 0],
    ])
  })

  it('are nothing to the only group', () => {
    expect([...othersDrawn([Float64Array.of(1)], [4])[0]!]).toEqual([nan])
  })

  it('who have nothing have exactly nothing', () => {
    const drawn = [Float64Array.of(0.1), Float64Array.of(0), Float64Array.of(0)]
    expect([...othersDrawn(drawn, [3, 3, 3])[0]!]).toEqual([0])
  })
})

describe('a difference of two shares', () => {
  it("has Newcombe's interval: 56 of 70 less 48 of 80 is .2, .0524 to .3339 in his table", () => {
    const { low, high } = shareDifference({ yes: 56, n: 70 }, { yes: 48, n: 80 })
    expect(low).toBeCloseTo(0.0524, 4)
    expect(high).toBeCloseTo(0.3339, 4)
  })

  it('is no point where all cases agree', () => {
    const [low, high] = wilson(0, 10)
    const found = shareDifference({ yes: 0, n: 10 }, { yes: 0, n: 10 })
    expect(low).toBe(0)
    expect(found.low).toBeCloseTo(-high, 12)
    expect(found.high).toBeCloseTo(high, 12)
  })
})
