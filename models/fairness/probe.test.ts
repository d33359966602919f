import { describe, expect, it } from 'vitest'
import type { ProbeAnswer, ProbeCase } from '../../shared/domain/fairness'
import { changeOf, jaccard, priceShift, rankOverlap, summariseProbe, textDistance } from './probe'

const list = (letters: string) => letters.split('')

describe('overlap of two lists', () => {
  it.each([
    ['abc', 'abc', 1],
    ['abc', 'cab', 1],
    ['abc', 'abd', 2 / 4],
    ['ab', 'cd', 0],
    ['', '', 1],
    ['', 'a', 0],
  ])('Jaccard of %j and %j is %f', (one, other, value) => {
    expect(jaccard(list(one), list(other))).toBeCloseTo(value, 12)
  })

  /** Extrapolated by hand: (1 - p) / p x sum of agreement x p^depth, and the last agreement x p^length. */
  const ahead = (p: number, agreements: readonly number[]) =>
    ((1 - p) / p) * agreements.reduce((sum, agreement, at) => sum + agreement * p ** (at + 1), 0) +
    (agreements.at(-1) ?? 0) * p ** agreements.length

  it.each([
    ['abc', 'abc', [1, 1, 1]],
    ['abc', 'bac', [0, 1, 1]],
    ['abc', 'abd', [1, 1, 2 / 3]],
    ['abc', 'def', [0, 0, 0]],
  ])('by rank of %j and %j has agreements %j', (one, other, agreements) => {
    expect(rankOverlap(list(one), list(other))).toBeCloseTo(ahead(0.9, agreements), 12)
    expect(rankOverlap(list(other), list(one), 0.5)).toBeCloseTo(ahead(0.5, agreements), 12)
  })

  it('by rank of lists of unlike length expects the shorter one to go on as it began', () => {
    // a, b against a, c, d, b: 1, 1/2, then one shared of two says (1 + 1/2) / 3 at three, and (2 + 1) / 4 at four.
    const p = 0.9
    const wanted =
      ((1 - p) / p) * (p + p ** 2 / 2 + p ** 3 / 2 + 0.75 * p ** 4) + ((2 - 1) / 4 + 1 / 2) * p ** 4
    expect(rankOverlap(list('ab'), list('acdb'))).toBeCloseTo(wanted, 12)
    expect(rankOverlap(list('acdb'), list('ab'))).toBeCloseTo(wanted, 12)
    expect(rankOverlap(list('ab'), list('abcd'))).toBeCloseTo(1, 12)
    expect(rankOverlap([], list('a'))).toBe(0)
    expect(rankOverlap([], [])).toBe(1)
  })
})

describe('what else changes', () => {
  const priced = (...prices: readonly (number | undefined)[]) =>
    prices.map((minor, at) => ({
      id: `${at}`,
      title: '',
      ...(minor === undefined ? {} : { price: { minor, currency: 'INR' } }),
    }))

  it('the geometric mean price', () => {
    expect(priceShift(priced(100, 400, undefined), priced(100, 100))).toBeCloseTo(-0.5, 12)
    expect(priceShift(priced(undefined), priced(100))).toBeNull()
    expect(priceShift([{ id: '', title: '', price: { minor: 5, currency: 'USD' } }], priced(100))).toBeNull()
  })

  it.each([
    ['one two three', 'one two three', 0],
    ['one two three', 'one  2 three ', 2 / 6],
    ['one two', 'three four five', 1],
    ['', '', 0],
    ['one two three four', 'one four', 2 / 6],
  ])('words: %j to %j', (before, after, distance) => {
    expect(textDistance(before, after)).toBeCloseTo(distance, 12)
  })

  it('picks are cut at k', () => {
    const answer = (letters: string, text?: string): ProbeAnswer => ({
      picks: list(letters).map((id) => ({ id, title: id })),
      ...(text === undefined ? {} : { text }),
    })
    expect(changeOf(answer('abcx', 'a b'), answer('abcy', 'a c'), 3)).toEqual({
      ...{ jaccard: 1, rankOverlap: expect.closeTo(1, 12) as number, priceShift: null, textDistance: 0.5 },
    })
    expect(changeOf(answer('a', 'a'), answer('a'), 3).textDistance).toBeNull()
  })
})

