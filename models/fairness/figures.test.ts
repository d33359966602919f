import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/util/random'
import { rarefiedCoverage } from './coverage'
import type { Figure } from './figures'
import { differenceOf } from './figures'

const figure = (value: number, n: number, error: number): Figure => ({
  ...{ value, n, error, drawn: new Float64Array(4).fill(value) },
})
const pOf = (one: Figure, other: Figure) => differenceOf(one, other, { isYesNo: false, seed: 1 })!.p

describe('the test of figures with a standard error', () => {
  it('takes no rounding for a difference', () => {
    expect(pOf(figure(0.1 + 0.2, 200, 0), figure(0.3, 300, 0))).toBe(1)
    expect(pOf(figure(0, 200, 0), figure(0, 300, 0))).toBe(1)
  })

  it('of coverage where all are shown alike finds nothing', () => {
    // Everybody is shown the same ten products, in her own order.
    const random = seededRandom(5)
    const lists = Int32Array.from(
      Array.from({ length: 500 }, () => random.shuffle(Array.from({ length: 10 }, (_, at) => at))).flat(),
    )
    const shown = { lists, depth: 10, k: 10, items: 23 }
    const rows = Array.from({ length: 500 }, (_, at) => at)
    const [one, other] = [rows.slice(0, 61), rows.slice(61)].map((own) => {
      const { value, error } = rarefiedCoverage(shown, own, 30)
      return figure(value, own.length, error)
    })
    expect(pOf(one!, other!)).toBeGreaterThan(0.9)
  })

  it('without any error is that of the only parting', () => {
    // One of the six ways to part four in two and two, and its mirror image.
    expect(pOf(figure(0.2, 2, 0), figure(0.3, 2, 0))).toBeCloseTo(2 / 6, 12)
    expect(pOf(figure(0.2, 3, 0), figure(0.3, 1 + 1, 0))).toBeCloseTo(1 / 10, 12)
  })
})
