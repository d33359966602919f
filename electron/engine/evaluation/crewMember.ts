/** A thread of a crew, seen from inside. */
import { parentPort } from 'node:worker_threads'
import { errorData } from '../../../shared/contract/errors'
import type { CrewReply, CrewTask } from './crew'

/** The least time between two words about progress, milliseconds: more would keep the engine busy with listening. */
const PROGRESS_MS = 100

/** Does the tasks that come, one at a time. Throws where this is no thread. */
export function serveTasks<Task, Result>(
  work: (task: Task, onProgress: (done: number) => void) => Result | Promise<Result>,
): void {
  const port = parentPort
  if (!port) throw new Error('This module is the start of a thread')
  const say = (reply: CrewReply<Result>) => port.postMessage(reply)
  port.on('message', ({ id, task }: CrewTask<Task>) => {
    let saidMs = performance.now()
    const onProgress = (progress: number) => {
      if (performance.now() - saidMs < PROGRESS_MS) return
      saidMs = performance.now()
      say({ id, progress })
    }
    // In a chain, so that what `work` throws at once is told like what it rejects with.
    void Promise.resolve()
      .then(() => work(task, onProgress))
      .then(
        (result) => say({ id, result }),
        (cause: unknown) => say({ id, error: errorData(cause) }),
      )
  })
}
