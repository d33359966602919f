/** Who may ask the loopback server: this machine's own pages and programs that hold the token. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is turned away. */
export interface Refusal {
  readonly status: 401 | 403
  readonly message: string
  readonly hint: string
}

/** A new token, 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether two secrets are equal, in a time that tells nothing about either. */
export function sameSecret(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}

/**
 * The Host header must name this server by its loopback name: a page of another site whose name was rebound to 127.0.0.1 still sends its
 * own name here. Undefined when it is fine.
 */
export function refusedHost(
  { headers }: Pick<IncomingMessage, 'headers'>,
  port: number,
): Refusal | undefined {
  if (headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`) return undefined
  return {
    status: 403,
    message: 'This server answers to 127.0.0.1 and localhost only.',
    hint: `Use http://127.0.0.1:${port}.`,
  }
}

/** A browser that asks for a page of another origin says so, and is turned away. Programs send no Origin. */
export function refusedOrigin({ headers }: Pick<IncomingMessage, 'headers'>): Refusal | undefined {
  const { origin, host } = headers
  if (origin === undefined || origin === `http://${host ?? ''}`) return undefined
  return {
    status: 403,
    message: `Pages of ${origin.slice(0, 100)} may not use this server.`,
    hint: 'Open the address that Shelftalk printed.',
  }
}

/** `Authorization: Bearer TOKEN`. */
export function refusedToken(
  { headers }: Pick<IncomingMessage, 'headers'>,
  token: string,
): Refusal | undefined {
  const given = /^Bearer ([\w-]+)$/i.exec(headers.authorization ?? '')?.[1]
  if (given !== undefined && sameSecret(given, token)) return undefined
  const message =
    given === undefined
      ? 'Unauthorised: the request has no token.'
      : 'Unauthorised: the token is not that of this server.'
  return {
    status: 401,
    message,
    hint: 'Send the token of the printed address as "Authorization: Bearer TOKEN".',
  }
}
