/** What every recommender is: fitted once on a training set, then a pure function from a history to a score for every product. */
import { ShelftalkError } from '../../shared/contract/errors'
import type { ProductColumns } from '../../shared/domain/columns'
import type { RecommenderName } from '../../shared/domain/recommenders'
import type { InteractionMatrix } from './matrix'
import { fitContent } from './content'
import { fitEase } from './ease'
import { fitItemKnn } from './itemKnn'
import { fitPopularity, fitRecentPopularity } from './popular'
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
}

/** Learns from a training set. Pure: the same set and options give the same recommender. */
export type Fit = (training: TrainingSet, options?: FitOptions) => Fitted

const FITS: Readonly<Partial<Record<RecommenderName, Fit>>> = {
  popularity: fitPopularity,
  'popularity-recent': fitRecentPopularity,
  random: fitRandom,
  'item-knn': fitItemKnn,
  ease: fitEase,
  transitions: fitTransitions,
  content: fitContent,
}

/**
 * Fits the recommender of a name: the one door to all of them. Throws BAD_INPUT for one that cannot learn from this set at all; one
 * that is beyond its size has another stand in, and says so in `standIn`.
 */
export function fit(name: RecommenderName, training: TrainingSet, options: FitOptions = {}): Fitted {
  const fitted = FITS[name]?.(training, options)
  if (!fitted)
    throw new ShelftalkError('BAD_INPUT', `"${name}" cannot be fitted yet.`, 'Choose another recommender.')
  return fitted
}
