/** Materials that a product is said to have: "features buttery-soft leather", "its breathable fabric". */
import type { Found, Page } from './found'
import { MATERIALS, STOUT_MATERIALS } from './lexicon'
import type { Item } from './lists'
import { isFluff, sentenceCase, sliceOf } from './phrases'

const WORDS_MAX = 4
const plain = /^(?:fabric|material|knit|yarn|cloth)$/
const worn = /^(?:clothing|footwear|bags|furniture|music|homedecor|jewellery|outdoor|pets)$/

/** The material that an item names with its last word; a bare "fabric" tells nothing. */
export function fabricAt(page: Page, item: Item): Found | undefined {
  const { tokens, text, field } = page
  const head = tokens[item.to - 1]?.lower ?? ''
  const next = tokens[item.to]
  if (!STOUT_MATERIALS.has(head) || !worn.test(page.aisle ?? '')) return undefined
  if (next && /^(?:of|accents?)$/.test(next.lower) && next.sentence === tokens[item.to - 1]?.sentence)
    return undefined
  let from = item.from
  while (from < item.to - 1 && isFluff(tokens[from]?.lower ?? '')) from += 1
  const words = tokens.slice(from, item.to)
  if (words.length > WORDS_MAX || (plain.test(head) && words.length < 2)) return undefined
  if (
    words
      .slice(0, -1)
      .some(({ lower, pos }) => isFluff(lower) || pos === 'NUM' || /^(?:and|or|,)$/.test(lower)) &&
    !MATERIALS.has(words.at(-2)?.lower ?? '')
  )
    return undefined
  // A name, "the Harbour Leather", is no material.
  if (words.some(({ pos, text: word }) => pos === 'PROPN' || /^\p{Lu}\p{Ll}/u.test(word))) return undefined
  if (
    head === 'material' &&
    words.length === 2 &&
    /^(?:soft|thick|cozy|durable)$/.test(words[0]?.lower ?? '')
  )
    return undefined
  const slice = sliceOf(text, tokens, from, item.to)
  if (/[^\p{L}\p{N}\s'-]/u.test(slice.text)) return undefined
  return {
    kind: 'material',
    text: sentenceCase(slice.text),
    number: 'mass',
    field,
    start: slice.start,
    end: slice.end,
  }
}
