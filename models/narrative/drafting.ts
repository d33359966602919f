/** Guesses how a narrative goes on, from how the training text's sentences did. */
import { DraftTable, contextHash } from '../language/draftTable'
import type { Guess } from '../language/draftTable'

/** Tokens guessed at once. Measured together with `LIKELY_MIN`: more are read in vain. */
const GUESSES_MAX = 16
/** Guessing stops where it is less likely than this that everything guessed so far is right. */
const LIKELY_MIN = 0.45
/** The model does not write the training text word for word. */
const TRUST = 0.96
/** Tokens of a head before its relation and slots: move, voice, length, number. */
const MANNER_TOKENS = 4
/** Temperature that the guesses' odds are for. Narratives are drawn warmer by default, so that odds are somewhat too high. */
const TEMPERATURE = 0.6

/** A sentence of the training text. */
export interface LearntSentence {
  /** Tokens from the move to `<say>`. */
  readonly head: readonly number[]
  /** Tokens of the sentence, `<eob>` last. */
  readonly sentence: readonly number[]
  /** How often it occurs. */
  readonly count: number
}

/** Contexts of a sentence's next token, the most telling first; all are hashes. */
function contexts(head: readonly number[], written: readonly number[]): readonly number[] {
  return [
    contextHash(0, head, written),
    contextHash(1, head.slice(MANNER_TOKENS), written),
    contextHash(2, written),
    contextHash(3, written.slice(-4)),
    contextHash(4, written.slice(-3)),
  ]
}

/**
 * Learns guesses from sentences. A context is left out where a less telling one guesses the same token about as surely, which is most of
 * the time.
 */
export function learnDrafts(sentences: readonly LearntSentence[]): DraftTable {
  const counts = countFollowers(sentences)
  const learnt = new Map<number, Guess>()
  const kinds = contexts([], []).length
  for (let kind = kinds - 1; kind >= 0; kind--) {
    const news = new Map<number, Guess>()
    eachPlace(sentences, ({ keys }) => {
      const key = keys[kind]!
      if (news.has(key)) return
      const guess = bestGuess(counts.get(key) ?? new Map<number, number>())
      const rough = keys.slice(kind + 1).map((coarser) => learnt.get(coarser))
      const known = rough.find((found) => found !== undefined)
      if (guess && tellsMore(guess, known)) news.set(key, guess)
    })
    for (const [key, guess] of news) learnt.set(key, guess)
  }
  return DraftTable.of(learnt)
}

/** Guesses less likely than this are never used. */
const ODDS_MIN = 0.2
/** A difference smaller than this changes no decision. */
const ODDS_STEP = 0.25

function tellsMore(guess: Guess, known: Guess | undefined): boolean {
  if (!known) return guess.odds >= ODDS_MIN
  if (guess.token === known.token) return Math.abs(guess.odds - known.odds) > ODDS_STEP
  return guess.odds >= ODDS_MIN || known.odds >= ODDS_MIN
}

interface SentencePlace {
  /** Contexts of the next token. */
  readonly keys: readonly number[]
  readonly next: number
  readonly count: number
}

function eachPlace(sentences: readonly LearntSentence[], visit: (place: SentencePlace) => void): void {
  for (const { head, sentence, count } of sentences) {
    for (const [at, next] of sentence.entries())
      visit({ keys: contexts(head, sentence.slice(0, at)), next, count })
  }
}

function countFollowers(sentences: readonly LearntSentence[]): ReadonlyMap<number, Map<number, number>> {
  const counts = new Map<number, Map<number, number>>()
  eachPlace(sentences, ({ keys, next, count }) => {
    for (const key of keys) {
      const followers = counts.get(key) ?? new Map<number, number>()
      followers.set(next, (followers.get(next) ?? 0) + count)
      counts.set(key, followers)
    }
  })
  return counts
}

/** The likeliest follower, the lower id of equals, and how likely it is drawn. */
function bestGuess(followers: ReadonlyMap<number, number>): Guess | undefined {
  const [best] = [...followers].sort(([a, x], [b, y]) => y - x || a - b)
  if (!best) return undefined
  const weight = (count: number) => count ** (1 / TEMPERATURE)
  const total = [...followers.values()].reduce((sum, count) => sum + weight(count), 0)
  return { token: best[0], odds: weight(best[1]) / total }
}

/** Where a narrative stands. */
export interface Standing {
  /** Heads of all beats, tokens from the move to `<say>`. */
  readonly heads: readonly (readonly number[])[]
  /** The beat being written. */
  readonly beat: number
  /** Tokens of its sentence so far. */
  readonly written: readonly number[]
  readonly endBeat: number
}

/**
 * The likeliest next tokens; over the end of the sentence and the next head, which is known, into the next sentence. Depends on nothing but
 * the table and where the narrative stands.
 */
export function foresee(table: DraftTable, { heads, beat, written, endBeat }: Standing): readonly number[] {
  const guessed: number[] = []
  let index = beat
  let sentence = [...written]
  let likely = 1
  while (guessed.length < GUESSES_MAX) {
    const guess = table.guess(contexts(heads[index] ?? [], sentence))
    likely *= (guess?.odds ?? 0) * TRUST
    if (!guess || likely < LIKELY_MIN) break
    if (guess.token === endBeat) {
      index++
      const head = heads[index]
      if (!head) break
      guessed.push(endBeat, ...head)
      sentence = []
    } else {
      guessed.push(guess.token)
      sentence = [...sentence, guess.token]
    }
  }
  return guessed
}
