import type { Channel, Voice } from './voices'

/** A versioned prompt: directives one a line. Parsed and checked by `models/narrative/template.ts`. */
export interface Template {
  readonly id: string
  readonly name: string
  readonly version: number
  /** The text the person edits. */
  readonly text: string
  /** When this version was saved; unknown for versions older than the record of it. */
  readonly savedAtMs?: number
  /** Who saved it, as the system calls that person; unknown where the system does not say. */
  readonly savedBy?: string
  /** The version whose text this one brought back. */
  readonly restoredFrom?: number
}

/** Fields a template may require or forbid: fact kinds plus these. */
export type LeadWith = 'history' | 'occasion' | 'interest' | 'price' | 'product'

/** A template's meaning. */
export interface Directives {
  readonly voice?: Voice
  readonly channel: Channel
  /** Target length in words; overrides the channel's range. */
  readonly words?: { readonly min: number; readonly max: number }
  /** How many products the narrative is about. */
  readonly products: 1 | 2 | 3 | 4
  readonly leadWith?: LeadWith
  /** Fact kinds that must appear when the product has them. */
  readonly mustMention: readonly string[]
  /** Fact kinds, or plain words, that must not appear. */
  readonly avoid: readonly string[]
  readonly close: 'call' | 'quiet' | 'none'
  /** `easy`: short common words, about what a ten-year-old reads without effort; any sentence when absent. */
  readonly readingLevel?: 'easy'
  /** `free`: the model plans for itself, within what the other directives demand; code plans when absent. */
  readonly plan?: 'free'
  /** Fixed list of beats ("hook, fact material, price"), when the person wrote one. */
  readonly beats?: readonly string[]
}
