/** What a product itself is: material, colour, pattern, style, craft, scent, ingredients, season. */
import pluralize from 'pluralize'
import type { FactKind } from '../../../shared/domain/facts'
import { nounAisle } from '../nouns/noun'
import type { Found, Page } from './found'
import { nounHead } from './found'
import { COLOURS, CRAFTS, MATERIAL_MODIFIERS, MATERIALS, PATTERNS, SHADES, STYLES, TITLE_SHY } from './lexicon'
import { sentenceCase, sliceOf } from './phrases'
import type { Token } from './tokens'

const made = /^(crafted|made|constructed|fashioned|built|woven|knitted|carved|forged|handcrafted|hand-crafted|handmade|handwoven|hand-carved|sculpted|molded)$/
const by = /^(from|of|in|with|using)$/
const food = new Set(['grocery'])
const soft = new Set(['clothing', 'footwear', 'outdoor'])

interface Range {
  readonly from: number
  readonly to: number
}

function found(page: Page, kind: FactKind, { from, to }: Range): Found {
  const slice = sliceOf(page.text, page.tokens, from, to)
  return { kind, text: sentenceCase(slice.text), number: 'mass', field: page.field, start: slice.start, end: slice.end }
}

function isMaterial(tokens: readonly Token[], at: number): number {
  const pair = `${tokens[at]?.lower ?? ''} ${tokens[at + 1]?.lower ?? ''}`
  if (MATERIALS.has(pair)) return 2
  return MATERIALS.has(tokens[at]?.lower ?? '') ? 1 : 0
}

/** The whole material around a material word: modifiers before it, "blend" and further material words behind it. */
function materialRange(tokens: readonly Token[], at: number, floor: number): Range {
  let from = at
  while (from > floor && MATERIAL_MODIFIERS.has(tokens[from - 1]?.lower ?? '')) from -= 1
  // "soft" and "fine" alone are opinions; they only stay inside a longer name.
  while (from < at && /^(soft|supple|fine|natural|clear|buttery-soft|chunky|raw|pure|real|genuine)$/.test(tokens[from]?.lower ?? '')) from += 1
  let to = at + isMaterial(tokens, at)
  while (isMaterial(tokens, to) > 0) to += isMaterial(tokens, to)
  if (/^(blend|weave|mesh|wood|knit|fiber)$/.test(tokens[to]?.lower ?? '')) to += 1
  return { from, to }
}

/** "crafted from X" where the phrase speaks of the product: at a sentence's start, after a comma, or after "is". */
function speaksOfProduct(page: Page, at: number): boolean {
  const before = page.tokens[at - 1]
  if (!before || before.sentence !== page.tokens[at]?.sentence) return true
  if (/^(expertly|meticulously|carefully|skillfully|beautifully|lovingly|masterfully|thoughtfully|exquisitely)$/.test(before.lower)) return speaksOfProduct(page, at - 1)
  const head = nounHead(page)
  if (/^(is|are|piece|each|it|they|product)$/.test(before.lower)) return !/^(handle|strap|frame|sole|blade|band)s?$/.test(page.tokens[at - 2]?.lower ?? '')
  return before.lower === head || pluralize.singular(before.lower) === pluralize.singular(head)
}

function madeOf(page: Page): readonly Found[] {
  const { tokens } = page
  return tokens.flatMap((token, at): readonly Found[] => {
    if (!made.test(token.lower) || !by.test(tokens[at + 1]?.lower ?? '') || !speaksOfProduct(page, at)) return []
    for (let i = at + 2; i < Math.min(at + 8, tokens.length); i++) {
      const next = tokens[i]
      if (!next || /^[,.;]$/.test(next.text) || next.pos === 'ADP' || next.lower === 'and') return []
      if (isMaterial(tokens, i) === 0) continue
      const range = materialRange(tokens, i, at + 2)
      // A noun behind it means the material belongs to something else: "from leather straps".
      const after = tokens[range.to]
      if (after && /^(NOUN|PROPN)$/.test(after.pos) && after.sentence === token.sentence) return []
      if (after?.lower === 'and' || after?.lower === 'or') return []
      return [found(page, 'material', range)]
    }
    return []
  })
}

