/** What food is made with: "topped with toasted almonds", "a medley of crisp greens". */
import { nounAisle } from '../nouns/noun'
import type { Found, Page } from './found'
import { nounHead } from './found'
import { FOODS, GARNISHED, RAW_FOODS, VAGUE_MODIFIERS } from './lexicon'
import type { Item } from './lists'
import { listItems } from './lists'
import { proseCase, singular, sliceOf, trimPraise } from './phrases'
import type { Token } from './tokens'

const WORDS_MAX = 4
const servers =
  /^(?:served|pairs?|paired|pairing|garnished|accompanied|plated|presented|perfect|filled-in|along|together|topping|combine|decorated|sprinkled|nestled|displayed|complemented|you|up|enjoy|bursting|burst|brimming|alongside)$/
const amounts =
  /^(?:medley|mix|mixture|blend|combination|layers?|swirls?|drizzle|dusting|coating|sprinkle|sprinkling|dollop|bed|filling|topping|crown|assortment|array|chunks|slices|hints?|touch|helping|selection|variety|cloud|ribbons?|pieces|core|center|flecks|crumble|shavings|notes|glaze|scoop|infusion)$/

const wholes =
  /^(?:breads?|loaf|loaves|cakes?|cookies|pastry|pastries|treats?|snacks?|desserts?|meals?|salad|soup|pizza)$/

function foodHead(tokens: readonly Token[], item: Item): boolean {
  const last = tokens[item.to - 1]?.lower ?? ''
  // Whole goods are what is sold, not what it is made with.
  if (wholes.test(last)) return false
  return FOODS.has(last) || FOODS.has(singular(last)) || nounAisle(last) === 'grocery'
}

function ingredientAt(page: Page, item: Item): Found | undefined {
  const { tokens, text, field } = page
  // "cookie crumbles" are no cookie; "meat" alone says nothing.
  if (
    item.to - item.from === 1 &&
    /^(?:NOUN|VERB)$/.test(tokens[item.to]?.pos ?? '') &&
    /s$/.test(tokens[item.to]?.lower ?? '')
  )
    return undefined
  if (
    item.to - item.from === 1 &&
    /^(?:meat|flour|fruit|seafood|cookie|milk|vegetables?|dough)$/.test(tokens[item.from]?.lower ?? '')
  )
    return undefined
  if (!foodHead(tokens, item) || tokens[item.to]?.lower === 'of') return undefined
  const from = trimPraise(tokens, item.from, item.to)
  const words = tokens.slice(from, item.to).map((token) => token.lower)
  const last = words.at(-1) ?? ''
  const names = page.noun.split(' ').map(singular)
  if (
    words.length > WORDS_MAX ||
    names.includes(singular(last)) ||
    words.some((word) => VAGUE_MODIFIERS.has(word))
  )
    return undefined
  if (singular(last) === last && !mass(last) && words.length < 3 && hasArticle(tokens, item)) return undefined
  const slice = sliceOf(text, tokens, from, item.to)
  if (/[^\p{L}\p{N}\s'-]/u.test(slice.text)) return undefined
  return {
    kind: 'ingredient',
    text: proseCase(slice.text, tokens, from),
    number: 'mass',
    field,
    start: slice.start,
    end: slice.end,
  }
}

const mass = (word: string) => GARNISHED.has(word)
const hasArticle = (tokens: readonly Token[], item: Item) =>
  /^(?:a|an|one|single|each|the)$/.test(tokens[item.from - 1]?.lower ?? '')

function startsList(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  const before = tokens[at - 1]?.lower ?? ''
  if (word === 'with') return !servers.test(before)
  if (word === 'of') return amounts.test(before)
  if (word === 'from') return /^(?:made|crafted|prepared|baked)$/.test(before)
  return /^(?:features?|featuring|includes?|including|boasts|boasting|combines|combining|contains)$/.test(
    word,
  )
}

/** Ingredients of prepared food; what lies beside raw produce, meat or fish is a picture's garnish and is left out. */
export function ingredientFacts(page: Page): readonly Found[] {
  if (page.isTitle || page.aisle !== 'grocery') return []
  if (RAW_FOODS.has(nounHead(page)) || RAW_FOODS.has(singular(nounHead(page)))) return []
  return page.tokens.flatMap((_, at): readonly Found[] => {
    if (!startsList(page.tokens, at)) return []
    return listItems(page.tokens, at + 1)
      .map((item) => ingredientAt(page, item))
      .filter((item) => item !== undefined)
  })
}
