/** Streams of the engine, folded into the query cache as they arrive: one entry a run, read with `useRun` and `useComparison`. */
import type { QueryClient } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { CompareRequestInput, WriteRequestInput } from '../../shared/contract/schemas'
import type { EngineClient } from './client'
import { errorWords } from './errors'
import type { Run, RunBase } from './run'
import { beginRun, endRun, reduceRun } from './run'

/** What a stream needs. */
export interface Desk {
  readonly client: EngineClient
  readonly queries: QueryClient
}

/** A stream under way. */
export interface Stream {
  readonly id: string
  /** Ends it; the engine stops within one token. Words written so far stay. */
  readonly stop: () => void
}

const runKey = (id: string) => ['run', id] as const
const comparisonKey = (id: string) => ['comparison', id] as const
const newId = () => crypto.randomUUID()

/** Starts one narrative; `onDone` is told the finished run. */
export function startRun(
  desk: Desk,
  request: WriteRequestInput,
  onDone: (run: Run) => void,
  base?: RunBase,
): Stream {
  const id = newId()
  let run = beginRun(base)
  const show = (next: Run) => {
    run = next
    desk.queries.setQueryData(runKey(id), run)
  }
  show(run)
  const subscription = desk.client.write.subscribe(request, {
    onData: (event) => {
      show(reduceRun(run, event))
      if (event.type === 'done') onDone(run)
    },
    onError: (cause) => show(endRun(run, 'failed', errorWords(cause))),
    onComplete: () => {
      if (run.phase === 'writing') show(endRun(run, 'stopped'))
    },
  })
  const stop = () => {
    subscription.unsubscribe()
    if (run.phase === 'writing') show(endRun(run, 'stopped'))
  }
  return { id, stop }
}

/** Starts a comparison; every column is a run of its own. */
export function startComparison(desk: Desk, request: CompareRequestInput): Stream {
  const id = newId()
  let runs: readonly Run[] = request.variants.map(() => beginRun())
  const show = (next: readonly Run[]) => {
    runs = next
    desk.queries.setQueryData(comparisonKey(id), runs)
  }
  const endAll = (phase: 'stopped' | 'failed', cause?: unknown) =>
    show(
      runs.map((run) =>
        run.phase === 'writing'
          ? endRun(run, phase, cause === undefined ? undefined : errorWords(cause))
          : run,
      ),
    )
  show(runs)
  const subscription = desk.client.compare.subscribe(request, {
    onData: ({ column, event }) => show(runs.map((run, at) => (at === column ? reduceRun(run, event) : run))),
    onError: (cause) => endAll('failed', cause),
    onComplete: () => endAll('stopped'),
  })
  const stop = () => {
    subscription.unsubscribe()
    endAll('stopped')
  }
  return { id, stop }
}

/** Streamed entries have no fetcher of their own and are kept as long as the window lives. */
const streamed = { enabled: false, staleTime: Infinity, gcTime: Infinity } as const
const nothingToFetch = () => Promise.reject(new Error('A stream is started, not fetched'))

/** The run with this id, live; undefined for none. */
export function useRun(id: string | undefined): Run | undefined {
  return useQuery<Run>({ queryKey: runKey(id ?? ''), queryFn: nothingToFetch, ...streamed }).data
}

/** The columns of the comparison with this id, live; undefined for none. */
export function useComparison(id: string | undefined): readonly Run[] | undefined {
  return useQuery<readonly Run[]>({ queryKey: comparisonKey(id ?? ''), queryFn: nothingToFetch, ...streamed })
    .data
}

/** Puts a run that came about elsewhere, such as a column of a comparison, among the single ones; returns its id. */
export function adoptRun({ queries }: Desk, run: Run): string {
  const id = newId()
  queries.setQueryData(runKey(id), run)
  return id
}

/** The run with this id as it stands now, outside of rendering. */
export function peekRun(queries: QueryClient, id: string | undefined): Run | undefined {
  return id === undefined ? undefined : queries.getQueryData<Run>(runKey(id))
}
