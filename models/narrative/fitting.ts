/** Keeping a text to its length, sentence by sentence: which beats are left out, and which sentences are drawn again. */
import type { Beat } from '../../shared/domain/beats'
import { beatWords } from './planner'
import type { Realised } from './realise'
import { joinSentences, realiseSentence } from './realise'
import type { Subject } from './values'
import { beatFills } from './values'
import type { Manuscript } from './writer'

/** A text on its way. */
export interface TextSoFar {
  readonly manuscript: Pick<Manuscript, 'subject' | 'range' | 'keep'>
  /** Beats written and to come, and their heads; some are taken out. */
  readonly beats: Beat[]
  readonly heads: (readonly number[])[]
  readonly realised: readonly Realised[]
  /** Whether all that may follow is known; not where the model plans for itself. */
  readonly planned: boolean
  /** Words of what a model that plans for itself still has to say. */
  readonly owed: number
}

/** Words of a text. */
export const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length

/** Words kept from either end of the range: sentences come out a little longer or shorter than planned. */
const MARGIN = 3
/** Words that longer sentences can make up for. */
const LACK_MAX = 8

/** Takes out the beats from `index` on that the length does not want, up to the first it does. */
export function leaveOut({ manuscript, beats, heads, realised }: TextSoFar, index: number): void {
  const { subject, range, keep } = manuscript
  if (!range) return
  const written = wordCount(joinSentences(realised).text)
  for (let beat = beats[index]; beat?.need && !keep[beat.id]; beat = beats[index]) {
    const sum = wordsWith(subject, written, neededOf(beats.slice(index + 1)))
    const whole = sum(beatWords) + beatWords(subject, beat)
    if (
      beat.need === 'optional'
        ? whole <= range.max - MARGIN
        : sum(leastWords) < range.min + MARGIN && whole <= range.max
    )
      return
    beats.splice(index, 1)
    heads.splice(index, 1)
  }
}

/**
 * Words by which a sentence, realised, leaves too little of the range for the beats still needed, or too much for all that may follow; 0
 * where it fits, and where nothing could make up for what is lacking.
 */
export function misfit(
  { manuscript, beats, realised, planned, owed }: TextSoFar,
  index: number,
  template: string,
): number {
  const { subject, range } = manuscript
  const beat = beats[index]
  if (!range || !beat) return 0
  const text = joinSentences([...realised, realiseSentence(template, beatFills(subject, beat))]).text
  const later = beats.slice(index + 1)
  const excess = wordsWith(subject, wordCount(text), neededOf(later))(leastWords) + owed - range.max
  if (excess > 0) return excess
  const lack = range.min - wordsWith(subject, wordCount(text), later)(beatWords)
  return planned && lack > 0 && lack <= LACK_MAX ? lack : 0
}

const neededOf = (beats: readonly Beat[]) => beats.filter(({ need }) => need === undefined)

/** Words written, and those of beats to come by a count of theirs. */
const wordsWith = (subject: Subject, written: number, beats: readonly Beat[]) => (words: typeof beatWords) =>
  beats.reduce((total, beat) => total + words(subject, beat), written)

/** What a later beat takes at the least. */
const leastWords: typeof beatWords = (subject, beat) => Math.max(5, beatWords(subject, beat) - 3)
