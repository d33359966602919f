/** Answers requests of the HTTP API. Who may ask is settled before. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorData } from '../../../shared/contract/errors'
import { errorData, ShelftalkError } from '../../../shared/contract/errors'
import type { Services } from '../../../shared/contract/services'
import { checked } from '../validate'
import type { Route } from './route'
import { ROUTES } from './routes'
import { ERROR_STATUS, sendJson } from './send'

/** What requests are answered with. */
export interface RestOptions {
  readonly services: Services
  readonly bodyBytesMax: number
}

/** A refusal that HTTP has a status of its own for. */
class RequestError extends ShelftalkError {
  readonly status: number
  constructor(status: number, message: string, hint: string) {
    super(status === 404 ? 'NOT_FOUND' : 'BAD_INPUT', message, hint)
    this.status = status
  }
}

/** Answers one request; never rejects. A client that goes away aborts what it asked for. */
export async function handleRest(
  request: IncomingMessage,
  response: ServerResponse,
  options: RestOptions,
): Promise<void> {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableEnded) controller.abort()
  })
  try {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const route = find(request, response, url.pathname)
    const input = route.body
      ? checked(route.body, await readJson(request, options.bodyBytesMax), 'The request')
      : route.query
        ? checked(route.query, Object.fromEntries(url.searchParams), 'The query')
        : undefined
    sendJson(response, 200, await route.run(input, { services: options.services, signal: controller.signal }))
  } catch (cause) {
    if (response.destroyed) return
    const error: ErrorData = errorData(cause)
    // What is left of a body that was not read to its end cannot be told from the next request.
    if (!request.complete) response.setHeader('connection', 'close')
    sendJson(response, cause instanceof RequestError ? cause.status : ERROR_STATUS[error.code], { error })
  }
}

function find(request: IncomingMessage, response: ServerResponse, path: string): Route {
  const there = ROUTES.filter((route) => route.path === path)
  if (there.length === 0)
    throw new RequestError(404, `There is no ${path}.`, 'See /openapi.json for what there is.')
  const route = there.find(({ method }) => method === request.method)
  if (route) return route
  const methods = there.map(({ method }) => method).join(', ')
  response.setHeader('allow', methods)
  throw new RequestError(
    405,
    `${path} does not understand ${request.method ?? 'this method'}.`,
    `Use ${methods}.`,
  )
}

async function readJson(request: IncomingMessage, bytesMax: number): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new RequestError(415, 'The body is not declared as JSON.', 'Send "Content-Type: application/json".')
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > bytesMax)
      throw new RequestError(413, `The body is longer than ${bytesMax} bytes.`, 'Send less at once.')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch (cause) {
    throw new RequestError(
      400,
      `The body is not JSON: ${(cause as Error).message}.`,
      'Correct it and try again.',
    )
  }
}
