/** The blend behind `personalised`: a weighted sum of other recommenders, each scaled to 0-1 for the shopper at hand. */
import type { Steps } from '../../shared/util/steps'
import type { FitOptions, Fitted, History, TrainingSet } from './algorithm'
import { fitContent } from './content'
import { fitEase, metItems } from './ease'
import { fitItemKnn } from './itemKnn'
import { fitPopularity, fitRecentPopularity } from './popularity'
import { tasted } from './taste'
import { fitTransitions } from './transitions'

/** The recommenders that are blended. */
export const BLEND_PARTS = [
  'item-knn',
  'ease',
  'transitions',
  'content',
  'popularity',
  'popularity-recent',
] as const

/** One of them. */
export type BlendPart = (typeof BLEND_PARTS)[number]

/** What each part is worth; at least 0, together 1. A part that is left out is worth nothing. */
export type BlendWeights = Readonly<Partial<Record<BlendPart, number>>>

/** Weights, and where they come from. */
export interface Blend {
  readonly weights: BlendWeights
  /** Users whose held-out product they were fitted to; 0 for `DEFAULT_BLEND`. */
  readonly users: number
}

/** For catalogues with too few interactions to fit weights on: near what the shop that ships is fitted to. */
export const DEFAULT_BLEND: Blend = {
  weights: { 'item-knn': 0.5, content: 0.3, popularity: 0.1, transitions: 0.1 },
  users: 0,
}

/** Products with a user up to which EASE is one of the parts: its weights take a second then, and are learnt whenever a catalogue is opened. */
const EASE_BLEND_ITEMS_MAX = 2000

/** The parts that a training set can have. */
export function partsFor({ matrix }: TrainingSet): readonly BlendPart[] {
  const small = metItems(matrix).length <= EASE_BLEND_ITEMS_MAX
  return BLEND_PARTS.filter((part) => small || part !== 'ease')
}

/** A part that has learnt. */
export interface FittedPart {
  readonly part: BlendPart
  readonly fitted: Fitted
}

/** Fits parts, one a step. */
export function* fittingParts(
  parts: readonly BlendPart[],
  training: TrainingSet,
  options: FitOptions,
): Steps<readonly FittedPart[]> {
  const fitted: FittedPart[] = []
  for (const part of parts) {
    fitted.push({ part, fitted: fitPart(part, training, options) })
    yield
  }
  return fitted
}

function fitPart(part: BlendPart, training: TrainingSet, options: FitOptions): Fitted {
  switch (part) {
    case 'item-knn':
      return fitItemKnn(training, options)
    case 'ease':
      return fitEase(training, options)
    case 'transitions':
      return fitTransitions(training, options)
    case 'content':
      return fitContent(training, options)
    case 'popularity':
      return fitPopularity(training, options)
    case 'popularity-recent':
      return fitRecentPopularity(training, options)
  }
}

/** Writes a part's scores, scaled so that the largest is 1; all 0 where it knows nothing of this history. */
export function scorePart({ fitted }: FittedPart, history: History, out: Float64Array): void {
  fitted.score(tasted(history), out)
  scale(out)
}

/** Scales in place so that the largest score is 1; scores that are all 0 stay. */
export function scale(scores: Float64Array): void {
  const largest = scores.reduce((most, score) => Math.max(most, score), 0)
  if (largest > 0) for (let row = 0; row < scores.length; row++) scores[row]! /= largest
}
