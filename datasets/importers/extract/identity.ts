/** What a product itself is: material, colour, pattern, style, craft, season. */
import { isPlural, singularWord } from '../nouns/number'
import type { FactKind } from '../../../shared/domain/facts'
import { nounAisle } from '../nouns/noun'
import { COLLECTIVES } from '../nouns/table'
import { colourRange, huedAt } from './colours'
import type { Found, Page } from './found'
import { depicts, nounHead } from './found'
import {
  COLOURS,
  CARES,
  CRAFTS,
  FITS,
  LOOKS,
  MADE_SO,
  MATERIALS,
  PART_MASS,
  PARTS,
  PATTERNS,
  PRAISE,
  SHADES,
  STYLES,
  TITLE_SHY,
} from './lexicon'
import type { Item } from './lists'
import { materialLength, materialRange } from './materials'
import { runEnd, sentenceCase, singular, skipDeterminers, sliceOf } from './phrases'
import { qualityAt } from './qualities'
import { seasonFacts } from './seasons'
import type { Token } from './tokens'

const made =
  /^(?:crafted|made|constructed|fashioned|built|woven|knitted|carved|forged|handcrafted|hand-crafted|handmade|handwoven|hand-carved|sculpted|molded|cast|sewn|tailored|upholstered)$/
const by = /^(?:from|of|in|with|using|out)$/
const manner =
  /^(?:expertly|meticulously|carefully|skillfully|beautifully|lovingly|masterfully|thoughtfully|exquisitely|artfully|impeccably)$/
/** What makes "materials" worth saying. */
const safe =
  /^(?:pet-safe|recycled|sustainable|eco-friendly|weather-resistant|water-resistant|marine-grade|food-grade|natural|all-natural|biodegradable|non-toxic|hypoallergenic|waterproof|weatherproof|plant-based)$/
/** Words that stand for whatever product it is. */
const generic =
  /^(?:accessory|accessories|piece|pieces|instrument|garment|footwear|timepiece|fixture|tool|device|gadget|set|ensemble|collection|design|creation|beauty|number|essential|wonder|gem|kicks|shades|specs|frames|shell|crew neck|neck|tint|shelter|vessel|container|structure|unit|disc|bar|sphere|shoes?|lamp|seat|decoration|toy|figure|vehicle|layer|arrangement|artwork|luminaire|headpiece|topper|powerhouse|tapers?|orbs?|container|companion|workhorse|kit|combination|pairing|duo|trio|pair|item|product|model|version|treasure|marvel)$/
const woods = /^(?:ebony|pine|cherry|cedar|birch|maple|spruce|ash|walnut|oak|olive|bamboo)$/
/** Names for what is worn before the eyes; nouns that are drinking glasses elsewhere. */
const eyewear = /^(?:glasses|eyeglasses|sunglasses|spectacles|eyewear|frames|shades|specs|goggles)$/

function found(page: Page, kind: FactKind, { from, to }: Item): Found {
  const slice = sliceOf(page.text, page.tokens, from, to)
  return {
    kind,
    text: sentenceCase(slice.text),
    number: 'mass',
    field: page.field,
    start: slice.start,
    end: slice.end,
  }
}

/** The product's own noun; of a set also what it is a set of ("sofa" in "sofa set"). */
function isOwn(page: Page, token: Token | undefined): boolean {
  if (!token) return false
  const names = COLLECTIVES.has(nounHead(page)) ? page.noun.split(' ').slice(-2) : [nounHead(page)]
  return names.some((name) => token.lower === name || singularWord(token.lower) === singularWord(name))
}

/** A word that can only mean the product after "this" or "these": its noun, its like, or a word for any product. */
function meansProduct(page: Page, token: Token | undefined): boolean {
  if (!token) return false
  if (isOwn(page, token) || generic.test(token.lower)) return true
  if (eyewear.test(nounHead(page)) && page.aisle === 'clothing' && eyewear.test(token.lower)) return true
  const aisle = page.aisle
  return aisle !== undefined && nounAisle(token.lower) === aisle
}

