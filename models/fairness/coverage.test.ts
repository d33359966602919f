import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/util/random'
import { countShown, rarefiedCoverage } from './coverage'

/** Three shoppers, four products; only the first two places of a list count. */
const shown = {
  lists: Int32Array.of(0, 1, 3, /**/ 0, 2, 3, /**/ 0, -1, -1),
  depth: 3,
  k: 2,
  items: 4,
}

describe('coverage among equally many shoppers', () => {
  it('is the mean over all ways to draw them', () => {
    expect([...countShown(shown, [0, 1, 2])]).toEqual([3, 1, 1, 0])
    // One of three: 2, 2 or 1 of four products. Two of three: 3, 2 or 2.
    expect(rarefiedCoverage(shown, [0, 1, 2], 1).value).toBeCloseTo((2 + 2 + 1) / 3 / 4, 12)
    expect(rarefiedCoverage(shown, [0, 1, 2], 2).value).toBeCloseTo((3 + 2 + 2) / 3 / 4, 12)
    expect(rarefiedCoverage(shown, [0, 2], 1).value).toBeCloseTo((2 + 1) / 2 / 4, 12)
  })

  it("has the jackknife's error", () => {
    // Without the first or second of the three one of the other two shows 2 or 1, without the third 2 and 2.
    const left = [3 / 2 / 4, 3 / 2 / 4, 2 / 4]
    const mean = (left[0]! + left[1]! + left[2]!) / 3
    const squares = left.reduce((sum, one) => sum + (one - mean) ** 2, 0)
    expect(rarefiedCoverage(shown, [0, 1, 2], 1).error).toBeCloseTo(Math.sqrt((2 / 3) * squares), 12)
  })

  it('is unknown where there are not more shoppers than are drawn', () => {
    expect(rarefiedCoverage(shown, [0, 1], 2)).toEqual({ value: Number.NaN, error: Number.NaN })
    expect(rarefiedCoverage(shown, [0], 0).value).toBeNaN()
  })

  it('is the same of large and small groups that are shown alike, within its error', () => {
    const random = seededRandom(2)
    const lists = Int32Array.from({ length: 1200 * 5 }, () => Math.floor(200 * random.next() ** 3))
    const rows = Array.from({ length: 1200 }, (_, at) => at)
    const data = { lists, depth: 5, k: 5, items: 200 }
    const [large, small] = [rows.slice(0, 1000), rows.slice(1000)].map((own) =>
      rarefiedCoverage(data, own, 50),
    )
    expect(Math.abs(large!.value - small!.value)).toBeLessThan(3 * Math.hypot(large!.error, small!.error))
    expect(small!.error).toBeGreaterThan(large!.error)
    // What twenty other groups of 200 have varies by as much as the error of one says.
    const others = Array.from({ length: 20 }, () => {
      const own = Int32Array.from({ length: 200 * 5 }, () => Math.floor(200 * random.next() ** 3))
      return rarefiedCoverage({ ...data, lists: own }, rows.slice(0, 200), 50).value
    })
    const mean = others.reduce((sum, one) => sum + one, 0) / 20
    const deviation = Math.sqrt(others.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 19)
    expect(deviation / small!.error).toBeGreaterThan(0.5)
    expect(deviation / small!.error).toBeLessThan(2)
  })
})
