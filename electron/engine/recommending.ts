/** Measuring the recommenders, behind `RecommendServices`. */
import type { RecommendServices } from '../../shared/contract/parts/recommend'

/** The operations. */
export function recommendServices(): RecommendServices {
  return {}
}
