/**
 * What an evaluation of recommenders finds. Each measure is defined, with its source, in `models/metrics/ranking.ts` and `exposure.ts`; how
 * products are held out, in `models/evaluate/heldOut.ts`.
 */
import type { RecommenderName } from './recommenders'
import type { KeptRun } from './run'

/** Ways to hold products out: each user's last different product, or a random fifth of all user-product pairs. */
export const PROTOCOLS = ['leave-last-out', 'random-80-20'] as const

/** One of them. */
export type Protocol = (typeof PROTOCOLS)[number]

/** Measures of a user's list, in which strategies are compared user by user. */
export const LIST_MEASURES = ['ndcg', 'hr', 'recall', 'mrr'] as const

/** One of them. */
export type ListMeasure = (typeof LIST_MEASURES)[number]

/** Everything measured of a strategy; cut at k where a list is. */
export const RECOMMEND_MEASURES = [...LIST_MEASURES, 'coverage', 'novelty', 'gini', 'popularityLift'] as const

/** One of them. */
export type RecommendMeasure = (typeof RECOMMEND_MEASURES)[number]

/** What holds 95 of 100 samples of users: percentile bootstrap. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** One strategy against another over the same users. */
export interface RecommendComparison extends Interval {
  /** Mean of ours less mean of theirs; `low` and `high` are of it. */
  readonly difference: number
  /** Ours by theirs; null where theirs is 0. */
  readonly ratio: number | null
  /** How often chance makes such a difference: paired bootstrap, two-sided. */
  readonly p: number
  /** The same, corrected for all comparisons in this measure (Holm). */
  readonly pHolm: number
}

/** A strategy against another in every measure of lists. */
export type RecommendComparisons = Readonly<Record<ListMeasure, RecommendComparison>>

/** One strategy. */
export interface RecommendResult {
  readonly strategy: RecommenderName
  /** Null where there was nothing to measure. */
  readonly metrics: Readonly<Record<RecommendMeasure, number | null>>
  /** Of those that are means over users. */
  readonly intervals: Readonly<Partial<Record<RecommendMeasure, Interval>>>
  /** Null for the baseline itself. */
  readonly vsPopularity: RecommendComparisons | null
  readonly vsRandom: RecommendComparisons | null
  /** What was measured in its place, and why, where the catalogue is beyond what it can take. */
  readonly standIn?: { readonly strategy: RecommenderName; readonly reason: string }
  readonly fitMs: number
  /** To score every product and choose the list, a user. */
  readonly userMs: number
}

/** A mean over few with its interval; null where there are none. */
export interface ColdFigure {
  readonly value: number | null
  readonly interval: Interval | null
}

/** Those about whom, and about which, little is known. */
export interface RecommendCold {
  /** Tested users with at most so many products in the training part. */
  readonly users: {
    readonly atMost: number
    readonly n: number
    readonly results: readonly {
      readonly strategy: RecommenderName
      readonly ndcg: ColdFigure
      readonly hr: ColdFigure
    }[]
  }
  /** Held-out products that at most so many users have in the training part: the share of them (`n` user-product pairs) found in lists. */
  readonly items: {
    readonly atMost: number
    readonly n: number
    readonly results: readonly { readonly strategy: RecommenderName; readonly recall: ColdFigure }[]
  }
}

/** How much more one is clicked than another, as a share: .35 is 35 % more. */
export interface Uplift extends Interval {
  readonly value: number
}

/** Simulated click-through: clicks by products shown. */
export interface RecommendClicks {
  /** `model`: what the invented shop's own click model expects; `replay`: a shown product that the user took in the held-out part. */
  readonly by: 'model' | 'replay'
  readonly users: number
  readonly results: readonly (Interval & {
    readonly strategy: RecommenderName
    /** Clicks by products shown, 0-1. */
    readonly rate: number
    /** Null for the baseline itself, and where it is hardly ever clicked. */
    readonly overPopularity: Uplift | null
    readonly overRandom: Uplift | null
  })[]
}

/** A finished evaluation. */
export interface RecommendEvaluation extends KeptRun {
  readonly catalogue: string
  readonly version: number
  readonly invented: boolean
  readonly protocol: Protocol
  readonly k: number
  readonly seed: number
  /** Tested: those with something held out. */
  readonly users: number
  /** Ranked for every user, less what she has in the training part. */
  readonly items: number
  /** User-product pairs in the training part, and those held out of the tested users. */
  readonly trainingPairs: number
  readonly heldOutPairs: number
  /** Samples behind every interval and test. */
  readonly draws: number
  readonly results: readonly RecommendResult[]
  readonly cold: RecommendCold
  /** Null where none were asked for. */
  readonly clicks: RecommendClicks | null
  /** What a reader must know, in sentences. */
  readonly notes: readonly string[]
  readonly ms: number
}
