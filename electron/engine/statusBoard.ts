/** The engine's status as the window sees it: the engine's own words, and that it has just been restarted. */
import type { EngineStatus } from '../../shared/contract/events'
import { createQueue } from '../../shared/contract/wire/queue'

/** Collects statuses and shows the latest to any number of readers. */
export interface StatusBoard {
  /** A status the engine sent. While a restart is news, only what makes a difference to the reader replaces it. */
  readonly engine: (status: EngineStatus) => void
  /** A status that holds whatever the engine says. */
  readonly set: (status: EngineStatus) => void
  readonly restarted: (reason: string, restarts: number) => void
  /** The latest status at once, then every change. */
  readonly follow: (signal: AbortSignal) => AsyncIterable<EngineStatus>
  /** Ends every reader's stream. */
  readonly close: () => void
}

/** A board that shows a restart until `noticeMs` after the engine is ready again, or until it works. */
export function createStatusBoard(noticeMs: number): StatusBoard {
  const readers = new Set<{ readonly push: (status: EngineStatus) => void; readonly end: () => void }>()
  let latest: EngineStatus = { state: 'starting' }
  let timer: NodeJS.Timeout | undefined
  const set = (status: EngineStatus) => {
    clearTimeout(timer)
    timer = undefined
    latest = status
    for (const reader of readers) reader.push(status)
  }
  const engine = (status: EngineStatus) => {
    if (latest.state !== 'restarted') set(status)
    else if (status.state === 'busy' || status.state === 'down') set(status)
    else if (status.state === 'ready') {
      clearTimeout(timer)
      timer = setTimeout(() => set(status), noticeMs)
      timer.unref()
    }
  }
  async function* follow(signal: AbortSignal): AsyncGenerator<EngineStatus> {
    const queue = createQueue<EngineStatus>(() => undefined)
    queue.push(latest)
    readers.add(queue)
    const stop = () => queue.end()
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    try {
      yield* queue.values
    } finally {
      readers.delete(queue)
      signal.removeEventListener('abort', stop)
    }
  }
  return {
    engine,
    set,
    restarted: (reason, restarts) => set({ state: 'restarted', reason, restarts }),
    follow,
    close: () => {
      clearTimeout(timer)
      for (const reader of readers) reader.end()
    },
  }
}
