/** What travels over a message channel: calls one way, values the other. Plain data that survives structured cloning. */
import { z } from 'zod'

/** A message port of any make: Electron's, a worker's, a child process's, a window's. */
export interface Channel {
  readonly post: (frame: Frame) => void
  /** Called once, before anything is posted. `close` is told once, when the other end is gone. */
  readonly listen: (onFrame: (frame: unknown) => void, onClose: () => void) => void
  readonly close: () => void
}

const id = z.number().int().nonnegative()

/** Frames sent by the calling side. */
export const requestFrameSchema = z.discriminatedUnion('frame', [
  z.object({ frame: z.literal('call'), id, path: z.string().max(120), input: z.unknown() }),
  z.object({ frame: z.literal('cancel'), id }),
])

/** Frames sent by the answering side. */
export const replyFrameSchema = z.discriminatedUnion('frame', [
  z.object({ frame: z.literal('next'), id, value: z.unknown() }),
  z.object({ frame: z.literal('end'), id }),
  z.object({ frame: z.literal('fail'), id, error: z.unknown() }),
])

/** A frame of the calling side. */
export type RequestFrame = z.infer<typeof requestFrameSchema>
/** A frame of the answering side. */
export type ReplyFrame = z.infer<typeof replyFrameSchema>
/** Any frame. */
export type Frame = RequestFrame | ReplyFrame
