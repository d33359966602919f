/** How varied a set of texts is: n-grams, openings. */
import { ngramCounts, tokensOf, wordsOf } from './text'

const OPENING_WORDS = 4

/**
 * Distinct-n (Li et al. 2016): different n-grams over all n-grams of the set. 0-1; falls as a set grows, so compare sets of one size.
 * NaN where there is no n-gram.
 */
export function distinctN(texts: readonly string[], n: number): number {
  const grams = texts.map((text) => ngramCounts(tokensOf(text), n))
  const all = grams.flatMap((counts) => [...counts.values()]).reduce((sum, count) => sum + count, 0)
  return new Set(grams.flatMap((counts) => [...counts.keys()])).size / all
}

/** The first four words of a text, lower case, without punctuation. */
export function openingOf(text: string): string {
  return wordsOf(text.toLowerCase())
    .map((word) => word.replace(/[^\p{L}\p{N}'’-]/gu, ''))
    .filter(Boolean)
    .slice(0, OPENING_WORDS)
    .join(' ')
}

/** The largest share of texts that begin with the same four words. Above 0 to 1; NaN of nothing. */
export function openingRepetition(texts: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(openingOf(text), (counts.get(openingOf(text)) ?? 0) + 1)
  return Math.max(0, ...counts.values()) / texts.length
}
