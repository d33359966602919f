/** The window's end of the contract: a terminating tRPC link over a message channel. */
import type { TRPCLink } from '@trpc/client'
import { TRPCClientError } from '@trpc/client'
import type { Unsubscribable } from '@trpc/server/observable'
import { observable } from '@trpc/server/observable'
import type { Router } from '../router'
import { errorData } from '../errors'
import { callOver } from './call'
import type { Channel } from './frames'

/**
 * Carries queries, mutations and subscriptions of `Router` over `channel`. Failures arrive as `TRPCClientError` whose `shape`
 * is the router's, with `shelftalk: ErrorData` in it.
 */
export function channelLink(channel: Channel): TRPCLink<Router> {
  const caller = callOver(channel, (error) => error)
  return () =>
    ({ op }) =>
      observable((observer): Unsubscribable => {
        const controller = new AbortController()
        const stop = () => controller.abort()
        op.signal?.addEventListener('abort', stop, { once: true })
        const values = caller.stream(op.path, op.input, controller.signal)
        const run = async () => {
          if (op.type === 'subscription') observer.next({ result: { type: 'started' } })
          for await (const data of values) observer.next({ result: { type: 'data', data } })
          if (op.type === 'subscription') observer.next({ result: { type: 'stopped' } })
          observer.complete()
        }
        run()
          .catch((cause: unknown) => observer.error(TRPCClientError.from(asShape(cause))))
          .finally(() => op.signal?.removeEventListener('abort', stop))
        return { unsubscribe: stop }
      })
}

/** Errors of the channel itself (a lost engine) take the shape that the router's own errors have. */
function asShape(cause: unknown): { readonly error: never } {
  const shape = isShape(cause)
    ? cause
    : {
        message: errorData(cause).message,
        code: -32603,
        data: { code: 'INTERNAL_SERVER_ERROR' },
        shelftalk: errorData(cause),
      }
  return { error: shape as never }
}

function isShape(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'shelftalk' in cause
}
