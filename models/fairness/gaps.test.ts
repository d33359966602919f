import { describe, expect, it } from 'vitest'
import type { FairnessMeasure } from '../../shared/domain/fairness'
import { seededRandom } from '../../shared/util/random'
import { meanFigures } from './figures'
import type { RawGap } from './gaps'
import { gapOf } from './gaps'
import golden from './golden/fairlearn.json'
import { resampleGroups, rowsByGroup } from './resampling'

/** The gap of a column over named groups. */
function gap(
  metric: FairnessMeasure,
  values: readonly number[],
  groups: readonly string[],
): RawGap | undefined {
  const names = [...new Set(groups)].sort()
  const parted = { of: Int32Array.from(groups, (name) => names.indexOf(name)), groups: names.length }
  const column = Float64Array.from(values)
  const drawn = resampleGroups([column], parted, { seed: 1, draws: 400 }).map(([first]) => first!)
  return gapOf(meanFigures(metric, column, rowsByGroup(parted), drawn), names, 1)
}

describe("gaps are Fairlearn's", () => {
  it.each(golden.tables)('in a table of $groups.length', (table) => {
    const premium = gap('premium', table.selected, table.groups)!
    const { selection, hit, mean } = table
    expect(premium.difference).toBeCloseTo(table.demographicParityDifference, 12)
    expect(premium.ratio).toBeCloseTo(table.demographicParityRatio, 12)
    expect([premium.min, premium.max]).toEqual([
      expect.closeTo(selection.min, 12),
      expect.closeTo(selection.max, 12),
    ])
    const found = gap('hr', table.found, table.groups)!
    expect(found.difference).toBeCloseTo(table.equalOpportunityDifference, 12)
    expect(found.ratio).toBeCloseTo(table.equalOpportunityRatio, 12)
    for (const [one, frame] of [
      [gap('words', table.amounts, table.groups)!, mean],
      [found, hit],
      [premium, selection],
    ] as const) {
      const byGroup: Readonly<Record<string, number | undefined>> = frame.byGroup
      for (const { group, value } of one.contrasts) expect(value).toBeCloseTo(byGroup[group]!, 12)
      expect(one.contrasts).toHaveLength(Object.keys(byGroup).length)
      expect(one.difference).toBeCloseTo(frame.difference, 12)
      expect(one.ratio).toBeCloseTo(frame.ratio, 12)
      expect(byGroup[one.lowest]).toBeCloseTo(one.min, 12)
      expect(byGroup[one.highest]).toBeCloseTo(one.max, 12)
    }
  })
})

/** a: 1, 3, 8; b: 0, 2, 4; c: 5. */
const small = ['a', 'a', 'a', 'b', 'b', 'b', 'c']
const values = [1, 3, 8, 0, 2, 4, 5]

describe('a gap', () => {
  it('equals the table', () => {
    const { pairs, contrasts, interval, ...found } = gap('facts', values, small)!
    expect(found).toEqual({
      ...{ metric: 'facts', min: 2, max: 5, lowest: 'b', highest: 'c', difference: 3 },
      ...{ ratio: 2 / 5, fourFifths: null, worst: 'b' },
      // Figures 2, 4, 5: (-2 x 2 + 0 x 4 + 2 x 5) / (3 x 11).
      gini: expect.closeTo(6 / 33, 12) as number,
    })
    // c has a single value: it is shown, and nothing is told of it.
    expect(interval).toBeNull()
    expect(pairs).toHaveLength(1)
    expect(pairs[0]).toMatchObject({ a: 'a', b: 'b', difference: 2 })
    expect(pairs[0]!.pHolm).toBe(pairs[0]!.p)
    expect(contrasts.map(({ group, rest, difference }) => [group, rest, difference])).toEqual([
      ['a', 11 / 4, expect.closeTo(4 - 11 / 4, 12)],
      ['b', 17 / 4, expect.closeTo(2 - 17 / 4, 12)],
    ])
  })

  it('is told from the groups that are large enough', () => {
    const groups = [...Array<string>(30).fill('a'), ...Array<string>(40).fill('b'), 'c', 'c']
    const { lowest, highest, contrasts, pairs } = gap(
      'facts',
      groups.map((name, at) => ({ a: 2, b: 4, c: 90 })[name]! + (at % 3)),
      groups,
    )!
    expect([lowest, highest]).toEqual(['a', 'b'])
    expect(contrasts.map(({ group }) => group)).toEqual(['a', 'b', 'c'])
    expect(pairs).toHaveLength(3)
    const p = pairs.map((pair) => pair.p).sort((one, other) => one - other)
    expect(Math.min(...pairs.map(({ pHolm }) => pHolm))).toBeCloseTo(3 * p[0]!, 12)
  })

  it.each([
    // Not a share: nobody is selected.
    ['more is a benefit', 'ndcg', [0.4, 0.4, 0.5, 0.5], { ratio: 0.8, fourFifths: null, worst: 'a' }],
    [
      'less is a benefit',
      'miscalibration',
      [0.1, 0.1, 0.5, 0.5],
      { ratio: 0.2, fourFifths: null, worst: 'b' },
    ],
    ['neither is', 'premium', [0.1, 0.1, 0.5, 0.5], { ratio: 0.2, fourFifths: null, worst: null }],
    ['logarithms', 'priceLevel', [-0.5, -0.5, 0.5, 0.5], { ratio: Math.exp(-1), gini: null, worst: null }],
    // Prices of 100 and 300: a quarter.
    ['prices', 'price', [100, 100, 300, 300].map(Math.log), { ratio: 1 / 3, gini: 0.25 }],
    ['no true zero', 'readingGrade', [-1, -1, 2, 2], { ratio: null, gini: null }],
    ['nothing in either', 'calls', [0, 0, 0, 0], { ratio: null, gini: null, difference: 0 }],
  ] as const)('says what can be said: %s', (_, metric, column, wanted) => {
    const found = gap(metric, column, ['a', 'a', 'b', 'b'])!
    for (const [name, value] of Object.entries(wanted)) {
      const own = found[name as keyof RawGap]
      if (typeof value === 'number') expect(own).toBeCloseTo(value, 12)
      else expect(own).toBe(value)
    }
  })

  it('is none where nothing was measured', () => {
    expect(gap('price', [Number.NaN, Number.NaN], ['a', 'b'])).toBeUndefined()
    const only = gap('price', [5, 6, Number.NaN], ['a', 'a', 'b'])!
    expect([only.lowest, only.highest, only.contrasts, only.pairs]).toEqual(['a', 'a', [], []])
  })
})

