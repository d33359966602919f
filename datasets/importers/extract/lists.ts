/** Lists of noun phrases: "a sleek, matte black buckle, two pockets and a blend of cotton and wool". */
import { nounAisle } from '../nouns/noun'
import { isPlural } from '../nouns/number'
import { COLOURS, MATERIALS, PART_MASS, PARTS, PRAISE } from './lexicon'
import { runEnd, singular, skipDeterminers } from './phrases'
import type { Token } from './tokens'

/** One item of a list: tokens `[from, to)`, determiners left out. */
export interface Item {
  readonly from: number
  readonly to: number
}

/** Nouns before "of" that stand for what follows: "a mix of roses and ferns". */
const groups =
  /^(?:contrast|interplay|profusion|wealth|abundance|number|blend|mix|mixture|combination|array|cluster|clusters|medley|assortment|selection|arrangement|collection|pair|trio|duo|variety|crown|layers?|bed|bunch|sprigs?|swirls?|drizzle|dusting|bursts?|hints?|slices?|wedges|chunks|generous helping|helping|garnish|topping|fillings?|sprinkle|bundle|set|range|chunk|wheel|stack|strand|rows?|side|handful|scattering|sprinkling|garland|string)$/
const other = /^(?:this|these|that|those|it|you|your|we|our|every|any|which|who|they|he|she)$/
const ITEMS_MAX = 8

const qualities =
  /^(?:finish|closure|hue|colou?r|shade|tone|fit|texture|taste|flavou?r|aroma|crust|bite|meat|flesh|crumb)$/

function isHead(token: Token | undefined): boolean {
  if (!token) return false
  return (
    PARTS.has(singular(token.lower)) ||
    PART_MASS.has(token.lower) ||
    qualities.test(token.lower) ||
    nounAisle(token.lower) !== undefined ||
    /^(?:NOUN|PROPN)$/.test(token.pos)
  )
}

/** The run without the participles behind its noun: "glass top | supported". */
function trimTail(tokens: readonly Token[], from: number, to: number): number {
  let end = to
  while (end > from && !isHead(tokens[end - 1])) end -= 1
  const tail = tokens[end]
  // "tight rope tuning": what ends in -ing may be the noun itself.
  const verbal = /^(?:VERB|ADV)$/.test(tail?.pos ?? '') && !tail?.lower.endsWith('ing')
  // "a dial encased in steel": the tagger takes such a participle for an adjective.
  const participle = verbal || (/[a-z](?:ed|en)$/.test(tail?.lower ?? '') && tokens[end + 1]?.pos === 'ADP')
  return end > from && participle ? end : to
}

function isKnown(token: Token): boolean {
  return (
    PARTS.has(singular(token.lower)) || PART_MASS.has(token.lower) || nounAisle(token.lower) !== undefined
  )
}

function skipPraise(tokens: readonly Token[], from: number, to: number): number {
  let start = from
  while (start < to - 1 && PRAISE.has(tokens[start]?.lower ?? '')) start += 1
  return start
}

function isColourWord(tokens: readonly Token[], to: number): boolean {
  const word = tokens[to - 1]?.lower ?? ''
  return COLOURS.has(word) || COLOURS.has(`${tokens[to - 2]?.lower ?? ''} ${word}`)
}

/** True when a run ends without a noun, so that what follows a connector shares its head: "black and | white stripes". */
function headless(tokens: readonly Token[], to: number, alone: boolean): boolean {
  const last = tokens[to - 1]
  if (!last || isColourWord(tokens, to)) return true
  const gem =
    /^(?:pearl|crystal|diamond|sapphire|ruby|emerald|rose|lace)$/.test(last.lower) && tokens[to]?.text === ','
  const modifies = alone && tokens[to]?.lower === 'and' && tokens[to + 1]?.pos !== 'DET'
  const material = modifies && (MATERIALS.has(last.lower) || !(isKnown(last) || isPlural(last.lower)))
  return gem || material || !isHead(last)
}

function connector(
  tokens: readonly Token[],
  at: number,
): { readonly next: number; readonly joins: boolean } | undefined {
  const words = [0, 1, 2].map((ahead) => tokens[at + ahead]?.lower ?? '')
  const [one = '', two = '', three = ''] = words
  if (/^(?:as|along)$/.test(one) && /^(?:well|with)$/.test(two))
    return { next: at + (three === 'as' ? 3 : 2), joins: false }
  if (/^(?:and|&|plus|or|yet|alongside)$/.test(one))
    return { next: at + 1, joins: one === 'and' || one === '&' }
  if (one !== ',') return undefined
  if (/^(?:and|&|plus|yet)$/.test(two)) return { next: at + 2, joins: false }
  return { next: at + 1, joins: false }
}

/** "a strap across the toes, | a block heel": where a list goes on behind a phrase with a preposition; -1 where it does not. */
function pastPhrase(tokens: readonly Token[], at: number): number {
  if (
    !/^(?:across|on|at|in|around|along|down|near|throughout|for|over|under|behind)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    return -1
  const from = skipDeterminers(tokens, at + 1)
  const to = runEnd(tokens, from)
  const link = to > from ? connector(tokens, to) : undefined
  if (!link || /^(?:or|yet|alongside)$/.test(tokens[to]?.lower ?? '')) return -1
  return /^(?:DET|ADJ|NOUN|NUM)$/.test(tokens[link.next]?.pos ?? '') ? link.next : -1
}

/** The items of the list that starts at `start`, eight at most; ends where the sentence, or the grammar of a list, does. */
export function listItems(tokens: readonly Token[], start: number): readonly Item[] {
  const items: Item[] = []
  let at = start
  let shared = -1
  for (let count = 0; count < ITEMS_MAX; count++) {
    if (tokens[at]?.sentence !== tokens[start]?.sentence || other.test(tokens[at]?.lower ?? '')) break
    const from = skipDeterminers(tokens, at)
    const to = runEnd(tokens, from)
    if (to === from) break
    if (tokens[to]?.lower === 'of' && groups.test(tokens[to - 1]?.lower ?? '')) {
      at = to + 1
      shared = -1
      continue
    }
    const link = connector(tokens, to)
    const end = trimTail(tokens, from, to)
    const open = headless(tokens, end, end - skipPraise(tokens, from, end) === 1)
    if (!open) items.push({ from: shared >= 0 ? shared : from, to: end })
    const past = link ? -1 : pastPhrase(tokens, to)
    if (past >= 0) {
      at = past
      shared = -1
      continue
    }
    if (!link) break
    // In "red, white and black stripes" every colour waits for the stripes; in "sleek, black stripes" only the last word matters.
    const waits = open && (link.joins || isColourWord(tokens, end))
    shared = waits ? (shared >= 0 ? shared : from) : -1
    at = link.next
  }
  return items
}
