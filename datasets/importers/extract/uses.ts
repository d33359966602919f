/** What a product is for: "perfect for beach days or casual outings", "ideal for layering". */
import { isPlural } from '../nouns/number'
import type { FactKind } from '../../../shared/domain/facts'
import type { Found, Page } from './found'
import { PRAISE } from './lexicon'
import { proseCase, sliceOf } from './phrases'
import type { Token } from './tokens'

const cue =
  /^(perfect|ideal|great|suitable|designed|made|excellent|suited|built|fit|engineered|crafted|wonderful|fantastic|handy|best|essential)$/
const people =
  /^(bookworms|craftsmen|sportsmen|fishermen|businessmen|gentlemen|tradesmen|baristas|people|audiophiles|professionals|individuals|locals|pals|bibliophiles|cinephiles|stargazers|connoisseurs|urbanites|athletes|artists|romantics|minimalists|humans|shoppers|seafarers|youngsters|infants|babies|brides|grooms|students|parents|lads|ladies|gentlemen|fashionistas|cowgirls|cowboys|seamstresses|hostesses|princesses|actresses|waitresses|stylists|moms|dads|enthusiasts|warriors|trendsetters|divas|mavens|nomads|royalty|couples|kids|children|families|family|friends|women|men|girls|boys|adults|toddlers|beginners|novices|pros|fans|buffs|souls|individuals|teens|guests|pets|dogs|cats|creatives|newlyweds|teams|homeowners|handymen|grads|colleagues|aficionados|types|gourmands|geeks|nerds|mechanics|chefs|cooks|brides|chocoholics|foodies|executives)$/
const peopleEnding = /(?:ers|ors|ists|ians|asts|eurs|onados)$/
const notPeople =
  /^(flowers|showers|summers|winters|interiors|dinners|corners|burgers|starters|appetizers|drawers|doors|outdoors|indoors|festivals|rituals|meals|papers|letters|colors|journals|arrivals|betters|floors|counters|centers|mirrors|dressers|festivals|recitals|rehearsals|feasts|breakfasts|trials|manuals|materials|animals|cereals|vegetals|towers|rivers|gathers|encounters|wonders|computers|chargers|speakers|coolers|containers|planters|thrillers|blisters|borders|peppers|repairs|stairs|affairs|others|removals|goals|sculptors)$/
/** Heads too vague, too grand or too dependent on their context to be a use. */
const vague =
  /^(sizes|ages|accents|fits|creations|secrets|conversations|memories|dreams|stories|aesthetics|comfort|style|versatility|durability|elegance|stability|performance|protection|organization|functionality|occasion|ambiance|atmosphere|needs|essentials|element|elements|look|looks|touch|pop|statement|warmth|outfit|outfits|wardrobe|ease|convenience|space|room|setting|settings|decor|efficiency|clarity|precision|support|fun|joy|love|purposes|styles|tastes|types|genres|ways|moments|minute|years|lifestyle|lifestyles|appeal|impact|effect|control|results|season|seasons|time|times|environment|environments|flavor|charm|indulgence|perfection|experience|experiences|both|use|it|connectivity|longevity|shine|clean|warmth|romance|beauty|security|display|displays|impression|visibility|reliability|confidence|creativity|inspiration|productivity|sophistication|quality|dishes|goods|devices|lovers|luxury|growth|health|wellness|flair|presentation|fit|grip|tasks|jobs|projects|techniques|applications|expression|interiors|everyday|function|form|pleasure|delight|surprise|guests|companions|collections|addition|gift|centerpiece|accessory|companion|choice|body|presence|glow|depth|hydration|life|adventure|glory|cause)$/
const rooms =
  /^(bedrooms?|kitchens?|living rooms?|offices?|hallways?|entryways?|patios?|nurser(?:y|ies)|dining rooms?|bathrooms?|apartments?|homes?|gardens?|spaces|corners|mantels?|balcon(?:y|ies)|porches|desks|shelves|windowsills|living areas|dining spaces|backyards?|studios?)$/