/** "crafted from X" where the phrase speaks of the product: at a sentence's start, after a comma, after its noun or "is". */
function speaksOfProduct(page: Page, at: number): boolean {
  const before = page.tokens[at - 1]
  if (!before || before.sentence !== page.tokens[at]?.sentence) return true
  if (before.text === ',')
    return /^(?:this|these|our|each|it|they)$/.test(
      page.tokens.find((token) => token.sentence === before.sentence)?.lower ?? '',
    )
  if (manner.test(before.lower)) return speaksOfProduct(page, at - 1)
  if (/^(?:is|are|piece|each|it|they|product)$/.test(before.lower))
    return !/^(?:handle|strap|frame|sole|blade|band|face|dial|lens)s?$/.test(page.tokens[at - 2]?.lower ?? '')
  return isOwn(page, before)
}

function madeOf(page: Page): readonly Found[] {
  const { tokens } = page
  return tokens.flatMap((token, at): readonly Found[] => {
    if (!made.test(token.lower) || !by.test(tokens[at + 1]?.lower ?? '') || !speaksOfProduct(page, at))
      return []
    for (let i = at + 2; i < Math.min(at + 9, tokens.length); i++) {
      const next = tokens[i]
      if (next && safe.test(next.lower) && /^materials?$/.test(tokens[i + 1]?.lower ?? ''))
        return [found(page, 'material', { from: i, to: i + 2 })]
      if (
        !next ||
        /^[.;]$/.test(next.text) ||
        (next.pos === 'ADP' && next.lower !== 'of') ||
        next.lower === 'and'
      )
        return []
      if (materialLength(tokens, i) === 0) continue
      const range = materialRange(tokens, i, at + 2)
      // A noun behind it means the material belongs to something else: "from leather straps".
      const after = tokens[range.to]
      if (after && /^(?:NOUN|PROPN)$/.test(after.pos) && after.sentence === token.sentence) return []
      const bare = range.to - range.from === 1 && /^(?:fabric|yarn)$/.test(tokens[range.from]?.lower ?? '')
      return bare || after?.lower === 'and' || after?.lower === 'or' ? [] : [found(page, 'material', range)]
    }
    return []
  })
}

/** "This set features ... baubles": the verb in a sentence about the product, before its own noun. */
function shows(page: Page, at: number): boolean {
  const { tokens } = page
  const token = tokens[at]
  if (!token || !/^(?:features|feature|includes|include|featuring|showcases)$/.test(token.lower)) return false
  const first = tokens.findIndex((other) => other.sentence === token.sentence)
  return at - first <= 5 && /^(?:this|these|our|the|each|featuring)$/.test(tokens[first]?.lower ?? '')
}

/** What stands before the noun where a phrase names the product itself: in the title, or after "this", "these", "our". */
function namings(page: Page): readonly Item[] {
  const { tokens } = page
  if (page.isTitle) {
    const at = tokens.findLastIndex((token) => isOwn(page, token))
    return at > 0 ? [{ from: 0, to: at }] : []
  }
  return tokens.flatMap((token, at): readonly Item[] => {
    const shown = shows(page, at)
    const opens =
      tokens[at - 1]?.sentence !== token.sentence && /^(?:a|an|two|three|four|five|six)$/.test(token.lower)
    if (!opens && !shown && !/^(?:this|these|our)$/.test(token.lower)) return []
    let end = shown ? skipDeterminers(tokens, at + 1) : at + 1
    while (
      tokens[end]?.sentence === token.sentence &&
      /^(?:ADJ|NOUN|PROPN|ADV|VERB|NUM)$/.test(tokens[end]?.pos ?? '')
    )
      end = joinAt(tokens, end + 1)
    const many =
      token.lower === 'these' && COLLECTIVES.has(page.noun) && isPlural(tokens[end - 1]?.lower ?? '')
    if (many) return [{ from: at + 1, to: end - 1 }]
    const gathered = gatheredIn(page, end)
    if (gathered) return [gathered]
    for (let to = end - 1; to > at; to--)
      if (opens || shown ? isOwn(page, tokens[to]) : meansProduct(page, tokens[to]))
        return [{ from: at + 1, to }]
    return []
  })
}

