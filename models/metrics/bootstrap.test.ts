import { describe, expect, it } from 'vitest'
import { interval, pairedP } from './bootstrap'

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
