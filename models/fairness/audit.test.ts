import { describe, expect, it } from 'vitest'
import type { FairnessReport, PickMeasure, TextMeasure } from '../../shared/domain/fairness'
import { PICK_MEASURES, TEXT_MEASURES } from '../../shared/domain/fairness'
import { isBesideHistory } from '../../shared/domain/fairnessWords'
import { seededRandom } from '../../shared/util/random'
import { holm } from '../metrics/holm'
import type { AuditData } from './audit'
import { auditSegments } from './audit'
import type { ExposureClasses } from './merchandise'

const nan = Number.NaN
const none: ExposureClasses = { of: new Int32Array(50).fill(-1), values: [] }

interface Planned {
  readonly shoppers: number
  readonly segments: (at: number) => Readonly<Record<string, string>>
  readonly columns?: Partial<Record<PickMeasure, (at: number) => number>>
  readonly texts?: AuditData['texts']
}

/** Shoppers whose measures are unknown but for those given, each shown ten of fifty products. */
function planned({ shoppers, segments, columns = {}, texts }: Planned): AuditData {
  const random = seededRandom(9)
  const all = Array.from({ length: shoppers }, (_, at) => at)
  return {
    shoppers,
    segmentsOf: segments,
    columns: Object.fromEntries(
      PICK_MEASURES.map((measure) => [measure, Float64Array.from(all, columns[measure] ?? (() => nan))]),
    ) as Record<PickMeasure, Float64Array>,
    lists: Int32Array.from({ length: shoppers * 10 }, (_, at) => 5 * (at % 10) + random.below(5)),
    ...{ depth: 10, k: 10, items: 50, seed: 1, draws: 400 },
    classes: { priceTier: none, aisle: none, category: none, brand: none },
    profilePopularity: Float64Array.from(all, () => 0.1),
    ...(texts ? { texts } : {}),
  }
}

const gapOf = (report: FairnessReport, metric: string) => report.gaps.find((gap) => gap.metric === metric)!

