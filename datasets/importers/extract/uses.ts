/** What a product is for: "perfect for beach days or casual outings", "ideal for layering". */
import pluralize from 'pluralize'
import type { FactKind } from '../../../shared/domain/facts'
import type { Found, Page } from './found'
import { PRAISE } from './lexicon'
import { sentenceCase, sliceOf } from './phrases'
import type { Token } from './tokens'

const cue = /^(perfect|ideal|great|suitable|designed|made|excellent|suited|built|fit)$/
const people =
  /^(people|couples|kids|children|families|family|friends|women|men|girls|boys|adults|toddlers|beginners|novices|pros|fans|buffs|souls|individuals|teens|guests|pets|dogs|cats|creatives|newlyweds|teams|homeowners|handymen|grads|colleagues|aficionados|types|gourmands|geeks|nerds|mechanics|chefs|cooks|brides|chocoholics|foodies|executives)$/
const peopleEnding = /(?:ers|ors|ists|ians|asts|eurs|onados|als)$/
const notPeople = /^(flowers|showers|summers|winters|interiors|dinners|corners|burgers|starters|appetizers|drawers|doors|outdoors|indoors|festivals|rituals|meals|papers|letters|colors|journals|arrivals|betters|floors|counters|centers|mirrors|dressers|festivals|recitals|rehearsals|feasts|breakfasts|trials|manuals|materials|animals|cereals|vegetals|towers|rivers|gathers|encounters|wonders|computers|chargers|speakers|coolers|containers|planters|thrillers|blisters|borders|peppers|repairs|stairs|affairs|others|removals|goals|sculptors)$/
/** Heads too vague, too grand or too dependent on their context to be a use. */
const vague =
  /^(comfort|style|versatility|durability|elegance|stability|performance|protection|organization|functionality|occasion|ambiance|atmosphere|needs|essentials|element|elements|look|looks|touch|pop|statement|warmth|outfit|outfits|wardrobe|ease|convenience|space|room|setting|settings|decor|efficiency|clarity|precision|support|fun|joy|love|purposes|styles|tastes|types|genres|ways|moments|minute|years|lifestyle|lifestyles|appeal|impact|effect|control|results|season|seasons|time|times|environment|environments|flavor|charm|indulgence|perfection|experience|experiences|both|use|it|connectivity|longevity|shine|clean|warmth|romance|beauty|security|display|displays|impression|visibility|reliability|confidence|creativity|inspiration|productivity|sophistication|quality|dishes|goods|devices|lovers|luxury|growth|health|wellness|flair|presentation|fit|grip|tasks|jobs|projects|techniques|applications|expression|interiors|everyday|function|form|pleasure|delight|surprise|guests|companions|collections|addition|gift|centerpiece|accessory|companion|choice|body|presence|glow|depth|hydration|life|adventure|glory|cause)$/
const rooms = /^(bedrooms?|kitchens?|living rooms?|offices?|hallways?|entryways?|patios?|nurser(?:y|ies)|dining rooms?|bathrooms?|apartments?|homes?|gardens?|spaces|corners|mantels?|balcon(?:y|ies)|porches|desks|shelves|windowsills|living areas|dining spaces|backyards?|studios?)$/
/** Bare nouns that need no article. */
const mass = new Set(
  'use wear travel camping hiking snacking grilling layering work meditation relaxation roasting cooking baking breakfast lunch dinner brunch entertaining gifting yoga fishing kayaking reading lounging swimming running jogging gardening decorating dining hosting christmas easter halloween thanksgiving spring summer autumn winter school college practice recording streaming gaming shopping sharing picnicking sautéing sauteing stacking commuting photography playtime storage cycling training woodworking carpentry picnics rock jazz blues vocals stage studio serving display dipping grating steaming boiling frying slow-cooking braising playing crafting date self-care prep preparation meal-prep cleaning'.split(' '),
)
/** Gerunds that promise an effect instead of naming a use. */
const fluff = /^(adding|creating|making|elevating|complementing|completing|bringing|transforming|infusing|enhancing|blending|ensuring|maintaining|standing|showing|keeping|those|livening|achieving|expressing|turning|setting|sprucing|injecting|capturing|framing|pairing|celebrating|embracing|spreading|combining|exploring|evoking|giving|providing|impressing|anyone|elevating|indulging|navigating|braving|conquering|brightening|accentuating|anchoring|cinching|warming|lending|satisfying|treating|surprising|expertly|powering|tackling|unleashing|lighting|matching|taking|getting|having|being|looking|defining|accessorizing|welcoming|evenly|showcasing|displaying)$/
const WORDS_MAX = 4

