/** What commands are made of. */
import type { Services } from '../../shared/contract/services'

/** An open engine. */
export interface OpenedEngine {
  readonly services: Services
  readonly close: () => Promise<void>
}

/** What a command line runs with; tests bring their own. */
export interface CliContext {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Takes lines about work under way, where somebody looks on. */
  readonly progress: ((text: string) => void) | undefined
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal
  readonly open: (options: {
    readonly home: string
    readonly threads?: number
    readonly warm?: boolean
  }) => Promise<OpenedEngine>
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean
  readonly home?: string
}

/** What a command found: the value for programs, and the same in words for people. */
export interface Outcome {
  readonly json: unknown
  readonly text: string
}

/** Work with an open engine. */
export type Work = (services: Services, context: CliContext) => Promise<Outcome>
