import { describe, expect, it } from 'vitest'
import { xoshiro128 } from './random'

const first = (seed: number, count = 4): number[] => {
  const next = xoshiro128(seed)
  return Array.from({ length: count }, () => next() * 2 ** 32)
}

/** xoshiro128** and splitmix32 over BigInt, to hold the 32-bit arithmetic against. */
function reference(seed: number, count: number): number[] {
  const mask = 0xffffffffn
  let state = BigInt(seed >>> 0)
  const fill = (): bigint => {
    state = (state + 0x9e3779b9n) & mask
    let z = state
    z = ((z ^ (z >> 16n)) * 0x21f0aaadn) & mask
    z = ((z ^ (z >> 15n)) * 0x735a2d97n) & mask
    return z ^ (z >> 15n)
  }
  const turn = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & mask
  const s = [fill(), fill(), fill(), fill()] as [bigint, bigint, bigint, bigint]
  return Array.from({ length: count }, () => {
    const result = (turn((s[1] * 5n) & mask, 7n) * 9n) & mask
    const t = (s[1] << 9n) & mask
    s[2] ^= s[0]
    s[3] ^= s[1]
    s[1] ^= s[2]
    s[0] ^= s[3]
    s[2] ^= t
    s[3] = turn(s[3], 11n)
    return Number(result)
  })
}

describe('xoshiro128', () => {
  it.each([0, 1, 42, 0xffffffff, -5])('follows its definition from seed %i', (seed) => {
    expect(first(seed, 50)).toEqual(reference(seed, 50))
  })

  it('differs between neighbouring seeds and stays in [0, 1)', () => {
    expect(first(1)).not.toEqual(first(2))
    const next = xoshiro128(3)
    const values = Array.from({ length: 2000 }, next)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
    expect(values.reduce((sum, value) => sum + value, 0) / 2000).toBeCloseTo(0.5, 1)
  })
})
