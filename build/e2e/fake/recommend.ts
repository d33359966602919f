/** Measuring the recommenders, canned: figures that were never measured. */
import type {
  EvaluateRecommendEvent,
  EvaluateRecommendRequest,
  RecommendServices,
} from '../../../shared/contract/parts/recommend'
import type {
  RecommendComparison,
  RecommendEvaluation,
  RecommendResult,
} from '../../../shared/domain/recommendEvaluation'
import type { RecommenderName } from '../../../shared/domain/recommenders'
import { RECOMMENDERS } from '../../../shared/domain/recommenders'

const USERS = 3280
const STEPS = 20

/** The operations over canned data. */
export function recommendFakes(): RecommendServices {
  return { evaluateRecommend: evaluateRecommendFake }
}

/** Counts lists, a strategy after the other, and gives figures; stops between two steps when `signal` aborts. */
async function* evaluateRecommendFake(
  request: EvaluateRecommendRequest,
  signal: AbortSignal,
): AsyncGenerator<EvaluateRecommendEvent> {
  const names = RECOMMENDERS.filter((name) => !request.strategies || request.strategies.includes(name))
  const total = USERS * names.length
  yield { type: 'progress', stage: 'parting', done: 0, total: 0, strategies: [] }
  for (let step = 0; step < STEPS; step++) {
    if (signal.aborted) return
    await new Promise((resolve) => setTimeout(resolve, 60))
    const under = names[Math.floor((step / STEPS) * names.length)]
    const done = Math.floor((step / STEPS) * total)
    yield { type: 'progress', stage: 'ranking', done, total, strategies: under ? [under] : [] }
  }
  yield { type: 'progress', stage: 'measuring', done: total, total, strategies: [] }
  yield { type: 'done', result: resultOf(request, names) }
}

function resultOf(
  { catalogue, protocol, k, seed, clicks }: EvaluateRecommendRequest,
  names: readonly RecommenderName[],
): RecommendEvaluation {
  const figure = (value: number) => ({ value, interval: around(value) })
  return {
    ...{ catalogue: catalogue ?? 'shelf', version: 1, invented: true, protocol, k, seed },
    ...{ users: USERS, items: 2448, trainingPairs: 46298, heldOutPairs: USERS, draws: 2000 },
    results: names.map(rowOf),
    cold: {
      users: {
        ...{ atMost: 3, n: 317 },
        results: names.map((strategy, at) => ({
          ...{ strategy, ndcg: figure(0.05 / (at + 1)), hr: figure(0.09 / (at + 1)) },
        })),
      },
      items: {
        ...{ atMost: 3, n: 178 },
        results: names.map((strategy) => ({ strategy, recall: { value: 0, interval: around(0) } })),
      },
    },
    clicks: clicks
      ? {
          ...{ by: 'model', users: USERS },
          results: names.map((strategy, at) => ({
            ...{ strategy, rate: 0.12 / (at + 1), ...around(0.12 / (at + 1)) },
            overPopularity: strategy === 'popularity' ? null : { value: 0.4, low: 0.33, high: 0.47 },
            overRandom: strategy === 'random' ? null : { value: 1.8, low: 1.7, high: 1.9 },
          })),
        }
      : null,
    notes: [],
    ...{ ms: 20_726, run: '20261126-075942-lf7u' },
  }
}

const around = (value: number) => ({ low: value * 0.9, high: value * 1.1 })

function rowOf(strategy: RecommenderName, at: number): RecommendResult {
  const ndcg = 0.08 / (at + 1)
  const than = (other: number): RecommendComparison => ({
    ...{ difference: ndcg - other, low: ndcg - other - 0.004, high: ndcg - other + 0.004 },
    ...{ ratio: ndcg / other, p: 0.0005, pHolm: 0.0065 },
  })
  const all = (other: number) => ({
    ...{ ndcg: than(other), hr: than(other), recall: than(other), mrr: than(other) },
  })
  const lists = { ndcg, hr: ndcg * 2, recall: ndcg * 2, mrr: ndcg / 1.5 }
  return {
    strategy,
    metrics: { ...lists, coverage: 0.4, novelty: 6.1, gini: 0.7, popularityLift: 0.8 },
    intervals: {
      ndcg: around(lists.ndcg),
      hr: around(lists.hr),
      recall: around(lists.recall),
      mrr: around(lists.mrr),
    },
    vsPopularity: strategy === 'popularity' ? null : all(0.04),
    vsRandom: strategy === 'random' ? null : all(0.0016),
    fitMs: 120,
    userMs: 0.4,
  }
}
