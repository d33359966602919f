/** Runs, canned: the operations as they are, over runs in memory whose values are drawn by a seed; evaluations are kept among them. */
import { Recording, recorded } from '../../../electron/engine/recording'
import type { RunBody, RunHead } from '../../../electron/engine/recording'
import { runServices } from '../../../electron/engine/runs'
import type { RunStore } from '../../../electron/store/runs'
import type { Catalogue } from '../../../electron/store/types'
import type { RunServices } from '../../../shared/contract/parts/runs'
import type { Services } from '../../../shared/contract/services'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import { kebab } from '../../../shared/domain/metricWords'
import type { KeptRun } from '../../../shared/domain/run'
import { cannedRuns } from './cannedRuns'
import { memoryRuns } from './memoryRuns'

type Evaluations = Pick<Services, 'evaluateNarratives' | 'evaluateRecommend' | 'evaluateRetrieval'>

/** The operations over canned data, and the given evaluations kept as runs. */
export function runFakes(evaluations: Evaluations, catalogue: CatalogueSummary): RunServices & Evaluations {
  const runs = memoryRuns(cannedRuns())
  const opened = async () => ({ summary: catalogue }) as Catalogue
  return { ...runServices({ runs, catalogue: opened }, {}), ...keeping(runs, evaluations) }
}

const headOf = (kind: RunHead['kind'], name: string): RunHead => ({ kind, name, params: {} })

function keeping(runs: RunStore, evaluations: Evaluations): Evaluations {
  return {
    evaluateNarratives: (request, signal) =>
      kept(
        evaluations.evaluateNarratives(request, signal),
        recordingOf(runs, request, headOf('narratives', `${request.count} narratives`)),
        { signal, body: ({ metrics }) => ({ metrics: figures({ ...metrics }, '') }) },
      ),
    evaluateRecommend: (request, signal) =>
      kept(
        evaluations.evaluateRecommend(request, signal),
        recordingOf(runs, request, headOf('recommend', `Recommenders, ${request.protocol}`)),
        {
          signal,
          body: ({ results }) => ({ metrics: results.flatMap((one) => figures(one.metrics, one.strategy)) }),
        },
      ),
    evaluateRetrieval: async (request, signal) => {
      const result = await evaluations.evaluateRetrieval(request, signal)
      const metrics = result.systems.map(({ system, ndcg10 }) => ({
        ...{ name: 'ndcg@10', of: system, value: ndcg10.mean, low: ndcg10.low, high: ndcg10.high },
      }))
      return {
        ...result,
        ...(await recordingOf(runs, request, headOf('retrieval', 'Search'))?.finish({ metrics })),
      }
    },
  }
}

const recordingOf = (runs: RunStore, { keep }: { readonly keep: boolean }, head: RunHead) =>
  keep ? new Recording(runs, head) : undefined

const figures = (metrics: Readonly<Record<string, number | null>>, of: string): RunBody['metrics'] =>
  Object.entries(metrics).map(([name, value]) => ({ name: kebab(name), of, value }))

type Event<Result> =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly result: Result }

interface Keeping<Result> {
  readonly signal: AbortSignal
  readonly body: (result: Result) => RunBody
}

/** A stream whose end is kept, and whose end before its time is kept as that. */
function kept<Result extends KeptRun, Streamed extends Event<Result>>(
  events: AsyncIterable<Streamed>,
  recording: Recording | undefined,
  { signal, body }: Keeping<Extract<Streamed, { readonly type: 'done' }>['result']>,
): AsyncGenerator<Streamed, void, void> {
  async function* followed(): AsyncGenerator<Streamed, void, void> {
    for await (const event of events) {
      if (event.type === 'progress') recording?.reach(`${event.done} of ${event.total}`)
      if (event.type === 'done')
        yield {
          ...event,
          result: { ...event.result, run: undefined, ...(await recording?.finish(body(event.result))) },
        }
      else yield event
    }
  }
  return recorded(recording, signal, followed())
}
