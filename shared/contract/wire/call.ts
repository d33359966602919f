/** The calling side of a channel. */
import { ShelftalkError } from '../errors'
import type { Channel } from './frames'
import { replyFrameSchema } from './frames'
import type { Queue } from './queue'
import { createQueue } from './queue'

/** Calls over one channel. */
export interface Caller {
  /**
   * Starts a call and returns its values. Leaving the loop or aborting `signal` cancels it on the other side; an aborted stream
   * just ends. A call that fails there throws what `revive` made of it; a lost channel throws `ENGINE_DOWN`.
   */
  readonly stream: (path: string, input: unknown, signal?: AbortSignal) => AsyncIterableIterator<unknown>
  /** The one value of a call. */
  readonly ask: (path: string, input: unknown, signal?: AbortSignal) => Promise<unknown>
  /** Fails every call under way, as a closed channel does. */
  readonly abandon: (reason: string) => void
}

/** Turns what crossed the channel back into something to throw. */
export type Revive = (error: unknown) => unknown

const lost = (reason: string) =>
  new ShelftalkError(
    'ENGINE_DOWN',
    `The engine stopped: ${reason}`,
    'It restarts by itself within seconds; then try again.',
  )

/** A caller over `channel`; takes the channel's one listener. */
export function callOver(channel: Channel, revive: Revive): Caller {
  const open = new Map<number, Queue<unknown>>()
  let nextId = 0
  let gone: string | undefined
  const abandon = (reason: string) => {
    gone ??= reason
    for (const queue of open.values()) queue.fail(lost(reason))
    open.clear()
  }
  channel.listen(
    (message) => {
      const parsed = replyFrameSchema.safeParse(message)
      if (!parsed.success) return
      const frame = parsed.data
      const queue = open.get(frame.id)
      if (frame.frame === 'next') queue?.push(frame.value)
      else {
        open.delete(frame.id)
        if (frame.frame === 'end') queue?.end()
        else queue?.fail(revive(frame.error))
      }
    },
    () => abandon('the connection closed'),
  )
  const stream = (path: string, input: unknown, signal?: AbortSignal) => {
    const id = nextId++
    const leave = () => {
      signal?.removeEventListener('abort', stop)
      if (open.delete(id)) channel.post({ frame: 'cancel', id })
    }
    const queue = createQueue<unknown>(leave)
    const stop = () => {
      leave()
      queue.end()
    }
    if (gone !== undefined) queue.fail(lost(gone))
    else if (signal?.aborted) queue.end()
    else {
      open.set(id, queue)
      signal?.addEventListener('abort', stop, { once: true })
      channel.post({ frame: 'call', id, path, input })
    }
    return queue.values
  }
  return { stream, ask: (path, input, signal) => only(stream(path, input, signal), path), abandon }
}

async function only(values: AsyncIterable<unknown>, path: string): Promise<unknown> {
  for await (const value of values) return value
  throw new ShelftalkError(
    'CANCELLED',
    `"${path}" was cancelled before it answered`,
    'Start it again if you still need it.',
  )
}
