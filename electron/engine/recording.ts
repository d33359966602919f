/** Keeps an evaluation as a run, however it ends. */
import { version } from '../../package.json'
import type { ErrorCode } from '../../shared/contract/errors'
import { ShelftalkError, errorData } from '../../shared/contract/errors'
import type { KeptRun, Run, RunDraft } from '../../shared/domain/run'
import type { RunStore } from '../store/runs'

/** What a run says of itself before it begins. */
export type RunHead = Pick<RunDraft, 'kind' | 'name' | 'params'> &
  Partial<Pick<RunDraft, 'seed' | 'catalogue' | 'model' | 'adapters'>>

/** What comes out; `model` and `params` where they are known only then. */
export type RunBody = Pick<RunDraft, 'metrics' | 'values'> & Partial<Pick<RunDraft, 'model' | 'params'>>

/** Requests that were turned down never ran. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['BAD_INPUT', 'NOT_FOUND', 'ADAPTER_UNREADABLE'])

/** An evaluation being recorded. Its first end counts; later ones do nothing. */
export class Recording {
  private readonly runs: RunStore
  private readonly head: RunHead
  private readonly createdAtMs = Date.now()
  private readonly begun = performance.now()
  private reached = ''
  private ended = false

  /** The clock starts now. */
  constructor(runs: RunStore, head: RunHead) {
    this.runs = runs
    this.head = head
  }

  /** How far it is, in words ("12 of 200 cases"), for a run that will not finish. */
  reach(words: string): void {
    this.reached = words
  }

  /** Keeps what came out. Never throws: figures that cannot be kept are still figures. */
  async finish(body: RunBody): Promise<KeptRun> {
    this.ended = true
    try {
      return { run: (await this.record('finished', body)).id }
    } catch (cause) {
      return { notKept: errorData(cause).message }
    }
  }

  /**
   * Keeps that it was stopped, where `signal` says so, or that it failed, and why; nothing of a request that was refused. Never throws:
   * the failure itself is what the person should hear of.
   */
  async fail(cause: unknown, signal?: AbortSignal): Promise<void> {
    if (this.ended) return
    this.ended = true
    if (cause instanceof ShelftalkError && REFUSALS.has(cause.code) && !signal?.aborted) return
    const at = this.reached === '' ? '' : ` after ${this.reached}`
    const [state, error] = signal?.aborted
      ? (['cancelled', `Stopped${at}.`] as const)
      : (['failed', `${errorData(cause).message}${at === '' ? '' : ` (${at.trim()})`}`] as const)
    await this.record(state, { metrics: [] }, error).catch(() => undefined)
  }

  /** Keeps that it was left before its end. Does nothing once it has ended. */
  async leave(): Promise<void> {
    const left = new AbortController()
    left.abort()
    await this.fail(left.signal.reason, left.signal)
  }

  private record(state: Run['state'], { params, ...body }: RunBody, error?: string): Promise<Run> {
    return this.runs.record({
      adapters: [],
      ...this.head,
      ...body,
      ...{ state, createdAtMs: this.createdAtMs, ms: performance.now() - this.begun, app: version },
      params: { ...this.head.params, ...params },
      ...(error === undefined ? {} : { error }),
    })
  }
}

/** Streams an evaluation; one that throws, or whose reader leaves before `finish`, is kept as failed or stopped. */
export async function* recorded<Event>(
  recording: Recording | undefined,
  signal: AbortSignal,
  events: AsyncGenerator<Event, void, void>,
): AsyncGenerator<Event, void, void> {
  try {
    yield* events
  } catch (cause) {
    await recording?.fail(cause, signal)
    throw cause
  } finally {
    await recording?.leave()
  }
}