describe('an audit', () => {
  const segments = (at: number) => ({
    ...(at % 10 === 0 ? {} : { ageBand: at % 5 === 1 ? '55+' : '18-54' }),
    tenure: at % 2 === 0 ? 'new' : 'old',
  })
  // A price level of -.3 for 55+, .1 more for old shoppers, and something of their own.
  const noise = (at: number) => ((at * 7919) % 101) / 250
  const data = planned({
    shoppers: 1000,
    segments,
    columns: {
      priceLevel: (at) => (segments(at).ageBand === '55+' ? -0.3 : 0) + (at % 2 === 0 ? 0 : 0.1) + noise(at),
      ndcg: (at) => noise(at * 31),
      popularity: (at) => (at % 2 === 0 ? 0.2 : 0.15),
    },
  })
  const { reports, findings, headline } = auditSegments(data, [
    ['tenure'],
    ['ageBand'],
    ['ageBand', 'tenure'],
  ])

  it('measures every group, those without the attribute last', () => {
    const [, ages] = reports
    expect(ages!.groups.map(({ value, n, small, texts }) => [value, n, small, texts])).toEqual([
      ['18-54', 700, false, 0],
      ['55+', 200, false, 0],
      ['not known', 100, false, 0],
    ])
    const levels = [...data.columns.priceLevel].filter((_, at) => segments(at).ageBand === '55+')
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
    expect(ages!.groups[1]!.metrics.priceLevel).toBeCloseTo(mean, 12)
    const { low, high } = ages!.groups[1]!.intervals.priceLevel!
    expect(low).toBeLessThan(mean)
    expect(high).toBeGreaterThan(mean)
    expect(ages!.groups[1]!.metrics.price).toBeNull()
    expect(ages!.groups[1]!.metrics).not.toHaveProperty('words')
    expect(reports[0]!.groups.map(({ metrics }) => metrics.popularityLift)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(0.5, 12),
    ])
  })

  it('finds what was planted, protected attributes first, and names it', () => {
    expect(findings[0]).toMatchObject({
      segment: 'ageBand',
      metric: 'priceLevel',
      group: '55+',
      n: 200,
      small: false,
    })
    expect(findings[0]!.isProtected).toBe(true)
    expect(findings[0]!.sentence).toMatch(
      /^Shoppers with age band 55\+ see picks that are 2\d % cheaper for their kind \[2\d–[23]\d %\] than other shoppers see\.$/,
    )
    expect(headline).toBe(findings[0]!.sentence)
    const order = findings.map(({ isProtected, segment }) =>
      isProtected ? 0 : segment.includes('×') ? 2 : 1,
    )
    expect(order).toEqual([...order].sort())
    expect(findings.every(({ pHolm }) => pHolm < 0.05)).toBe(true)
  })

  it("tells the smaller of two groups that are each other's rest, once", () => {
    const lift = findings.filter(({ segment, metric }) => segment === 'tenure' && metric === 'popularity')
    expect(lift).toHaveLength(1)
    const [one, other] = gapOf(reports[0]!, 'popularity').contrasts
    expect(one!.pHolm).toBe(other!.pHolm)
    expect(one!.difference).toBeCloseTo(-other!.difference, 12)
  })

  it('corrects protected attributes and others as two families', () => {
    const contrasts = (which: readonly FairnessReport[], beside = false) =>
      which.flatMap(({ gaps }) =>
        gaps.filter(({ metric }) => isBesideHistory(metric) === beside).flatMap((gap) => gap.contrasts),
      )
    const own = contrasts([reports[1]!])
    holm(own.map(({ p }) => p)).forEach((p, at) => expect(own[at]!.pHolm).toBeCloseTo(p, 12))
    // Of the two groups of a tenure every second contrast is the first one's mirror image.
    const others = [...contrasts([reports[0]!]).filter((_, at) => at % 2 === 0), ...contrasts([reports[2]!])]
    holm(others.map(({ p }) => p)).forEach((p, at) => expect(others[at]!.pHolm).toBeCloseTo(p, 12))
    const beside = contrasts([reports[1]!], true)
    expect(beside).toHaveLength(3)
    holm(beside.map(({ p }) => p)).forEach((p, at) => expect(beside[at]!.pHolm).toBeCloseTo(p, 12))
  })

  it("takes no change from a shopper's own history for a finding", () => {
    const lift = gapOf(reports[0]!, 'popularityLift')
    expect(lift.contrasts.map(({ pHolm }) => pHolm < 0.001)).toEqual([true, true])
    expect(findings.filter(({ metric }) => isBesideHistory(metric))).toEqual([])
  })

  it('is the same again', () => {
    expect(auditSegments(data, [['tenure'], ['ageBand'], ['ageBand', 'tenure']])).toEqual({
      reports,
      findings,
      headline,
    })
  })
})

describe('an audit of shoppers who did other things', () => {
  it('names what they did, and what their picks hand on', () => {
    const { findings, headline } = auditSegments(
      planned({
        shoppers: 600,
        segments: (at) => ({ ageBand: at % 3 === 0 ? '55+' : '18-54' }),
        columns: {
          historyLevel: (at) => (at % 3 === 0 ? -0.3 : 0) + ((at * 7919) % 101) / 100,
          priceLevel: (at) => (at % 3 === 0 ? -0.02 : 0) + ((at * 7907) % 101) / 100,
        },
      }),
      [['ageBand']],
    )
    expect(findings.map(({ metric, group }) => [metric, group])).toEqual([['historyLevel', '55+']])
    expect(headline).toMatch(
      /^Shoppers with age band 55\+ have a history of .* than other shoppers have; in their picks no difference beyond chance was seen \([\d.]+ % (cheaper|dearer), .*\)\.$/,
    )
  })
})

