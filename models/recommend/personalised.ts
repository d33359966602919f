/** The recommender of the workbench: the blend, with weights fitted on what the training set's own users met last. */
import type { Steps } from '../../shared/util/steps'
import { atOnce } from '../../shared/util/steps'
import type { Fit, FitOptions, TrainingSet } from './algorithm'
import type { FittedPart } from './blend'
import { BLEND_PARTS, fittingParts, scorePart } from './blend'
import { fittingBlend } from './blendFit'

/** Counts next to nothing: it only orders products of which nothing else is known. */
const TIE_BREAK = 1e-6

/** A part with what it is worth in the blend. */
export interface WeightedPart extends FittedPart {
  readonly weight: number
}

/** Scores by the weighted sum of the parts; by popularity alone where there is no history. Fits weights where `blend` brings none. */
export const fitPersonalised: Fit = (training, options = {}) => {
  const parts = atOnce(fittingWeightedParts(training, options))
  const room = new Float64Array(training.matrix.items)
  return {
    name: 'personalised',
    score(history, out) {
      out.fill(0)
      for (const part of parts) {
        scorePart(part, history, room)
        for (let row = 0; row < out.length; row++) out[row]! += part.weight * room[row]!
      }
    },
  }
}

/** The parts that the blend has a use for, fitted one a step; popularity is always one of them, if only to break ties. */
export function* fittingWeightedParts(
  training: TrainingSet,
  options: FitOptions,
): Steps<readonly WeightedPart[]> {
  const { weights } = options.blend ?? (yield* fittingBlend(training, options))
  const weightOf = (part: FittedPart['part']) =>
    Math.max(weights[part] ?? 0, part === 'popularity' ? TIE_BREAK : 0)
  const used = BLEND_PARTS.filter((part) => weightOf(part) > 0)
  const fitted = yield* fittingParts(used, training, options)
  return fitted.map((one) => ({ ...one, weight: weightOf(one.part) }))
}
