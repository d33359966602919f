import { describe, expect, it } from 'vitest'
import { placeDither, placeDithers } from './dither'

describe('the dither of a place', () => {
  const ids = Array.from({ length: 4000 }, (_, at) => `product-${at}`)
  const all = placeDithers(ids)

  it('is the same for an id everywhere, from 0 up to 1', () => {
    expect(placeDither('a')).toBeCloseTo(0.10352621669881046, 15)
    expect(all[7]).toBe(placeDither('product-7'))
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...all)).toBeLessThan(1)
  })

  it('is spread evenly, also over ids that count up', () => {
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = all.filter((one) => Math.floor(one * 10) === tenth).length / all.length
      expect(share).toBeGreaterThan(0.08)
      expect(share).toBeLessThan(0.12)
    }
  })
})