describe('an audit of shoppers who are treated alike', () => {
  it('says that it found nothing, and what it would have seen', () => {
    const random = seededRandom(3)
    const values = Array.from({ length: 600 }, () => random.next())
    const { findings, headline } = auditSegments(
      planned({
        shoppers: 600,
        segments: (at) => ({
          gender: at % 2 === 0 ? 'woman' : 'man',
          ageBand: at % 3 === 0 ? '55+' : '18-54',
        }),
        columns: { priceLevel: (at) => values[at]!, ndcg: (at) => values[599 - at]! },
      }),
      [['ageBand'], ['gender']],
    )
    expect(findings).toEqual([])
    // A standard deviation of .29 of 200 against 400 is an error of .025; eight tests ask for 2.73 + .84 of them.
    expect(headline).toMatch(
      /^No difference by age band or gender is larger than chance explains; with 600 shoppers a difference of 9\.\d % in price for its kind would have been seen with 80 % power\.$/,
    )
  })

  it('shows small groups and flags them', () => {
    const { reports, findings } = auditSegments(
      planned({
        shoppers: 500,
        segments: (at) => ({ ageBand: at < 12 ? '90+' : at === 12 ? '100+' : '18-89' }),
        columns: { hr: (at) => Number(at > 12 && at % 8 === 0) },
      }),
      [['ageBand']],
    )
    const [{ groups, gaps }] = reports as [FairnessReport]
    expect(groups.map(({ value, n, small }) => [value, n, small])).toEqual([
      ['18-89', 487, false],
      ['90+', 12, true],
      ['100+', 1, true],
    ])
    // Nobody of twelve found anything: an eighth of the others did, which chance explains.
    expect(groups[1]!.metrics.hr).toBe(0)
    expect(groups[1]!.intervals.hr!.high).toBeGreaterThan(0.2)
    expect(groups[2]!.intervals.hr).toBeUndefined()
    expect(findings).toEqual([])
    const hits = gaps.find(({ metric }) => metric === 'hr')!
    expect(hits.contrasts.map(({ group }) => group)).toEqual(['18-89', '90+'])
    expect(hits.contrasts[1]!.p).toBeGreaterThan(0.1)
    // Coverage is only told of groups of 30 and more, and so are the others it would be told beside.
    expect(groups.map(({ metrics }) => metrics.coverage !== null)).toEqual([true, false, false])
    expect(gapOf(reports[0]!, 'coverage').contrasts).toEqual([])
  })

  it('has no coverage where every group is small', () => {
    const { reports } = auditSegments(
      planned({
        shoppers: 58,
        segments: (at) => ({ ageBand: at % 2 === 0 ? '55+' : '18-54' }),
        columns: { ndcg: (at) => at },
      }),
      [['ageBand']],
    )
    expect(reports[0]!.groups.map(({ metrics }) => metrics.coverage)).toEqual([null, null])
    expect(reports[0]!.gaps.filter(({ metric }) => metric === 'coverage')).toEqual([])
  })

  it('does without groups to compare', () => {
    const { reports, headline } = auditSegments(
      planned({ shoppers: 40, segments: () => ({}), columns: { ndcg: (at) => at } }),
      [['ageBand']],
    )
    expect(reports[0]!.groups.map(({ value }) => value)).toEqual(['not known'])
    expect(gapOf(reports[0]!, 'ndcg').contrasts).toEqual([])
    expect(headline).toBe(
      'No difference by age band is larger than chance explains; there is too little to tell.',
    )
  })
})

describe('texts', () => {
  const at = Int32Array.from({ length: 120 }, (_, text) => text)
  const columns = Object.fromEntries(
    TEXT_MEASURES.map((measure) => [
      measure,
      Float64Array.from(at, (text) =>
        measure === 'priceMentions'
          ? Number(text % 2 === 0 ? text % 20 < 18 : text % 10 === 1)
          : (text * 37) % 11,
      ),
    ]),
  ) as Record<TextMeasure, Float64Array>
  const { reports, findings, headline } = auditSegments(
    planned({
      shoppers: 300,
      segments: (one) => ({ ageBand: one % 2 === 0 ? '55+' : '18-54' }),
      columns: { priceLevel: (one) => (one % 2 === 0 ? -0.2 : 0) + ((one * 13) % 29) / 100 },
      texts: { at, columns },
    }),
    [['ageBand']],
  )

  it('are measured by the groups of those they were written for', () => {
    expect(
      reports[0]!.groups.map(({ value, n, texts, metrics }) => [value, n, texts, metrics.priceMentions]),
    ).toEqual([
      ['18-54', 150, 60, expect.closeTo(1 / 5, 12)],
      ['55+', 150, 60, expect.closeTo(9 / 10, 12)],
    ])
    expect(reports[0]!.groups[0]!.metrics.words).toBeTypeOf('number')
  })

  it('come into the headline where they differ too', () => {
    expect(findings.find(({ metric }) => metric === 'priceMentions')!.n).toBe(60)
    expect(headline).toMatch(/ than other shoppers see, and hear the price /)
  })
})
