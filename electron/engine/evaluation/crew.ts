/** Threads that compute beside the engine, so that it goes on answering. */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ErrorData } from '../../../shared/contract/errors'
import { ShelftalkError } from '../../../shared/contract/errors'
import { reviveError } from '../remote'

/** What a thread is told: one task at a time. */
export interface CrewTask<Task> {
  readonly id: number
  readonly task: Task
}

/** What a thread says back: how far it is, any number of times, and then how it ended. */
export type CrewReply<Result> =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly error: ErrorData }

/** Threads at work. */
export interface Crew<Task, Result> {
  /**
   * Does a task as soon as a thread is free. Rejects with what was thrown there, with INTERNAL where the thread died, and with the signal's
   * reason where the crew was told to stop.
   */
  readonly run: (task: Task, onProgress?: (done: number) => void) => Promise<Result>
  /** Ends every thread at once, whatever it is doing. */
  readonly end: () => Promise<void>
}

/** How a crew is made up. */
export interface CrewOptions {
  /** The module that `serveTasks` is called in, without its ending, seen from this one; bundled it lies beside this one. */
  readonly module: string
  readonly threads: number
  /** What every thread is given at its start (`workerData`); memory that is shared stays shared. */
  readonly data: unknown
  /** Ends the crew. */
  readonly signal: AbortSignal
}

interface Job<Task, Result> extends CrewTask<Task> {
  readonly onProgress: (done: number) => void
  readonly resolve: (result: Result) => void
  readonly reject: (cause: unknown) => void
}

/** Starts a crew. Its threads keep the process alive until `end`. */
export function startCrew<Task, Result>(options: CrewOptions): Crew<Task, Result> {
  const { signal } = options
  const waiting: Job<Task, Result>[] = []
  const working = new Map<Worker, Job<Task, Result> | undefined>()
  let over: Error | undefined
  let nextId = 0

  const finish = async (cause: Error) => {
    over ??= cause
    signal.removeEventListener('abort', stop)
    const jobs = [...working.values(), ...waiting.splice(0)]
    const threads = [...working.keys()]
    working.clear()
    for (const job of jobs) job?.reject(over)
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
  const stop = () => void finish(asError(signal.reason))
  const hand = (thread: Worker, job: Job<Task, Result> | undefined) => {
    working.set(thread, job)
    if (job) thread.postMessage({ id: job.id, task: job.task } satisfies CrewTask<Task>)
  }
  const hear = (thread: Worker, reply: CrewReply<Result>) => {
    const job = working.get(thread)
    if (job?.id !== reply.id) return
    if ('progress' in reply) return job.onProgress(reply.progress)
    hand(thread, waiting.shift())
    if ('error' in reply) job.reject(reviveError(reply.error))
    else job.resolve(reply.result)
  }

  for (let count = 0; count < options.threads; count++) {
    const thread = new Worker(scriptOf(options.module), {
      workerData: options.data,
      name: basename(options.module),
    })
    working.set(thread, undefined)
    thread.on('message', (reply: CrewReply<Result>) => hear(thread, reply))
    thread.on('error', (cause) => void finish(died(cause)))
    thread.on('exit', (code) => {
      if (working.has(thread)) void finish(died(new Error(`exit code ${code}`)))
    })
  }
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })

  return {
    run: (task, onProgress = () => undefined) =>
      new Promise((resolve, reject) => {
        if (over !== undefined) return reject(over)
        const job = { id: nextId++, task, onProgress, resolve, reject }
        const free = [...working].find(([, busy]) => busy === undefined)
        if (free) hand(free[0], job)
        else waiting.push(job)
      }),
    end: () => finish(new Error('The crew has ended')),
  }
}

/** From sources, as in tests, a thread needs the compiler that the engine itself runs under; a bundle runs as it is. */
function scriptOf(module: string): string {
  const here = import.meta.dirname
  const bundled = join(here, `${basename(module)}.mjs`)
  return existsSync(bundled) ? bundled : join(here, `${module}.source.mjs`)
}

const asError = (cause: unknown) => (cause instanceof Error ? cause : new Error(String(cause)))

function died(cause: unknown): ShelftalkError {
  const why = asError(cause).message
  return new ShelftalkError(
    'INTERNAL',
    `A computation broke off: ${why}.`,
    'Nothing stored was changed. Close other programs if memory ran out, and try again.',
    { cause },
  )
}
