/** An evaluation of recommenders as a run. */
import type { Ranked } from '../../../models/evaluate/summary'
import type { EvaluateRecommendRequest } from '../../../shared/contract/parts/recommend'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import { kebab, metricWords } from '../../../shared/domain/metricWords'
import type { RecommendEvaluation } from '../../../shared/domain/recommendEvaluation'
import { LIST_MEASURES, RECOMMEND_MEASURES } from '../../../shared/domain/recommendEvaluation'
import type { RunMetric, RunValues } from '../../../shared/domain/run'
import type { RunBody, RunHead } from '../recording'

/** What is known before it begins. */
export function recommendHead(
  { protocol, k, seed, strategies, clicks, users }: EvaluateRecommendRequest,
  { name, version, invented }: CatalogueSummary,
): RunHead {
  return {
    kind: 'recommend',
    name: `Recommenders over ${name}, ${protocol}, first ${k}`,
    seed,
    catalogue: { name, version, invented },
    params: {
      ...{ protocol, k, clicks, strategies: strategies?.join(', ') ?? 'all' },
      ...(users === undefined ? {} : { sample: users }),
    },
  }
}

/** What came out; values by shopper, whose ids are `keys`. */
export function recommendBody(
  result: RecommendEvaluation,
  rankings: readonly Ranked[],
  keys: readonly string[],
): RunBody {
  return {
    params: { users: result.users, items: result.items, heldOut: result.heldOutPairs },
    metrics: [...figures(result), ...clickRates(result)],
    values: rankings.flatMap((ranking) => valuesOf(ranking, result, keys)),
  }
}

function figures({ results, k, users, items }: RecommendEvaluation): readonly RunMetric[] {
  return results.flatMap(({ strategy, metrics, intervals }) =>
    RECOMMEND_MEASURES.map((measure) => {
      const name = `${kebab(measure)}@${k}`
      const n = measure === 'coverage' || measure === 'gini' ? items : users
      return withDirection({ name, of: strategy, value: metrics[measure], n, ...intervals[measure] })
    }),
  )
}

function clickRates({ clicks, k }: RecommendEvaluation): readonly RunMetric[] {
  return (clicks?.results ?? []).map(({ strategy, rate, low, high }) =>
    withDirection({ name: `click-rate@${k}`, of: strategy, value: rate, low, high, n: clicks?.users ?? 0 }),
  )
}

function withDirection(metric: RunMetric): RunMetric {
  const { better } = metricWords(metric.name)
  return better === undefined ? metric : { ...metric, better }
}

/** With one product held out of each user, recall is the hit rate and a replayed click the hit rate by k: once is enough. */
function valuesOf(
  { strategy, columns, modelClicks }: Ranked,
  { protocol, k, clicks }: RecommendEvaluation,
  keys: readonly string[],
): readonly RunValues[] {
  const single = protocol === 'leave-last-out'
  const measures = LIST_MEASURES.filter((measure) => !(single && measure === 'recall'))
  const clicked = modelClicks ?? (single ? undefined : columns.replay)
  return [
    ...measures.map((measure) => ({
      ...{ metric: `${measure}@${k}`, of: strategy, keys },
      values: columns[measure],
    })),
    ...(clicks && clicked ? [{ metric: `click-rate@${k}`, of: strategy, keys, values: clicked }] : []),
  ]
}
