/** A queue between a producer that pushes and a consumer that iterates. */

/** The producer's end; what comes after `end` or `fail` is dropped. */
export interface Queue<Value> {
  readonly push: (value: Value) => void
  readonly end: () => void
  readonly fail: (error: unknown) => void
  /** The consumer's end, for one consumer. Leaving the loop calls `onLeave` at once, even while it waits for a value. */
  readonly values: AsyncIterableIterator<Value>
}

interface Waiter<Value> {
  readonly resolve: (result: IteratorResult<Value>) => void
  readonly reject: (error: unknown) => void
}

type Finish = { readonly error?: unknown; readonly failed: boolean }

/** An unbounded queue; `onLeave` runs when the consumer stops before the end. */
export function createQueue<Value>(onLeave: () => void): Queue<Value> {
  const waiting: Value[] = []
  const waiters: Waiter<Value>[] = []
  let finish: Finish | undefined
  const done: IteratorResult<Value> = { done: true, value: undefined }
  const settle = (how: Finish) => {
    if (finish) return
    finish = how
    for (const waiter of waiters.splice(0)) {
      if (how.failed) waiter.reject(how.error)
      else waiter.resolve(done)
    }
  }
  const values: AsyncIterableIterator<Value> = {
    [Symbol.asyncIterator]: () => values,
    next: () => {
      const first = waiting.splice(0, 1)
      for (const value of first) return Promise.resolve({ done: false, value })
      if (!finish) return new Promise((resolve, reject) => waiters.push({ resolve, reject }))
      const { failed, error } = finish
      finish = { failed: false }
      return failed ? Promise.reject(asError(error)) : Promise.resolve(done)
    },
    return: () => {
      if (!finish) onLeave()
      waiting.length = 0
      settle({ failed: false })
      return Promise.resolve(done)
    },
  }
  const push = (value: Value) => {
    if (finish) return
    const waiter = waiters.shift()
    if (waiter) waiter.resolve({ done: false, value })
    else waiting.push(value)
  }
  return {
    push,
    end: () => settle({ failed: false }),
    fail: (error) => settle({ failed: true, error }),
    values,
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