function isStop(token: Token | undefined, sentence: number): boolean {
  if (!token || token.sentence !== sentence) return true
  return /^[.!?;:–—(]$/.test(token.text) || /^(that|which|who|while|whether|when|where|as|thanks|it|its|this|these|they|making|ensuring|adding|with|without|because|so|to|from|alike|but|like|including|featuring|bring|brings|or)$/.test(token.lower) && token.lower !== 'or'
}

/** Items of the list after "for": split at commas, "and", "or". Ranges of token indices. */
function items(tokens: readonly Token[], from: number): readonly (readonly [number, number])[] {
  const sentence = tokens[from]?.sentence ?? 0
  const out: (readonly [number, number])[] = []
  let start = from
  let at = from
  for (; !isStop(tokens[at], sentence) && out.length < 4; at++) {
    if (!/^(,|and|or|&|plus)$/.test(tokens[at]?.lower ?? '')) continue
    if (at > start) out.push([start, at])
    start = at + 1
  }
  const finished = at > start && /^[.!?;,]$/.test(tokens[at]?.text ?? '.')
  if (finished || (at > start && /^(alike|while|thanks|or|and)$/.test(tokens[at]?.lower ?? ''))) out.push([start, at])
  return out
}

function grammatical(words: readonly string[], tokens: readonly Token[]): boolean {
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  if (/ing$/.test(first) && tokens[0]?.pos === 'VERB') {
    return !fluff.test(first) && (words.length === 1 ? mass.has(first) : !/^(any|every|each|it|them)$/.test(words[1] ?? '')) && !words.includes('any')
  }
  if (mass.has(last)) return words.length > 1 || !/^(use|wear|work|date|prep|display|practice|stage|studio|storage|serving|rock)$/.test(last)
  return pluralize.isPlural(last) && pluralize.singular(last) !== last
}

function isUse(words: readonly string[], tokens: readonly Token[]): boolean {
  const last = words.at(-1) ?? ''
  if (words.length > WORDS_MAX || words.some((word) => /^(a|an|the|any|every|all|those|your|our|their|anyone|you|her|his|of|both|each|even|just|only|more|other|such|adding|touch|pop)$/.test(word))) return false
  if (tokens.some((token) => !/^[\p{L}'’-]+$/u.test(token.text))) return false
  if (people.test(last) || (peopleEnding.test(last) && !notPeople.test(last))) return false
  if (vague.test(last) && !/^(use|tasks|projects|jobs|settings|spaces|dishes)$/.test(last)) return false
  if (/^(projects|tasks|jobs|settings|dishes)$/.test(last) && words.length < 2) return false
  return grammatical(words, tokens)
}

function kindOf(words: readonly string[]): FactKind {
  const last = words.at(-1) ?? ''
  return rooms.test(last) || rooms.test(words.slice(-2).join(' ')) ? 'room' : 'use'
}

function useAt(page: Page, from: number, to: number): Found | undefined {
  let start = from
  while (start < to && (page.tokens[start]?.lower === 'both' || PRAISE.has(page.tokens[start]?.lower ?? ''))) start += 1
  const tokens = page.tokens.slice(start, to)
  const words = tokens.map((token) => token.lower)
  if (words.length === 0 || !isUse(words, tokens)) return undefined
  const slice = sliceOf(page.text, page.tokens, start, to)
  return { kind: kindOf(words), text: sentenceCase(slice.text), number: 'mass', field: page.field, start: slice.start, end: slice.end }
}

/** Uses and rooms. */
export function useFacts(page: Page): readonly Found[] {
  if (page.isTitle) return []
  const { tokens } = page
  return tokens.flatMap((token, at): readonly Found[] => {
    if (token.lower !== 'for' || !cue.test(tokens[at - 1]?.lower ?? '')) return []
    return items(tokens, at + 1)
      .map(([from, to]) => useAt(page, from, to))
      .filter((found) => found !== undefined)
  })
}
