/** The built window as files: the same for loopback HTTP and for the desktop shell's own protocol. */
import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'

/** Nothing but what ships; styles may be inline because the interface's libraries set them on elements. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

/** A file ready to be sent. */
export interface ServedFile {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** Headers that every answer carries. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** The file of an address below `folder`; undefined for what is not there, outside of it, hidden, or of a type that is not served. */
export async function servedFile(folder: string, pathname: string): Promise<ServedFile | undefined> {
  const path = decoded(pathname)
  if (path === undefined || path.includes('\0') || path.split('/').some((part) => part.startsWith('.')))
    return undefined
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`)
  const type = TYPES[extname(file)]
  if (!file.startsWith(resolve(folder) + sep) || !type) return undefined
  const body = await readFile(file).catch(() => undefined)
  if (!body) return undefined
  // Names of bundled assets carry their digest.
  const forever = path.startsWith('/assets/')
  return {
    body,
    headers: {
      ...SAFE_HEADERS,
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  }
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
