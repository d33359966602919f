/** Chooses how the window reaches the engine: a message port in the desktop shell, loopback HTTP in a browser. */
import type { TRPCLink } from '@trpc/client'
import { httpLink, splitLink } from '@trpc/client'
import superjson from 'superjson'
import type { Router } from '../../shared/contract/router'
import { portLink } from './port'
import { streamLink } from './streamLink'

const TOKEN_KEY = 'shelftalk.token'

/** The token of an address such as `#token=abc`, and the hash without it. */
export function tokenOf(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#\/?/, '')).get('token') ?? undefined
}

/** Takes the token out of the address, so that it is neither shown nor bookmarked, and keeps it for reloads of this tab. */
function takeToken(): string | undefined {
  const given = tokenOf(window.location.hash)
  if (given !== undefined) {
    window.sessionStorage.setItem(TOKEN_KEY, given)
    window.history.replaceState(null, '', '#/')
  }
  return window.sessionStorage.getItem(TOKEN_KEY) ?? undefined
}

/** The desktop shell serves the window over its own protocol; one that cannot says so with a `shelftalkShell` global. */
function inShell(): boolean {
  return !/^https?:$/.test(window.location.protocol) || 'shelftalkShell' in window
}

/** Links to the engine. Waits for the port in the desktop shell; `onReplaced` is told when a restarted engine sent a new one. */
export async function engineLinks(onReplaced: () => void): Promise<readonly TRPCLink<Router>[]> {
  if (inShell()) return [await portLink(onReplaced)]
  const token = takeToken()
  const headers = (): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {})
  const url = '/trpc'
  return [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: streamLink({ url, headers }),
      false: httpLink({ url, headers, transformer: superjson, methodOverride: 'POST' }),
    }),
  ]
}