/** "this trio of amber glass bottles": what a set is named after, from the "of" at `at`. */
function gatheredIn(page: Page, at: number): Item | undefined {
  const { tokens } = page
  const group = /^(?:pair|trio|duo|set|collection|quartet|assortment)$/.test(tokens[at - 1]?.lower ?? '')
  if (!group || tokens[at]?.lower !== 'of' || !COLLECTIVES.has(nounHead(page))) return undefined
  const from = skipDeterminers(tokens, at + 1)
  const to = runEnd(tokens, from)
  return to - from > 1 && isPlural(tokens[to - 1]?.lower ?? '') ? { from, to: to - 1 } : undefined
}

/** Passes over a comma or "and" between adjectives. */
function joinAt(tokens: readonly Token[], at: number): number {
  const joins =
    /^(?:,|and|yet)$/.test(tokens[at]?.lower ?? '') && tokens[at]?.sentence === tokens[at - 1]?.sentence
  return joins && /^(?:ADJ|VERB|NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? '') ? at + 1 : at
}

function confirmed(page: Page, word: string): boolean {
  return page.others.some(({ text }) =>
    new RegExp(`\\b${word.replace(/[^\p{L}\p{N}-]/gu, '.')}`, 'iu').test(text),
  )
}

function namedMaterial(page: Page, range: Item): Found | undefined {
  for (let i = range.from; i < range.to; i++) {
    const word = page.tokens[i]?.lower ?? ''
    if (materialLength(page.tokens, i) === 0) continue
    const span = materialRange(page.tokens, i, range.from)
    if (!reaches(page, span.to, range.to) || (page.isTitle && TITLE_SHY.has(word) && !confirmed(page, word)))
      continue
    if (/^(?:and|&)$/.test(page.tokens[span.from - 1]?.lower ?? '')) continue
    if (/^(?:fabric|yarn)$/.test(word) && span.to - span.from === 1) continue
    // A wreath of pine is greenery; "pine" in the name of a napkin is decoration.
    if (
      woods.test(word) &&
      !/^(?:furniture|music|tools|kitchen|homedecor|electronics)$/.test(page.aisle ?? '')
    )
      continue
    if (woods.test(word) && page.festive) continue
    if (word === 'crystal' && /^(?:clothing|footwear|bags|furniture)$/.test(page.aisle ?? '')) continue
    if (word === 'knit' && !/^(?:clothing|footwear|bags)$/.test(page.aisle ?? '')) continue
    return found(page, 'material', span)
  }
  return undefined
}

/** A part between a material or colour and the product's noun has them instead: "leather strap watch", "rose gold chain bracelet". */
function owns(token: Token): boolean {
  return (
    PARTS.has(singular(token.lower)) || PART_MASS.has(token.lower) || /^(?:and|,|with)$/.test(token.lower)
  )
}

/** True when nothing that could own the material stands between it and the noun. */
function reaches(page: Page, from: number, to: number): boolean {
  return page.tokens.slice(from, to).every((token) => page.noun.includes(token.lower) || !owns(token))
}

/** Three colours in a row, or two without "and", are a pattern, not a colour. */
function alone(page: Page, { from, to }: Item): boolean {
  const near = [page.tokens[from - 1], page.tokens[to]].map((token) => token?.lower ?? '')
  const beyond = [page.tokens[from - 2], page.tokens[to + 1]].map((token) => token?.lower ?? '')
  const joined = near.some(
    (word, side) => /^(?:and|&|,|to|with)$/.test(word) && COLOURS.has(beyond[side] ?? ''),
  )
  return !joined && !near.some((word) => COLOURS.has(word))
}

/** "This glass-top table and navy chair set": the words after "and" describe only the second thing. */
function secondThing(page: Page, from: number, to: number): boolean {
  return page.tokens
    .slice(from, to)
    .some(
      (token, index) =>
        token.lower === 'and' && nounAisle(page.tokens[from + index - 1]?.lower ?? '') !== undefined,
    )
}

