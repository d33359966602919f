/** Parts, details and toppings named after "features", "with", "boasts", "includes", or as the subject: "Its padded straps ...". */
import { COLLECTIVES } from '../nouns/table'
import { nounAisle } from '../nouns/noun'
import type { Found, Page } from './found'
import { depicts, nounHead } from './found'
import { fabricAt } from './fabrics'
import { includedAt } from './includes'
import type { Item } from './lists'
import { listItems } from './lists'
import { plainAt } from './plain'
import { partAt } from './parts'
import { isBreak, singular } from './phrases'
import { qualityAt } from './qualities'
import type { Token } from './tokens'
import { PART_MASS, PARTS } from './lexicon'

const verbs =
  /^(?:features?|featuring|boasts?|boasting|includes?|including|offers?|offering|equipped|sports|sporting|showcases?|showcasing|has|have|incorporates?|incorporating|delivers|delivering|promises?|promising|provides?|providing|produces?|producing|delivers?|combines|combining|comes)$/
/** Words before "with" after which what follows is not part of the product. */
const outside =
  /^(?:presented|pairs?|paired|pairing|pair|perfect|goes|complements?|combined?|combines|filled|home|outfits?|brimming|wear|worn|works?|work|styled|layered|room|space|decor|day|evening|served|serve|season|life|any|interacts?|associated|surrounded|ensemble|setting|scene|backdrop|background|table|desk|shelf|wall|decorated|together|look|alongside|displayed|displays?|blends?|blending|contrasts?|contrasting|along|up|down|experience|game|style|time|cook|cooking|friends|captured|imbued|enjoy|moments?|collaboration|comfort|elegance|functionality|one|you|yourself|them|it|harmoniz\w+|mingl\w+|merg\w+|fus\w+|compatible|sync\w*|connect\w*|burst\w*|shared?|celebrat\w+|night|morning|landscape|garden|view|city|sky|street|coastline|village|world|year|kitchen|bathroom|bedroom|treat\w*|adventures?)$/
const gatherings =
  /^(?:bouquet|arrangement|wreath|garland|blend|mix|mixture|combination|array|cluster|medley|assortment|bunch|collection|bundle|gathering|profusion|spray)$/
/** Words before "by" after which what follows is a part of the product, unless it is a set. */
const enhanced =
  /^(?:complemented|accented|accentuated|enhanced|highlighted|adorned|supported|secured|finished|framed|topped|embellished|anchored)$/
/** What a thing stands or hangs on: "on tapered wooden legs", "from a fine silver chain". */
const rests = /^(?:leg|base|wheel|caster|chain|cord|strap|pedestal|band|hook|hanger|stand|feet)$/
/** What a thing is put in that then belongs to it. */
const cased = /^(?:housed|encased|packaged|wrapped|clad|bottled)$/
/** What of a product has its colour. */
const coloured =
  /^(?:design|pattern|texture|leather|fabric|upholstery|finish|exterior|silhouette|body|weave|knit|suede|velvet)$/
const hangs = /^(?:hangs?|hanging|hung|suspended|dangles?|dangling|strung)$/
const brings = /^(?:paired|accompanied|complemented|coordinated|teamed)$/
const PICTURED = /^(?:backdrop|image|scene|photograph|captured|pictured|depict\w*|imagine|envision|against)$/
const subjectCue = /^(?:its|their|the)$/
const beforeSubject = /^(?:,|while|and|as|where|;|—|–|-|whether)$/

function before(tokens: readonly Token[], at: number): Token | undefined {
  let i = at - 1
  while (tokens[i]?.pos === 'ADV' && /ly$|^(?:well|best)$/.test(tokens[i]?.lower ?? '')) i -= 1
  return tokens[i]?.sentence === tokens[at]?.sentence ? tokens[i] : undefined
}

/** A set's own thing: "a leather bag with a clasp" in a bag set. */
function isOfSet(page: Page, word: string): boolean {
  return COLLECTIVES.has(nounHead(page)) && nounAisle(word) === page.aisle
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
    /^(?:garden|grocery|festive|jewellery|homedecor)$/.test(page.aisle ?? '') &&
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
  if (token.lower === 'of' && tokens[at - 1]?.lower === 'contrast') return at + 1
  if (token.lower === 'of' && /^(?:consist\w*|composed|comprised)$/.test(tokens[at - 1]?.lower ?? ''))
    return at + 1
  if (/^among(?:st)?$/.test(token.lower)) return page.aisle === 'garden' ? at + 1 : -1
  if (token.lower === 'by')
    return enhanced.test(before(tokens, at)?.lower ?? '') && !COLLECTIVES.has(nounHead(page)) ? at + 1 : -1
  if (token.lower !== 'with') return -1
  const word = before(tokens, at)?.lower ?? ''
  if (/^contrast(?:s|ing)?$/.test(word) && !COLLECTIVES.has(nounHead(page))) return at + 1
  if (depicts(page) && /^(?:background|backdrop)$/.test(word)) return at + 1
  return outside.test(word) || (hangsOnOther(page, word) && !isOfSet(page, word)) ? -1 : at + 1
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

/** "on a pale background": a ground that the picture has, not the product. */
function isGround(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'background') return false
  let i = at - 1
  while (/^(?:ADJ|NOUN|DET|ADV)$/.test(tokens[i]?.pos ?? '')) i -= 1
  return !/^(?:features?|featuring|boasts?|has|showcases?|showcasing)$/.test(tokens[i]?.lower ?? '')
}

