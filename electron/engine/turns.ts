/** One at a time: generations wait for their turn, because two at once on two cores are both slow. */

/** A queue of turns. */
export interface Turns {
  /** Resolves with the function that ends the turn. Rejects with the signal's reason when it aborts while waiting. */
  readonly take: (signal: AbortSignal) => Promise<() => void>
}

/** A new queue. */
export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve()
  const take = async (signal: AbortSignal) => {
    const before = last
    let end: () => void = () => undefined
    last = new Promise<void>((resolve) => {
      end = () => resolve()
    })
    const stop = abortion(signal)
    try {
      await Promise.race([before, stop.promise])
    } catch (reason) {
      void before.then(end)
      throw reason
    } finally {
      stop.forget()
    }
    return end
  }
  return { take }
}

/** A promise that rejects when a signal aborts, and the way to stop listening. */
function abortion(signal: AbortSignal): { readonly promise: Promise<never>; readonly forget: () => void } {
  let fail: () => void = () => undefined
  const promise = new Promise<never>((_, reject) => {
    fail = () => reject(signal.reason as Error)
    if (signal.aborted) fail()
    else signal.addEventListener('abort', fail, { once: true })
  })
  return { promise, forget: () => signal.removeEventListener('abort', fail) }
}
