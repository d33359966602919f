/**
 * Serves the built window with canned services: `npx tsx build/e2e/fakeServer.ts [port]`, after
 * `npx vite build -c build/bundle/renderer.config.ts`. For looking at pages and for tests of the window alone.
 */
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { router } from '../../shared/contract/router'
import type { Services } from '../../shared/contract/services'
import { fakeServices } from './fakeServices'

const DIST = resolve(import.meta.dirname, '../../dist/renderer')
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'"
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** A loopback server of the built window over the given services; not listening yet. No token: it holds nothing real. */
export function fakeServer(services: Services): Server {
  const trpc = createHTTPHandler({
    router,
    createContext: () => ({ services }),
    basePath: '/trpc/',
    allowMethodOverride: true,
  })
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/trpc/')) {
      trpc(request, response)
      return
    }
    const file = join(DIST, pathname === '/' ? 'index.html' : pathname)
    if (!file.startsWith(DIST)) {
      response.writeHead(404).end()
      return
    }
    readFile(file).then(
      (body) =>
        response
          .writeHead(200, {
            'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
            'content-security-policy': CSP,
          })
          .end(body),
      () => response.writeHead(404).end(),
    )
  })
}

if (process.argv[1] === import.meta.filename) {
  const port = Number(process.argv[2] ?? 5179)
  fakeServer(fakeServices()).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`))
}
