/** An evaluation as it goes on, for the Runs page. Kept outside the page so that leaving the page does not end it. */
import type { QueryClient } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ErrorData } from '../../shared/contract/errors'
import type { evaluateRecommendSchema } from '../../shared/contract/parts/recommend'
import type { evaluateNarrativesSchema, evaluateRetrievalSchema } from '../../shared/contract/schemas'
import type { KeptRun } from '../../shared/domain/run'
import { errorWords } from './errors'
import type { Desk } from './streams'

/** What is to be evaluated. */
export type EvaluationInput =
  | { readonly kind: 'recommend'; readonly request: z.input<typeof evaluateRecommendSchema> }
  | { readonly kind: 'narratives'; readonly request: z.input<typeof evaluateNarrativesSchema> }
  | { readonly kind: 'retrieval'; readonly request: z.input<typeof evaluateRetrievalSchema> }

/** How far an evaluation is. */
export interface EvaluationState {
  readonly kind: EvaluationInput['kind']
  readonly phase: 'running' | 'done' | 'stopped' | 'failed'
  /** What it is at, in words. */
  readonly stage: string
  readonly done: number
  /** 0 where it is not known. */
  readonly total: number
  readonly kept?: KeptRun
  readonly error?: ErrorData
}

/** What every evaluation streams, as far as it is shown here. */
export type EvaluationEvent =
  | { readonly type: 'progress'; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly result: KeptRun }

const key = ['evaluation'] as const

const stages: Readonly<Record<string, string>> = {
  preparing: 'Preparing',
  writing: 'Writing narratives',
  parting: 'Parting what is learnt from what is held out',
  ranking: 'Ranking for shoppers',
  measuring: 'Measuring',
}

/** Folds one event in. */
export function reduceEvaluation(state: EvaluationState, event: EvaluationEvent): EvaluationState {
  if (event.type === 'done') {
    const { run, notKept } = event.result
    return { ...state, phase: 'done', kept: { run, notKept } }
  }
  const { stage, done, total } = event
  return { ...state, stage: stages[stage] ?? stage, done, total }
}

/** Starts an evaluation; `onEnd` is told how it ended. Returns what stops it: a stopped one is kept as such. */
export function startEvaluation(
  desk: Desk,
  input: EvaluationInput,
  onEnd: (state: EvaluationState) => void,
): () => void {
  let state: EvaluationState = { kind: input.kind, phase: 'running', stage: 'Preparing', done: 0, total: 0 }
  const show = (next: EvaluationState) => {
    const ended = state.phase === 'running' && next.phase !== 'running'
    state = next
    desk.queries.setQueryData(key, state)
    if (ended) onEnd(state)
  }
  const running = () => state.phase === 'running'
  const handlers = {
    onData: (event: EvaluationEvent) => running() && show(reduceEvaluation(state, event)),
    onError: (cause: unknown) => running() && show({ ...state, phase: 'failed', error: errorWords(cause) }),
    onComplete: () => running() && show({ ...state, phase: 'stopped' }),
  }
  show(state)
  const stop = begin(desk, input, handlers)
  return () => {
    if (!running()) return
    stop()
    show({ ...state, phase: 'stopped' })
  }
}

interface Handlers {
  readonly onData: (event: EvaluationEvent) => void
  readonly onError: (cause: unknown) => void
  readonly onComplete: () => void
}

/** The stream, or the one call, of a kind. */
function begin({ client }: Desk, input: EvaluationInput, handlers: Handlers): () => void {
  switch (input.kind) {
    case 'recommend': {
      const subscription = client.evaluateRecommend.subscribe(input.request, handlers)
      return () => subscription.unsubscribe()
    }
    case 'narratives': {
      const subscription = client.evaluateNarratives.subscribe(input.request, handlers)
      return () => subscription.unsubscribe()
    }
    case 'retrieval': {
      const controller = new AbortController()
      // One call, no stream: its end is its only event.
      client.evaluateRetrieval
        .mutate(input.request, { signal: controller.signal })
        .then((result) => handlers.onData({ type: 'done', result }), handlers.onError)
      return () => controller.abort()
    }
  }
}

/** Forgets the last evaluation. */
export function clearEvaluation(queries: QueryClient): void {
  queries.removeQueries({ queryKey: key })
}

/** The evaluation on show, live. */
export function useEvaluation(): EvaluationState | undefined {
  const nothingToFetch = () => Promise.reject(new Error('An evaluation is started, not fetched'))
  return useQuery<EvaluationState>({
    queryKey: key,
    queryFn: nothingToFetch,
    enabled: false,
    staleTime: Infinity,
    gcTime: Infinity,
  }).data
}
