/** How hard each voice is to read, over the sampled sentences. */
import { isEasy, readingGrade } from '../../../shared/domain/reading'
import { lengthBand } from '../../../shared/domain/prompt'
import { VOICES } from '../../../shared/domain/voices'
import type { Voice } from '../../../shared/domain/voices'
import type { Sampled } from './sample'
import { withExamples } from './sample'

/** Means and shares over a voice's sentences; each pattern counts once. */
export interface Readability {
  readonly voice: Voice
  readonly patterns: number
  /** Mean Flesch-Kincaid grade, US school years. */
  readonly grade: number
  /** Mean words a sentence, values filled in. */
  readonly words: number
  /** Share of sentences up to the easy grade, 0 to 1. */
  readonly easy: number
  /** Shares of sentences of at most 10 words, of 11 to 18, and of more. */
  readonly short: number
  readonly medium: number
  readonly long: number
}

/** One line a voice that has patterns in the sample. */
export function readability(sample: readonly Sampled[]): readonly Readability[] {
  return VOICES.flatMap((voice) => {
    const own = sample.filter(({ pattern }) => pattern.voices.includes(voice))
    if (own.length === 0) return []
    const mean = (measure: (sentence: string) => number) =>
      own.reduce((sum, { sentences }) => sum + average(sentences.map(measure)), 0) / own.length
    const share = (holds: (sentence: string) => boolean) => mean((sentence) => (holds(sentence) ? 1 : 0))
    return {
      voice,
      patterns: own.length,
      grade: mean((sentence) => readingGrade(withExamples(sentence))),
      words: mean((sentence) => withExamples(sentence).split(/\s+/).length),
      easy: share(isEasy),
      short: share((sentence) => lengthBand(sentence) === 'short'),
      medium: share((sentence) => lengthBand(sentence) === 'medium'),
      long: share((sentence) => lengthBand(sentence) === 'long'),
    }
  })
}

const average = (figures: readonly number[]) => figures.reduce((sum, one) => sum + one, 0) / figures.length
