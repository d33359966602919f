/** Errors that cross the process boundary as data: a code for programs, a message and a hint for people. */

/** Every failure a caller can expect. */
export const ERROR_CODES = [
  'BAD_INPUT',
  'NOT_FOUND',
  'IMPORT_REFUSED',
  'TEMPLATE_INVALID',
  'MODEL_UNREADABLE',
  'ADAPTER_UNREADABLE',
  'STORE_UNAVAILABLE',
  'ENGINE_DOWN',
  'SERVER_AWAY',
  'CANCELLED',
  'INTERNAL',
] as const

/** One error code. */
export type ErrorCode = (typeof ERROR_CODES)[number]

/** What travels. */
export interface ErrorData {
  readonly code: ErrorCode
  /** What is wrong, and where. */
  readonly message: string
  /** What to do next. */
  readonly hint: string
}

/** An expected failure. */
export class ShelftalkError extends Error {
  readonly code: ErrorCode
  readonly hint: string
  constructor(code: ErrorCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ShelftalkError'
    this.code = code
    this.hint = hint
  }
}

/** The data of any thrown thing; what is not ours becomes `INTERNAL` with its message kept. */
export function errorData(cause: unknown): ErrorData {
  if (cause instanceof ShelftalkError) return { code: cause.code, message: cause.message, hint: cause.hint }
  const message = cause instanceof Error ? cause.message : String(cause)
  return {
    code: 'INTERNAL',
    message,
    hint: 'Nothing stored was changed. Try again; if it happens again, report it with the log.',
  }
}
