/** What every recommender is: fitted once on a training set, then a pure function from a history to a score for every product. */
import type { ProductColumns } from '../../shared/domain/columns'
import type { RecommenderName } from '../../shared/domain/recommenders'
import type { Blend } from './blend'
import type { InteractionMatrix } from './matrix'
import { fitPersonalised } from './personalised'
import { fitContent } from './content'
import { fitEase } from './ease'
import { fitItemKnn } from './itemKnn'
import { fitPopularity, fitRecentPopularity } from './popularity'
import { fitRandom } from './random'
import { fitTransitions } from './transitions'

/** What a user met, one entry a product, oldest first; the arrays are of one length. */
export interface History {
  /** Row of the matrix; left out for somebody who is not in it. Only `random` reads it. */
  readonly user?: number
  /** Product rows. */
  readonly items: Int32Array
  /** Above 0, as in the matrix. */
  readonly weights: Float32Array
  /** Milliseconds since the Unix epoch; 0 when not known. */
  readonly atMs: Float64Array
  /** The time at which something is recommended. */
  readonly nowMs: number
}

/** What recommenders learn from. */
export interface TrainingSet {
  readonly matrix: InteractionMatrix
  /** Row by row the matrix's items. */
  readonly products: ProductColumns
  /** The time at which it is learnt; dates are counted back from it. */
  readonly nowMs: number
}

/** A recommender that has learnt. */
export interface Fitted {
  /** What was asked for. */
  readonly name: RecommenderName
  /** What stands in for it, and why, where this training set is beyond what it can take. */
  readonly standIn?: { readonly name: RecommenderName; readonly reason: string }
  /**
   * Writes a score for every product row into `out` ([items]): higher is better, the scale is its own. Products of the history are scored
   * like any other; equal scores are left to the caller. No side effects.
   */
  score(history: History, out: Float64Array): void
  /**
   * How much one product of a history, at weight 1, says for another; 0 for nothing. Left out where a score is no sum over the history.
   */
  readonly affinity?: (known: number, item: number) => number
}

/** Settings; what a recommender has no use for is passed over. */
export interface FitOptions {
  /** Of `random`'s draws and of the users that blend weights are fitted on; 1 by default. */
  readonly seed?: number
  /** `popularity-recent`: days until an event counts half. */
  readonly halfLifeDays?: number
  /** `item-knn`: neighbours kept of each product, and what is added to the cosine's denominator. */
  readonly neighbours?: number
  readonly shrinkage?: number
  /** `ease`: the ridge penalty, in the unit of squared weights. */
  readonly regularisation?: number
  /** `personalised`: the weights of its parts; fitted on validation data when left out. */
  readonly blend?: Blend
  /**
   * What weights are fitted to: the newest product of each user, or any of hers. The second suits an evaluation that holds products out
   * whatever their date.
   */
  readonly validation?: 'newest' | 'any'
}

/** Learns from a training set. Pure: the same set and options give the same recommender. */
export type Fit = (training: TrainingSet, options?: FitOptions) => Fitted

const FITS: Readonly<Record<RecommenderName, Fit>> = {
  personalised: fitPersonalised,
  popularity: fitPopularity,
  'popularity-recent': fitRecentPopularity,
  random: fitRandom,
  'item-knn': fitItemKnn,
  ease: fitEase,
  transitions: fitTransitions,
  content: fitContent,
}

/**
 * Fits the recommender of a name: the one door to all of them. Each can learn from any training set; one that is beyond its size has
 * another stand in, and says so in `standIn`.
 */
export function fit(name: RecommenderName, training: TrainingSet, options: FitOptions = {}): Fitted {
  return FITS[name](training, options)
}
