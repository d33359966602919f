/** Any failure in words: what happened and what to do. */
import { TRPCClientError } from '@trpc/client'
import type { ErrorData } from '../../shared/contract/errors'
import { ERROR_CODES, ShelftalkError, errorData } from '../../shared/contract/errors'

function isErrorData(value: unknown): value is ErrorData {
  if (typeof value !== 'object' || value === null) return false
  const { code, message, hint } = value as Partial<Record<keyof ErrorData, unknown>>
  return (
    ERROR_CODES.some((known) => known === code) && typeof message === 'string' && typeof hint === 'string'
  )
}

/** The engine's own words where it sent some; otherwise what can be said about a request that did not get through. */
export function errorWords(cause: unknown): ErrorData {
  if (cause instanceof TRPCClientError) {
    const shape: unknown = cause.shape
    const sent =
      typeof shape === 'object' && shape !== null && 'shelftalk' in shape ? shape.shelftalk : undefined
    if (isErrorData(sent)) return sent
    if (cause.cause instanceof ShelftalkError) return errorData(cause.cause)
    if (/failed to fetch|networkerror|load failed/i.test(cause.message)) {
      return {
        code: 'ENGINE_DOWN',
        message: 'The engine does not answer.',
        hint: 'It restarts by itself within seconds; if it does not, start Shelftalk again.',
      }
    }
    if (/unauthor|401|403/i.test(cause.message)) {
      return {
        code: 'BAD_INPUT',
        message: 'The engine does not know this window.',
        hint: 'Open the address that "npm start" printed, with its token.',
      }
    }
  }
  return errorData(cause)
}
