/** How measures take texts apart: tokens, n-grams, sentences, and whether a value stands in a text. */

/** Lower-case words (with apostrophes inside) and single punctuation marks, in order. */
export function tokensOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu) ?? []
}

/** Words of a text by white space, punctuation attached; what "words" means in a length directive. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean)
}

/** Sentences: a full stop, question or exclamation mark, white space, and something that opens a sentence. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .trim()
    .split(/(?<=[.!?]["”’')]?)\s+(?=["“‘'(]?[\p{Lu}\p{N}\p{Sc}])/u)
    .filter(Boolean)
}

/** Counts of a token list's n-grams, tokens joined by a space. Empty when there are fewer than `n` tokens. */
export function ngramCounts(tokens: readonly string[], n: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + n <= tokens.length; at++) {
    const gram = tokens.slice(at, at + n).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const escaped = (value: string) => value.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const patternOf = (value: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`, flags)

/** Whether a value stands in a text as whole words, whatever its capitals and spaces; never for an empty value. */
export function says(text: string, value: string): boolean {
  return value.trim() !== '' && patternOf(value, 'iu').test(text)
}

/** What takes the place of a masked value; no word holds it. */
export const MASK = '□'

/** The text with every standing value replaced by a mask, longer values first, so that what remains is the writer's own words. */
export function masked(text: string, values: readonly string[]): string {
  const longestFirst = [...new Set(values)]
    .filter((value) => value.trim() !== '')
    .sort((a, b) => b.length - a.length)
  return longestFirst.reduce((left, value) => left.replace(patternOf(value, 'giu'), MASK), text)
}
