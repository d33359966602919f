import { describe, expect, it } from 'vitest'
import { BLOCK, dequantise, emptyMatrix, quantise } from './quantise'

const ramp = Float32Array.from({ length: 2 * BLOCK }, (_, i) => (i < BLOCK ? 0 : i - 48))

describe('quantise', () => {
  it('keeps the extremes, zero, and every other value within half a step', () => {
    const matrix = quantise(ramp, 1, 2 * BLOCK)
    const restored = dequantise(matrix)
    const step = Math.fround(16 / 127)
    expect([...matrix.scales]).toEqual([0, step])
    expect(matrix.values[0]).toBe(128)
    expect(restored[32]).toBeCloseTo(-16, 5)
    expect(restored[48]).toBe(0)
    for (const [i, value] of ramp.entries())
      expect(Math.abs(restored[i]! - value)).toBeLessThanOrEqual(step / 2 + 1e-6)
  })

  it('is the identity on what it produced', () => {
    const once = quantise(ramp, 1, 2 * BLOCK)
    expect(quantise(dequantise(once), 1, 2 * BLOCK).values).toEqual(once.values)
  })

  it('refuses rows that are no whole number of blocks', () => {
    expect(() => emptyMatrix(2, 48)).toThrow('Rows of 48 values do not divide into blocks of 32')
  })
})
