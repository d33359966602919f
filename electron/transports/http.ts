/**
 * Browser mode: the window, the contract (`/trpc`, streams as server-sent events) and the HTTP API (`/v1`) over loopback HTTP with a
 * token. Nothing but 127.0.0.1 is listened on.
 */
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import superjson from 'superjson'
import type { ErrorData } from '../../shared/contract/errors'
import { ShelftalkError } from '../../shared/contract/errors'
import { router } from '../../shared/contract/router'
import type { Services } from '../../shared/contract/services'
import type { Refusal } from './gate'
import { newToken, refusedHost, refusedOrigin, refusedToken } from './gate'
import { handleRest } from './rest/handle'
import { openApi } from './rest/openapi'
import { sendJson } from './rest/send'
import { SAFE_HEADERS, servedFile } from './staticFiles'

/** Bytes of a request's body; a storyboard is far below. */
const BODY_BYTES_MAX = 1_000_000
/** Streams that are still open this long after the server was asked to stop are cut. */
const STOP_MS_MAX = 1500

/** What is served. */
export interface HttpOptions {
  readonly services: Services
  /** Folder of the built window; without one there is no page, only the API. */
  readonly window?: string
  /** Port to listen on; any free one when 0 or absent. */
  readonly port?: number
  /** Token to ask for; a new one when absent. */
  readonly token?: string
}

/** A running server. */
export interface HttpServer {
  readonly port: number
  readonly token: string
  /** Address of the page, with its token in the part that browsers do not send. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** Starts the server. Throws BAD_INPUT when the port is taken or may not be used. */
export async function serveHttp(options: HttpOptions): Promise<HttpServer> {
  const token = options.token ?? newToken()
  const server = createServer({ maxHeaderSize: 32_768, requestTimeout: 60_000 })
  const port = await listen(server, options.port ?? 0)
  server.on('request', listener(options, { token, port }))
  const url = `http://127.0.0.1:${port}/#token=${token}`
  return { port, token, url, close: () => stop(server) }
}

function listener(
  { services, window }: HttpOptions,
  { token, port }: { readonly token: string; readonly port: number },
): RequestListener {
  const trpc = createHTTPHandler({
    router,
    createContext: () => ({ services }),
    basePath: '/trpc/',
    allowMethodOverride: true,
    maxBodySize: BODY_BYTES_MAX,
  })
  return (request, response) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value)
    const pathname = pathOf(request)
    const isTrpc = pathname.startsWith('/trpc/')
    const isRest = pathname === '/v1' || pathname.startsWith('/v1/')
    const refusal =
      refusedHost(request, port) ??
      (isTrpc || isRest ? (refusedOrigin(request) ?? refusedToken(request, token)) : undefined)
    if (refusal) refuse(response, refusal, isTrpc)
    else if (isTrpc) trpc(request, response)
    else if (isRest) void handleRest(request, response, { services, bodyBytesMax: BODY_BYTES_MAX })
    else if (pathname === '/openapi.json') sendJson(response, 200, openApi(`http://127.0.0.1:${port}`))
    else void sendPage(request, response, window)
  }
}

function pathOf(request: IncomingMessage): string {
  try {
    return new URL(request.url ?? '/', 'http://localhost').pathname
  } catch {
    return '/'
  }
}

/** The contract's client reads errors in the router's shape, everybody else in the API's. */
function refuse(response: ServerResponse, { status, message, hint }: Refusal, trpcShape: boolean): void {
  const error: ErrorData = { code: 'BAD_INPUT', message, hint }
  const code = status === 401 ? 'UNAUTHORIZED' : 'FORBIDDEN'
  const shape = {
    message,
    code: status === 401 ? -32001 : -32003,
    data: { code, httpStatus: status },
    shelftalk: error,
  }
  if (status === 401) response.setHeader('www-authenticate', 'Bearer')
  // The body, if any, is not read: the connection cannot be used again.
  response.setHeader('connection', 'close')
  sendJson(response, status, { error: trpcShape ? superjson.serialize(shape) : error })
}

async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  window: string | undefined,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    sendJson(response, 405, {
      error: {
        code: 'BAD_INPUT',
        message: 'Only GET is understood here.',
        hint: 'The API is below /v1; see /openapi.json.',
      },
    })
    return
  }
  const file = window === undefined ? undefined : await servedFile(window, pathOf(request))
  if (!file) {
    sendJson(response, 404, {
      error: {
        code: 'NOT_FOUND',
        message: 'There is nothing at this address.',
        hint: 'The page is at /; the API is described by /openapi.json.',
      },
    })
    return
  }
  response.writeHead(200, { ...file.headers, 'content-length': file.body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE'
          ? 'is taken by another program'
          : `cannot be listened on (${cause.code ?? cause.message})`
      reject(
        new ShelftalkError(
          'BAD_INPUT',
          `Port ${port} ${why}.`,
          'Give another one with --port, or none for any free one.',
          { cause },
        ),
      )
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), STOP_MS_MAX)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
