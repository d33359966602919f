/** Colours and pairs of colours: "dark olive", "black and white". */
import type { Found, Page } from './found'
import { COLOURS, SHADES } from './lexicon'
import type { Item } from './lists'
import type { Token } from './tokens'

const lower = (tokens: readonly Token[], at: number) => tokens[at]?.lower ?? ''

function isColour(tokens: readonly Token[], at: number): boolean {
  const word = lower(tokens, at)
  const parts = word.split('-')
  return (
    COLOURS.has(word) || (parts.length === 2 && SHADES.has(parts[0] ?? '') && COLOURS.has(parts[1] ?? ''))
  )
}

/** One colour that ends at `at`, with its shades. */
function single(tokens: readonly Token[], at: number, floor: number): Item | undefined {
  const pair = at > floor && COLOURS.has(`${lower(tokens, at - 1)} ${lower(tokens, at)}`)
  if (!pair && !isColour(tokens, at)) return undefined
  let from = pair ? at - 1 : at
  while (from > floor && SHADES.has(lower(tokens, from - 1))) from -= 1
  return { from, to: at + 1 }
}

/** The colour whose last word is at `at`, with its shades; two colours joined by "and" are one range. Nothing before `floor` belongs to it. */
export function colourRange(tokens: readonly Token[], at: number, floor: number): Item | undefined {
  const last = single(tokens, at, floor)
  if (!last) return undefined
  if (/^(?:and|&)$/.test(lower(tokens, last.from - 1)) && last.from - 2 >= floor) {
    const first = single(tokens, last.from - 2, floor)
    if (first) return { from: first.from, to: last.to }
  }
  return last
}

/** "azure-hued" and "teal-colored" name a colour with their first part. */
export function huedAt(page: Page, at: number): Found | undefined {
  const token = page.tokens[at]
  const hue = /^(.+)-(?:hued|colou?red|toned)$/.exec(token?.text ?? '')?.[1]
  if (!token || hue === undefined || !COLOURS.has(hue.toLowerCase())) return undefined
  return {
    kind: 'colour',
    text: hue.toLowerCase(),
    number: 'mass',
    field: page.field,
    start: token.start,
    end: token.start + hue.length,
  }
}
