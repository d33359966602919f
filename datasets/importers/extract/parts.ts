/** Whether an item of a list names a part or detail worth saying. */
import { pluralWord, singularWord } from '../nouns/number'
import type { FactKind, GrammaticalNumber } from '../../../shared/domain/facts'
import type { Found, Page } from './found'
import { depicts, nounHead } from './found'
import {
  COLOURS,
  DEPICTION_PARTS,
  EMPTY,
  GARNISHED,
  LOOKS,
  MATERIALS,
  MILD,
  NOTIONS,
  RAW_FOODS,
  SHADES,
  SHAPES,
  SOUND,
  STYLES,
  VAGUE_MODIFIERS,
} from './lexicon'
import type { Item } from './lists'
import { isFluff, partHead, proseCase, singular, sliceOf, trimPraise } from './phrases'

const PHRASE_WORDS_MAX = 6
/** Hyphenated words that praise; every other one tells something ("scallop-edged"). */
const hollow =
  /-(?:catching|quality|art|have|notch|stopping|dropping|turning|kind|grabbing|provoking|watering|perfect|end|crafted|worthy|inducing|edge|grade|needed|new|forward|ready|performance|chic|elegant|loved|designed|made|selected|curated|awaited|honored|tech|appeal)$/
/** Heads that only one family of products has; elsewhere they are figures of speech. */
const belongs: Readonly<Record<string, RegExp>> = {
  window: /^(?:outdoor|homedecor|toys|festive|bags)$/,
  wall: /^(?:outdoor|toys|festive)$/,
  nail: /^(?:tools|toys)$/,
  screw: /^(?:tools|furniture|homedecor)$/,
  greenery: /^(?:garden|festive)$/,
  foliage: /^(?:garden|festive)$/,
  salt: /^(?:grocery)$/,
  gem: /^(?:jewellery|clothing|footwear|bags|festive|homedecor)$/,
  fruit: /^(?:grocery|garden)$/,
  jar: /^(?:beauty|grocery|homedecor)$/,
  fly: /^(?:outdoor)$/,
  charm: /^(?:jewellery|bags|clothing)$/,
  heart: /^(?:jewellery|festive|homedecor)$/,
  star: /^(?:jewellery|festive|homedecor)$/,
  formula: /^(?:beauty)$/,
  body: /^(?:garden|pets|toys|music|electronics|tools|jewellery|outdoor|kitchen|bags|furniture|beauty|homedecor)$/,
  light: /^(?:electronics|homedecor|festive|outdoor|tools)$/,
  tip: /^(?:kitchen|beauty|tools|stationery|jewellery)$/,
  key: /^(?:music|electronics)$/,
  head: /^(?:tools|beauty|music|electronics)$/,
  skin: /^(?:grocery|music)$/,
  layer: /^(?:grocery)$/,
  dip: /^(?:grocery)$/,
  drip: /^(?:grocery)$/,
  setting: /^(?:jewellery|electronics)$/,
  crown: /^(?:jewellery)$/,
  control: /^(?:electronics|music|kitchen)$/,
  stage: /^$/,
  bone: /^(?:grocery|pets)$/,
  screen: /^(?:electronics)$/,
  display: /^(?:electronics|music|jewellery)$/,
  element: /^(?:electronics)$/,
  bit: /^(?:tools)$/,
  guide: /^(?:stationery|tools|beauty|outdoor)$/,
  cover: /^(?:stationery|homedecor|furniture)$/,
  hammer: /^(?:music|tools)$/,
  ring: /^(?:outdoor|bags|jewellery|tools)$/,
}

/** False for a head that is a figure of speech in this family of products. */
export function belongsTo(page: Page, head: string): boolean {
  return belongs[head]?.test(page.aisle ?? 'general') ?? true
}

function kindOf(head: string, words: readonly string[]): FactKind {
  if (/^(?:display|screen)$/.test(head)) return 'screen'
  return words.at(-1) === 'closure' ? 'closure' : 'feature'
}

