/** Finish, closure, fit, hue and taste: an item whose head is no part but names what kind of quality the words before it state. */
import type { FactKind, GrammaticalNumber } from '../../../shared/domain/facts'
import { colourRange } from './colours'
import type { Found, Page } from './found'
import { depicts } from './found'
import { CLOSURES, FINISHES, FITS, MATERIALS, TASTES } from './lexicon'
import type { Item } from './lists'
import { materialRange } from './materials'
import { sentenceCase, sliceOf, trimPraise } from './phrases'

/** What is tasted or felt of food. */
const tasted =
  /^(?:flavou?r|taste|texture|aroma|crust|bite|meat|flesh|crumb|center|interior|exterior|skins?|crunch|finish|notes|flavors|sweetness)$/

interface Wanted {
  readonly kind: FactKind
  readonly number: GrammaticalNumber
}

function found(page: Page, { from, to }: Item, { kind, number }: Wanted): Found | undefined {
  const slice = sliceOf(page.text, page.tokens, from, to)
  if (/[^\p{L}\p{N}\s',-]/u.test(slice.text)) return undefined
  return {
    kind,
    text: sentenceCase(slice.text),
    number,
    field: page.field,
    start: slice.start,
    end: slice.end,
  }
}

/** From the first word of the item that is in `list`; the whole phrase, or -1. */
function fromListed(page: Page, item: Item, list: ReadonlySet<string>): number {
  for (let i = item.from; i < item.to - 1; i++)
    if (
      (page.tokens[i]?.lower ?? '').split('-').some((word) => list.has(word)) ||
      list.has(page.tokens[i]?.lower ?? '')
    )
      return i
  return -1
}

function taste(page: Page, item: Item): Found | undefined {
  let from = fromListed(page, item, TASTES)
  const between = page.tokens.slice(from, item.to - 1)
  while (from >= 2 && page.tokens[from - 1]?.text === ',' && TASTES.has(page.tokens[from - 2]?.lower ?? ''))
    from -= 2
  const pure = between.every((token) => TASTES.has(token.lower) || token.lower === 'and')
  const head = page.tokens[item.to - 1]?.lower ?? ''
  const number = /^(?:meat|flesh|sweetness|skin)$/.test(head)
    ? 'mass'
    : /^(?:skins|notes|flavors)$/.test(head)
      ? 'many'
      : 'one'
  return from >= 0 && pure ? found(page, { from, to: item.to }, { kind: 'feature', number }) : undefined
}

/** How food tastes and feels, wherever its description says it: "for a rich, juicy flavor". */
export function tasteFacts(page: Page): readonly Found[] {
  if (page.isTitle || page.aisle !== 'grocery') return []
  return page.tokens.flatMap((token, at): readonly Found[] => {
    if (
      !tasted.test(token.lower) ||
      !TASTES.has(page.tokens[at - 1]?.lower ?? '') ||
      page.tokens[at + 1]?.lower === 'of'
    )
      return []
    const item = taste(page, { from: at - 1, to: at + 1 })
    return item ? [item] : []
  })
}

/** "durable canvas construction" gives the material; "leather upholstery" is left to be a part. */
function construction(page: Page, item: Item): Found | undefined {
  const at = item.to - 2
  if (at < item.from || !MATERIALS.has(page.tokens[at]?.lower ?? '')) return undefined
  const pair =
    at - 1 >= item.from &&
    MATERIALS.has(`${page.tokens[at - 1]?.lower ?? ''} ${page.tokens[at]?.lower ?? ''}`)
  return found(page, materialRange(page.tokens, pair ? at - 1 : at, item.from), {
    kind: 'material',
    number: 'mass',
  })
}

/** The quality an item states; undefined when its last word names none. */
export function qualityAt(page: Page, item: Item): Found | undefined {
  const { tokens } = page
  const head = tokens[item.to - 1]?.lower ?? ''
  const grocery = page.aisle === 'grocery'
  if (tokens[item.to]?.lower === 'of' || depicts(page)) return undefined
  // A lamp's shade is a part of it.
  if (head === 'shade' && page.aisle === 'homedecor') return undefined
  if (grocery) return undefined
  const start = trimPraise(tokens, item.from, item.to)
  switch (head) {
    case 'finish':
    case 'finishes':
    case 'closure': {
      const kind = head === 'closure' ? 'closure' : 'finish'
      const listed = fromListed(page, item, kind === 'finish' ? FINISHES : CLOSURES)
      const from = kind === 'finish' && listed > start && tokens[start]?.pos !== 'PUNCT' ? start : listed
      return listed >= 0 && item.to - from <= 4
        ? found(page, { from, to: item.to }, { kind, number: head === 'finishes' ? 'many' : 'one' })
        : undefined
    }
    case 'fit': {
      const at = item.to - 2
      return at >= item.from && FITS.has(tokens[at]?.lower ?? '')
        ? found(page, { from: at, to: at + 1 }, { kind: 'fit', number: 'mass' })
        : undefined
    }
    case 'hue':
    case 'color':
    case 'colour':
    case 'shade':
    case 'tone': {
      const colour = item.to - 2 >= item.from ? colourRange(tokens, item.to - 2, item.from) : undefined
      return colour ? found(page, colour, { kind: 'colour', number: 'mass' }) : undefined
    }
    case 'construction':
    case 'build':
      return construction(page, item)
    default:
      return undefined
  }
}