/** Bare nouns that need no article. */
const mass = new Set(
  'bbq barbecue play fetch refreshment fishing use wear travel camping hiking snacking grilling layering work meditation relaxation roasting cooking baking breakfast lunch dinner brunch entertaining gifting yoga fishing kayaking reading lounging swimming running jogging gardening decorating dining hosting christmas easter halloween thanksgiving spring summer autumn winter school college practice recording streaming gaming shopping sharing picnicking sautéing sauteing stacking commuting photography playtime storage cycling training woodworking carpentry picnics rock jazz blues vocals stage studio serving display dipping grating steaming boiling frying slow-cooking braising playing crafting date self-care prep preparation meal-prep cleaning'.split(
    ' ',
  ),
)
/** Gerunds that promise an effect instead of naming a use. */
const fluff =
  /^(adding|creating|making|elevating|complementing|completing|bringing|transforming|infusing|enhancing|blending|ensuring|maintaining|standing|showing|keeping|those|livening|achieving|expressing|turning|setting|sprucing|injecting|capturing|framing|pairing|celebrating|embracing|spreading|combining|exploring|evoking|giving|providing|impressing|anyone|elevating|indulging|navigating|braving|conquering|brightening|accentuating|anchoring|cinching|warming|lending|satisfying|treating|surprising|expertly|powering|tackling|unleashing|lighting|matching|taking|getting|having|being|looking|defining|accessorizing|welcoming|evenly|showcasing|displaying)$/
const notActivity =
  /^(?:evening|morning|spring|building|clothing|ceiling|wedding|setting|feeling|offspring|everything|anything|something|king|ring|string|wing|sibling|darling|dwelling|pudding|dumpling|bedding|lighting|seating)$/
const WORDS_MAX = 5
/** Gerunds after which "your things" may stand. */
const gerund =
  /^(?:organizing|storing|carrying|displaying|serving|protecting|holding|transporting|charging|hanging|toting|stowing|keeping|sharing|recording|connecting|decorating|adorning|housing|showcasing|brewing|savoring|enjoying|sipping|drying|cutting|cleaning)$/
/** What a product may be called before "for": "an ideal companion for". */
const roles =
  /^(?:companion|choice|accessory|option|pick|match|solution|partner|tool|treat|snack|footwear|shoes?|boots|bag|backpack|piece|jacket|scarf|dish|dessert|gear|appetizer|instrument)$/

function isStop(token: Token | undefined, sentence: number): boolean {
  if (!token || token.sentence !== sentence) return true
  return (
    /^[.!?;:–—(]$/.test(token.text) ||
    /^(that|which|who|while|whether|when|where|as|thanks|it|its|this|these|they|making|ensuring|adding|with|without|because|so|to|from|alike|but|like|including|featuring|bring|brings|for)$/.test(
      token.lower,
    )
  )
}

/** Items of the list after "for": split at commas, "and", "or"; a lone adjective shares the next item's head. Ranges of token indices. */
function items(tokens: readonly Token[], from: number): readonly (readonly [number, number])[] {
  const sentence = tokens[from]?.sentence ?? 0
  const out: (readonly [number, number])[] = []
  let start = from
  let at = from
  for (; !isStop(tokens[at], sentence) && out.length < 5; at++) {
    if (!/^(?:,|and|or|&|plus)$/.test(tokens[at]?.lower ?? '')) continue
    if (lone(tokens, start, at)) continue
    if (at > start) out.push([start, at])
    start = at + 1
  }
  const finished =
    at > start &&
    (/^[.!?;,]$/.test(tokens[at]?.text ?? '.') ||
      /^(?:alike|while|thanks|or|and)$/.test(tokens[at]?.lower ?? ''))
  if (finished) out.push([start, at])
  return out
}

/** "indoor | or outdoor use", "formal | and casual settings". */
function lone(tokens: readonly Token[], start: number, at: number): boolean {
  const from = tokens[start]?.lower === 'both' ? start + 1 : start
  return (
    at - from === 1 &&
    tokens[at]?.lower !== ',' &&
    /^(?:indoor|outdoor|formal|casual|dry|wet|hot|cold|small|large|medium|light|heavy|modern|traditional|acoustic|electric|urban|rural|home|professional|savory|sweet|summer|winter|spring|fall|day|evening|male|female|work|studio|live|everyday|daily|special|freshwater|saltwater|beginner|romantic|intimate|festive|outdoor|amateur)$/.test(
      tokens[from]?.lower ?? '',
    )
  )
}

/** "tandem exploration of lakes, rivers": the rest of the list hangs on "of". */
function holdsOf(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => token.lower === 'of')
}