/** Whether a phrase tells anything: a word before its head that is no praise, and one that describes where the head is a mere shape. */
function tells(words: readonly string[], head: string, food: boolean): boolean {
  const own = words.slice(0, words.length - head.split(' ').length)
  if (own.some((word) => VAGUE_MODIFIERS.has(word))) return false
  // "warmth and protection"
  if (own.includes('and') && own.some((word) => NOTIONS.has(word))) return false
  const telling = own.filter((word) => !isFluff(word) && !/^(?:yet|and|,)$/.test(word))
  if (!SHAPES.has(head) && head.includes(' ')) return true
  if (!SHAPES.has(head)) return telling.length > 0 || own.some((word) => MILD.has(word))
  // "minimalist design" is a style, and read as one.
  if (LOOKS.has(head) && telling.length > 0 && telling.every((word) => STYLES.has(word))) return false
  // The colour of a look or a hue is the product's colour.
  if (
    /^(?:look|feel|appearance|hue|colou?r|aesthetic)$/.test(words.at(-1) ?? '') &&
    telling.every((word) => COLOURS.has(word) || SHADES.has(word))
  )
    return food && telling.length > 0
  if (own.some((word) => SOUND.has(word))) return true
  return telling.some((word) => !EMPTY.has(word) && !(word.includes('-') && hollow.test(word)))
}

/** True where "of" behind a part leads back to the product: "the clean lines of this chair". */
function ofProduct(page: Page, at: number): boolean {
  const { tokens } = page
  if (!/^(?:this|these|the|our)$/.test(tokens[at + 1]?.lower ?? '')) return false
  return [2, 3, 4].some((ahead) => singular(tokens[at + ahead]?.lower ?? '') === singular(nounHead(page)))
}

/** The feature an item names; undefined when it names no known part, tells nothing, or is the product itself. */
export function partAt(page: Page, item: Item): Found | undefined {
  const { tokens, text, field } = page
  const part = partHead(tokens, item.from, item.to)
  const next = part ? tokens[part.to] : undefined
  if (!part || (next && part.to < item.to && /^(?:NOUN|PROPN)$/.test(next.pos))) return undefined
  // A plural with a determiner behind it is a verb: "the collar frames your face".
  if (
    part.number === 'many' &&
    next &&
    /^(?:a|an|the|any|every|your|their|its|it|you)$/.test(next.lower) &&
    next.sentence === tokens[part.to - 1]?.sentence
  )
    return undefined
  if ((next?.lower === 'of' && !ofProduct(page, part.to)) || next?.text === '-' || next?.text === "'s")
    return undefined
  const from = trimPraise(tokens, item.from, part.to - (part.head.split(' ').length - 1))
  const words = tokens.slice(from, part.to).map((token) => token.lower)
  if (words.filter((word) => word !== ',').length > PHRASE_WORDS_MAX || !sayable(page, words, part.head))
    return undefined
  const slice = sliceOf(text, tokens, from, part.to)
  if (
    /[^\p{L}\p{N}\s',-]/u.test(slice.text.replace(/(?<=\d)\.(?=\d)/g, '')) ||
    (slice.text.includes(',') && !/,? and /.test(slice.text)) ||
    /^\S+, and /.test(slice.text)
  )
    return undefined
  const number: GrammaticalNumber = part.number
  return {
    kind: kindOf(part.head, words),
    text: proseCase(slice.text, tokens, from),
    number,
    field,
    start: slice.start,
    end: slice.end,
  }
}

function sayable(page: Page, words: readonly string[], head: string): boolean {
  const aisle = page.aisle ?? 'general'
  if (words.every((word) => MATERIALS.has(word) || word === 'and')) return false
  if (!belongsTo(page, head)) return false
  if (head === 'charm' && MILD.has(words[0] ?? '')) return false
  if (
    aisle === 'grocery' &&
    RAW_FOODS.has(singularWord(nounHead(page))) &&
    (GARNISHED.has(head) || /^(?:sprig|seed|slice|peppercorn)$/.test(head))
  )
    return false
  if (depicts(page) && !DEPICTION_PARTS.has(head)) return false
  const own = nounHead(page)
  const plainFlower = aisle === 'garden' && words.length === 1 && !SHAPES.has(head)
  if (!plainFlower && !tells(words, head, aisle === 'grocery')) return false
  if (own === 'heels' && head === 'heel') return true
  return !words.includes(own) && !words.includes(singularWord(own)) && !words.includes(pluralWord(own))
}
