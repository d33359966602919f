import type { Beat } from './beats'
import type { Channel, Voice } from './voices'

/** How products are picked. */
export const STRATEGIES = ['personalised', 'popularity', 'random'] as const

/** One strategy. */
export type Strategy = (typeof STRATEGIES)[number]

/** A stretch of narrative text that a value of the catalogue or of the shopper filled. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Product of the catalogue; empty for the shopper's own fields. */
  readonly productId: string
  /** Slot field: a fact kind, `title`, or `occasion`, `interest`, `recipient`, `name`. */
  readonly field: string
  /** 0-based position among the shown products; -1 for history and shopper. */
  readonly productIndex: number
  readonly factId?: string
  /** Field of the source row the value was read from. */
  readonly sourceField?: string
}

/** How a beat's sentence came about: first try of the model, a later one, the authored stand-in, or a person. */
export const SENTENCE_ORIGINS = ['model', 'resampled', 'fallback', 'edited'] as const

/** One of the ways a sentence comes about. */
export type SentenceOrigin = (typeof SENTENCE_ORIGINS)[number]

/** A beat with its sentence. */
export interface WrittenBeat {
  readonly beat: Beat
  /** Realised text. */
  readonly text: string
  /** As the model wrote it, slots as tokens. */
  readonly template: string
  /** Character range in the narrative's text. */
  readonly start: number
  readonly end: number
  readonly origin: SentenceOrigin
  /** Sentences thrown away before this one, with what was wrong. */
  readonly rejected: readonly string[]
}

/**
 * What is wrong with a stretch of text.
 *
 * - `number`: a figure that no row has, or not for this product, unit or column.
 * - `name`: a proper name that is in no row and not the shopper's.
 * - `claim`: a statement of what a product is, has or lacks that its row does not make or imply.
 * - `comparison`: one that the two rows contradict.
 * - `undecided`: a comparison that the rows cannot decide, or whose sides cannot be told.
 * - `superlative`: "the lightest", "best-selling" and their like where the shown rows do not bear it out.
 * - `health`: a medical or safety claim that no row makes in these words.
 * - `urgency`: pressure to buy now without few in stock.
 */
export const UNSUPPORTED_KINDS = [
  'number',
  'name',
  'claim',
  'comparison',
  'undecided',
  'superlative',
  'health',
  'urgency',
] as const

/** Something the finished text says that the catalogue does not support. */
export interface Unsupported {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: (typeof UNSUPPORTED_KINDS)[number]
  readonly reason: string
}

/**
 * The facts of a text: names, figures and properties of its products, each as a span that the checker does not question. Whatever counts
 * or lists the facts of a narrative does it by this.
 */
export function verifiedFacts(
  spans: readonly Span[],
  unsupported: readonly { readonly start: number; readonly end: number }[],
): readonly Span[] {
  return spans.filter(
    (span) =>
      span.productIndex >= 0 && !unsupported.some((mark) => mark.start < span.end && mark.end > span.start),
  )
}

/** A product of the shopper's history. */
export interface Because {
  readonly productId: string
  readonly title: string
}

/** Why and how well a product was picked. */
export interface Pick {
  readonly id: string
  readonly title: string
  /** Score within its strategy; only the order is comparable. */
  readonly score: number
  /** In words a shopper would accept. */
  readonly reason: string
  /** The product of the shopper's history that the reason names, and that a text should speak of too. */
  readonly because?: Because | undefined
  /** What business rules did to it, in the shop's words: "boosted by rule Monsoon sale". */
  readonly rules?: readonly string[] | undefined
}

/** Milliseconds; `firstTokenMs` is from request to first token, retrieval included. */
export interface Timing {
  readonly retrieveMs: number
  readonly prefillMs: number
  readonly decodeMs: number
  readonly firstTokenMs: number
  readonly totalMs: number
}

/** A finished narrative. */
export interface Narrative {
  readonly text: string
  readonly spans: readonly Span[]
  readonly beats: readonly WrittenBeat[]
  readonly products: readonly Pick[]
  readonly checks: {
    /** How many `verifiedFacts` there are. */
    readonly verifiedFacts: number
    readonly unsupported: readonly Unsupported[]
    readonly fallbackSentences: number
  }
  readonly words: number
  /** Tokens the model chose (forced ones not counted). */
  readonly tokens: number
  readonly timing: Timing
  readonly seed: number
  readonly model: string
  readonly adapters: readonly { readonly name: string; readonly scale: number }[]
  readonly strategy: Strategy
  readonly voice: Voice
  readonly channel: Channel
}

/** Sampling settings. */
export interface Decoding {
  /** 0 is greedy. */
  readonly temperature: number
  readonly topK: number
  readonly topP: number
  readonly minP: number
  readonly repetitionPenalty: number
  readonly seed: number
}
