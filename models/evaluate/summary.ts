/** From the lists of all strategies to the figures of an evaluation, with intervals over users and tests against the baselines. */
import type {
  ListMeasure,
  RecommendClicks,
  RecommendCold,
  RecommendComparison,
  RecommendComparisons,
  RecommendResult,
} from '../../shared/domain/recommendEvaluation'
import { LIST_MEASURES } from '../../shared/domain/recommendEvaluation'
import type { RecommenderName } from '../../shared/domain/recommenders'
import { coverage, gini, popularityLift } from '../metrics/exposure'
import { holm } from '../metrics/holm'
import { clicksOf } from './clicks'
import { coldOf } from './cold'
import type { ListColumn, Ranking } from './rankUsers'
import { LIST_COLUMNS, exposures } from './rankUsers'
import type { Resampled } from './resamples'
import { compared, intervalOf, ratioOf, resample } from './resamples'
import type { Study } from './study'
import { profilePopularity } from './study'

/** What strategies are compared with; an evaluation always has both. */
export const BASELINES = ['popularity', 'random'] as const satisfies readonly RecommenderName[]

type Baseline = (typeof BASELINES)[number]

/** Lists of every strategy, with a click rate for each user where the model of an invented shop gave some. */
export interface Ranked extends Ranking {
  /** [users]: clicks expected by products shown. */
  readonly modelClicks?: Float64Array
}

/** The figures. */
export interface Summary {
  readonly results: readonly RecommendResult[]
  readonly cold: RecommendCold
  readonly clicks: RecommendClicks | null
}

/** Figures of one strategy by column. */
type Figures = Readonly<Record<ListColumn | 'clicks', Resampled>>

/**
 * Sums an evaluation up.
 * @param withClicks whether click-through is wanted: by the shop's model where every ranking has it, else by replay
 */
export function summarise(study: Study, rankings: readonly Ranked[], withClicks: boolean): Summary {
  const { seed } = study.request
  const profile = profilePopularity(study)
  const byModel = rankings.every(({ modelClicks }) => modelClicks)
  const columns: Record<string, Float64Array> = { profile }
  for (const { strategy, columns: own, modelClicks = own.replay } of rankings) {
    for (const column of LIST_COLUMNS) columns[`${strategy} ${column}`] = own[column]
    columns[`${strategy} clicks`] = modelClicks
  }
  const resampled = resample(columns, seed)
  const figures = new Map(rankings.map(({ strategy }) => [strategy, figuresOf(resampled, strategy)]))
  const comparisons = comparisonsOf(figures)
  const own = resampled['profile']!
  return {
    results: rankings.map((ranking) => ({
      strategy: ranking.strategy,
      ...measuresOf(ranking, figures.get(ranking.strategy)!, { own, items: study.takers.length }),
      vsPopularity: comparisons.get(keyOf(ranking.strategy, 'popularity')) ?? null,
      vsRandom: comparisons.get(keyOf(ranking.strategy, 'random')) ?? null,
      ...(ranking.standIn
        ? { standIn: { strategy: ranking.standIn.name, reason: ranking.standIn.reason } }
        : {}),
      ...{ fitMs: ranking.fitMs, userMs: ranking.userMs },
    })),
    cold: coldOf(study, rankings),
    clicks: withClicks
      ? clicksOf(figures, { by: byModel ? 'model' : 'replay', users: study.users.length })
      : null,
  }
}

function figuresOf(resampled: Readonly<Record<string, Resampled>>, strategy: RecommenderName): Figures {
  const entries = [...LIST_COLUMNS, 'clicks'].map((column) => [column, resampled[`${strategy} ${column}`]])
  return Object.fromEntries(entries) as Figures
}

function measuresOf(
  ranking: Ranking,
  figures: Figures,
  { own, items }: { readonly own: Resampled; readonly items: number },
): Pick<RecommendResult, 'metrics' | 'intervals'> {
  const shown = exposures(ranking, items)
  const ratio = ratioOf(figures.popularity, own)
  const lift: Resampled = { mean: ratio.mean - 1, drawn: ratio.drawn.map((value) => value - 1) }
  const { ndcg, hr, recall, mrr, novelty } = figures
  const means = { ndcg, hr, recall, mrr, novelty, popularityLift: lift }
  const intervals = Object.entries(means).map(([name, figure]) => [name, intervalOf(figure)])
  return {
    metrics: {
      ...{ ndcg: known(ndcg.mean), hr: known(hr.mean), recall: known(recall.mean), mrr: known(mrr.mean) },
      coverage: known(coverage(shown)),
      novelty: known(novelty.mean),
      gini: known(gini(shown)),
      popularityLift: known(popularityLift(figures.popularity.mean, own.mean)),
    },
    intervals: Object.fromEntries(
      intervals.filter(([, interval]) => interval),
    ) as RecommendResult['intervals'],
  }
}

/** JSON has no NaN. */
const known = (value: number) => (Number.isFinite(value) ? value : null)

const keyOf = (ours: RecommenderName, theirs: Baseline) => `${ours} vs ${theirs}`

/**
 * Every strategy against both baselines, in every measure. The p values of one measure are corrected together; that of popularity against
 * random, which two rows show, counts once.
 */
function comparisonsOf(
  figures: ReadonlyMap<RecommenderName, Figures>,
): ReadonlyMap<string, RecommendComparisons> {
  const pairs = [...figures.keys()].flatMap((ours) =>
    BASELINES.filter((theirs) => theirs !== ours).map((theirs) => ({ ours, theirs })),
  )
  const byMeasure = LIST_MEASURES.map((measure) => [measure, comparisonsIn(measure, pairs, figures)] as const)
  const whole = pairs.filter(({ ours, theirs }) => byMeasure.every(([, of]) => of.has(keyOf(ours, theirs))))
  return new Map(
    whole.map(({ ours, theirs }) => {
      const key = keyOf(ours, theirs)
      const entries = byMeasure.map(([measure, of]) => [measure, of.get(key)])
      return [key, Object.fromEntries(entries) as RecommendComparisons]
    }),
  )
}

function comparisonsIn(
  measure: ListMeasure,
  pairs: readonly { readonly ours: RecommenderName; readonly theirs: Baseline }[],
  figures: ReadonlyMap<RecommenderName, Figures>,
): ReadonlyMap<string, RecommendComparison> {
  const found = pairs.flatMap(({ ours, theirs }) => {
    const comparison = compared(figures.get(ours)![measure], figures.get(theirs)![measure])
    return comparison ? [{ ours, theirs, comparison }] : []
  })
  // Random against popularity is popularity against random.
  const family = found.filter(({ ours }) => ours !== 'random')
  const corrected = holm(family.map(({ comparison }) => comparison.p))
  const pHolm = new Map(family.map(({ ours, theirs }, at) => [keyOf(ours, theirs), corrected[at]!]))
  return new Map(
    found.map(({ ours, theirs, comparison }) => {
      const key = ours === 'random' ? keyOf('popularity', 'random') : keyOf(ours, theirs)
      return [keyOf(ours, theirs), { ...comparison, pHolm: pHolm.get(key)! }]
    }),
  )
}
