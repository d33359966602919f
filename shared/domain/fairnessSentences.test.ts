import { describe, expect, it } from 'vitest'
import type { ExposureTable, FairnessFinding, FairnessGap, FairnessGroup, FairnessMeasure } from './fairness'
import { FAIRNESS_MEASURES } from './fairness'
import {
  exposureSentence,
  findingSentence,
  flipWords,
  gapSentence,
  headlineOf,
  nothingSentence,
} from './fairnessSentences'
import { fairnessWords } from './fairnessWords'

const elderly = { ageBand: '55+' }
const plain = (difference: number, low: number, high: number) => ({ difference, low, high, relative: null })
const relative = (value: number, low: number, high: number) => ({
  ...{ difference: value, low, high },
  relative: { value, low, high },
})

describe('a finding', () => {
  it.each([
    [
      'priceLevel',
      relative(-0.0612, -0.092, -0.03),
      'Shoppers with age band 55+ see picks that are 6.1 % cheaper for their kind [3–9.2 %] than other shoppers see.',
    ],
    [
      'priceLevel',
      plain(Math.log(1.18), Math.log(1.09), Math.log(1.26)),
      'Shoppers with age band 55+ see picks that are 18 % dearer for their kind [9–26 %] than other shoppers see.',
    ],
    [
      'premium',
      relative(-0.15, -0.3, 0.004),
      'Shoppers with age band 55+ see 15 % fewer premium picks [−0.4 to 30 %] than other shoppers see.',
    ],
    [
      'premium',
      plain(-0.12, -0.2, -0.05),
      'Shoppers with age band 55+ see 12 percentage points fewer premium picks [5–20 points] than other shoppers see.',
    ],
    [
      'priceMentions',
      relative(1.02, 0.6, 1.7),
      'Shoppers with age band 55+ hear the price twice as often [1.6–2.7 times] as other shoppers do.',
    ],
    [
      'calls',
      relative(1.4, 0.6, 2.7),
      'Shoppers with age band 55+ are called to act 2.4 times as often [1.6–3.7 times] as other shoppers are.',
    ],
    [
      'calls',
      relative(0.4, 0.2, 0.7),
      'Shoppers with age band 55+ are called to act 40 % more often [20–70 %] than other shoppers are.',
    ],
    [
      'readingGrade',
      plain(-1.24, -2, -0.5),
      'Shoppers with age band 55+ read texts that are 1.2 school years easier to read [0.5–2.0 school years] than other shoppers read.',
    ],
  ] as const)('in %s reads well', (metric, told, sentence) => {
    expect(findingSentence(metric, elderly, told)).toBe(sentence)
  })

  it.each(FAIRNESS_MEASURES)('has both ways in words: %s', (metric) => {
    const [more, less] = [0.2, -0.2].map((value) =>
      findingSentence(metric, elderly, relative(value, value - 0.1, value + 0.1)),
    )
    expect(more).toMatch(/^Shoppers with age band 55\+ .*20 %.* \[10–30 %\] than .*other shoppers.*\.$/)
    expect(less).toMatch(/^Shoppers with age band 55\+ .*20 %.* \[10–30 %\] than .*other shoppers.*\.$/)
    expect(less).not.toBe(more)
  })
})

describe('a headline', () => {
  const finding = (metric: FairnessMeasure, group = '55+'): FairnessFinding => {
    const told = relative(-0.18, -0.26, -0.09)
    return {
      ...told,
      ...{ segment: 'ageBand', metric, group, value: 0, rest: 0, effect: null, p: 0, pHolm: 0 },
      ...{ n: 200, small: false, isProtected: true },
      sentence: findingSentence(metric, { ageBand: group }, told),
    }
  }

  it('is the first finding, with what the same shoppers are told', () => {
    expect(headlineOf([finding('priceLevel'), finding('words', '18-24'), finding('priceMentions')])).toBe(
      'Shoppers with age band 55+ see picks that are 18 % cheaper for their kind [9–26 %] than other shoppers see, ' +
        'and hear the price 18 % less often [9–26 %].',
    )
    expect(headlineOf([finding('premium'), finding('priceLevel')])).toBe(finding('premium').sentence)
    expect(headlineOf([finding('words'), finding('calls')])).toBe(finding('words').sentence)
    expect(headlineOf([])).toBeUndefined()
  })

  it('of what shoppers did says how much of it their picks hand on', () => {
    const told = plain(Math.log(0.965), Math.log(0.936), Math.log(0.993))
    const picks = { ...told, pHolm: 0.04 }
    expect(headlineOf([finding('historyLevel'), finding('calls')], picks)).toBe(
      'Shoppers with age band 55+ have a history of products that are 18 % cheaper for their kind [9–26 %] than other shoppers have; ' +
        'their picks are 3.5 % cheaper [0.7–6.4 %].',
    )
    expect(headlineOf([finding('historyLevel')], { ...told, pHolm: 0.2 })).toBe(
      'Shoppers with age band 55+ have a history of products that are 18 % cheaper for their kind [9–26 %] than other shoppers have; ' +
        'in their picks no difference beyond chance was seen (3.5 % cheaper, 0.7–6.4 %).',
    )
    expect(headlineOf([finding('historyLevel')])).toBe(finding('historyLevel').sentence)
    expect(headlineOf([finding('premium')], picks)).toBe(finding('premium').sentence)
  })

  it('of nothing says what would have been seen', () => {
    const segments = [['ageBand'], ['gender'], ['region', 'tenure']]
    expect(
      nothingSentence({
        segments,
        shoppers: 3280,
        visible: { metric: 'priceLevel', difference: Math.log(1.061) },
      }),
    ).toBe(
      'No difference by age band, gender or region × tenure is larger than chance explains; with 3,280 shoppers a difference of 6.1 % in price for its kind would have been seen with 80 % power.',
    )
    expect(
      nothingSentence({
        segments: [['gender']],
        shoppers: 90,
        visible: { metric: 'ndcg', difference: 0.04 },
      }),
    ).toBe(
      'No difference by gender is larger than chance explains; with 90 shoppers a difference of 0.040 in NDCG would have been seen with 80 % power.',
    )
    expect(nothingSentence({ segments: [['gender']], shoppers: 3 })).toBe(
      'No difference by gender is larger than chance explains; there is too little to tell.',
    )
  })
})

