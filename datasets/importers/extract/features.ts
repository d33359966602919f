/** Parts, details and toppings named after "features", "with", "boasts", "includes", or as the subject: "Its padded straps ...". */
import { COLLECTIVES } from '../nouns/table'
import { nounAisle } from '../nouns/noun'
import type { Found, Page } from './found'
import { depicts, nounHead } from './found'
import { includedAt } from './includes'
import { listItems } from './lists'
import { partAt } from './parts'
import { singular } from './phrases'
import { qualityAt } from './qualities'
import type { Token } from './tokens'
import { PART_MASS, PARTS } from './lexicon'

const verbs =
  /^(?:features?|featuring|boasts?|boasting|includes?|including|offers|offering|equipped|sports|sporting|showcases|showcasing|has|have|incorporates|incorporating|delivers|delivering|promises|promising|provides|providing|combines|combining|comes)$/
/** Words before "with" after which what follows is not part of the product. */
const outside =
  /^(?:pairs?|paired|pairing|pair|perfect|goes|complements?|combined?|combines|filled|home|outfits?|brimming|wear|worn|works?|work|styled|layered|room|space|decor|day|evening|served|serve|season|life|any|interacts?|associated|surrounded|ensemble|setting|scene|backdrop|background|table|desk|shelf|wall|decorated|together|look|alongside|displayed|displays?|blends?|blending|contrasts?|contrasting|along|up|down|experience|game|style|time|cook|cooking|friends|captured|imbued|enjoy|moments?|collaboration|comfort|elegance|functionality|one|you|yourself|them|it|harmoniz\w+|mingl\w+|merg\w+|fus\w+|compatible|sync\w*|connect\w*|burst\w*|shared?|celebrat\w+|night|morning|landscape|garden|view|city|sky|street|coastline|village|world|year|kitchen|bathroom|bedroom|treat\w*|adventures?)$/
const gatherings =
  /^(?:bouquet|arrangement|wreath|garland|blend|mix|mixture|combination|array|cluster|medley|assortment|bunch|collection|bundle|gathering|profusion|spray)$/
const brings = /^(?:paired|accompanied|complemented|coordinated|teamed)$/
const PICTURED =
  /^(?:backdrop|background|image|scene|photograph|captured|pictured|depict\w*|imagine|envision|against)$/
const subjectCue = /^(?:its|their|the)$/
const beforeSubject = /^(?:,|while|and|as|where|;|—|–|-|whether)$/

function before(tokens: readonly Token[], at: number): Token | undefined {
  let i = at - 1
  while (tokens[i]?.pos === 'ADV' && /ly$|^(?:well|best)$/.test(tokens[i]?.lower ?? '')) i -= 1
  return tokens[i]?.sentence === tokens[at]?.sentence ? tokens[i] : undefined
}

/** True when "with" hangs on another thing than the product: "a black pillow with white patterns". */
function hangsOnOther(page: Page, word: string): boolean {
  const single = singular(word)
  const own = singular(nounHead(page))
  return single !== own && !PARTS.has(single) && !PART_MASS.has(word) && nounAisle(word) !== undefined
}

/** "a mix of roses", "a bouquet of tulips": what a group consists of, where the product is one. */
function gathers(page: Page, at: number): boolean {
  return (
    page.tokens[at]?.lower === 'of' &&
    page.aisle === 'garden' &&
    gatherings.test(page.tokens[at - 1]?.lower ?? '')
  )
}

/** Where the list starts behind a cue at `at`, or -1. */
function listStart(page: Page, at: number): number {
  const { tokens } = page
  const token = tokens[at]
  if (!token) return -1
  // "perfect for showcasing pink roses": what the buyer may do, not what there is.
  if (tokens[at - 1]?.lower === 'for') return -1
  if (verbs.test(token.lower) && token.lower !== 'equipped') return at + 1
  if (gathers(page, at)) return at + 1
  if (token.lower !== 'with') return -1
  const word = before(tokens, at)?.lower ?? ''
  return outside.test(word) || hangsOnOther(page, word) ? -1 : at + 1
}

/** True for "Its", "Their", "The" at the head of a clause, and for "the bag's". */
function isSubject(tokens: readonly Token[], at: number, own: string): boolean {
  const token = tokens[at]
  if (token && /^['’]s$/.test(token.text)) return singular(tokens[at - 1]?.lower ?? '') === singular(own)
  if (!token || !subjectCue.test(token.lower)) return false
  const previous = tokens[at - 1]
  if (previous?.sentence !== token.sentence || token.lower === 'its') return true
  return beforeSubject.test(previous.lower)
}

/** "Delicate white peonies and lush ferns are wrapped in ...": what a bouquet holds, named first. */
function opensWithBlooms(page: Page, at: number): boolean {
  const token = page.tokens[at]
  if (!token) return false
  return (
    page.aisle === 'garden' &&
    /^(?:ADJ|PROPN|NOUN|VERB)$/.test(token.pos) &&
    !verbs.test(token.lower) &&
    page.tokens[at - 1]?.sentence !== token.sentence
  )
}

/** Where in the text the sentence of token `at` begins to speak of its picture; the text's length when it does not. */
function pictureStart(page: Page, at: number): number {
  const sentence = page.tokens[at]?.sentence
  const word = page.tokens.find((token) => token.sentence === sentence && PICTURED.test(token.lower))
  return word && !depicts(page) ? word.start : page.text.length
}

function atCue(page: Page, at: number): readonly Found[] {
  const { tokens } = page
  const collective = COLLECTIVES.has(nounHead(page))
  const token = tokens[at]
  if (!token) return []
  const bring =
    collective && /^(?:with|by)$/.test(token.lower) && brings.test(before(tokens, at)?.lower ?? '')
  const start = bring ? at + 1 : listStart(page, at)
  if (start >= 0) {
    return listItems(tokens, start).flatMap((item) => {
      const whole = collective && (bring || verbs.test(token.lower)) ? includedAt(page, item) : undefined
      const found = whole ?? (bring ? undefined : (qualityAt(page, item) ?? partAt(page, item)))
      return found ? [found] : []
    })
  }
  if (token.lower === 'in' && /^an?$/.test(tokens[at + 1]?.lower ?? '')) {
    return listItems(tokens, at + 1)
      .flatMap((item) => qualityAt(page, item) ?? [])
      .filter((item) => item.kind === 'finish')
  }
  if (opensWithBlooms(page, at)) return listItems(tokens, at).flatMap((item) => partAt(page, item) ?? [])
  if (!isSubject(tokens, at, nounHead(page))) return []
  return listItems(tokens, at + 1).flatMap((item) => {
    const found =
      qualityAt(page, item) ?? (collective && token.lower === 'the' ? undefined : partAt(page, item))
    return found ? [found] : []
  })
}

/** Features, closures, finishes, fits, hues, and what a set includes. */
export function featureFacts(page: Page): readonly Found[] {
  if (page.isTitle) return []
  const cues = page.tokens.flatMap((token, at) =>
    verbs.test(token.lower) ||
    /^(?:with|by|of|in|its|their|the|['’]s)$/.test(token.lower) ||
    opensWithBlooms(page, at)
      ? [at]
      : [],
  )
  return cues.flatMap((at) =>
    atCue(page, at).filter((item) => item.kind !== 'feature' || item.end <= pictureStart(page, at)),
  )
}
