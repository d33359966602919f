/** The answering side of a channel: runs calls, streams their values, stops them when asked or when the caller is gone. */
import type { Channel, RequestFrame } from './frames'
import { requestFrameSchema } from './frames'

/** Runs one call. A promise is answered as a stream of one value. */
export type Handler = (
  path: string,
  input: unknown,
  signal: AbortSignal,
) => AsyncIterable<unknown> | Promise<unknown>

/** How a thrown thing crosses: must survive structured cloning. */
export type Describe = (cause: unknown, path: string) => unknown

/** Answers every call that arrives on `channel` until it closes; frames that are none of ours are dropped. */
export function answer(channel: Channel, handler: Handler, describe: Describe): void {
  const running = new Map<number, AbortController>()
  const start = async ({ id, path, input }: Extract<RequestFrame, { frame: 'call' }>) => {
    const controller = new AbortController()
    running.set(id, controller)
    try {
      await pump(id, handler(path, input, controller.signal), { channel, signal: controller.signal })
      channel.post({ frame: 'end', id })
    } catch (cause) {
      channel.post({ frame: 'fail', id, error: describe(cause, path) })
    } finally {
      running.delete(id)
    }
  }
  const receive = (message: unknown) => {
    const parsed = requestFrameSchema.safeParse(message)
    if (!parsed.success) return
    const frame = parsed.data
    if (frame.frame === 'cancel') running.get(frame.id)?.abort()
    else if (!running.has(frame.id)) void start(frame)
  }
  channel.listen(receive, () => {
    for (const controller of running.values()) controller.abort()
  })
}

interface Outlet {
  readonly channel: Channel
  readonly signal: AbortSignal
}

async function pump(
  id: number,
  answered: AsyncIterable<unknown> | Promise<unknown>,
  { channel, signal }: Outlet,
): Promise<void> {
  if (answered instanceof Promise) {
    const value = await answered
    if (isIterable(value)) await pump(id, value, { channel, signal })
    else channel.post({ frame: 'next', id, value })
    return
  }
  for await (const value of answered) {
    if (signal.aborted) return
    channel.post({ frame: 'next', id, value })
  }
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