/** Groups of so many of whom so many have a 1. */
const shares = (parts: Readonly<Record<string, readonly [yes: number, of: number]>>) => ({
  groups: Object.entries(parts).flatMap(([name, [, of]]) => Array<string>(of).fill(name)),
  values: Object.values(parts).flatMap(([yes, of]) =>
    Array.from({ length: of }, (_, at) => Number(at < yes)),
  ),
})

describe('four fifths', () => {
  it.each([
    ['missed beyond chance', 'hr', { a: [20, 100], b: [50, 100] }, false],
    ['reached beyond chance', 'hr', { a: [900, 1000], b: [950, 1000] }, true],
    ['missed by no more than chance may explain', 'hr', { a: [12, 100], b: [20, 100] }, null],
    ['reached by no more than chance may explain', 'hr', { a: [18, 100], b: [20, 100] }, null],
    ['missed where nobody of many has it', 'grounded', { a: [0, 100], b: [50, 100] }, false],
    ['not told of few', 'hr', { a: [0, 20], b: [20, 20] }, null],
    ['not told of what is no benefit', 'premium', { a: [20, 100], b: [50, 100] }, null],
  ] as const)('are %s', (_, metric, parts, wanted) => {
    const { values: column, groups } = shares(parts)
    expect(gap(metric, column, groups)!.fourFifths).toBe(wanted)
  })
})

describe('groups that are alike', () => {
  const random = seededRandom(11)
  const names = Array.from({ length: 600 }, (_, at) => 'abcdef'[at % 6]!)
  const worlds = Array.from({ length: 40 }, () =>
    gap(
      'hr',
      names.map(() => Number(random.next() < 0.12)),
      names,
    ),
  )

  it('have a gap whose interval reaches 0, though its ends were picked out', () => {
    expect(worlds.filter((one) => one!.interval!.low > 0).length).toBeLessThanOrEqual(4)
  })

  it('miss no four fifths', () => {
    expect(worlds.filter((one) => one!.ratio! < 0.8).length).toBeGreaterThan(35)
    expect(worlds.filter((one) => one!.fourFifths === false)).toEqual([])
  })
})

it('groups that differ have a gap whose interval does not reach 0', () => {
  const { values: column, groups } = shares({ a: [20, 200], b: [60, 200], c: [40, 200] })
  const { difference, interval } = gap('hr', column, groups)!
  expect(difference).toBeCloseTo(0.2, 12)
  expect([interval!.low > 0.05, interval!.low < 0.2, interval!.high > 0.2, interval!.high < 0.35]).toEqual(
    Array(4).fill(true),
  )
})

describe('a contrast', () => {
  const groups = [...Array<string>(50).fill('a'), ...Array<string>(70).fill('b')]

  it('tells how much more by the others', () => {
    const column = groups.map((name, at) => (name === 'a' ? 3 : 2) + (at % 5) / 10)
    const [a, b] = gap('facts', column, groups)!.contrasts
    expect(a!.relative!.value).toBeCloseTo(3.2 / 2.2 - 1, 12)
    expect(b!.relative!.value).toBeCloseTo(2.2 / 3.2 - 1, 12)
    expect(a!.relative!.low).toBeLessThan(a!.relative!.value)
    expect(a!.relative!.high).toBeGreaterThan(a!.relative!.value)
    expect(a!.low).toBeLessThan(1)
    expect(a!.high).toBeGreaterThan(1)
    expect([b!.difference, b!.effect, b!.p]).toEqual([-a!.difference, -a!.effect!, a!.p])
  })

  it('of logarithms tells what they stand for', () => {
    const column = groups.map((name, at) => (name === 'a' ? -0.2 : 0) + (at % 5) / 100)
    const { relative } = gap('priceLevel', column, groups)!.contrasts[0]!
    expect(relative!.value).toBeCloseTo(Math.exp(-0.2) - 1, 12)
  })

  it('tells no ratio by nothing', () => {
    expect(
      gap(
        'facts',
        groups.map((name) => Number(name === 'a')),
        groups,
      )!.contrasts[0]!.relative,
    ).toBeNull()
    expect(
      gap(
        'readingGrade',
        groups.map((_, at) => at),
        groups,
      )!.contrasts[0]!.relative,
    ).toBeNull()
  })
})
