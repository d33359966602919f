import { describe, expect, it } from 'vitest'
import { Seen } from './seen'

describe('Seen', () => {
  it('knows what was there before', () => {
    const seen = new Seen()
    expect(['a', 'b', 'a', '', '', 'B'].map((text) => seen.again(text))).toEqual([
      false,
      false,
      true,
      false,
      true,
      false,
    ])
  })
  it('tells two hundred thousand similar keys apart, and finds all again', () => {
    const seen = new Seen()
    const keys = Array.from({ length: 200_000 }, (_, at) => `${at % 1000} ${Math.floor(at / 1000)}`)
    expect(keys.filter((key) => seen.again(key))).toEqual([])
    expect(keys.filter((key) => !seen.again(key))).toEqual([])
  })
})
