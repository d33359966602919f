/** What the engine is doing, told to whoever listens. */
import type { EngineStatus } from '../../shared/contract/events'

/** The engine's state and its listeners. */
export interface Activity {
  readonly set: (status: EngineStatus) => void
  /** The present state, then every change, until `signal` aborts. */
  readonly watch: (signal: AbortSignal) => AsyncGenerator<EngineStatus, void, void>
}

/** A new activity, `starting`. */
export function createActivity(): Activity {
  let current: EngineStatus = { state: 'starting' }
  const waiting = new Set<() => void>()
  const set = (status: EngineStatus) => {
    current = status
    for (const wake of waiting) wake()
    waiting.clear()
  }
  async function* watch(signal: AbortSignal): AsyncGenerator<EngineStatus, void, void> {
    const stopped = new Promise<void>((resolve) =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    )
    let told: EngineStatus | undefined
    while (!signal.aborted) {
      if (told !== current) {
        told = current
        yield current
        continue
      }
      await Promise.race([new Promise<void>((resolve) => waiting.add(resolve)), stopped])
    }
  }
  return { set, watch }
}
