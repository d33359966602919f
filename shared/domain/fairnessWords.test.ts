import { describe, expect, it } from 'vitest'
import { EXPOSURES, FAIRNESS_MEASURES, GROUP_MEASURES, PICK_MEASURES, TEXT_MEASURES } from './fairness'
import {
  differenceText,
  exposureLabel,
  fairnessWords,
  fieldWords,
  groupWords,
  intervalText,
  segmentWords,
  valueText,
} from './fairnessWords'

describe('measures in words', () => {
  it('have labels of their own and a definition', () => {
    const words = FAIRNESS_MEASURES.map(fairnessWords)
    expect(new Set(words.map(({ label }) => label)).size).toBe(FAIRNESS_MEASURES.length)
    for (const { meaning } of words) expect(meaning).toMatch(/^[A-Z].+\.$/)
    expect(new Set(EXPOSURES.map(exposureLabel)).size).toBe(EXPOSURES.length)
  })

  it('are means over shoppers or texts, or of a group', () => {
    const over = (which: readonly (typeof FAIRNESS_MEASURES)[number][]) =>
      new Set(which.map((measure) => fairnessWords(measure).over))
    expect(over(PICK_MEASURES)).toEqual(new Set(['shoppers']))
    expect(over(GROUP_MEASURES)).toEqual(new Set(['group']))
    expect(over(TEXT_MEASURES)).toEqual(new Set(['texts']))
  })
})

describe('attributes and groups', () => {
  it.each([
    ['ageBand', 'age band'],
    ['income_band', 'income band'],
    ['Region', 'region'],
    ['UK region', 'UK region'],
    ['level2Band', 'level2 band'],
  ])('%s is said as %s', (field, words) => {
    expect(fieldWords(field)).toBe(words)
  })

  it.each([
    [{ ageBand: '55+' }, 'with age band 55+'],
    [{ ageBand: '55+', gender: 'woman' }, 'with age band 55+ and gender woman'],
    [{ ageBand: null }, 'whose age band is not known'],
    [{ ageBand: '55+', gender: null }, 'with age band 55+ and whose gender is not known'],
    [{ ageBand: null, gender: null }, 'whose age band is not known and gender is not known'],
  ])('%j are shoppers %s', (values, words) => {
    expect(groupWords(values)).toBe(words)
  })

  it('segments are crossed', () => {
    expect(segmentWords(['ageBand', 'gender'])).toBe('age band × gender')
  })
})

describe('figures', () => {
  it.each([
    ['premium', 0.2241, '22.4 %'],
    ['priceLevel', Math.log(0.835), '−16.5 %'],
    ['priceLevel', Math.log(1.2), '+20.0 %'],
    ['priceLevel', -1e-9, '0.0 %'],
    ['price', Math.log(123_456), '₹1,235'],
    ['ndcg', 0.0712, '0.071'],
    ['readingGrade', -1.23, '−1.2'],
    ['words', 41.27, '41.3'],
    ['popularityLift', 0.35, '+35.0 %'],
    ['premium', null, '–'],
    ['premium', undefined, '–'],
  ] as const)('%s of %f is written %s', (measure, value, text) => {
    expect(valueText(measure, value, 'INR')).toBe(text)
  })

  it('without a currency are minor units', () => {
    expect(valueText('price', Math.log(123_456))).toBe('123,456')
  })

  it.each([
    ['premium', -0.04, '−4.0 points'],
    ['priceLevel', Math.log(0.937), '−6.3 %'],
    ['popularityLift', 0.21, '+21.0 points'],
    ['ndcg', -0.0214, '−0.021'],
    ['words', 2.5, '+2.50'],
    ['words', null, '–'],
  ] as const)('%s differing by %f is written %s', (measure, difference, text) => {
    expect(differenceText(measure, difference)).toBe(text)
  })

  it('stand before their interval', () => {
    expect(intervalText('premium', 0.2, { low: 0.15, high: 0.25 })).toBe('20.0 % [15.0 %, 25.0 %]')
    expect(intervalText('premium', 0.2, null)).toBe('20.0 %')
  })
})