/** Somebody whose picks and text go from one to the other under the flip, and to the third under another seed. */
function person(
  picks: readonly [string, string, string],
  texts?: readonly [string, string, string],
): ProbeCase {
  const answers = picks.map((letters, at): ProbeAnswer => ({
    picks: list(letters).map((id) => ({
      id,
      title: id,
      price: { minor: id.charCodeAt(0), currency: 'INR' },
    })),
    ...(texts ? { text: texts[at]! } : {}),
  }))
  const [before, after, reseeded] = answers as [ProbeAnswer, ProbeAnswer, ProbeAnswer]
  const changes = { flip: changeOf(before, after, 3), reseed: changeOf(before, reseeded, 3) }
  return { id: picks.join(), name: 'Somebody', before, after, reseeded, ...changes }
}

describe('a probe', () => {
  it('sums its people up', () => {
    const cases = [
      person(['abc', 'abc', 'abc'], ['x y', 'x z', 'x y']),
      person(['abc', 'bac', 'abc'], ['x y', 'x z', 'x y']),
      person(['abc', 'abd', 'abc'], ['x y', 'q z', 'x y']),
      person(['abc', 'abc', 'abc'], ['x y', 'x y', 'x y']),
    ]
    const { flip, reseed, beyondSeed } = summariseProbe(cases, 'age band to 55+', 1)
    expect(flip.picksChanged.value).toBe(0.5)
    expect(flip.picksChanged.low).toBeCloseTo(0.15, 2)
    expect(flip.textChanged!.value).toBe(0.75)
    expect(flip.jaccard.value).toBeCloseTo((1 + 1 + 0.5 + 1) / 4, 12)
    expect(flip.textDistance!.value).toBeCloseTo((0.5 + 0.5 + 1 + 0) / 4, 12)
    expect(flip.priceShift!.value).toBeCloseTo((100 / 99) ** (1 / 12) - 1, 12)
    expect(reseed.picksChanged).toEqual({ value: 0, low: 0, high: expect.closeTo(0.49, 2) as number })
    expect(reseed.textDistance).toEqual({ value: 0, low: 0, high: 0 })
    expect(beyondSeed!.difference).toBeCloseTo(0.5, 12)
    expect(beyondSeed!.p).toBeLessThan(0.1)
  })

  it('says so where the flip changes texts beyond the seed, and where it does not', () => {
    const one = person(['abc', 'abd', 'abc'], ['x y', 'q z', 'x y'])
    const other = person(['abc', 'abc', 'abc'], ['x y', 'x z', 'x z'])
    const many = (both: ProbeCase) => Array.from({ length: 12 }, () => both)
    expect(summariseProbe(many(one), 'age band to 55+', 1).sentence).toBe(
      'Changing the age band to 55+ and nothing else changes the picks of 100 % of 12 people [76–100 %], prices by +0.3 % [+0.3 % to +0.3 %]; ' +
        'another seed alone changes those of 0 %. Texts change more than another seed changes them: 100 % of their words beside 0 %.',
    )
    expect(summariseProbe(many(other), 'name to Priya', 1).sentence).toBe(
      'Changing the name to Priya and nothing else changes the picks of 0 % of 12 people [0–24 %], prices not at all; ' +
        'another seed alone changes those of 0 %. Texts change no more than another seed changes them: 50 % of their words beside 50 %.',
    )
  })

  it('of one person without texts tells of picks alone', () => {
    const { flip, beyondSeed, sentence } = summariseProbe(
      [person(['abc', 'abd', 'abc'])],
      'age band to 55+',
      1,
    )
    expect([flip.textChanged, flip.textDistance, beyondSeed]).toEqual([null, null, null])
    expect(sentence).toBe(
      'Changing the age band to 55+ and nothing else changes the picks of the one person, prices by +0.3 %; ' +
        'another seed alone changes nothing in them.',
    )
    expect(() => summariseProbe([], 'age band to 55+', 1)).toThrow(RangeError)
  })
})
