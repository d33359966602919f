/** Health and safety, urgency, and praise that needs a fact. */
import type { Product } from '../../../shared/domain/catalogue'
import type { Unsupported } from '../../../shared/domain/narrative'
import { escaped } from './escaped'
import { rowTexts } from './statements'

/** A stretch of text with what is wrong with it, before the rows were asked. */
export type Pressing = Pick<Unsupported, 'start' | 'end' | 'text' | 'kind' | 'reason'>

const AILMENT =
  '(?:\\w+ ){0,3}?(?:pains?|aches?|\\w*aches?|eczema|acne|psoriasis|insomnia|sleeplessness|anxiety|stress|depression|colds?|flu|infections?|injur(?:y|ies)|blisters?|inflammation|swelling|allerg(?:y|ies)|rash(?:es)?|wounds?|burns?|scars?|cracked skin|wrinkles?|migraines?|arthritis|cramps?|asthma|coughs?|fatigue|diseases?|illness(?:es)?|germs?|bacteria|virus(?:es)?|cancer|diabetes|cholesterol|blood pressure|hangovers?|sore (?:throats?|muscles?|feet))'

const never: readonly string[] = [
  `(?:cures?|curing|heals?|healing|treats?|treating|relieves?|relieving|prevents?|preventing|eases?|soothes?|fights?|combats?|kills?|reduces?|eliminates?|wards? off|protects? against|keeps? away) ${AILMENT}\\b`,
  '(?:heals?|repairs?|regenerates?) (?:\\w+ ){0,2}(?:skin|muscles?|joints?|tissue)',
  '(?:boosts?|strengthens?|supports?) (?:\\w+ ){0,2}(?:immun\\w+|immune system|metabolism|digestion)',
  'de-?tox\\w*',
  'hypo-?allergenic',
  'dermatolog\\w*(?:[- ](?:tested|approved|recommended))?',
  'clinical(?:ly)?(?:[- ](?:proven|tested))?',
  '(?:doctor|physician|dentist|vet)s?[- ](?:recommended|approved|tested)|recommended by (?:doctors|dermatologists|dentists)',
  'anti-?bacterial|anti-?microbial|anti-?fungal|antiseptic|anti-?inflammatory|anti-?ageing|anti-?aging',
  'non-?toxic|therapeutic|medicinal|medical(?:ly)?(?:[- ]grade)?',
  '(?:child|baby|kid|toddler|pet)[- ](?:safe|proof)|safe (?:for|around) (?:\\w+ )?(?:babies|baby|children|kids|infants|newborns|toddlers|pregnan\\w+|pets|everyone|sensitive skin)',
  '(?:is|are|and) (?:perfectly |completely |totally )?(?:healthy|healthier)(?! (?:dose|respect|scepticism|appetite))|healthy (?:snacks?|option|alternative|drink|meal|food|habit)|good for your (?:heart|skin|health|back|posture|gut)',
]
const HEALTH = new RegExp(`(?<![\\p{L}])(?:${never.join('|')})(?![\\p{L}])`, 'giu')
const DISCLAIMED = /\b(?:not|no|never|cannot|nor|without|nothing|n['’]t|n’t)\b[^.;:!?]{0,24}$/i

/** Scarcity that few in stock bear out. */
const SCARCE =
  /\b(?:only a few (?:are )?(?:left|remain)|(?:a )?few (?:remain|are left|left)|last few|(?:nearly|almost) (?:gone|sold out)|limited stock|(?:stock is |stocks are )running (?:low|out)|running (?:low|out) of stock|stock is low|low (?:in )?stock|(?<=(?:^|[.!?] |\bso |\band |\bplease ))hurry(?: up)?)\b/gi
/** Pressure that no row bears out: it speaks of how fast and how long, not of how many. */
const PRESSURE =
  /\b(?:(?:selling|going|flying out|disappearing) (?:out |off the shelves? )?fast|last chance|(?:today|this week|tonight) only|only today|only (?:until|till) (?:midnight|tonight|tomorrow|today|sunday|monday|friday|saturday)|(?<!\b(?:you|we|they|people) )(?:buy|order|act) (?:now|today|before (?:midnight|tonight|tomorrow|it[’']s|they[’']re|it is|they are))|don[’']t (?:miss (?:out|this)|wait)|do not (?:miss (?:out|this)|wait)|while stocks? lasts?|(?<=(?:^|[.!?] |\bso |\band ))be quick|limited[- ]time|before (?:it|they)(?:[’']s| is|[’']re| are)? (?:gone|too late)|before it is too late|ends (?:soon|today|tonight|tomorrow)|final (?:days|hours)|now or never|won[’']t (?:last|be (?:here|around)) long|time is running out|flash sale)\b/gi
const LEFT = /\bonly (one|two|three|four|five|\d+) (?:are |is )?(?:left|remain(?:s|ing)?)\b/gi
const smallNumbers = ['zero', 'one', 'two', 'three', 'four', 'five']

/** Praise that stands only where the row says it. */
const EARNED: readonly RegExp[] = [
  /\bbest[- ]?sell(?:er|ers|ing)\b/gi,
  /\b(?:award|prize)[- ]winn(?:ing|er)\b|\b(?:critically )?acclaimed\b/gi,
  /\bmost[- ](?:popular|loved|wanted|bought)\b/gi,
  /\b(?:number one|no\. ?1)\b(?= (?:\p{L}+|in)\b)/giu,
  /\btop[- ](?:rated|selling)\b/gi,
  /\b(?:everyone|everybody)[’']s favourite\b/gi,
  /\bworld[- ](?:famous|class|leading|beating)\b|\bmarket[- ]leading\b/gi,
  /\b(?:unrivalled|unbeatable|unbeaten|unmatched|unsurpassed|unparalleled|peerless|second to none|like no other|nothing (?:else )?comes close)\b/gi,
  /\bnothing else (?:on \w+ \w+ )?(?:tastes|feels|looks|works|sounds|fits|performs|wears|cooks|cleans) (?:\w+ ){0,2}(?:as|so|like)\b/gi,
]

const GENERIC =
  "choice|option|gift|present|product|buy|deal|price|value|quality|of its kind|of their kind|in the world|in town|in the shop|in the business|on the market|around|ever|anywhere|money can buy|you will ever|you[’']ll ever|we (?:sell|have|make|stock)|available|there is|you can buy"

/** Without one of these there is no praise to look for. */
const PRAISING = /est\b|\b(?:most|perfect|ultimate|no (?:better|finer|other))\b/i

/** "The softest scarf", "no better boot": praise over all others. */
function praise(products: readonly Product[]): readonly RegExp[] {
  const nouns = products
    .flatMap(({ noun }) => [noun, noun.split(' ').at(-1) ?? noun])
    .flatMap((noun) => [noun, noun.replace(/s$/, '')])
    .map(escaped)
  const object = `(?:(?:\\w+ )?(?:${nouns.join('|')})|(?:(?:thing|one|${nouns.join('|')}) )?(?:${GENERIC}))`
  return [
    new RegExp(
      `\\b(?:the|our) (?:very )?(?:best|finest|greatest|perfect|ultimate|most \\w+(?! of)|\\w{3,}(?:[^aeiou\\W]|i)est) ${object}(?!\\w)`,
      'gi',
    ),
    new RegExp(`\\bno (?:better|finer|other) (?:${nouns.join('|')})\\b(?! (?:for|than))`, 'gi'),
  ]
}

const asPressing = (match: RegExpMatchArray, kind: Unsupported['kind'], reason: string): Pressing => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
  text: match[0],
  kind,
  reason,
})

const saidIn = (products: readonly Product[], words: string) => {
  const plain = (text: string) => text.toLowerCase().replace(/[-\s]+/g, ' ')
  return products.some((product) => rowTexts(product).some((text) => plain(text).includes(plain(words))))
}

function health(text: string, about: (at: number) => readonly Product[]): Pressing[] {
  return [...text.matchAll(HEALTH)].flatMap((match) =>
    saidIn(about(match.index), match[0]) || DISCLAIMED.test(text.slice(0, match.index))
      ? []
      : [asPressing(match, 'health', 'No row makes this health or safety claim in these words')],
  )
}

/** At or below this many in stock, a text may say that few are left. */
const FEW = 5

function urgency(text: string, about: (at: number) => readonly Product[]): Pressing[] {
  const stock = (at: number) => about(at).flatMap((product) => product.stock ?? [])
  const scarce = [...text.matchAll(SCARCE)].flatMap((match) =>
    stock(match.index).some((count) => count > 0 && count <= FEW)
      ? []
      : [asPressing(match, 'urgency', 'No row says that few are in stock')],
  )
  const counted = [...text.matchAll(LEFT)].flatMap((match) => {
    const word = (match[1] ?? '').toLowerCase()
    const count = smallNumbers.includes(word) ? smallNumbers.indexOf(word) : Number(word)
    return stock(match.index).includes(count)
      ? []
      : [asPressing(match, 'urgency', 'No row has this many in stock')]
  })
  const pressed = [...text.matchAll(PRESSURE)].map((match) =>
    asPressing(match, 'urgency', 'No row says that time is short'),
  )
  return [...scarce, ...counted, ...pressed]
}

function superlatives(
  text: string,
  products: readonly Product[],
  about: (at: number) => readonly Product[],
): Pressing[] {
  const earned = EARNED.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      saidIn(about(match.index), match[0].replace(/sellers?$/i, 'sell'))
        ? []
        : [asPressing(match, 'superlative', `No row says "${match[0].toLowerCase()}"`)],
    ),
  )
  const praised = (PRAISING.test(text) ? praise(products) : []).flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      isMeasured(match[0]) || saidIn(about(match.index), match[0])
        ? []
        : [asPressing(match, 'superlative', 'No row puts it above all others')],
    ),
  )
  return [...earned, ...praised]
}

/** What can be measured is judged against the shown rows, in `compare.ts`. */
const isMeasured = (words: string) => MEASURED.test(words)
const MEASURED =
  /\b(?:cheap|dear|pric[iey]|light|heavi|high|low|new|old|big|larg|small|long|short|room)\w*est\b|\b(?:most|least) (?:expensive|costly|recent)\b/i

/** Health, urgency and praise in a text that the rows do not bear out. `about` tells whom a place speaks of. */
export function pressingIn(
  text: string,
  products: readonly Product[],
  about: (at: number) => readonly Product[],
): readonly Pressing[] {
  return [...health(text, about), ...urgency(text, about), ...superlatives(text, products, about)]
}
