/** Services that can be asked before the engine is open: calls wait for it, and the status says how far it is. */
import type { EngineStatus } from '../../shared/contract/events'
import { errorData } from '../../shared/contract/errors'
import type { Services } from '../../shared/contract/services'
import { createQueue } from '../../shared/contract/wire/queue'

/** What opening reports on the way. */
export interface Opening {
  /** Resolves with the engine's services; rejects with the reason why it cannot be opened, which every call then throws. */
  readonly services: Promise<Services>
  /** Registers who is told what is being done ("loading the model"). */
  readonly onProgress: (listener: (what: string) => void) => void
}

/**
 * Services over an engine that is being opened. Every call may answer with a promise of what it answers otherwise, as `serve` allows,
 * so this is for a channel only.
 */
export function lateServices({ services, onProgress }: Opening): Services {
  const listeners = new Set<(what: string) => void>()
  let latest: EngineStatus = { state: 'starting' }
  onProgress((what) => {
    latest = { state: 'warming', what }
    for (const tell of listeners) tell(what)
  })
  services.catch(() => undefined)
  async function* status(signal: AbortSignal): AsyncGenerator<EngineStatus> {
    const queue = createQueue<EngineStatus>(() => undefined)
    const tell = (what: string) => queue.push({ state: 'warming', what })
    listeners.add(tell)
    signal.addEventListener('abort', () => queue.end(), { once: true })
    services.then(
      () => queue.end(),
      () => queue.end(),
    )
    try {
      yield latest
      for await (const value of queue.values) yield value
    } finally {
      listeners.delete(tell)
    }
    if (signal.aborted) return
    try {
      yield* (await services).status(signal)
    } catch (cause) {
      const { message, hint } = errorData(cause)
      yield { state: 'down', reason: `${message} ${hint}` }
      await aborted(signal)
    }
  }
  const call =
    (name: string | symbol) =>
    async (...args: readonly unknown[]) => {
      const operation = (await services)[name as keyof Services] as (...given: readonly unknown[]) => unknown
      return operation(...args)
    }
  return new Proxy({} as Services, { get: (_, name) => (name === 'status' ? status : call(name)) })
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
