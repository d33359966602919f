/** Whole things that a set brings along: "includes a side table". */
import { isPlural } from '../nouns/number'
import { nounAisle } from '../nouns/noun'
import { COLLECTIVES, MASS_NOUNS, PAIRS } from '../nouns/table'
import type { Found, Page } from './found'
import { nounHead } from './found'
import { VAGUE_MODIFIERS } from './lexicon'
import type { Item } from './lists'
import { proseCase, sliceOf, trimPraise } from './phrases'
import type { GrammaticalNumber } from '../../../shared/domain/facts'

/** Known nouns that are figures of speech outside their own family. */
const abstract =
  /^(?:decor|accessor(?:y|ies)|milk|salt|pepper|thyme|basil|rosemary|mint|parsley|charm|top|flat|slide|slip-on|wrap|suit|brush|light|treat|bass|roll|level|seed|pump|runner|trainer|shade|frame|throw|print|map|card|balance|mixer|body|mask)$/
const WORDS_MAX = 5

function numberOf(last: string): GrammaticalNumber {
  if (MASS_NOUNS.has(last)) return 'mass'
  if (PAIRS.has(last)) return 'many'
  return isPlural(last) ? 'many' : 'one'
}

/** The included thing an item names; undefined for what is no known thing, or says nothing but its name. */
export function includedAt(page: Page, item: Item): Found | undefined {
  const { tokens, text, field } = page
  const from = trimPraise(tokens, item.from, item.to)
  const words = tokens.slice(from, item.to).map((token) => token.lower)
  const last = words.at(-1) ?? ''
  const number = numberOf(last)
  if (words.length > WORDS_MAX) return undefined
  if (
    !nounAisle(words.join(' ')) ||
    COLLECTIVES.has(last) ||
    (abstract.test(last) && page.aisle !== 'jewellery') ||
    tokens[item.to]?.lower === 'of'
  )
    return undefined
  if (words.some((word) => VAGUE_MODIFIERS.has(word)) || last === nounHead(page)) return undefined
  if (
    tokens
      .slice(from, item.to)
      .some((token) => /^\p{Lu}\p{Ll}/u.test(token.text) && !token.text.includes('-'))
  )
    return undefined
  const slice = sliceOf(text, tokens, from, item.to)
  if (/[^\p{L}\p{N}\s'-]/u.test(slice.text)) return undefined
  return {
    kind: 'includes',
    text: proseCase(slice.text, tokens, from),
    number,
    field,
    start: slice.start,
    end: slice.end,
  }
}
