import { describe, expect, it } from 'vitest'
import { englishOf, inEnglish } from './english'

describe('inEnglish', () => {
  it.each([
    ['gb', 'Colour matters in autumn.', 'Colour matters in autumn.'],
    ['us', 'Colour matters in autumn.', 'Color matters in fall.'],
    ['us', 'In <p1.colour>, for your favourite shop.', 'In <p1.colour>, for your favorite store.'],
    ['in', 'A jumper for the colour of it.', 'A sweater for the colour of it.'],
  ] as const)('%s: %s', (english, authored, written) => {
    expect(inEnglish(authored, english)).toBe(written)
  })

  it.each([
    ['en-US', 'us'],
    ['en-IN', 'in'],
    ['hi-IN', 'in'],
    ['en-GB', 'gb'],
    ['en', 'gb'],
  ] as const)('reads %s as %s', (locale, english) => {
    expect(englishOf(locale)).toBe(english)
  })
})