function isGerund(token: Token | undefined): boolean {
  return token?.pos === 'VERB' && token.lower.endsWith('ing')
}

/** True where "for" at `at` tells a use: "perfect for", "the ideal companion for". */
function isUseCue(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? ''
  if (cue.test(before) || before === 'whether') return true
  const near = tokens
    .slice(Math.max(0, at - 5), at - 1)
    .filter((token) => token.sentence === tokens[at]?.sentence)
  return (
    roles.test(before) &&
    near.some((token) =>
      /^(?:perfect|ideal|great|excellent|essential|must-have|go-to|wonderful|fantastic|versatile|reliable|superb)$/.test(
        token.lower,
      ),
    )
  )
}

function grammatical(words: readonly string[], tokens: readonly Token[]): boolean {
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  if (/ing$/.test(first) && !notActivity.test(first) && (tokens[0]?.pos === 'VERB' || words.length === 1)) {
    return (
      !fluff.test(first) &&
      (words.length === 1 ? !notActivity.test(first) : !/^(any|every|each|it|them)$/.test(words[1] ?? '')) &&
      !words.includes('any')
    )
  }
  if (mass.has(last))
    return (
      words.length > 1 ||
      !/^(use|wear|work|date|prep|display|practice|stage|studio|storage|serving|rock)$/.test(last)
    )
  if (/^(?:valentine|mother|father|new year)[’']?s? day$/.test(words.join(' ').replace(/ (['’]s)/, '$1')))
    return true
  return isPlural(last)
}

