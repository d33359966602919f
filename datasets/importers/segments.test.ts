import { describe, expect, it } from 'vitest'
import { ageBand, ageBandAt, genderOf, incomeAmount, incomeBand, incomeCuts, segmentText } from './segments'

describe('segments', () => {
  it.each([
    [1, 'under 25'],
    [24, 'under 25'],
    [25, '25-34'],
    [44, '35-44'],
    [64, '55-64'],
    [65, '65 and over'],
    [120, '65 and over'],
  ])('age %d is %s', (age, band) => {
    expect(ageBand(age)).toBe(band)
  })
  it('bands by birth and the day looked at', () => {
    const born = Date.UTC(1990, 5, 15)
    expect([ageBandAt(born, Date.UTC(2015, 5, 14)), ageBandAt(born, Date.UTC(2015, 5, 17))]).toEqual([
      'under 25',
      '25-34',
    ])
    expect([ageBandAt(born, born), ageBandAt(Date.UTC(1880, 0, 1), born)]).toEqual([undefined, '65 and over'])
  })
  it.each([
    ['F', 'woman'],
    [' Male ', 'man'],
    ['non binary', 'undisclosed'],
    ['nonbinary', 'non-binary'],
    ['X', 'non-binary'],
    ['NA', 'undisclosed'],
    [undefined, 'undisclosed'],
  ])('gender %s is %s', (text, word) => {
    expect(genderOf(text)).toBe(word)
  })
  it.each([
    ['maritalStatus', 'M', 'married'],
    ['homeOwner', 'N', 'no'],
    ['region', ' North ', 'North'],
    ['region', 'M', 'M'],
    ['region', 'NA', undefined],
    ['occupation', 'x'.repeat(80), 'x'.repeat(60)],
  ])('%s %s is %s', (attribute, text, value) => {
    expect(segmentText(attribute, text)).toBe(value)
  })
  it.each([
    ['$90,000 ', 90000],
    ['45.5', 45.5],
    ['$60K - $80K', undefined],
    ['high', undefined],
  ])('income %s is %s', (text, amount) => {
    expect(incomeAmount(text)).toBe(amount)
  })
  it('cuts incomes into three bands of about as many people', () => {
    const cuts = incomeCuts([70, 10, 40, 30, 60, 20, 50, 90, 80].map((thousands) => thousands * 1000))
    expect(cuts).toEqual([40000, 70000])
    expect([39999, 40000, 69999.5, 70000].map((amount) => incomeBand(amount, cuts))).toEqual([
      'under 40,000',
      '40,000 to under 70,000',
      '40,000 to under 70,000',
      '70,000 and over',
    ])
  })
  it('makes no band where all earn alike, two where two thirds do', () => {
    expect([incomeCuts([]), incomeCuts([5, 5, 5]), incomeCuts([5, 5, 5, 5, 9, 9])]).toEqual([[], [], [9]])
    expect([incomeBand(5, []), incomeBand(5, [9]), incomeBand(9, [9])]).toEqual([
      undefined,
      'under 9',
      '9 and over',
    ])
  })
})