/** Where in the text the sentence of token `at` begins to speak of its picture; the text's length when it does not. */
function pictureStart(page: Page, at: number): number {
  const sentence = page.tokens[at]?.sentence
  const word = page.tokens.find(
    (token, i) => token.sentence === sentence && (PICTURED.test(token.lower) || isGround(page.tokens, i)),
  )
  return word && !depicts(page) ? word.start : page.text.length
}

/** "Padded straps and a roomy hood keep ...": a sentence that opens with parts and goes on with a verb. */
function opensWithParts(page: Page, at: number): boolean {
  const { tokens } = page
  const token = tokens[at]
  if (!token || tokens[at - 1]?.sentence === token.sentence) return false
  if (/^(?:a|an|both|multiple|two|three|four)$/.test(token.lower)) return true
  return (
    (/^(?:ADJ|NOUN|PROPN|ADV)$/.test(token.pos) || /(?:ed|ing|en)$/.test(token.lower)) &&
    !verbs.test(token.lower) &&
    !/^(?:with|set|crafted|made|designed|perfect|ideal|available|embrace|elevate|step|bring|store|add)$/.test(
      token.lower,
    )
  )
}

/** True when the list of items is a subject: its verb follows the last of them. */
function haveVerb(page: Page, items: readonly Item[]): boolean {
  const last = items.at(-1)
  if (!last) return false
  const next = page.tokens[last.to]
  const verb = next?.pos === 'ADV' ? page.tokens[last.to + 1] : next
  if (!verb || verb.lower.endsWith('ing') || verb.sentence !== page.tokens[last.from]?.sentence) return false
  return /^(?:VERB|AUX)$/.test(verb.pos) || (isBreak(verb.lower) && /^(?:NOUN|ADJ)$/.test(verb.pos))
}

/** "nestled in a ceramic pot": what a plant comes in. */
function isPotted(page: Page, at: number): boolean {
  if (
    !/^(?:plant|succulent|cactus|bonsai|aloe|fern|palm|tree|orchid|ivy|succulents|plants|topiary)$/.test(
      nounHead(page),
    ) &&
    !page.noun.includes('succulent')
  )
    return false
  const item = listItems(page.tokens, at + 1)[0]
  return (
    item !== undefined &&
    /^(?:pot|planter|basket|bowl|vessel|container)$/.test(page.tokens[item.to - 1]?.lower ?? '')
  )
}

/** "rests on sturdy oak legs": what the product stands or hangs on. */
function restsOn(page: Page, at: number): readonly Found[] {
  if (page.tokens[at]?.lower === 'from' && !hangs.test(page.tokens[at - 1]?.lower ?? '')) return []
  return listItems(page.tokens, at + 1)
    .slice(0, 1)
    .filter((item) => rests.test(singular(page.tokens[item.to - 1]?.lower ?? '')))
    .flatMap((item) => partAt(page, item) ?? [])
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
      const merely = bring && before(tokens, at)?.lower !== 'complemented'
      const found =
        whole ??
        (merely
          ? undefined
          : (qualityAt(page, item) ?? partAt(page, item) ?? fabricAt(page, item) ?? plainAt(page, item)))
      return found ? [found] : []
    })
  }
  if (token.lower === 'in' && (cased.test(tokens[at - 1]?.lower ?? '') || isPotted(page, at)))
    return listItems(tokens, at + 1)
      .slice(0, 1)
      .flatMap((item) => partAt(page, item) ?? [])
  if (token.lower === 'in' && /^an?$/.test(tokens[at + 1]?.lower ?? '')) {
    return listItems(tokens, at + 1)
      .flatMap((item) => qualityAt(page, item) ?? [])
      .filter(
        (item) =>
          item.kind === 'finish' ||
          (item.kind === 'colour' && !collective && coloured.test(tokens[at - 1]?.lower ?? '')),
      )
  }
  if (/^(?:on|atop|from)$/.test(token.lower)) return restsOn(page, at)
  if (opensWithBlooms(page, at)) return listItems(tokens, at).flatMap((item) => partAt(page, item) ?? [])
  const opens = opensWithParts(page, at)
  if (!opens && !isSubject(tokens, at, nounHead(page))) return []
  const items = listItems(tokens, opens ? at : at + 1)
  if (opens && !haveVerb(page, items)) return []
  return items.flatMap((item) => {
    const whole = opens && collective ? includedAt(page, item) : undefined
    const found =
      whole ??
      qualityAt(page, item) ??
      (collective && token.lower === 'the' && /^(?:furniture|homedecor|kitchen)$/.test(page.aisle ?? '')
        ? undefined
        : (partAt(page, item) ?? fabricAt(page, item) ?? plainAt(page, item)))
    return found ? [found] : []
  })
}

/** Features, closures, finishes, fits, hues, and what a set includes. */
export function featureFacts(page: Page): readonly Found[] {
  if (page.isTitle) return []
  const cues = page.tokens.flatMap((token, at) =>
    verbs.test(token.lower) ||
    /^(?:with|by|of|in|on|atop|from|among|amongst|its|their|the|['’]s)$/.test(token.lower) ||
    opensWithBlooms(page, at) ||
    opensWithParts(page, at)
      ? [at]
      : [],
  )
  return cues.flatMap((at) =>
    atCue(page, at).filter((item) => item.kind !== 'feature' || item.end <= pictureStart(page, at)),
  )
}
