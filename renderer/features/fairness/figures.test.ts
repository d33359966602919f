import { describe, expect, it } from 'vitest'
import type {
  FairnessContrast,
  FairnessGap,
  FairnessGroup,
  FairnessReport,
} from '../../../shared/domain/fairness'
import { cutAt, groupRows, historyNote, labelPx, measured, reachOf, standsOut } from './figures'

const contrast = (group: string, pHolm: number, effect: number): FairnessContrast => ({
  ...{ group, value: 0, rest: 0, difference: 0, low: 0, high: 0, relative: null, effect, p: pHolm, pHolm },
})
const gap = (metric: FairnessGap['metric'], contrasts: readonly FairnessContrast[]): FairnessGap => ({
  ...{ metric, min: 0, max: 0, lowest: 'a', highest: 'b', difference: 0, interval: null, ratio: null },
  ...{ fourFifths: null, worst: null, gini: null, pairs: [], contrasts },
})
const group = (value: string, n: number, priceLevel: number | null): FairnessGroup => ({
  ...{ value, values: { band: value }, n, texts: 3, small: n < 30 },
  metrics: { priceLevel },
  intervals: priceLevel === null ? {} : { priceLevel: { low: priceLevel - 0.1, high: priceLevel + 0.1 } },
})
const report: FairnessReport = {
  ...{ segment: 'band', fields: ['band'], exposures: [] },
  groups: [group('young', 400, 0), group('old', 12, Math.log(0.9)), group('not known', 3, null)],
  gaps: [
    gap('ndcg', [contrast('young', 0.4, 0.9)]),
    gap('premium', [contrast('young', 0.01, -0.1)]),
    gap('priceLevel', [contrast('old', 0.001, -0.3), contrast('young', 1, 0.2)]),
  ],
}

describe('figures of an audit', () => {
  it('make a row a group: its standing by shape, hollow where it is small, no dot without a figure', () => {
    const rows = groupRows(report, 'priceLevel', 'INR')
    expect(
      rows.map(({ standing, n, dots }) => [standing, n, dots.length, dots[0]?.look.hollow ?? false]),
    ).toEqual([
      ['alike', 400, 1, false],
      ['differs', 12, 1, true],
      ['alike', 3, 0, false],
    ])
    expect(rows[1]?.dots[0]?.look.shape).not.toBe(rows[0]?.dots[0]?.look.shape)
    expect(rows[1]?.dots[0]?.value).toBeCloseTo(-0.1)
    expect(rows[1]?.text).toBe('−10.0 % [−18.6 %, −0.5 %]')
    expect(rows[2]?.text).toBe('–')
  })

  it('count texts where texts are measured', () => {
    expect(groupRows(report, 'words', 'INR').map(({ n }) => n)).toEqual([3, 3, 3])
  })

  it('share an axis that a small group does not stretch; its whiskers are cut', () => {
    const rows = groupRows(report, 'priceLevel', 'INR')
    const reach = reachOf(rows)
    expect(reach?.map((end) => Number(end.toFixed(3)))).toEqual([-0.1, 0.105])
    const [large, small] = rows.map(({ dots: [dot] }) => dot && cutAt(reach, dot))
    expect([large?.low, large?.high].map((end) => end?.toFixed(3))).toEqual(['-0.095', '0.105'])
    expect(small?.low).toBe(-0.1)
    expect(reachOf([])).toBeUndefined()
  })

  it('leave room for the longest name', () => {
    const rows = groupRows(report, 'priceLevel', 'INR')
    expect(labelPx(rows.slice(0, 1))).toBe(96)
    expect(labelPx(rows)).toBe(155)
  })
})

describe('a share over people', () => {
  it('has an interval from two people on', () => {
    const share = { value: 0.35, low: 0.2, high: 0.5 }
    expect(measured(share, 1)).toEqual({ value: 0.35, text: '35.0 %' })
    expect(measured(share, 2)).toEqual({ ...share, text: '35.0 % [20.0 %, 50.0 %]' })
  })
})

describe('a share of places', () => {
  const share = (value: number, pHolm: number) => ({
    ...{ share: 0.4, low: 0.3, high: 0.5 },
    difference: { value, low: value - 0.01, high: value + 0.01, pHolm },
  })
  it.each([
    ['more beyond chance', share(0.1, 0.04), 'more'],
    ['less beyond chance', share(-0.1, 0.04), 'less'],
    ['apart as chance explains', share(0.1, 0.05), undefined],
    ['of a group that nothing is known of', null, undefined],
    ['that was not tested', { ...share(0.1, 0), difference: null }, undefined],
  ])('stands out: %s', (_, one, standing) => expect(standsOut(one)).toBe(standing))
})

it.each([
  ['historyLevel', /^This figure is about what a shopper took before/],
  ['priceLift', /^This figure sets the picks below beside what a shopper took before/],
  ['popularityLift', /beside what a shopper took before/],
  ['miscalibration', /beside what a shopper took before/],
] as const)('%s is said to be about a history that is not listed', (metric, said) => {
  expect(historyNote(metric)).toMatch(said)
})

it('a figure of picks alone needs no such note', () => {
  expect(historyNote('priceLevel')).toBeUndefined()
  expect(historyNote('popularity')).toBeUndefined()
})
