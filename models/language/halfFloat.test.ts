import { describe, expect, it } from 'vitest'
import { brainHalvesToFloats, halvesToFloats } from './halfFloat'

describe('16-bit floats', () => {
  it.each([
    [0x0000, 0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x0400, 2 ** -14],
    [0x0001, 2 ** -24],
    [0x83ff, -1023 * 2 ** -24],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
    [0x7e00, NaN],
  ])('binary16 %i is %f', (bits, value) => {
    const out = new Float32Array(1)
    halvesToFloats(Uint16Array.of(bits), out)
    expect(out[0]).toBe(value)
  })

  it.each([
    [0x3f80, 1],
    [0xc0a0, -5],
    [0x0000, 0],
    [0x7f80, Infinity],
  ])('bfloat16 %i is %f', (bits, value) => {
    const out = new Float32Array(2)
    brainHalvesToFloats(Uint16Array.of(bits), out.subarray(1))
    expect(out).toEqual(Float32Array.of(0, value))
  })
})
