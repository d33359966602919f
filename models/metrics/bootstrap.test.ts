import { describe, expect, it } from 'vitest'
import { chanceOf, interval, middle, pairedP, resampledMeans } from './bootstrap'

const wave = Array.from({ length: 100 }, (_, at) => Math.sin(at))

describe('the bootstrap', () => {
  it('puts an interval of about two standard errors either way round the mean', () => {
    const [low, high] = interval(wave)
    const error = Math.sqrt(0.5 / 100)
    expect(low).toBeGreaterThan(-2.4 * error)
    expect(low).toBeLessThan(-1.6 * error)
    expect(high).toBeGreaterThan(1.6 * error)
    expect(high).toBeLessThan(2.4 * error)
    expect(interval([0.5, 0.5])).toEqual([0.5, 0.5])
  })

  it.each([
    ['the same', wave, wave, 1, 1],
    ['a little better everywhere', wave.map((value) => value + 0.01), wave, 0, 0.001],
    ['worse is as significant as better', wave, wave.map((value) => value + 0.01), 0, 0.001],
    ['one case of a hundred', wave.map((value, at) => value + (at === 3 ? 1 : 0)), wave, 0.1, 1],
  ])('tells differences: %s', (...[, ours, theirs, least, most]) => {
    const p = pairedP(ours, theirs)
    expect(p).toBeGreaterThanOrEqual(least)
    expect(p).toBeLessThanOrEqual(most)
    expect(pairedP(ours, theirs)).toBe(p)
  })

  it('refuses cases that do not pair', () => {
    expect(() => pairedP([1], [1, 2])).toThrow(RangeError)
  })
})

describe('resampled means', () => {
  it('draws the same samples for every column, so that pairs stay pairs', () => {
    const columns = [
      Float64Array.of(1, 2, 3, 4),
      Float64Array.of(11, 12, 13, 14),
      Float64Array.of(2, 4, 6, 8),
    ]
    const [plain, shifted, doubled] = resampledMeans(columns, { seed: 5, draws: 200 })
    expect(plain).toHaveLength(200)
    // Means of four whole numbers are quarters, which are exact.
    expect(shifted?.map((mean) => mean - 10)).toEqual(plain)
    expect(doubled?.map((mean) => mean / 2)).toEqual(plain)
    expect(new Set(plain).size).toBeGreaterThan(5)
    expect(plain?.every((mean) => mean >= 1 && mean <= 4)).toBe(true)
    expect(resampledMeans(columns, { seed: 6, draws: 200 })[0]).not.toEqual(plain)
  })

  it('refuses columns of different lengths', () => {
    expect(() => resampledMeans([[1, 2], [1]], { draws: 1 })).toThrow(RangeError)
  })

  it.each([
    ['none as large', 3, [-1, 0, 2], 1 / 4],
    ['as large either way', 2, [-2, 0, 2], 3 / 4],
    ['worse than nothing', -2, [-2, 0, 3], 3 / 4],
    ['nothing seen', 0, [0, 0, 0], 1],
  ])('counts what chance makes: %s', (...[, seen, chance, p]) => {
    expect(chanceOf(seen, chance)).toBe(p)
  })

  it('cuts two and a half in a hundred off either end', () => {
    expect(middle(Float64Array.from({ length: 1001 }, (_, at) => at))).toEqual([25, 975])
  })
})
