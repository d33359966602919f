/** What an evaluation of narratives finds. Each measure is defined, with its source, in `models/metrics`. */
import type { KeptRun } from './run'

/** Measures of a set of texts. Shares are 0-1; null where a measure does not apply to these texts or nothing could be measured. */
export interface NarrativeMetrics {
  /** Figures and names that stand in no shown row, over all texts. */
  readonly inventedFacts: number | null
  /** Share of texts in which the checker found anything. */
  readonly unsupportedClaimNarratives: number | null
  /** Different catalogue values a text states word for word. */
  readonly factsPerNarrative: number | null
  /** The same over texts of 60 words and more. */
  readonly factsPerLongNarrative: number | null
  /** Share of texts whose reader can be told among ten. */
  readonly personaIdentification: number | null
  /** Share of directives obeyed, over all texts and directives. */
  readonly directiveObedience: number | null
  /** Share obeyed of the directive that fares worst. */
  readonly worstDirective: number | null
  /** Share of texts whose voice a classifier recognises; 0.2 by chance. */
  readonly voiceRecognition: number | null
  /** Largest share of texts with the same first four words. */
  readonly openingRepetition: number | null
  readonly selfBleu4: number | null
  readonly distinct2: number | null
  /** Share of sentences from the authored stand-in. */
  readonly fallbackSentences: number | null
  /** Share of sentences drawn more than once. */
  readonly resampledSentences: number | null
  /** Faults a grammar lint finds, for every hundred sentences. */
  readonly grammarErrorsPer100: number | null
  /** Against authored sentences for the same plan. */
  readonly rougeL: number | null
  /** Of the sentences under the base model with the adapters in use, unmasked, a token. */
  readonly perplexity: number | null
  readonly meanWords: number | null
  /** Flesch-Kincaid school year. */
  readonly readingGrade: number | null
  readonly latencyP50Ms: number | null
}

/** How often a directive applied, and in how many of those it was obeyed. */
export interface DirectiveScore {
  readonly directive: string
  readonly applied: number
  readonly obeyed: number
}

/** Something wrong with one text. */
export interface NarrativeFailure {
  /** Index of the case. */
  readonly case: number
  readonly text: string
  readonly reason: string
}

/** The text written for a case, with everything that another writer needs to answer the same case. */
export interface EvaluatedText {
  readonly case: number
  readonly persona: string
  readonly interests: readonly string[]
  /** Titles of what the reader owns, newest first. */
  readonly owned: readonly string[]
  readonly occasion: string
  /** Directives, one a line. */
  readonly template: string
  /** What was picked, with its facts as lines ("Material: waxed canvas"). */
  readonly products: readonly {
    readonly id: string
    readonly title: string
    readonly facts: readonly string[]
  }[]
  readonly text: string
}

/** A finished evaluation, with the run that keeps it. */
export interface NarrativeEvaluation extends KeptRun {
  readonly catalogue: string
  /** Whose texts: the model with its digest, or `texts` for texts brought from outside. */
  readonly source: string
  readonly adapters: readonly { readonly name: string; readonly scale: number }[]
  readonly strategy: string
  readonly seed: number
  /** Only products that training never saw. */
  readonly heldOut: boolean
  /** The model planned for itself. */
  readonly free: boolean
  /** Cases asked for. */
  readonly count: number
  readonly metrics: NarrativeMetrics
  readonly directives: readonly DirectiveScore[]
  /** What the same measures give for authored sentences of the same plans: how good, and how repetitive, the phrasebook itself is. */
  readonly authored: NarrativeMetrics
  /** Perplexity of composed documents about products that training never saw; null for texts from outside. */
  readonly perplexityHeldOut: number | null
  /** How many texts, sentences and words were measured, and how many different things they are about. */
  readonly counts: Readonly<
    Record<'texts' | 'sentences' | 'words' | 'people' | 'products' | 'occasions' | 'openings', number>
  >
  readonly failures: readonly NarrativeFailure[]
  readonly texts: readonly EvaluatedText[]
}
