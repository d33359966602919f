/** What the engine streams. Every union is discriminated by `type`. */
import type { Beat } from '../domain/beats'
import type { Product, RefusedRow } from '../domain/catalogue'
import type { NarrativeEvaluation } from '../domain/evaluation'
import type { CurrencyFinding } from '../domain/importing'
import type { Narrative, Pick, WrittenBeat } from '../domain/narrative'

/** A token as the model sees it. */
export interface ShownToken {
  readonly id: number
  readonly text: string
  /** `special` for the format's own tokens, `value` for a value shown in the prompt. */
  readonly kind: 'special' | 'value'
}

/** Progress of one narrative. */
export type WriteEvent =
  | {
      readonly type: 'picked'
      readonly picks: readonly Pick[]
      readonly products: readonly Product[]
      readonly retrieveMs: number
    }
  /** The storyboard; where the model plans for itself it comes empty, and again with every beat it grows by. */
  | { readonly type: 'planned'; readonly beats: readonly Beat[]; readonly prompt: readonly ShownToken[] }
  /** Realised text of the sentence being written so far; a later one for the same beat replaces it. */
  | { readonly type: 'partial'; readonly beat: number; readonly text: string }
  | { readonly type: 'beat'; readonly index: number; readonly written: WrittenBeat }
  | { readonly type: 'done'; readonly narrative: Narrative }

/** Progress of a comparison. */
export interface CompareEvent {
  readonly column: number
  readonly event: WriteEvent
}

/** What an import ended with. */
export interface ImportResult {
  readonly catalogue: string
  readonly version: number
  readonly products: number
  readonly shoppers: number
  readonly interactions: number
  /** At most the first 1,000. */
  readonly refused: readonly RefusedRow[]
  readonly refusedTotal: number
  readonly ms: number
  /** How the currency of prices that name none was found, where the source has prices. */
  readonly currency?: CurrencyFinding
}

/** Progress of an import. */
export type ImportEvent =
  | {
      readonly type: 'progress'
      readonly rows: number
      readonly refused: number
      readonly bytes: number
      readonly totalBytes: number
    }
  | { readonly type: 'indexing' }
  | { readonly type: 'done'; readonly result: ImportResult }

/** Progress of an evaluation of narratives; `done` of `total` cases. */
export type EvaluateNarrativesEvent =
  | {
      readonly type: 'progress'
      readonly stage: 'preparing' | 'writing' | 'measuring'
      readonly done: number
      readonly total: number
    }
  | { readonly type: 'done'; readonly result: NarrativeEvaluation }

/** What the engine is doing. */
export type EngineStatus =
  | { readonly state: 'starting' }
  | { readonly state: 'warming'; readonly what: string }
  | { readonly state: 'ready' }
  | { readonly state: 'busy'; readonly what: string }
  | { readonly state: 'restarted'; readonly reason: string; readonly restarts: number }
  | { readonly state: 'down'; readonly reason: string }
