/** Audits, trade-offs and probes as they go on. Kept outside the page so that leaving it ends nothing and loses nothing. */
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ErrorData } from '../../shared/contract/errors'
import type {
  auditFairnessSchema,
  probeFairnessSchema,
  tradeOffSchema,
} from '../../shared/contract/parts/fairness'
import type { FairnessAudit, FairnessProbe, TradeOff } from '../../shared/domain/fairness'
import { errorWords } from './errors'
import type { Desk } from './streams'

/** What each task asks for. */
export interface FairnessRequests {
  readonly audit: z.input<typeof auditFairnessSchema>
  readonly probe: z.input<typeof probeFairnessSchema>
  readonly tradeOff: z.input<typeof tradeOffSchema>
}

/** What each ends with. */
export interface FairnessResults {
  readonly audit: FairnessAudit
  readonly probe: FairnessProbe
  readonly tradeOff: TradeOff
}

/** What the page can have done. */
export type FairnessTask = keyof FairnessResults

/** How far a task is, and what it, or the last that was finished, came to. */
export interface TaskState<Task extends FairnessTask> {
  readonly phase: 'running' | 'done' | 'stopped' | 'failed'
  /** What it is at, in words. */
  readonly stage: string
  readonly done: number
  /** 0 where nothing is counted. */
  readonly total: number
  readonly error?: ErrorData
  /** The last result; it stays while another is on its way. */
  readonly result?: FairnessResults[Task]
  /** What that result was asked for with. */
  readonly asked?: FairnessRequests[Task]
}

/** What every task streams. */
export type TaskEvent<Task extends FairnessTask> =
  | { readonly type: 'progress'; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly result: FairnessResults[Task] }

interface Handlers<Task extends FairnessTask> {
  readonly onData: (event: TaskEvent<Task>) => void
  readonly onError: (cause: unknown) => void
  readonly onComplete: () => void
}

type Begin = {
  readonly [Task in FairnessTask]: (
    desk: Desk,
    request: FairnessRequests[Task],
    handlers: Handlers<Task>,
  ) => { readonly unsubscribe: () => void }
}

const begin: Begin = {
  audit: ({ client }, request, handlers) => client.auditFairness.subscribe(request, handlers),
  probe: ({ client }, request, handlers) => client.probeFairness.subscribe(request, handlers),
  tradeOff: ({ client }, request, handlers) => client.fairnessTradeOff.subscribe(request, handlers),
}

const stages: Readonly<Record<string, string>> = {
  reading: 'Reading the catalogue',
  ranking: 'Ranking for shoppers',
  writing: 'Writing texts',
  measuring: 'Measuring and testing',
  probing: 'Asking twice',
}

const keyOf = (task: FairnessTask) => ['fairness', task] as const
const begun = { phase: 'running', stage: 'Preparing', done: 0, total: 0 } as const

/** Folds one event in. */
export function reduceTask<Task extends FairnessTask>(
  state: TaskState<Task>,
  event: TaskEvent<Task>,
  asked: FairnessRequests[Task],
): TaskState<Task> {
  if (event.type === 'done') return { ...state, phase: 'done', result: event.result, asked }
  const { stage, done, total } = event
  return { ...state, stage: stages[stage] ?? stage, done, total }
}

/** Starts a task; `onEnd` is told how it ended. Returns what stops it. What it came to before stays until it has something better. */
export function startTask<Task extends FairnessTask>(
  desk: Desk,
  task: Task,
  request: FairnessRequests[Task],
  onEnd: (state: TaskState<Task>) => void,
): () => void {
  const before = desk.queries.getQueryData<TaskState<Task>>(keyOf(task))
  const { result, asked } = before ?? {}
  let state: TaskState<Task> = { ...begun, ...(result && asked ? { result, asked } : {}) }
  const show = (next: TaskState<Task>) => {
    const ended = state.phase === 'running' && next.phase !== 'running'
    state = next
    desk.queries.setQueryData(keyOf(task), state)
    if (ended) onEnd(state)
  }
  const running = () => state.phase === 'running'
  show(state)
  const subscription = begin[task](desk, request, {
    onData: (event) => running() && show(reduceTask(state, event, request)),
    onError: (cause) => running() && show({ ...state, phase: 'failed', error: errorWords(cause) }),
    onComplete: () => running() && show({ ...state, phase: 'stopped' }),
  })
  return () => {
    if (!running()) return
    subscription.unsubscribe()
    show({ ...state, phase: 'stopped' })
  }
}

/** A task as it stands, live; undefined where none was started. */
export function useTask<Task extends FairnessTask>(task: Task): TaskState<Task> | undefined {
  const nothingToFetch = () => Promise.reject(new Error('A task is started, not fetched'))
  return useQuery<TaskState<Task>>({
    queryKey: keyOf(task),
    queryFn: nothingToFetch,
    enabled: false,
    staleTime: Infinity,
    gcTime: Infinity,
  }).data
}