function namedColour(page: Page, range: Item): Found | undefined {
  for (let i = range.from; i < range.to; i++) {
    const hued = page.isTitle ? undefined : huedAt(page, i)
    if (hued && reaches(page, i + 1, range.to)) return hued
  }
  for (let i = range.to - 1; i >= range.from; i--) {
    // A wine glass is of no colour.
    if (/^glass/.test(page.tokens[i + 1]?.lower ?? '') && page.tokens[i]?.lower === 'wine') continue
    const span = colourRange(page.tokens, i, range.from)
    if (!span || !alone(page, span) || page.noun.split(' ').includes(page.tokens[i]?.lower ?? '')) continue
    if (page.isTitle && !confirmed(page, page.tokens[i]?.lower ?? '')) continue
    if (secondThing(page, range.from, span.from)) continue
    const between = page.tokens.slice(span.to, range.to)
    if (between.some((token) => owns(token) && token.text !== ',' && !page.noun.includes(token.lower)))
      continue
    return found(page, 'colour', span)
  }
  return undefined
}

/** "sneakers in vibrant red", "it comes in a soft cream hue". */
function colourIn(page: Page): readonly Found[] {
  const { tokens } = page
  return tokens.flatMap((token, at): readonly Found[] => {
    const before = tokens[at - 1]
    if (page.isTitle || token.lower !== 'in' || !before) return []
    if (
      !meansProduct(page, before) &&
      !/^(?:comes|come|available|finished|rendered|designed|upholstered)$/.test(before.lower) &&
      !MATERIALS.has(before.lower)
    )
      return []
    const from = skipDeterminers(tokens, at + 1)
    const to = runEnd(tokens, from)
    const hue = qualityAt(page, { from, to })
    if (hue) return hue.kind === 'colour' ? [hue] : []
    const range = colourRange(tokens, to - 1, from)
    const onlyColour =
      range &&
      tokens.slice(from, range.from).every((word) => PRAISE.has(word.lower) || SHADES.has(word.lower))
    return range && onlyColour && alone(page, range) ? [found(page, 'colour', range)] : []
  })
}

/** "in shades of charcoal and pale gray": the product's colours, unless it is a set or a bouquet. */
function shadesOf(page: Page): readonly Found[] {
  const { tokens } = page
  if (page.isTitle || COLLECTIVES.has(nounHead(page)) || page.aisle === 'garden') return []
  return tokens.flatMap((token, at): readonly Found[] => {
    if (token.lower !== 'of' || !/^(?:shades|hues|tones)$/.test(tokens[at - 1]?.lower ?? '')) return []
    const to = runEnd(tokens, at + 1)
    const end = /^(?:and|&)$/.test(tokens[to]?.lower ?? '') ? runEnd(tokens, to + 1) : to
    const range = colourRange(tokens, end - 1, at + 1)
    return range?.from === at + 1 && !/^(?:,|and)$/.test(tokens[end]?.lower ?? '')
      ? [found(page, 'colour', range)]
      : []
  })
}

function listedWord(page: Page, range: Item, kind: FactKind, list: ReadonlySet<string>): Found | undefined {
  for (let i = range.from; i < range.to; i++) {
    for (const length of [3, 2, 1]) {
      const phrase = page.tokens
        .slice(i, i + length)
        .map((token) => token.lower)
        .join(' ')
      if (i + length <= range.to && list.has(phrase)) return found(page, kind, { from: i, to: i + length })
    }
  }
  return undefined
}

/** A listed word of the product itself: nothing between it and the noun could own it ("quilted lining bag"). */
function directly(page: Page, range: Item, kind: FactKind, list: ReadonlySet<string>): Found | undefined {
  const item = { from: range.from, to: range.to }
  while (item.from < item.to && !list.has(page.tokens[item.from]?.lower ?? '')) item.from += 1
  // In a name, "our Frosted Pine Wreath", such a word is a fancy.
  if (kind === 'craft' && /^\p{Lu}/u.test(page.tokens[item.from]?.text ?? '')) return undefined
  return item.from < item.to && reaches(page, item.from + 1, item.to)
    ? found(page, kind, { from: item.from, to: item.from + 1 })
    : undefined
}