/** Index of the product's noun in phrases that name the product itself: in the title, or after "this", "these", "our". */
function namings(page: Page): readonly Range[] {
  const head = pluralize.singular(nounHead(page))
  const own = (token: Token) => token.lower === nounHead(page) || pluralize.singular(token.lower) === head
  const { tokens } = page
  if (page.isTitle) {
    const at = tokens.findLastIndex(own)
    return at > 0 ? [{ from: 0, to: at }] : []
  }
  return tokens.flatMap((token, at): readonly Range[] => {
    if (!own(token)) return []
    let from = at
    while (from > 0 && tokens[from - 1]?.sentence === token.sentence && /^(ADJ|NOUN|PROPN|ADV|VERB|PUNCT)$/.test(tokens[from - 1]?.pos ?? '') && /^[\p{L},-]/u.test(tokens[from - 1]?.text ?? '')) from -= 1
    return /^(this|these|our)$/.test(tokens[from - 1]?.lower ?? '') && from < at ? [{ from, to: at }] : []
  })
}

function confirmed(page: Page, word: string): boolean {
  return page.others.some(({ text }) => new RegExp(`\\b${word.replace(/[^\p{L}\p{N}-]/gu, '.')}`, 'iu').test(text))
}

function namedMaterial(page: Page, range: Range): Found | undefined {
  for (let i = range.from; i < range.to; i++) {
    const word = page.tokens[i]?.lower ?? ''
    if (isMaterial(page.tokens, i) === 0) continue
    const span = materialRange(page.tokens, i, range.from)
    const adjacent = span.to === range.to
    if (!adjacent || (page.isTitle && TITLE_SHY.has(word) && !confirmed(page, word))) continue
    return found(page, 'material', span)
  }
  return undefined
}

function colourAt(page: Page, at: number, floor: number): Range | undefined {
  const { tokens } = page
  const pair = `${tokens[at - 1]?.lower ?? ''} ${tokens[at]?.lower ?? ''}`
  if (!COLOURS.has(tokens[at]?.lower ?? '') && !COLOURS.has(pair)) return undefined
  let from = COLOURS.has(pair) ? at - 1 : at
  while (from > floor && SHADES.has(tokens[from - 1]?.lower ?? '')) from -= 1
  return { from, to: at + 1 }
}

/** Two colours are a pattern, not a colour. */
function alone(page: Page, { from, to }: Range): boolean {
  const around = [page.tokens[from - 1], page.tokens[to]].map((token) => token?.lower ?? '')
  const beyond = [page.tokens[from - 2], page.tokens[to + 1]].map((token) => token?.lower ?? '')
  const joined = around.some((word) => /^(and|&|,|to|with)$/.test(word)) && beyond.some((word) => COLOURS.has(word))
  return !joined && !around.some((word) => COLOURS.has(word))
}

function namedColour(page: Page, range: Range): Found | undefined {
  for (let i = range.to - 1; i >= range.from; i--) {
    const span = colourAt(page, i, range.from)
    if (!span || !alone(page, span)) continue
    if (page.isTitle && !confirmed(page, page.tokens[i]?.lower ?? '')) continue
    // "rose gold chain", "cherry red lens": a noun between colour and product that is no material owns the colour.
    const between = page.tokens.slice(span.to, range.to)
    if (between.some((token) => token.pos === 'NOUN' && !MATERIALS.has(token.lower) && !page.noun.includes(token.lower))) continue
    return found(page, 'colour', span)
  }
  return undefined
}

const CONTRADICTORY = { round: /square|rectangular|oval/i } as const

function listedWord(page: Page, range: Range, kind: FactKind, list: ReadonlySet<string>): Found | undefined {
  for (let i = range.from; i < range.to; i++) {
    for (const length of [3, 2, 1]) {
      const words = page.tokens.slice(i, i + length)
      const phrase = words.map((token) => token.lower).join(' ')
      if (i + length > range.to || !list.has(phrase)) continue
      if (phrase === 'round' && CONTRADICTORY.round.test(page.text)) continue
      return found(page, kind, { from: i, to: i + length })
    }
  }
  return undefined
}

function season(page: Page, aisle: string | undefined): readonly Found[] {
  if (!page.isTitle || !aisle || !soft.has(aisle)) return []
  const at = page.tokens.findIndex((token) => /^(winter|summer|autumn)$/.test(token.lower))
  return at < 0 ? [] : [found(page, 'season', { from: at, to: at + 1 })]
}

/** Facts of the product itself. Nothing is read of colour, material or style for food. */
export function productFacts(page: Page): readonly Found[] {
  const aisle = nounAisle(page.noun)
  if (aisle && food.has(aisle)) return []
  const ranges = namings(page)
  const named = ranges.flatMap((range) => [
    namedMaterial(page, range),
    namedColour(page, range),
    listedWord(page, range, 'pattern', PATTERNS),
    listedWord(page, range, 'style', STYLES),
    listedWord(page, range, 'craft', CRAFTS),
  ])
  return [...madeOf(page), ...named.filter((item) => item !== undefined), ...season(page, aisle)]
}
