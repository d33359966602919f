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
    try {
      await Promise.race([before, aborted(signal)])
    } catch (reason) {
      void before.then(end)
      throw reason
    }
    return end
  }
  return { take }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(signal.reason as Error)
    if (signal.aborted) fail()
    else signal.addEventListener('abort', fail, { once: true })
  })
}