/** "its rustic charm", "a minimalist design", "vintage-inspired": the look in a word that names one. */
function looks(page: Page): readonly Found[] {
  const { tokens } = page
  if (page.isTitle) return []
  return tokens.flatMap((token, at): readonly Found[] => {
    if (
      /^(?:vintage|retro|nautical|bohemian|industrial|scandinavian|nature|victorian|western|moroccan|japanese|mediterranean|farmhouse|tropical|art-deco|steampunk|french)-inspired$/.test(
        token.lower,
      ) &&
      /^(?:this|these|our|,|[\w-]+)$/.test(tokens[at - 1]?.lower ?? '')
    )
      return near(page, at) ? [found(page, 'style', { from: at, to: at + 1 })] : []
    if (!LOOKS.has(token.lower) || at === 0) return []
    // "classic charm" is a compliment, "a classic design" a style.
    if (
      /^(?:classic|traditional)$/.test(tokens[at - 1]?.lower ?? '') &&
      /^(?:charm|flair|appeal|elegance|vibe)$/.test(token.lower)
    )
      return []
    return [3, 2, 1].flatMap((length) => {
      const from = at - length
      const phrase = tokens
        .slice(Math.max(0, from), at)
        .map((word) => word.lower)
        .join(' ')
      return from >= 0 && tokens[from]?.sentence === token.sentence && STYLES.has(phrase)
        ? [found(page, 'style', { from, to: at })]
        : []
    })
  })
}

/** True when a naming of the product holds the token. */
function near(page: Page, at: number): boolean {
  return namings(page).some(({ from, to }) => at >= from && at < to)
}

function crafts(page: Page): readonly Found[] {
  return page.tokens.flatMap((token, at): readonly Found[] => {
    if (!CRAFTS.has(token.lower)) return []
    const ahead = page.tokens.slice(at + 1, at + 5)
    const stop = ahead.findIndex((next) => !/^(?:ADJ|NOUN|PROPN|VERB)$/.test(next.pos) && next.text !== ',')
    const names = ahead.slice(0, stop < 0 ? 5 : stop).some((next) => isOwn(page, next))
    const gathered =
      page.tokens[at - 1]?.lower === 'of' &&
      /^(?:assortment|selection|variety|collection|array|pair|set|mix)$/.test(
        page.tokens[at - 2]?.lower ?? '',
      )
    return names || gathered || (!page.isTitle && speaksOfProduct(page, at))
      ? [found(page, 'craft', { from: at, to: at + 1 })]
      : []
  })
}

/** Facts of the product itself. Of food only its making is read, of what pictures other things only its material. */
export function productFacts(page: Page): readonly Found[] {
  const aisle = page.aisle
  if (aisle === 'grocery') return [...crafts(page), ...seasonFacts(page)]
  const ranges = namings(page)
  const picture = depicts(page)
  const named = ranges.flatMap((range) => [
    picture ? undefined : namedMaterial(page, range),
    picture ? undefined : namedColour(page, range),
    listedWord(page, range, 'pattern', PATTERNS),
    picture && page.isTitle ? undefined : listedWord(page, range, 'style', STYLES),
    listedWord(page, range, 'craft', CRAFTS),
    picture || page.isTitle ? undefined : directly(page, range, 'craft', MADE_SO),
    page.isTitle ? undefined : directly(page, range, 'care', CARES),
    aisle === 'clothing' ? directly(page, range, 'fit', FITS) : undefined,
  ])
  const said = picture ? looks(page) : [...colourIn(page), ...shadesOf(page), ...looks(page)]
  return [
    ...madeOf(page),
    ...named.filter((item) => item !== undefined),
    ...said,
    ...crafts(page),
    ...seasonFacts(page),
  ]
}
