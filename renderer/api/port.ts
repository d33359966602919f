/**
 * The desktop window's end of the contract. The preload script hands over a port by posting `shelftalk:port` to the window itself with
 * the port attached; `shelftalk:ready` tells it that somebody listens. A later port (a restarted engine) replaces the first.
 */
import type { TRPCLink } from '@trpc/client'
import type { Router } from '../../shared/contract/router'
import type { Channel } from '../../shared/contract/wire/frames'
import { channelLink } from '../../shared/contract/wire/link'

/** The message that carries a port, from the preload script. */
export const PORT_MESSAGE = 'shelftalk:port'
/** The message that asks the preload script for one. */
export const READY_MESSAGE = 'shelftalk:ready'

/** A channel over a browser's message port. A port of ours that the other side dropped closes where the browser tells so. */
export function portChannel(port: MessagePort): Channel {
  return {
    post: (frame) => port.postMessage(frame),
    listen: (onFrame, onClose) => {
      port.addEventListener('message', (event: MessageEvent<unknown>) => onFrame(event.data))
      port.addEventListener('close', onClose, { once: true })
      port.start()
    },
    close: () => port.close(),
  }
}

/** Resolves with a link over the first port that arrives; `onReplaced` is told of every later one, already in use. */
export function portLink(onReplaced: () => void): Promise<TRPCLink<Router>> {
  return new Promise((resolve) => {
    let current: TRPCLink<Router> | undefined
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return
      const first = current === undefined
      current = channelLink(portChannel(port))
      if (first) resolve((runtime) => (operation) => (current as TRPCLink<Router>)(runtime)(operation))
      else onReplaced()
    })
    window.postMessage(READY_MESSAGE, '*')
  })
}
