/**
 * Subscriptions over loopback HTTP. Unlike an `EventSource` it sends the token as a header, posts inputs of any length and never
 * repeats a request by itself: a narrative that broke off is not silently written again.
 */
import type { TRPCLink } from '@trpc/client'
import { TRPCClientError } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import superjson from 'superjson'
import type { SuperJSONResult } from 'superjson'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Router } from '../../shared/contract/router'
import { sseFrames } from './sse'

/** Where the engine answers and what proves that we may ask. */
export interface HttpAddress {
  /** Base path without a slash at the end, for example `/trpc`. */
  readonly url: string
  readonly headers: () => Record<string, string>
}

const parse = (text: string): unknown => superjson.deserialize(JSON.parse(text) as SuperJSONResult)

function remoteError(shape: unknown): TRPCClientError<Router> {
  return TRPCClientError.from<Router>({ error: shape } as never)
}

/** Failures before the first event arrive as plain JSON. */
async function refusal(response: Response): Promise<Error> {
  if (response.status === 401 || response.status === 403) {
    return new ShelftalkError(
      'BAD_INPUT',
      'The engine does not know this window.',
      'Open the address that "npm start" printed, with its token.',
    )
  }
  const body = (await response.json().catch(() => undefined)) as
    { readonly error?: SuperJSONResult } | undefined
  if (body?.error) return remoteError(superjson.deserialize(body.error))
  return new ShelftalkError(
    'ENGINE_DOWN',
    `The engine answered with status ${response.status}.`,
    'Try again.',
  )
}

async function* events(address: HttpAddress, path: string, input: unknown, signal: AbortSignal) {
  const response = await fetch(`${address.url}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...address.headers() },
    body: JSON.stringify(superjson.serialize(input)),
    signal,
  })
  const streamed = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  if (!response.ok || !streamed || !response.body) throw await refusal(response)
  for await (const frame of sseFrames(response.body)) {
    if (frame.event === 'serialized-error') throw remoteError(parse(frame.data))
    if (frame.event === 'return') return
    if (frame.event === 'message') yield parse(frame.data)
  }
  throw new ShelftalkError(
    'ENGINE_DOWN',
    'The connection to the engine was lost while it was answering.',
    'Nothing stored was changed. Try again once the engine is ready.',
  )
}

/** A terminating link for subscriptions; needs a server with `allowMethodOverride`. */
export function streamLink(address: HttpAddress): TRPCLink<Router> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        const controller = new AbortController()
        const stop = () => controller.abort()
        op.signal?.addEventListener('abort', stop, { once: true })
        const run = async () => {
          observer.next({ result: { type: 'started' } })
          for await (const data of events(address, op.path, op.input, controller.signal)) {
            observer.next({ result: { type: 'data', data } })
          }
          observer.next({ result: { type: 'stopped' } })
          observer.complete()
        }
        run().catch((cause: unknown) => {
          if (controller.signal.aborted) observer.complete()
          else observer.error(TRPCClientError.from<Router>(cause as Error))
        })
        return () => {
          op.signal?.removeEventListener('abort', stop)
          stop()
        }
      })
}
