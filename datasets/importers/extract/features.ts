/** Parts, details and toppings named after "features", "with", "boasts", "includes". */
import pluralize from 'pluralize'
import type { FactKind } from '../../../shared/domain/facts'
import { COLLECTIVES } from '../nouns/table'
import { nounAisle } from '../nouns/noun'
import type { Found, Page } from './found'
import { nounHead } from './found'
import { DEPICTION_PARTS, DEPICTIONS, MILD, PRAISE, SHAPES, TELLING } from './lexicon'
import { partHead, runEnd, sentenceCase, skipDeterminers, sliceOf, trimPraise } from './phrases'
import type { Token } from './tokens'

const cues = new Set(['features', 'feature', 'featuring', 'boasts', 'boasting', 'boast', 'includes', 'including', 'with', 'offers', 'offering', 'equipped', 'sports', 'sporting'])
/** Words before "with" after which what follows is not part of the product. */
const outside = /^(pairs?|paired|pairing|pair|perfect|goes|complements?|combined?|combines|filled|home|outfits?|brimming|wear|worn|works?|work|styled|layered|room|space|decor|day|evening|served|serve|season|life|any|interacts?|associated|surrounded|ensemble|setting|scene|backdrop|table|desk|shelf|wall|decorated|together|look|alongside|displayed|blends?|contrasts?|along|up|down|experience|table|game|style|time|cook|cooking|friends|captured|imbued|enjoy|moments?|collaboration|comfort|elegance|functionality|design|charm)$/

const PHRASE_WORDS_MAX = 5
const vague = /^(sleek|stunning|multiple|various|several|numerous|its|their|this|that|own|other|different|such|more|most|many|all|every|any|your|our|you|one|dual)$/

/** Splits what follows a cue into list items: phrase, comma, phrase, and, phrase. Yields the token index where each item starts. */
function listItems(tokens: readonly Token[], from: number): readonly number[] {
  const starts: number[] = []
  let at = from
  for (let count = 0; count < 5; count++) {
    const start = skipDeterminers(tokens, at)
    const end = runEnd(tokens, start)
    if (end === start) break
    starts.push(start)
    let next = end
    if (tokens[next]?.text === ',') next += 1
    if (/^(and|&)$/.test(tokens[next]?.lower ?? '')) next += 1
    if (next === end || tokens[next]?.sentence !== tokens[from]?.sentence) break
    at = next
  }
  return starts
}

function kindOf(head: string, words: readonly string[]): FactKind {
  if (/^(display|screen)$/.test(head)) return 'screen'
  return words.at(-1) === 'closure' ? 'closure' : words.at(-1) === 'finish' ? 'finish' : 'feature'
}

/** Whether a phrase tells anything: a word before its head that is no praise, and a telling one where the head is a mere shape. */
function tells(words: readonly string[], head: string): boolean {
  const before = words.slice(0, words.length - head.split(' ').length)
  if (before.some((word) => vague.test(word) && word !== 'multiple' && word !== 'dual')) return false
  const telling = before.filter((word) => !PRAISE.has(word) && !/ly$/.test(word))
  if (SHAPES.has(head)) return telling.some((word) => TELLING.has(word) || /-(inspired|patterned|shaped|print|toned|tone|style|covered|lined|trimmed|wrapped|mounted)$/.test(word))
  return telling.length > 0 || before.some((word) => MILD.has(word))
}

function depicts(page: Page): boolean {
  return DEPICTIONS.has(nounHead(page)) || DEPICTIONS.has(pluralize.singular(nounHead(page)))
}

function featureAt(page: Page, start: number): Found | undefined {
  const { tokens, text, field } = page
  const end = runEnd(tokens, start)
  const part = partHead(tokens, start, end)
  if (!part) return undefined
  // "sunglasses with dark lenses that ..." is fine, "a pocket watch" is not: the run must end with the part.
  if (part.to < end && /^(NOUN|PROPN)$/.test(tokens[part.to]?.pos ?? '')) return undefined
  if (tokens[part.to]?.lower === 'of' || tokens[part.to]?.text === '-' || tokens[part.to]?.text === "'s") return undefined
  const from = trimPraise(tokens, start, part.to - (part.head.split(' ').length - 1))
  const words = tokens.slice(from, part.to).map((token) => token.lower)
  if (words.length > PHRASE_WORDS_MAX || !tells(words, part.head)) return undefined
  if (depicts(page) && !DEPICTION_PARTS.has(part.head)) return undefined
  if (words.includes(nounHead(page)) || words.includes(pluralize.singular(nounHead(page)))) return undefined
  const slice = sliceOf(text, tokens, from, part.to)
  if (/[^\p{L}\p{N}\s'-]/u.test(slice.text)) return undefined
  return { kind: kindOf(part.head, words), text: sentenceCase(slice.text), number: part.number, field, start: slice.start, end: slice.end }
}

/** A whole thing that a set brings along: "includes a side table". */
function includedAt(page: Page, start: number): Found | undefined {
  const { tokens, text, field } = page
  if (!COLLECTIVES.has(nounHead(page))) return undefined
  const end = runEnd(tokens, start)
  const from = trimPraise(tokens, start, end)
  const words = tokens.slice(from, end).map((token) => token.lower)
  if (words.length < 2 || words.length > 4 || !nounAisle(words.join(' ')) || tokens[end]?.lower === 'of' || COLLECTIVES.has(words.at(-1) ?? '')) return undefined
  const slice = sliceOf(text, tokens, from, end)
  if (/[^\p{L}\p{N}\s'-]/u.test(slice.text)) return undefined
  const last = words.at(-1) ?? ''
  return { kind: 'includes', text: sentenceCase(slice.text), number: pluralize.isPlural(last) && pluralize.singular(last) !== last ? 'many' : 'one', field, start: slice.start, end: slice.end }
}

function isCue(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || !cues.has(token.lower)) return false
  const before = tokens[at - 1]?.lower ?? ''
  return token.lower !== 'with' || !outside.test(before)
}

/** Features, closures, finishes, and what a set includes. */
export function featureFacts(page: Page): readonly Found[] {
  if (page.isTitle) return []
  const found: Found[] = []
  page.tokens.forEach((token, at) => {
    if (!isCue(page.tokens, at)) return
    for (const start of listItems(page.tokens, at + 1)) {
      const item = featureAt(page, start) ?? (/^(includ|featur|boast)/.test(token.lower) ? includedAt(page, start) : undefined)
      if (item) found.push(item)
    }
  })
  return found
}
