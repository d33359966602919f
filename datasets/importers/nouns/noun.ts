/** From a title to what the thing is: its common noun and grammatical number. */
import type { Aisle } from '../../../shared/domain/aisles'
import type { GrammaticalNumber } from '../../../shared/domain/facts'
import { isPlural, pluralWord, singularWord } from './number'
import { COLLECTIVES, MASS_NOUNS, NOUNS, PAIRS } from './table'

/** A noun found in a title or a category. */
export interface FoundNoun {
  /** Lower case, in the number given ("running shoes", "knife set"). */
  readonly noun: string
  readonly number: GrammaticalNumber
  /** Undefined for a collective of unknown things ("set"). */
  readonly aisle?: Aisle
  /** True when it is what the title ends with, so that the title has the noun's number. */
  readonly ends: boolean
}

/** Last word to its singular, other words as they are. */
export function singularPhrase(phrase: string): string {
  const words = phrase.split(' ')
  const last = words.pop() ?? ''
  const single = PAIRS.has(last) ? last.replace(/(?<=(sh|ch|ss|x))es$|s$/, '') : singularWord(last)
  return [...words, single].join(' ')
}

const aisleOf = new Map<string, Aisle>()
for (const [aisle, list] of Object.entries(NOUNS) as [Aisle, string][]) {
  for (const noun of list.split(',')) {
    const key = singularPhrase(noun.trim().replace(/\s+/g, ' '))
    if (!aisleOf.has(key)) aisleOf.set(key, aisle)
  }
}

/** The aisle of a noun phrase by its longest known ending; undefined when no ending is known. */
export function nounAisle(phrase: string): Aisle | undefined {
  const words = singularPhrase(phrase.toLowerCase()).split(' ')
  for (let from = 0; from < words.length; from++) {
    const aisle = aisleOf.get(words.slice(from).join(' '))
    if (aisle) return aisle
  }
  return undefined
}

/** Number of a noun as it stands ("running shoes" are `many`, "bread" is `mass`). */
export function nounNumber(surface: string): GrammaticalNumber {
  const last = surface.split(' ').at(-1) ?? ''
  if (MASS_NOUNS.has(last)) return 'mass'
  if (PAIRS.has(last)) return 'many'
  return isPlural(last) ? 'many' : 'one'
}

/** Nouns that are figures of speech or mere modifiers where they do not end a title: "Rustic Charm Set". */
const figurative = /^(?:charm|top|flat|light|wrap|slide|chain|roll|runner|pump|shade|level|file)s?$/

/** Longest known noun that ends at `end` (exclusive), three words at most. */
function nounEndingAt(words: readonly string[], end: number): string | undefined {
  for (let length = Math.min(3, end); length >= 1; length--) {
    const phrase = words.slice(end - length, end).join(' ')
    if (aisleOf.has(singularPhrase(phrase))) return phrase
  }
  return undefined
}

/** "Dinner Plate Set" is a "dinner plate set"; "Rustic Kitchen Set" a plain "set". */
function collective(words: readonly string[]): FoundNoun {
  const head = words.at(-1) ?? ''
  const whole = nounEndingAt(words, words.length)
  const inside = nounEndingAt(words, words.length - 1)
  const inner = inside !== undefined && figurative.test(inside) ? undefined : inside
  const noun = whole ?? (inner ? `${inner} ${head}` : head)
  const aisle = nounAisle(whole ?? inner ?? '')
  return { noun, number: 'one', ends: true, ...(aisle ? { aisle } : {}) }
}

/** Words of the title's main phrase, lower case: what stands before "with", "for", "in", a colon, a dash, a bracket, a comma. */
function mainWords(title: string): readonly string[] {
  const main = title.toLowerCase().split(/\s+(?:with|for|in|on|by|from|-|–|—)\s+|[,(:;|/[]/)[0] ?? ''
  return main
    .replace(/[^\p{L}\p{N}\s'-]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean)
}

/** The number of a title whose noun stands elsewhere: its last word tells ("Pork Belly Slices" is `many`). */
export function lastWordNumber(title: string): GrammaticalNumber {
  const last = mainWords(title).at(-1) ?? ''
  return PAIRS.has(last) || isPlural(last) ? 'many' : 'one'
}

/** Brands and cultivars by another name: where they do not end a title they name the thing only among food and plants. */
const namesakes =
  /^(?:apple|orange|blackberry|cherry|mango|peach|kiwi|plum|olive|lemon|lime|rose|lily|palm|fern|chocolate|honey|corn|pepper|ginger|mint)s?$/

/**
 * Finds the noun of a title ("Mauve Leather Daypack" gives `daypack`, `one`). Looks at the end of the main phrase first, then backwards
 * through the title, where a noun of the family the shop files the thing under (`filed`) comes first. Undefined when the title holds no
 * known noun.
 */
export function titleNoun(title: string, filed?: Aisle): FoundNoun | undefined {
  const words = mainWords(title)
  const last = words.at(-1) ?? ''
  if (COLLECTIVES.has(last)) return collective(words)
  const found: FoundNoun[] = []
  for (let end = words.length; end >= 1; end--) {
    const noun = nounEndingAt(words, end)
    const aisle = noun ? aisleOf.get(singularPhrase(noun)) : undefined
    if (!noun || !aisle) continue
    const ends = end === words.length
    const named = { noun, number: nounNumber(noun), aisle, ends }
    const foreign = namesakes.test(noun) && filed !== undefined && !/^(?:grocery|garden|festive)$/.test(filed)
    if (ends && !foreign) return named
    if (!foreign && !figurative.test(noun)) found.push(named)
  }
  return found.find(({ aisle }) => aisle === filed) ?? found[0]
}

/** The noun of a category or style name ("tables" gives `table`); undefined when it is not a known noun. */
export function categoryNoun(category: string): FoundNoun | undefined {
  const phrase = category
    .toLowerCase()
    .replace(/[^\p{L}\s'-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const single = singularPhrase(phrase)
  const aisle = aisleOf.get(single)
  if (!aisle) return undefined
  const paired = PAIRS.has(phrase) || aisle === 'footwear'
  const noun = paired ? pluralWord(single) : single
  return { noun, number: paired ? 'many' : nounNumber(single), aisle, ends: false }
}
