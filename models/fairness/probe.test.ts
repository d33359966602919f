import { describe, expect, it } from 'vitest'
import type { ProbeAnswer, ProbeCase } from '../../shared/domain/fairness'
import type { Flipped } from './probe'
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

const RULED =
  'Picks and texts read this attribute through business rules alone: before none holds, after For the old holds.'

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

const ageBand: Flipped = {
  flipped: 'age band to 55+',
  what: 'segment',
  rules: { before: [], after: ['For the old'] },
}
const name: Flipped = { flipped: 'name to Priya', what: 'name', rules: { before: [], after: [] } }

describe('a probe', () => {
  it('sums its people up', () => {
    const cases = [
      person(['abc', 'abc', 'abc'], ['x y', 'x z', 'x y']),
      person(['abc', 'bac', 'abc'], ['x y', 'x z', 'x y']),
      person(['abc', 'abd', 'abc'], ['x y', 'q z', 'x y']),
      person(['abc', 'abc', 'abc'], ['x y', 'x y', 'x y']),
    ]
    const { flip, reseed, beyondSeed } = summariseProbe(cases, ageBand, 1)
    expect(flip.picksChanged.value).toBe(0.5)
    expect(flip.productsChanged.value).toBe(0.25)
    expect(flip.picksChanged.low).toBeCloseTo(0.15, 2)
    expect(flip.textChanged!.value).toBe(0.75)
    expect(flip.jaccard.value).toBeCloseTo((1 + 1 + 0.5 + 1) / 4, 12)
    expect(flip.textDistance!.value).toBeCloseTo((0.5 + 0.5 + 1 + 0) / 4, 12)
    expect(flip.priceShift!.value).toBeCloseTo((100 / 99) ** (1 / 12) - 1, 12)
    expect(reseed.picksChanged).toEqual({ value: 0, low: 0, high: expect.closeTo(0.49, 2) as number })
    expect(reseed.textDistance).toEqual({ value: 0, low: 0, high: 0 })
    expect(beyondSeed!.difference).toBeCloseTo(0.5, 12)
    // Of four people nothing could be shown.
    expect(beyondSeed!.p).toBeNull()
  })

  it('says so where the flip changes texts beyond the seed, and where it does not', () => {
    const one = person(['abc', 'abd', 'abc'], ['x y', 'q z', 'x y'])
    const other = person(['abc', 'abc', 'abc'], ['x y', 'x z', 'x z'])
    const many = (both: ProbeCase) => Array.from({ length: 12 }, () => both)
    expect(summariseProbe(many(one), ageBand, 1).sentence).toBe(
      'Changing the age band to 55+ and nothing else changes which products 100 % of 12 people see [76–100 %], and products or their order for 100 % [76–100 %], prices by +0.3 % [+0.3 % to +0.3 %]; ' +
        'another seed alone changes products for 0 %, products or order for 0 %. Texts change more than another seed changes them: 100 % of their words beside 0 %. ' +
        RULED,
    )
    expect(summariseProbe(many(other), name, 1).sentence).toBe(
      'Changing the name to Priya and nothing else changes which products 0 % of 12 people see [0–24 %], and products or their order for 0 % [0–24 %], prices not at all; ' +
        'another seed alone changes products for 0 %, products or order for 0 %. That texts change more than another seed changes them is not shown: 50 % of their words beside 50 %.',
    )
  })

  it('of one person without texts tells of picks alone', () => {
    const { flip, beyondSeed, sentence } = summariseProbe([person(['abc', 'abd', 'abc'])], ageBand, 1)
    expect([flip.textChanged, flip.textDistance, beyondSeed]).toEqual([null, null, null])
    expect(sentence).toBe(
      'Changing the age band to 55+ and nothing else changes which products the one person sees, prices by +0.3 %; ' +
        'another seed alone changes nothing in them. ' +
        RULED,
    )
    expect(() => summariseProbe([], ageBand, 1)).toThrow(RangeError)
  })

  it('tells another order apart from other products', () => {
    const turned = person(['abc', 'bac', 'abc'], ['x y', 'x y', 'x z'])
    const other = person(['abc', 'abd', 'acb'], ['x y', 'x y', 'x z'])
    const { flip, reseed, sentence } = summariseProbe([turned, turned, turned, other], ageBand, 1)
    const shares = [flip, reseed].map((one) => [one.productsChanged.value, one.picksChanged.value])
    expect(shares).toEqual([
      [0.25, 1],
      [0, 0.25],
    ])
    expect(sentence).toMatch(
      /changes which products 25 % of 4 people see .*, and products or their order for 100 %/,
    )
    expect(sentence).toContain('another seed alone changes products for 0 %, products or order for 25 %')
    const alone = summariseProbe([turned], ageBand, 1)
    expect(alone.sentence).toContain('changes the order of what the one person sees, and no product')
    // No text changes, so there is no p to be told or withheld.
    expect(alone.sentence).toContain('No text changes.')
    expect(alone.notes.join(' ')).not.toContain('no p is told')
    expect(alone.beyondSeed?.p).toBeNull()
  })

  it('of one person claims nothing beyond chance', () => {
    const one = person(['abc', 'abd', 'abc'], ['x y z', 'q r s', 'x y z'])
    const { beyondSeed, sentence, notes } = summariseProbe([one], ageBand, 1)
    expect(beyondSeed).toEqual({ difference: 1, p: null })
    expect(sentence).toContain('too few people were probed to tell: 100 % of their words beside 0 %.')
    expect(notes.join(' ')).toContain('Fewer than 6 people')
  })

  it('says that nothing changes where it does not, whatever another seed does, and why', () => {
    const same = person(['abc', 'abc', 'abd'], ['x y', 'x y', 'x z'])
    const rules = { before: ['Sale', 'Clear out'], after: ['Sale', 'Clear out'] }
    const { sentence, notes } = summariseProbe(
      Array.from({ length: 8 }, () => same),
      { ...ageBand, rules },
      1,
    )
    expect(sentence).toBe(
      'Nothing changes: with the age band to 55+ and nothing else changed all 8 people are shown and told exactly what they were. ' +
        'Picks and texts read this attribute through business rules alone: the same hold before and after (Sale and Clear out).',
    )
    expect(notes).toEqual([
      'The recommender and the language model never read this attribute; the business rules do, and nothing else. The same hold before and after (Sale and Clear out).',
    ])
    expect(
      summariseProbe([person(['abc', 'abc', 'abc'])], { ...ageBand, rules: { before: [], after: [] } }, 1)
        .sentence,
    ).toBe(
      'Nothing changes: with the age band to 55+ and nothing else changed the one person is shown exactly what they were. ' +
        'Picks and texts read this attribute through business rules alone: none holds, before or after.',
    )
  })
})
