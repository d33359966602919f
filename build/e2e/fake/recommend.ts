/** Measuring the recommenders, canned. */
import type { RecommendServices } from '../../../shared/contract/parts/recommend'

/** The operations over canned data. */
export function recommendFakes(): RecommendServices {
  return {}
}
