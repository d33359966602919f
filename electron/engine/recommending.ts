/** Measuring the recommenders, behind `RecommendServices`. */
import type { RecommendServices } from '../../shared/contract/parts/recommend'
import type { RecommendBench } from './evaluation/recommend'
import { createTurns } from './turns'

/** The operations. One evaluation at a time: each has every core at work. */
export function recommendServices(bench: RecommendBench): RecommendServices {
  const turns = createTurns()
  return {
    evaluateRecommend: async function* (request, signal) {
      const { evaluateRecommend } = await import('./evaluation/recommend')
      const end = await turns.take(signal)
      try {
        yield* evaluateRecommend(bench, request, signal)
      } finally {
        end()
      }
    },
  }
}
