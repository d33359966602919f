/** Long sums in steps, so that others have their turn in between. */
import type { Steps } from '../../shared/util/steps'

/** Lets others have their turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** What `read` makes of each, in order, with a breath after every one. Rejects with the reason of `signal` once that aborts. */
export async function oneByOne<Item, Result>(
  items: Iterable<Item>,
  read: (item: Item, index: number) => Result | Promise<Result>,
  signal?: AbortSignal,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const item of items) {
    signal?.throwIfAborted()
    results.push(await read(item, results.length))
    await breathe()
  }
  return results
}

/** Takes the steps of a sum with a breath after every one. */
export async function breathing<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await breathe()
  }
}
