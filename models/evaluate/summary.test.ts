import { describe, expect, it } from 'vitest'
import type { RecommenderName } from '../../shared/domain/recommenders'
import { seededRandom } from '../../shared/util/random'
import { chanceOf } from '../metrics/bootstrap'
import { holm } from '../metrics/holm'
import type { Event } from './fixtures'
import { eventColumns, productColumns } from './fixtures'
import { rankUsers } from './rankUsers'
import { resample } from './resamples'
import { openStudy } from './study'
import type { Ranked } from './summary'
import { summarise } from './summary'

/** Sixty users with five of thirty products, low rows more often: popularity foresees some of it, chance hardly any. */
const random = seededRandom(8)
const events = Array.from({ length: 60 }, (_, user) => {
  const items = new Set<number>()
  while (items.size < 5) items.add(Math.floor(30 * random.next() ** 3))
  return [...items].map((item, at): Event => [`u${user}`, item, 1 + at])
}).flat()
const ordered = [...events].sort((a, b) => a[2] - b[2])
const study = openStudy(eventColumns(ordered), productColumns(30), {
  protocol: 'leave-last-out',
  k: 5,
  seed: 1,
})
const names: readonly RecommenderName[] = ['popularity', 'popularity-recent', 'random']
const rankings = names.map((name): Ranked => rankUsers(study, name))

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('the summary of an evaluation', () => {
  const { results, cold, clicks } = summarise(study, rankings, true)
  const [popular, , chance] = results

  it('has the means of every strategy with intervals round them', () => {
    expect(results.map(({ strategy }) => strategy)).toEqual(names)
    results.forEach(({ metrics, intervals }, at) => {
      for (const measure of ['ndcg', 'hr', 'recall', 'mrr', 'novelty'] as const) {
        expect(metrics[measure]).toBeCloseTo(mean(rankings[at]!.columns[measure]), 12)
        expect(intervals[measure]!.low).toBeLessThanOrEqual(metrics[measure]!)
        expect(intervals[measure]!.high).toBeGreaterThanOrEqual(metrics[measure]!)
      }
      expect(intervals.coverage).toBeUndefined()
    })
    expect(popular?.metrics.ndcg).toBeGreaterThan(chance?.metrics.ndcg ?? 1)
    expect(popular?.metrics.coverage).toBeLessThan(chance?.metrics.coverage ?? 0)
    expect(popular?.metrics.gini).toBeGreaterThan(chance?.metrics.gini ?? 1)
    expect(popular?.metrics.popularityLift).toBeGreaterThan(chance?.metrics.popularityLift ?? 1)
  })

  it('holds every strategy against both baselines, and neither against itself', () => {
    expect(results.map(({ vsPopularity, vsRandom }) => [!!vsPopularity, !!vsRandom])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ])
    expect(chance?.vsPopularity?.ndcg.difference).toBeCloseTo(-(popular?.vsRandom?.ndcg.difference ?? 0), 12)
    expect(chance?.vsPopularity?.ndcg.pHolm).toBe(popular?.vsRandom?.ndcg.pHolm)
  })

  it('corrects the tests of one measure together: three different pairs', () => {
    const raw = [
      popular?.vsRandom?.ndcg.p,
      results[1]?.vsPopularity?.ndcg.p,
      results[1]?.vsRandom?.ndcg.p,
    ].map((p) => p ?? NaN)
    expect([
      popular?.vsRandom?.ndcg.pHolm,
      results[1]?.vsPopularity?.ndcg.pHolm,
      results[1]?.vsRandom?.ndcg.pHolm,
    ]).toEqual(holm(raw))
    const { popularity, random: chances } = resample(
      { popularity: rankings[0]!.columns.ndcg, random: rankings[2]!.columns.ndcg },
      1,
    )
    const difference = popularity.mean - chances.mean
    const drawn = popularity.drawn.map((value, draw) => value - chances.drawn[draw]! - difference)
    expect(raw[0]).toBeCloseTo(chanceOf(difference, drawn), 12)
  })

  it('replays clicks: a shown product that was taken', () => {
    expect(clicks).toMatchObject({ by: 'replay', users: 60 })
    clicks?.results.forEach(({ rate }, at) =>
      expect(rate).toBeCloseTo(mean(rankings[at]!.columns.hr) / 5, 12),
    )
    const [ofPopular, , ofChance] = clicks?.results ?? []
    expect([ofPopular?.overPopularity, ofChance?.overRandom]).toEqual([null, null])
    expect(ofChance?.overPopularity?.value).toBeCloseTo(
      (ofChance?.rate ?? NaN) / (ofPopular?.rate ?? NaN) - 1,
      12,
    )
  })

  it('takes clicks of a model where every strategy has them', () => {
    const modelled = rankings.map((one, at) => ({
      ...one,
      modelClicks: new Float64Array(60).fill(0.1 * (at + 1)),
    }))
    const summed = summarise(study, modelled, true).clicks
    expect(summed?.by).toBe('model')
    expect(summed?.results.map(({ rate }) => Number(rate.toFixed(9)))).toEqual([0.1, 0.2, 0.3])
    expect(summed?.results[2]?.overPopularity?.low).toBeCloseTo(2, 9)
    expect(summarise(study, rankings, false).clicks).toBeNull()
  })

  it('tells cold items apart: the share found of what hardly anybody has', () => {
    const pairs = [...study.users].map((user, at) => ({
      item: study.heldOut.item[study.heldOut.start[user]!]!,
      at,
    }))
    const rare = pairs.filter(({ item }) => study.takers[item]! <= 3)
    expect(rare.length).toBeGreaterThan(0)
    expect(cold.items).toMatchObject({ atMost: 3, n: rare.length })
    rankings.forEach(({ lists }, row) => {
      const found = rare.filter(({ item, at }) => lists.subarray(at * 5, at * 5 + 5).includes(item)).length
      expect(cold.items.results[row]?.recall.value).toBeCloseTo(found / rare.length, 12)
    })
  })

  it('says of cold users that there are none where all have four products learnt from', () => {
    expect(cold.users).toMatchObject({ atMost: 3, n: 0 })
    expect(cold.users.results[0]).toEqual({
      strategy: 'popularity',
      ndcg: { value: null, interval: null },
      hr: { value: null, interval: null },
    })
  })
})

it('measures cold users by themselves', () => {
  // Three users with two products each among three with five.
  const short: Event[] = [0, 1, 2].flatMap((user): Event[] => [
    [`s${user}`, 9, 1],
    [`s${user}`, 0, 2],
  ])
  const long = [0, 1, 2].flatMap((user) => [0, 1, 2, 3, 4].map((item): Event => [`l${user}`, item, 1 + item]))
  const both = openStudy(eventColumns([...short, ...long]), productColumns(10), {
    protocol: 'leave-last-out',
    k: 1,
    seed: 1,
  })
  const { cold, results } = summarise(both, [rankUsers(both, 'popularity'), rankUsers(both, 'random')], false)
  // Product 0 has three users in the training part, as 1, 2 and 3 have; the three new users took 0, which one of four draws shows.
  const [popular] = cold.users.results
  expect(cold.users.n).toBe(3)
  const own = rankUsers(both, 'popularity').columns.hr.slice(0, 3)
  expect(popular?.hr.value).toBeCloseTo(mean(own), 12)
  expect(results[0]?.metrics.hr).toBeCloseTo(mean(rankUsers(both, 'popularity').columns.hr), 12)
})
