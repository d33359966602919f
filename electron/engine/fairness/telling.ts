/** Work that tells how far it is, as a stream that stops the work when it is left. */
import { createQueue } from '../../../shared/contract/wire/queue'

/** How work is done. */
export interface Course<Progress> {
  readonly signal: AbortSignal
  readonly tell: (event: Progress) => void
}

/** What the work tells, then `done`. Ends in silence where `signal` aborts; fails as the work fails. */
export async function* worked<Progress, Result>(
  signal: AbortSignal,
  work: (course: Course<Progress>) => Promise<Result>,
): AsyncGenerator<Progress | { readonly type: 'done'; readonly result: Result }, void, void> {
  const stop = new AbortController()
  const queue = createQueue<Progress | { readonly type: 'done'; readonly result: Result }>(() => stop.abort())
  work({ signal: AbortSignal.any([signal, stop.signal]), tell: queue.push }).then(
    (result) => {
      queue.push({ type: 'done', result })
      queue.end()
    },
    (cause: unknown) => (signal.aborted ? queue.end() : queue.fail(cause)),
  )
  yield* queue.values
}
