/** The typed client of the engine and its hooks. */
import type { TRPCClient, TRPCLink } from '@trpc/client'
import { createTRPCClient } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { QueryClient } from '@tanstack/react-query'
import type { Router } from '../../shared/contract/router'

const context = createTRPCContext<Router>()

/** Gives the components below it the engine. */
export const EngineProvider = context.TRPCProvider
/** Typed query and mutation options of every operation. */
export const useEngine = context.useTRPC
/** The client itself, for streams. */
export const useEngineClient = context.useTRPCClient

/** The engine as a client. */
export type EngineClient = TRPCClient<Router>

/** A client over the given links. */
export function engineClient(links: readonly TRPCLink<Router>[]): EngineClient {
  return createTRPCClient<Router>({ links: [...links] })
}

/** Everything that comes from the engine is kept here; it changes only through this window, so nothing is asked twice. */
export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 60_000, retry: 1, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
