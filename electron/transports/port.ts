/** The contract's router over a message port: what a window of the desktop shell talks to. */
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server'
import { router } from '../../shared/contract/router'
import type { Services } from '../../shared/contract/services'
import { answer } from '../../shared/contract/wire/answer'
import type { Channel } from '../../shared/contract/wire/frames'

type Procedures = Readonly<
  Record<string, { readonly _def: { readonly type: 'query' | 'mutation' | 'subscription' } }>
>

/**
 * Answers every call of the router on `channel`: inputs are validated, errors take the router's shape with `shelftalk: ErrorData` in it,
 * and a cancelled call or a closed port aborts the signal behind it.
 */
export function servePort(channel: Channel, services: Services): void {
  const procedures = router._def.procedures as unknown as Procedures
  const typeOf = (path: string) => (Object.hasOwn(procedures, path) ? procedures[path]?._def.type : undefined)
  answer(
    channel,
    (path, input, signal) =>
      callTRPCProcedure({
        router,
        path,
        type: typeOf(path) ?? 'query',
        getRawInput: () => Promise.resolve(input),
        ctx: { services },
        signal,
        batchIndex: 0,
      }),
    (cause, path) => {
      const error = getTRPCErrorFromUnknown(cause)
      const shape = getTRPCErrorShape({
        config: router._def._config,
        error,
        type: typeOf(path) ?? 'unknown',
        path,
        input: undefined,
        ctx: { services },
      })
      // Whatever a formatter adds must survive structured cloning.
      return JSON.parse(JSON.stringify(shape)) as unknown
    },
  )
}
