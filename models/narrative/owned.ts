/** Things of a shopper's history in a sentence: one or several, and words that only one of these takes. */
import pluralize from 'pluralize'

/** Singular words that end like plurals. */
const SINGULAR = /(?:ss|us|is|lens|canvas|series)$/

/** Whether a common noun speaks of several things ("tealights", "running shoes"), by its last word. */
export function isSeveral(noun: string): boolean {
  const last = noun.trim().toLowerCase().split(/\s+/).at(-1) ?? ''
  return !SINGULAR.test(last) && pluralize.isPlural(last) && pluralize.singular(last) !== last
}

/** Words between a determiner and the noun it belongs to: adjectives, nothing that begins another phrase. */
const ADJECTIVES =
  '(?:(?!(?:of|and|or|with|for|to|from|the|your|our|than|like|beside|as|in|on|by)\\b)[a-z-]+ ){0,2}'
/** Not where the noun belongs to a word before it: "a friend of your socks is". */
const HEAD =
  '(?<!\\b(?:of|with|for|to|beside|from|like|than|and|or|by|in|on)(?: your| the| those| these)?(?: [a-z-]+)? )'
const noun = (index: number) => `<h${index}\\.noun>`

/** Words of one thing before or after a noun of several. */
const ofOne = (index: number) =>
  new RegExp(
    `\\b(?:every|each|another|an?|this|that) ${ADJECTIVES}${noun(index)}|${HEAD}${noun(index)} (?:is|was|has|does|needs|wants|deserves|likes|asks)\\b`,
    'i',
  )
/** Words of several things before or after a noun of one. */
const ofSeveral = (index: number) =>
  new RegExp(
    `\\b(?:these|those|many|several|few|both) ${ADJECTIVES}${noun(index)}|${HEAD}${noun(index)} (?:are|were|have|do|need|want|deserve|like|ask)\\b`,
    'i',
  )

/**
 * Whether a sentence, slots as tokens, speaks of a thing of the history as one where it is several, or the other way round.
 * @param nouns the things, the newest first, as `<h1.noun>` and `<h2.noun>` name them; undefined where one has no noun
 */
export function misnumbers(sentence: string, nouns: readonly (string | undefined)[]): boolean {
  return nouns.some(
    (text, at) => text !== undefined && (isSeveral(text) ? ofOne(at + 1) : ofSeveral(at + 1)).test(sentence),
  )
}
