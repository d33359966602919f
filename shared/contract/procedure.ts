/** The tRPC root that every part of the contract builds on. */
import type { TRPCError } from '@trpc/server'
import { initTRPC } from '@trpc/server'
import superjson from 'superjson'
import { z } from 'zod'
import type { ErrorData } from './errors'
import { errorData } from './errors'
import type { Services } from './services'

/** What every procedure gets. */
export interface Context {
  readonly services: Services
}

/** The root: values travel as superjson, errors with code and hint. */
export const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({ ...shape, shelftalk: shelftalkData(error) }),
})

/** Zod's own complaints become one readable line; ours keep code and hint. */
function shelftalkData(error: TRPCError): ErrorData {
  const cause = error.cause
  if (cause instanceof z.ZodError) {
    return {
      code: 'BAD_INPUT',
      message: z.prettifyError(cause).replace(/\s*\n\s*/g, ' '),
      hint: 'Correct the field named and try again.',
    }
  }
  return errorData(cause ?? error)
}

/** What every operation starts from. */
export const procedure = t.procedure
