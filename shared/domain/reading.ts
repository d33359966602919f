/**
 * How hard a text is to read. Syllables are counted by rule: groups of vowels, less a silent final e, at least one a word; good to about a
 * tenth on ordinary English.
 */

/** Syllables of one word; 0 for a string without a letter. */
export function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters === '') return 0
  const groups = letters
    .replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0))
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 1)
}

/**
 * Flesch-Kincaid grade of a text, in US school years (Kincaid et al. 1975): 0.39 words/sentence + 11.8 syllables/word - 15.59. A figure or a
 * measure counts as one word of two syllables. NaN for a text without words.
 */
export function readingGrade(text: string): number {
  const sentences = Math.max(1, (text.match(/[.!?]+(?=\s|$)/g) ?? []).length)
  const words = text.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word))
  if (words.length === 0) return Number.NaN
  const sounds = words.reduce((sum, word) => sum + (syllables(word) || 2), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (sounds / words.length) - 15.59
}

/** The grade up to which a sentence counts as easy: what a ten-year-old reads without effort. */
export const EASY_GRADE = 5

const SLOT = /<[^<>\s]+>/g

/** Whether an authored sentence is easy to read, a slot counting as a short word. */
export function isEasy(sentence: string): boolean {
  return readingGrade(sentence.replace(SLOT, 'thing')) <= EASY_GRADE
}
