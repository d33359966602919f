import { createTRPCClient } from '@trpc/client'
import superjson from 'superjson'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Router } from '../../shared/contract/router'
import { errorWords } from './errors'
import { streamLink } from './streamLink'

const stream = (text: string, init: ResponseInit = {}) =>
  new Response(text, { headers: { 'content-type': 'text/event-stream' }, ...init })
const data = (value: unknown) => `data: ${JSON.stringify(superjson.serialize(value))}\n\n`
const shape = (message: string) => ({
  message,
  code: -32603,
  data: { code: 'INTERNAL_SERVER_ERROR' },
  shelftalk: { code: 'NOT_FOUND', message, hint: 'Pick one from the list.' },
})

interface Outcome {
  readonly seen: readonly unknown[]
  readonly error?: string
  readonly request: { readonly url: string; readonly init: RequestInit }
}

/** Subscribes to the status over a stubbed `fetch` and waits for the end. */
function subscribe(response: Response): Promise<Outcome> {
  const fetched = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(response))
  vi.stubGlobal('fetch', fetched)
  const client = createTRPCClient<Router>({
    links: [streamLink({ url: '/trpc', headers: () => ({ authorization: 'Bearer abc' }) })],
  })
  return new Promise((resolve) => {
    const seen: unknown[] = []
    const end = (error?: string) => {
      const [url = '', init = {}] = fetched.mock.calls[0] ?? []
      resolve({ seen, request: { url, init }, ...(error === undefined ? {} : { error }) })
    }
    client.status.subscribe(undefined, {
      onData: (value) => seen.push(value),
      onComplete: () => end(),
      onError: (cause) => end(`${errorWords(cause).code}: ${errorWords(cause).message}`),
    })
  })
}

afterEach(() => vi.unstubAllGlobals())

describe('streamLink', () => {
  it('posts the input with the token and gives every value until the end', async () => {
    const { seen, error, request } = await subscribe(
      stream(
        `event: connected\ndata: {}\n\n${data({ state: 'warming', what: 'x' })}${data({ state: 'ready' })}event: return\ndata: \n\n`,
      ),
    )
    expect([seen, error]).toEqual([[{ state: 'warming', what: 'x' }, { state: 'ready' }], undefined])
    expect([
      request.url,
      request.init.method,
      new Headers(request.init.headers).get('authorization'),
    ]).toEqual(['/trpc/status', 'POST', 'Bearer abc'])
  })

  it('gives the engine’s own words when the stream fails', async () => {
    const failure = `event: serialized-error\n${data(shape('There is no persona "x".'))}`
    const { seen, error } = await subscribe(stream(data({ state: 'ready' }) + failure))
    expect([seen.length, error]).toEqual([1, 'NOT_FOUND: There is no persona "x".'])
  })

  it('gives them when the request is refused before it streams', async () => {
    const body = JSON.stringify({ error: superjson.serialize(shape('length 900 is too long')) })
    const response = new Response(body, { status: 400, headers: { 'content-type': 'application/json' } })
    expect((await subscribe(response)).error).toBe('NOT_FOUND: length 900 is too long')
  })

  it('says what to do about a wrong token', async () => {
    const { error } = await subscribe(new Response('', { status: 401 }))
    expect(error).toBe('BAD_INPUT: The engine does not know this window.')
  })

  it('fails when the stream breaks off', async () => {
    const { error } = await subscribe(stream(data({ state: 'ready' })))
    expect(error).toBe('ENGINE_DOWN: The connection to the engine was lost while it was answering.')
  })
})
