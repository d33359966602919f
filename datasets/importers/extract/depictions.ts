/** What a poster, a print or a card shows: its subject is what is sold. "Featuring the old harbour bridge" gives "old harbour bridge". */
import { isPlural } from '../nouns/number'
import { MASS_NOUNS } from '../nouns/table'
import type { Found, Page } from './found'
import { depicts } from './found'
import { NOTIONS } from './lexicon'
import type { Item } from './lists'
import { listItems } from './lists'
import { isFluff, proseCase, sliceOf } from './phrases'

const shows =
  /^(?:features?|featuring|showcases?|showcasing|depicts?|depicting|shows?|showing|portrays?|portraying|displays?|displaying|illustrates?|illustrating)$/
const PHRASE_WORDS_MAX = 5

/** The subject an item names: a thing with a word that describes it, or with a name. */
function subjectAt(page: Page, item: Item): Found | undefined {
  const { tokens, text, field } = page
  let from = item.from
  while (from < item.to - 1 && isFluff(tokens[from]?.lower ?? '')) from += 1
  const words = tokens.slice(from, item.to)
  const last = words.at(-1)
  if (!last || words.length < 2 || words.length > PHRASE_WORDS_MAX || last.pos !== 'NOUN') return undefined
  if (
    NOTIONS.has(last.lower) ||
    /ing$/.test(last.lower) ||
    words.some(({ pos, lower }) => pos === 'ADV' || pos === 'PROPN' || lower === ',')
  )
    return undefined
  if (/^(?:of|['’]s)$/.test(tokens[item.to]?.lower ?? '')) return undefined
  const slice = sliceOf(text, tokens, from, item.to)
  if (/[^\p{L}\p{N}\s'-]/u.test(slice.text)) return undefined
  const number = MASS_NOUNS.has(last.lower) ? 'mass' : isPlural(last.lower) ? 'many' : 'one'
  return {
    kind: 'feature',
    text: proseCase(slice.text, tokens, from),
    number,
    field,
    start: slice.start,
    end: slice.end,
  }
}

/** The subjects of a picture, two at most in a sentence. */
export function depictionFacts(page: Page): readonly Found[] {
  if (page.isTitle || !depicts(page)) return []
  return page.tokens.flatMap((token, at): readonly Found[] => {
    if (!shows.test(token.lower) || page.tokens[at - 1]?.lower === 'for') return []
    return listItems(page.tokens, at + 1)
      .slice(0, 2)
      .flatMap((item) => subjectAt(page, item) ?? [])
  })
}
