/** Simulated click-through: how often what a strategy shows is clicked, and how much more often than what the baselines show. */
import type { RecommendClicks } from '../../shared/domain/recommendEvaluation'
import type { RecommenderName } from '../../shared/domain/recommenders'
import type { Resampled } from './resamples'
import { intervalOf, uplift } from './resamples'

/**
 * Click-through of every strategy from the mean click rate of its users. By `replay` a click is a shown product that the user took in the
 * held-out part, so that a rate is the precision of the list (offline replay; Li et al. 2011 on its limits: what was never shown then cannot
 * be clicked now, and every rate is too low, by the same cause for all).
 */
export function clicksOf(
  figures: ReadonlyMap<RecommenderName, { readonly clicks: Resampled }>,
  { by, users }: Pick<RecommendClicks, 'by' | 'users'>,
): RecommendClicks {
  const over = (ours: RecommenderName, theirs: 'popularity' | 'random') => {
    const [own, other] = [figures.get(ours), figures.get(theirs)]
    return ours === theirs || !own || !other ? null : uplift(own.clicks, other.clicks)
  }
  return {
    ...{ by, users },
    results: [...figures].flatMap(([strategy, { clicks }]) => {
      const interval = intervalOf(clicks)
      if (!interval) return []
      return {
        ...{ strategy, rate: clicks.mean, ...interval },
        overPopularity: over(strategy, 'popularity'),
        overRandom: over(strategy, 'random'),
      }
    }),
  }
}
