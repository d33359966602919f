/** An evaluation of the search that was never run: canned figures. */
import type { EvaluateRetrievalRequest } from '../../../shared/contract/schemas'
import type { RetrievalEvaluation } from '../../../shared/domain/retrieval'
import { RETRIEVAL_SYSTEMS } from '../../../shared/domain/retrieval'

const figure = (mean: number) => ({ mean, low: mean - 0.04, high: mean + 0.04 })

/** The same figures for every catalogue. */
export function evaluateRetrievalFake({ catalogue }: EvaluateRetrievalRequest): Promise<RetrievalEvaluation> {
  return Promise.resolve({
    catalogue: catalogue ?? 'shop',
    judged: 'made up',
    queries: 40,
    systems: RETRIEVAL_SYSTEMS.map((system, at) => ({
      system,
      ndcg10: figure(0.5 + at / 10),
      recall10: figure(0.6 + at / 10),
      mrr10: figure(0.7 + at / 20),
      medianMs: 3 + at,
    })),
    comparisons: [
      { than: 'words', gain: 0.2, p: 0.0002 },
      { than: 'meaning', gain: 0.1, p: 0.004 },
    ],
    worst: [{ query: 'torch', ndcg10: 0 }],
  })
}
