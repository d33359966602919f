/** What an evaluation of the search finds. Each measure is defined, with its source, in `models/metrics/ranking.ts`. */
import type { KeptRun } from './run'

/** Ways to look for products: full text alone, likeness of meaning alone, and the two as the search uses them. */
export const RETRIEVAL_SYSTEMS = ['words', 'meaning', 'hybrid'] as const

/** One of them. */
export type RetrievalSystemName = (typeof RETRIEVAL_SYSTEMS)[number]

/** A mean over the queries with the interval that holds 95 of 100 such means, by bootstrap. */
export interface RetrievalFigure {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** How well one system answers the judged queries. */
export interface RetrievalSystem {
  readonly system: RetrievalSystemName
  readonly ndcg10: RetrievalFigure
  readonly recall10: RetrievalFigure
  readonly mrr10: RetrievalFigure
  /** Milliseconds a query, median. */
  readonly medianMs: number
}

/** The hybrid against one of its parts, query by query. */
export interface RetrievalComparison {
  readonly than: Exclude<RetrievalSystemName, 'hybrid'>
  /** Difference of the mean NDCG@10. */
  readonly gain: number
  /** Two-sided, by paired bootstrap. */
  readonly p: number
}

/** A finished evaluation, with the run that keeps it. */
export interface RetrievalEvaluation extends KeptRun {
  readonly catalogue: string
  /** Which judged queries, in words. */
  readonly judged: string
  readonly queries: number
  readonly systems: readonly RetrievalSystem[]
  readonly comparisons: readonly RetrievalComparison[]
  /** Queries that the hybrid answers worst, with its NDCG@10, the worst first. */
  readonly worst: readonly { readonly query: string; readonly ndcg10: number }[]
}
