/** Keeps the engine process alive and speaks for it: one `Services` that outlives every process behind it. */
import { ShelftalkError } from '../../shared/contract/errors'
import type { EngineStatus } from '../../shared/contract/events'
import type { Services } from '../../shared/contract/services'
import type { Caller } from '../../shared/contract/wire/call'
import { callOver } from '../../shared/contract/wire/call'
import type { Channel } from '../../shared/contract/wire/frames'
import { remoteServices, reviveError } from './remote'
import { createStatusBoard } from './statusBoard'

/** A started engine process, of whatever make. */
export interface EngineChild {
  readonly pid: number | undefined
  readonly channel: Channel
  /** Tells once that the process is gone, and how ("signal SIGKILL", "code 1"). */
  readonly onExit: (listener: (how: string) => void) => void
  /** Asks it to end. */
  readonly end: () => void
  /** Ends it for good. */
  readonly kill: () => void
}

/** Starts a new engine process. */
export type SpawnEngine = () => EngineChild

/** When to try again and when to stop trying. */
export interface SupervisorOptions {
  /** Crashes within `windowMs` after which it gives up; 5. */
  readonly crashesMax?: number
  /** 60 000. */
  readonly windowMs?: number
  /** Pause before the second restart within the window; doubles from there, and the first comes at once; 500. */
  readonly pauseMs?: number
  /** How long the status says `restarted` once the new process is ready; 6000. */
  readonly noticeMs?: number
  /** Told of every crash. */
  readonly onCrash?: (how: string, restarts: number) => void
}

/** A supervised engine. */
export interface Supervisor {
  readonly services: Services
  /** Ends the process and waits for it, 5 seconds at most. */
  readonly close: () => Promise<void>
}

const CLOSE_MS_MAX = 5000

/** Starts the engine and starts it again whenever it ends unasked. Calls under way then fail with ENGINE_DOWN; what was committed stays. */
export function superviseEngine(spawn: SpawnEngine, options: SupervisorOptions = {}): Supervisor {
  const { crashesMax = 5, windowMs = 60_000, pauseMs = 500, noticeMs = 6000, onCrash } = options
  const board = createStatusBoard(noticeMs)
  let caller: Caller = deadCaller('it has not been started')
  let child: EngineChild | undefined
  let timer: NodeJS.Timeout | undefined
  let closing: (() => void) | undefined
  let restarts = 0
  let crashes: readonly number[] = []

  const start = () => {
    let started: EngineChild
    try {
      started = spawn()
    } catch (cause) {
      crashed(cause instanceof Error ? cause.message : String(cause))
      return
    }
    child = started
    // Before the caller listens: its calls then fail with how the process ended, not only with that the channel closed.
    started.onExit((how) => {
      mine.abandon(how)
      child = undefined
      if (closing) closing()
      else crashed(how)
    })
    const mine = callOver(started.channel, reviveError)
    caller = mine
    void follow(mine, board.engine)
  }
  const crashed = (how: string) => {
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < windowMs), now]
    onCrash?.(how, restarts)
    if (crashes.length >= crashesMax) {
      const reason = `The engine stopped ${crashes.length} times within ${Math.round(windowMs / 1000)} seconds, last with ${how}.`
      caller = deadCaller(
        reason,
        'What was saved is safe. Start Shelftalk again; if it stops again, look into the logs folder.',
      )
      board.set({ state: 'down', reason })
      return
    }
    caller = deadCaller(`it stopped with ${how}`)
    const pause = crashes.length === 1 ? 0 : pauseMs * 2 ** (crashes.length - 2)
    timer = setTimeout(() => {
      restarts += 1
      board.restarted(`The engine stopped with ${how}.`, restarts)
      start()
    }, pause)
  }
  const close = () =>
    new Promise<void>((resolve) => {
      clearTimeout(timer)
      board.close()
      closing = resolve
      caller = deadCaller('Shelftalk is closing')
      if (!child) {
        resolve()
        return
      }
      child.end()
      setTimeout(() => {
        child?.kill()
        resolve()
      }, CLOSE_MS_MAX).unref()
    })
  start()
  return { services: { ...remoteServices(() => caller), status: board.follow }, close }
}

/** Passes the engine's own statuses on until it is gone. */
async function follow(caller: Caller, tell: (status: EngineStatus) => void): Promise<void> {
  try {
    for await (const status of caller.stream('status', [])) tell(status as EngineStatus)
  } catch {
    // The process is gone; whoever watches the exit says so.
  }
}

/** A caller for the time when there is no process. */
function deadCaller(reason: string, hint = 'It restarts by itself within seconds; then try again.'): Caller {
  const fail = () => new ShelftalkError('ENGINE_DOWN', `The engine is not there: ${reason}`, hint)
  const stream = (): AsyncIterableIterator<unknown> => ({
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => Promise.reject(fail()),
  })
  return { stream, ask: () => Promise.reject(fail()), abandon: () => undefined }
}