function isUse(words: readonly string[], tokens: readonly Token[]): boolean {
  const last = words.at(-1) ?? ''
  const yours = words.indexOf('your')
  if (yours >= 0 && !(yours === 1 && gerund.test(words[0] ?? ''))) return false
  if (
    words.length > WORDS_MAX ||
    words.some((word) =>
      /^(a|an|the|any|every|all|those|our|their|anyone|you|her|his|of|both|each|even|just|only|more|other|such|countless|endless|numerous|various|adding|touch|pop|yourself|many|most|few)$/.test(
        word,
      ),
    )
  )
    return false
  if (tokens.some((token) => !/^[\p{L}'’-]+$/u.test(token.text))) return false
  if (tokens.at(-1)?.pos === 'ADV') return false
  if (
    words.length === 1 &&
    /^(?:adventures|activities|events|days|nights|sessions|settings|gestures)$/.test(last)
  )
    return false
  if (people.test(last) || (peopleEnding.test(last) && !notPeople.test(last))) return false
  if (vague.test(last) && !/^(use|tasks|projects|jobs|settings|spaces|dishes)$/.test(last)) return false
  if (/^(projects|tasks|jobs|settings|dishes)$/.test(last) && words.length < 2) return false
  return grammatical(words, tokens)
}

function kindOf(words: readonly string[]): FactKind {
  const last = words.at(-1) ?? ''
  return rooms.test(last) || rooms.test(words.slice(-2).join(' ')) ? 'room' : 'use'
}

/** "special occasions" and "warm days" keep their word: without it they say nothing. */
function isPraise(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? ''
  return (
    PRAISE.has(tokens[at]?.lower ?? '') &&
    !/^(?:and|or)$/.test(next) &&
    !/^(?:occasions|days|nights|weather|events|evenings|climates|interiors|looks|dinners|meals)$/.test(next)
  )
}

function useAt(page: Page, from: number, to: number): Found | undefined {
  let start = from
  while (
    start < to &&
    (/^(?:both|your|those|all|any)$/.test(page.tokens[start]?.lower ?? '') || isPraise(page.tokens, start))
  )
    start += 1
  const tokens = page.tokens.slice(start, to)
  const words = tokens.map((token) => token.lower)
  if (words.length === 0 || !isUse(words, tokens)) return undefined
  const slice = sliceOf(page.text, page.tokens, start, to)
  return {
    kind: kindOf(words),
    text: proseCase(slice.text, page.tokens, start),
    number: 'mass',
    field: page.field,
    start: slice.start,
    end: slice.end,
  }
}

/** What one goes out or sits down for; such a plural is a use wherever it stands after "for", "during", "from". */
const outings =
  /^(?:adventures|outings|occasions|trips|getaways|parties|gatherings|events|walks|hikes|workouts|commutes|celebrations|dinners|sessions|performances|excursions|days|nights|evenings|mornings|meals|picnics|festivals|weddings|activities|meetings|rituals)$/

/** "during long rides", "from casual walks to formal dinners", without a word of praise before "for". */
function outingAt(page: Page, at: number): Found | undefined {
  const { tokens } = page
  const word = tokens[at]?.lower ?? ''
  const free = /^(?:for|during|on)$/.test(word) && !isUseCue(tokens, at)
  const span = /^(?:from|to)$/.test(word)
  if (!free && !span) return undefined
  let to = at + 1
  while (
    tokens[to]?.sentence === tokens[at]?.sentence &&
    to < at + 6 &&
    !outings.test(tokens[to]?.lower ?? '')
  ) {
    if (
      !/^(?:ADJ|NOUN|PROPN|VERB)$/.test(tokens[to]?.pos ?? '') &&
      !/^(?:your|those|both|all)$/.test(tokens[to]?.lower ?? '')
    )
      return undefined
    to += 1
  }
  if (!outings.test(tokens[to]?.lower ?? '') || tokens[to + 1]?.lower === 'of') return undefined
  return useAt(page, at + 1, to + 1)
}

/** Occasions of which one is enough: "for a night out", "for your next trip". */
const once =
  /^(?:any|your next|your) (?:(?:casual|formal|special|summer|winter|spring|autumn|holiday|evening|festive|black-tie|romantic|outdoor|beach|garden|family|dinner|cocktail|birthday|wedding|weekend|camping|fishing|hiking|road|themed|costume|masquerade|movie|game|kayaking|daily|work|quick|movie|date|rainy|sunny|chilly|cozy|lazy|quiet) )*(?:occasion|event|outing|party|wedding|picnic|getaway|trip|commute|hike|gathering|celebration|dinner|feast|day out|evening out|night out|night in|brunch|picnic|adventure|safari|vacation|workout|performance|concert|recital|gig|voyage|excursion|ceremony|tea party|sleepover|barbecue|bbq|shower|ball)\b(?! (?:set|wardrobe|reception|table|decor|party|dress|out|in)\b)/

/** "for any formal occasion": a bare "any occasion" says nothing. */
function onceAt(page: Page, at: number): Found | undefined {
  const token = page.tokens[at]
  const next = page.tokens[at + 1]
  if (!token || !next || !/^(?:for|at|on|to)$/.test(token.lower)) return undefined
  const match = once.exec(page.text.slice(next.start, next.start + 60).toLowerCase())
  const words = match?.[0].split(' ') ?? []
  if (
    !match ||
    (words.length < 3 &&
      /^(?:occasion|event|adventure|party|celebration|gathering|outing|trip)$/.test(words.at(-1) ?? ''))
  )
    return undefined
  const text = page.text.slice(next.start, next.start + match[0].length)
  return {
    kind: 'use',
    text,
    number: 'mass',
    field: page.field,
    start: next.start,
    end: next.start + text.length,
  }
}

/** Uses and rooms. */
export function useFacts(page: Page): readonly Found[] {
  if (page.isTitle) return []
  const { tokens } = page
  const outing = tokens.flatMap((_, at) => outingAt(page, at) ?? [])
  const cued = tokens.flatMap((token, at): readonly Found[] => {
    if (token.lower !== 'for' || !isUseCue(tokens, at)) return []
    const listed = items(tokens, at + 1)
    // "holding memories or secrets": what follows a gerund with an object may be another object.
    const open = listed.findIndex(
      ([from, to]) => to - from > 1 && (isGerund(tokens[from]) || holdsOf(tokens, from, to)),
    )
    return listed
      .filter(([from], index) => open < 0 || index <= open || isGerund(tokens[from]))
      .map(([from, to]) => useAt(page, from, to))
      .filter((found) => found !== undefined)
  })
  return [...cued, ...outing, ...tokens.flatMap((_, at) => onceAt(page, at) ?? [])]
}
