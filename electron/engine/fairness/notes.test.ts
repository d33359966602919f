import { describe, expect, it } from 'vitest'
import { priceNotes } from './notes'

const INR = { currency: 'INR' } as const

/** A product of each kind, priced but for NaN. */
const notes = (kinds: readonly string[], prices: readonly number[] = kinds.map(() => 100)) =>
  priceNotes({ merchandise: { kinds, priceMinor: Float64Array.from(prices) }, summary: INR })

const six = Array<string>(6).fill('lamp')

describe('notes of prices', () => {
  it('are none where every kind has six prices', () => {
    expect(notes(six)).toEqual([])
  })

  it('say that unlike things are compared where more than half have no kind of six prices', () => {
    expect(notes([...six, ...Array<string>(6).fill('')])).toEqual([])
    const [told, ...rest] = notes([...six, ...Array<string>(5).fill('mug'), '', ''])
    expect(rest).toEqual([])
    expect(told).toMatch(/^7 of 13 products with a price .* compare unlike things there/)
  })

  it('count what has a price alone, and say what has none', () => {
    const [without, unlike] = notes(six, [100, 100, 100, 100, 100, Number.NaN])
    expect(without).toBe('1 of 6 products have no price in INR; measures of prices leave them out.')
    expect(unlike).toMatch(/^5 of 5 products with a price /)
    expect(notes(['lamp'], [Number.NaN])).toEqual([
      'No product has price in INR; measures of prices leave them out.',
    ])
  })
})
