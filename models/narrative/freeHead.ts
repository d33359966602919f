/** One head of a plan that the model writes itself. */
import type { GrammaticalNumber } from '../../shared/domain/facts'
import type { Beat } from '../../shared/domain/beats'
import type { Decoding } from '../../shared/domain/narrative'
import { END } from '../../shared/domain/tokens'
import type { Passage } from '../language/passage'
import { xoshiro128 } from '../language/random'
import { sample } from '../language/sampler'
import type { FreePlan } from './freePlan'
import type { GuardVocabulary } from './guard'
import { HeadGrammar, headTokens } from './headGrammar'

/** What a head is written with. */
export interface HeadTask {
  /** Ends where a head begins. */
  readonly passage: Passage
  readonly plan: FreePlan
  /** Words of the text so far. */
  readonly words: number
  /** Grammatical numbers of the products. */
  readonly numbers: readonly GrammaticalNumber[]
  readonly vocabulary: Pick<GuardVocabulary, 'id'>
  readonly decoding: Decoding
  /** Distinguishes beats of one narrative. */
  readonly position: number
}

/** A head as written. */
export interface WrittenHead {
  readonly beat: Beat
  readonly tokens: readonly number[]
  /** Tokens the model had a choice about. */
  readonly drawn: number
}

/**
 * Writes the next head; the passage then ends with it, and the plan holds its beat. Undefined where the text ends: because the model ends
 * it, or because nothing may come. Where something demanded is unsaid, the model's wish to end is put off until it is said. Stops within
 * one run of the graph of `signal`.
 */
export async function writeHead(task: HeadTask, signal: AbortSignal): Promise<WrittenHead | undefined> {
  const { plan, words, numbers, vocabulary, decoding, position } = task
  const random = xoshiro128((decoding.seed ^ Math.imul(position + 1, 0x85ebca6b)) >>> 0)
  for (;;) {
    const { beats, mayEnd } = plan.options(words)
    if (beats.length === 0) return undefined
    const heads = beats.map((choice) => ({ choice, tokens: headTokens(choice.beat, numbers, vocabulary.id) }))
    const ending = vocabulary.id(END)
    const grammar = new HeadGrammar(heads, mayEnd ? ending : undefined)
    const tokens: number[] = []
    let drawn = 0
    for (let next = grammar.next(); next.size > 0; next = grammar.next()) {
      signal.throwIfAborted()
      const [only] = next
      const isForced = next.size === 1 && only !== undefined
      const token = isForced ? only : sample(grammar.masked(await task.passage.logits()), decoding, random)
      if (!isForced) drawn++
      grammar.push(token)
      if (token !== ending) task.passage.push([token])
      tokens.push(token)
    }
    const chosen = grammar.chosen()
    if (chosen) {
      plan.take(chosen)
      return { beat: chosen.beat, tokens, drawn }
    }
    plan.end()
  }
}
