/** The ends that carry frames: a Node child's IPC, Electron's ports. All deliver structured clones. */
import type { ChildProcess } from 'node:child_process'
import type { Channel, Frame } from '../../shared/contract/wire/frames'

/** What a child process sees of its parent: `process` itself, or anything that sends and listens alike. */
export interface ParentIpc {
  readonly send?: (
    message: unknown,
    handle: undefined,
    options: undefined,
    done: (error: Error | null) => void,
  ) => unknown
  readonly connected?: boolean
  readonly on: (event: 'message' | 'disconnect', listener: (message: unknown) => void) => unknown
  readonly disconnect?: () => void
}

/** The parent's end of a child started with `serialization: 'advanced'`. Posting to a dead child does nothing; `exit` closes. */
export function childChannel(child: ChildProcess): Channel {
  return {
    post: (frame: Frame) => {
      if (child.connected) child.send(frame, () => undefined)
    },
    listen: (onFrame, onClose) => {
      child.on('message', onFrame)
      child.once('exit', onClose)
    },
    close: () => {
      if (child.connected) child.disconnect()
    },
  }
}

/** The child's end of the same. Posting to a parent that is gone does nothing: without a callback Node would throw that at the process. */
export function parentChannel(parent: ParentIpc): Channel {
  return {
    post: (frame) => {
      if (parent.connected !== false) parent.send?.(frame, undefined, undefined, () => undefined)
    },
    listen: (onFrame, onClose) => {
      parent.on('message', onFrame)
      parent.on('disconnect', onClose)
    },
    close: () => parent.disconnect?.(),
  }
}

/** What Electron's `MessagePortMain` and a utility process's `parentPort` have in common. */
export interface PortLike {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown
  /** Only ports of a `MessageChannelMain` close. */
  readonly once?: (event: 'close', listener: () => void) => unknown
  readonly start?: () => void
  readonly close?: () => void
}

/** An end over an Electron port. */
export function portChannel(port: PortLike): Channel {
  return {
    post: (frame) => port.postMessage(frame),
    listen: (onFrame, onClose) => {
      port.on('message', (event) => onFrame(event.data))
      port.once?.('close', onClose)
      port.start?.()
    },
    close: () => port.close?.(),
  }
}
