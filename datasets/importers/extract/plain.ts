/**
 * What a product has in words that tell little: a bare part ("tassels"), or a thing of no listed name with a word that describes it
 * ("a tin whistle holder"). Such a fact only stands in where a description says little else.
 */
import { isPlural } from '../nouns/number'
import { nounAisle } from '../nouns/noun'
import { COLLECTIVES, MASS_NOUNS } from '../nouns/table'
import type { Found, Page } from './found'
import { depicts, nounHead } from './found'
import { COLOURS, EMPTY, MATERIALS, NOTIONS, PATTERNS, SHAPES, VAGUE_MODIFIERS } from './lexicon'
import type { Item } from './lists'
import { belongsTo } from './parts'
import { isFluff, partHead, proseCase, singular, sliceOf } from './phrases'
import type { Token } from './tokens'

const PHRASE_WORDS_MAX = 5
/** Nouns that stand for another thing, or for what the shopper does with it. */
const standIns =
  /^(?:companions?|accessor(?:y|ies)|tools?|pieces?|beverages?|brew|sides?|highs|lows|results?|vision|forms?|cascades?|essentials?|options?|items?|friends?|creatures?|liquids?|drinks?|delights?|flats?|architecture|ones?|things?|hues?|tones?|elements?|surroundings?|scenery|skies|sky|water|interiors?|walls?|floors?|windows?|outfits?|attire|top|dish|meals?|treats?|beauty|beauties|backdrop|images?|shots?|footage|sounds?|picks?|thing|wonder|gem|star|set|kit|duo|trio|pair|bundle|package|version|model|alternative|edition|shade|blend|mix)$/
/** Parts that say nothing by their name alone. */
const nameless =
  /^(?:charm|driver|grip|traction|platform|outlet|hardware|lather|wedge|element|option|capability|number|figure|action|side|accent|detail|layer|effect|size|system|mechanism|configuration|formula|opening|corner|mark|marking|curve|line|coating|edge|setting|holder|piece|stone|string|page|shape|cut|guide|insert|hand|head|tail|eye|ear|nose|face|light|key|sensor|screen|display|control|switch|component|board|skin|seed|slice|chunk|topping|filling|crust|sauce|flower|rose|bloom|petal|sprig|herb|vegetable|fruit|nut|sound|snow|text|storage|seating|space|protection|technology|moisture|heat|sweetness|fragrance|greenery|foliage|feature|charging|cream|chocolate|caramel|butter|cheese|salt|zest|mint|basil|garlic|parsley|thyme|rosemary|cherry|strawberry|raspberry|blueberry|tomato|olive|noodle|leg|back|top|seat|base|strap|handle|sole|upper|heel|toe|string|body|neck|stem|blade|tip|frame|lens|surface|door|sleeve|button|collar|button|bristle)$/

function describes({ lower, pos }: Token): boolean {
  return (
    COLOURS.has(lower) ||
    MATERIALS.has(lower) ||
    PATTERNS.has(lower) ||
    (pos === 'ADJ' && lower.includes('-')) ||
    /^(?:wooden|metallic|woven|carved|engraved|embroidered|painted|striped|quilted|braided|beaded|illuminated|framed|hanging|rotating|folding|removable|adjustable|detachable)$/.test(
      lower,
    )
  )
}

function bare(page: Page, item: Item): Item | undefined {
  const part = partHead(page.tokens, item.from, item.to)
  if (!part || part.to !== item.to || SHAPES.has(part.head) || nameless.test(part.head) || depicts(page))
    return undefined
  const from = part.to - part.head.split(' ').length
  const before = page.tokens.slice(item.from, from)
  return before.every(({ lower }) => isFluff(lower)) && belongsTo(page, part.head)
    ? { from, to: part.to }
    : undefined
}

function unlisted(page: Page, item: Item): Item | undefined {
  const { tokens } = page
  let from = item.from
  while (from < item.to - 1 && isFluff(tokens[from]?.lower ?? '')) from += 1
  const words = tokens.slice(from, item.to)
  const last = words.at(-1)
  if (!last || last.pos !== 'NOUN' || words.length < 2 || words.length > PHRASE_WORDS_MAX) return undefined
  if (
    standIns.test(last.lower) ||
    NOTIONS.has(last.lower) ||
    EMPTY.has(last.lower) ||
    SHAPES.has(singular(last.lower)) ||
    /(?:ing|ness|ity|ance|ence|ism|ship|tion|ment|ility)$/.test(last.lower)
  )
    return undefined
  if (
    partHead(tokens, from, item.to) ||
    (nounAisle(last.lower) !== undefined && !COLLECTIVES.has(nounHead(page)))
  )
    return undefined
  if (COLOURS.has(last.lower) || MATERIALS.has(last.lower)) return undefined
  const plain = words.every(
    ({ lower, pos }) =>
      pos !== 'ADV' && pos !== 'VERB' && lower !== ',' && lower !== 'and' && !VAGUE_MODIFIERS.has(lower),
  )
  return plain && words.slice(0, -1).some(describes) ? { from, to: item.to } : undefined
}

/** The fact of a bare part, or of an unlisted thing with a word that describes it. */
export function plainAt(page: Page, item: Item): Found | undefined {
  const { tokens, text, field } = page
  if (page.aisle === 'grocery' || /^(?:of|['’]s|-)$/.test(tokens[item.to]?.lower ?? '')) return undefined
  const span = bare(page, item) ?? unlisted(page, item)
  if (!span) return undefined
  const words = tokens.slice(span.from, span.to).map(({ lower }) => lower)
  if (words.some((word) => singular(word) === singular(nounHead(page)))) return undefined
  const slice = sliceOf(text, tokens, span.from, span.to)
  if (/[^\p{L}\p{N}\s'-]/u.test(slice.text)) return undefined
  const last = words.at(-1) ?? ''
  const part = partHead(tokens, span.from, span.to)
  const number = part?.number ?? (MASS_NOUNS.has(last) ? 'mass' : isPlural(last) ? 'many' : 'one')
  return {
    kind: 'feature',
    text: proseCase(slice.text, tokens, span.from),
    number,
    field,
    start: slice.start,
    end: slice.end,
    plain: true,
  }
}