describe('a gap', () => {
  const contrast = (group: string, pHolm: number) => ({
    ...{ group, value: 0, rest: 0, difference: 0, low: 0, high: 0 },
    ...{ relative: null, effect: null, p: pHolm, pHolm },
  })
  const gap: FairnessGap = {
    ...{ metric: 'premium', min: 0.2, max: 0.26, lowest: '55+', highest: '25-34', difference: 0.06 },
    interval: { low: 0.02, high: 0.1 },
    ...{ ratio: 0.77, fourFifths: null, worst: null, gini: 0.1, pairs: [] },
    contrasts: [contrast('55+', 0.01), contrast('25-34', 0.4)],
  }

  it.each([
    [gap, 'Chance does not explain how 55+ differs from the others.'],
    [
      { ...gap, contrasts: [contrast('55+', 0.01), contrast('25-34', 0.04)] },
      'Chance does not explain how 55+ and 25-34 differ from the others.',
    ],
    [
      { ...gap, contrasts: [contrast('55+', 0.2)] },
      'Chance may explain every difference of a group from the others.',
    ],
  ])('says its ends and what chance explains (%#)', (one, verdict) => {
    expect(gapSentence(one)).toBe(
      `Premium share is lowest in 55+ (20.0 %) and highest in 25-34 (26.0 %): +6.0 points [+2.0 points to +10.0 points]. ${verdict}`,
    )
  })

  it('of one group compares nothing', () => {
    expect(gapSentence({ ...gap, lowest: '55+', highest: '55+', contrasts: [] })).toBe(
      'Premium share is 26.0 % in 55+; there is no group to compare.',
    )
  })
})

describe('exposure', () => {
  const group = (value: string, n: number): FairnessGroup => ({
    ...{ value, values: { ageBand: value }, n, texts: 0, small: n < 30, metrics: {}, intervals: {} },
  })
  const groups = [group('18-54', 60), group('55+', 40), group('90+', 4)]
  const shares = (...values: readonly number[]) =>
    values.map((share, at) => {
      const others = values.flatMap((value, other) =>
        other === at ? [] : [{ value, n: groups[other]?.n ?? 0 }],
      )
      const n = others.reduce((sum, one) => sum + one.n, 0)
      const value = share - others.reduce((sum, one) => sum + one.value * one.n, 0) / n
      return { share, low: share, high: share, difference: { value, low: value, high: value, pHolm: 0.01 } }
    })
  const distance = (name: string, value: number, low = value / 2) => ({
    ...{ group: name, distance: value, low, high: value * 2 },
  })
  const table: ExposureTable = {
    by: 'priceTier',
    rows: [
      { value: 'budget', shares: shares(0.3, 0.5, 0.9), ofCatalogue: 0.33 },
      { value: 'middle', shares: shares(0.4, 0.3, 0.1), ofCatalogue: 0.33 },
      { value: 'premium', shares: shares(0.3, 0.2, 0), ofCatalogue: 0.33 },
    ],
    distances: [distance('18-54', 0.1), distance('55+', 0.16), distance('90+', 0.5)],
  }

  it('tells which of the large groups is furthest away, and in what', () => {
    // Of the others: (60 x .3 + 4 x .9) / 64.
    const sentence =
      "55+ is furthest from the others in price tiers: 16 % of places would have to change [8 % to 32 %]. Most in budget: 50 % of its places, 34 % of the others'"
    expect(exposureSentence(table, groups)).toBe(`${sentence}.`)
    const rows = table.rows.map((row) => ({
      ...row,
      shares: row.shares.map(
        (one) => one && { ...one, difference: one.difference && { ...one.difference, pHolm: 0.3 } },
      ),
    }))
    expect(exposureSentence({ ...table, rows }, groups)).toBe(`${sentence}, which by itself may be chance.`)
    expect(exposureSentence({ ...table, distances: table.distances.slice(0, 1) }, groups.slice(0, 1))).toBe(
      'There is no group to compare in price tiers.',
    )
    expect(exposureSentence({ ...table, distances: [null, null, null] }, groups)).toBe(
      'There is no group to compare in price tiers.',
    )
  })

  it('names no group where chance may explain how far each is', () => {
    const distances = [distance('18-54', 0.1, 0), distance('55+', 0.16, 0), distance('90+', 0.5, 0)]
    expect(exposureSentence({ ...table, distances }, groups)).toBe(
      'In price tiers no group is further from the others than chance may explain.',
    )
  })
})

it('a flip is said as people say it', () => {
  expect(flipWords('ageBand', '55+')).toBe('age band to 55+')
  expect(fairnessWords('ndcg').better).toBe('higher')
})
