/**
 * Persona identification: can the right person be told among ten by what a text says? A retrieval: the text is the query, ten profiles are
 * the documents, and the right one must come first, alone. Chance is 0.1.
 */
import type { Persona } from '../../shared/domain/persona'
import { seededRandom } from '../../shared/util/random'
import { MASK, masked, tokensOf } from './text'

/** Profiles a text is held against, the right one included. */
export const CANDIDATES = 10

/** How near a text is to a profile; only the order counts. */
export type Nearness = (text: string, profile: string) => number

/** A text and whom it was written for. */
export interface Addressed {
  readonly text: string
  readonly persona: Persona
  /** What all candidates share, and so must not count: the occasion. */
  readonly shared: readonly string[]
}

/** What is known of a person, as one text: interests, what she bought, and the summary without her name. */
export function profileText({ interests, history, summary, name, recipient }: Persona): string {
  const anonymous = masked(summary, [name, ...name.split(' ')]).replaceAll(MASK, '')
  const owned = history.flatMap(({ title, noun }) => [title, noun ?? ''])
  return [...interests, ...owned, recipient ?? '', anonymous].filter(Boolean).join('. ')
}

/**
 * Tells, text by text, whether the right profile is strictly nearer than each of nine others, drawn by `seed` from the other people of
 * `pool` with another profile; the measure is the share of texts for which it is. A tie is wrong. Shared phrases are taken out of the text
 * first. Draws go on from text to text, so the same texts in the same order give the same answers. Throws RangeError, with the first text,
 * when the pool has fewer than ten different profiles.
 */
export function personaTeller(
  pool: readonly Persona[],
  { nearness, seed }: { readonly nearness: Nearness; readonly seed: number },
): (addressed: Addressed) => boolean {
  const profiles = [...new Set(new Map(pool.map((persona) => [persona.id, profileText(persona)])).values())]
  const random = seededRandom(seed)
  return ({ text, persona, shared }) => {
    const own = profileText(persona)
    const others = profiles.filter((profile) => profile !== own)
    if (others.length < CANDIDATES - 1)
      throw new RangeError('Ten different profiles are needed to tell one among them')
    const query = masked(text, shared).replaceAll(MASK, '')
    const score = nearness(query, own)
    return random
      .shuffle(others)
      .slice(0, CANDIDATES - 1)
      .every((profile) => nearness(query, profile) < score)
  }
}

/** Words that carry meaning, singular and plural as one. */
const termsOf = (text: string) =>
  tokensOf(text)
    .filter((token) => /\p{L}{3}/u.test(token))
    .map((token) => token.replace(/['’]s$/, '').replace(/(?<=[^s]{2})s$/, ''))

/**
 * Cosine of TF-IDF vectors (Salton and Buckley 1988): term frequency 1 + ln tf, inverse document frequency ln(N / df) over `profiles`.
 * Words that stand in no profile, or in all of them, say nothing. 0-1.
 */
export function tfIdfNearness(profiles: readonly string[]): Nearness {
  const documents = new Map<string, number>()
  for (const profile of profiles)
    for (const term of new Set(termsOf(profile))) documents.set(term, (documents.get(term) ?? 0) + 1)
  const known = new Map<string, ReadonlyMap<string, number>>()
  const vectorOf = (text: string) => {
    const found = known.get(text) ?? weigh(text, documents, profiles.length)
    known.set(text, found)
    return found
  }
  return (text, profile) => {
    const [a, b] = [vectorOf(text), vectorOf(profile)]
    return [...a].reduce((sum, [term, weight]) => sum + weight * (b.get(term) ?? 0), 0)
  }
}

function weigh(
  text: string,
  documents: ReadonlyMap<string, number>,
  total: number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const term of termsOf(text)) if (documents.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const weights = [...counts].map(
    ([term, count]) => [term, (1 + Math.log(count)) * Math.log(total / documents.get(term)!)] as const,
  )
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return new Map(weights.map(([term, weight]) => [term, weight / length]))
}

/** Words a phrase may have to be looked for as one: longer parts of a profile are prose. */
const PHRASE_WORDS = 6
/** How much the words apart from phrases count: they decide between people of whom nothing is said outright. */
const WORDS_SHARE = 0.25

/**
 * Whole phrases first: the sum of ln(N / df) over the profile's phrases (an interest, a thing owned) that stand in the text word for word, `df`
 * the profiles that hold the phrase; to that a quarter of the TF-IDF cosine, which decides where no phrase does. 0 and up.
 */
export function phraseNearness(profiles: readonly string[]): Nearness {
  const words = tfIdfNearness(profiles)
  const holders = new Map<string, number>()
  for (const profile of profiles)
    for (const phrase of phrasesOf(profile)) holders.set(phrase, (holders.get(phrase) ?? 0) + 1)
  return (text, profile) => {
    const plain = spaced(text)
    const said = [...phrasesOf(profile)].filter((phrase) => plain.includes(phrase))
    const weight = (phrase: string) => Math.log(profiles.length / (holders.get(phrase) ?? profiles.length))
    return said.reduce((sum, phrase) => sum + weight(phrase), WORDS_SHARE * words(text, profile))
  }
}

/** " wild camping ": lower case, letters and figures only, so that whole words are found by `includes`. */
const spaced = (text: string) => ` ${tokensOf(text).join(' ')} `

const phrasesOf = (profile: string): ReadonlySet<string> =>
  new Set(
    profile
      .split('. ')
      .map(spaced)
      .filter((phrase) => phrase.trim() !== '' && phrase.trim().split(' ').length <= PHRASE_WORDS),
  )
