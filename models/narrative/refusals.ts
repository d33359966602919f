/**
 * What the verifier refuses beside slots, figures and claim words: pressure, cures, praise over all others, a comparison the wrong way
 * round. For sentences with slots as tokens. The checker judges the same of the finished text, with tables of its own.
 */
import type { Beat, Relation } from '../../shared/domain/beats'

const PRESSURE =
  /\b(?:last chance|(?:selling|going) (?:out )?fast|(?:today|tonight) only|only today|act now|don['’]t (?:miss out|wait)|do not (?:miss out|wait)|while stocks? lasts?|limited[- ]time|flash sale|before (?:it|they) (?:is|are) gone|hurry up)\b|(?:^|[.!?] )(?:hurry|be quick)\b/i
const CURES =
  /\b(?:hypo-?allergenic|dermatolog\w+|clinical\w*|anti-?(?:bacterial|microbial|inflammatory|ageing)|therapeutic|medicinal|detox\w*|non-?toxic|(?:child|baby)-safe|safe for (?:babies|children|infants|toddlers))\b|\b(?:cures?|heals?|treats?|relieves?|prevents?|soothes?) (?:\w+ ){0,2}(?:pains?|aches?|eczema|acne|insomnia|anxiety|stress|colds?|infections?|injur(?:y|ies)|blisters?|allergies|rash(?:es)?|skin)\b/i
const PRAISE =
  /\b(?:best[- ]?sell(?:er|ing)|award[- ]winning|most popular|top[- ]rated|number one in|unrivalled|unbeatable|unmatched|peerless|world[- ]class|second to none)\b|\b(?:is|are) the (?:lightest|heaviest|cheapest|dearest|newest|biggest|largest|smallest|roomiest|finest|best)\b(?! (?:part|thing about|way|reason|kind of))/i

interface Direction {
  readonly words: string
  readonly opposite: string
}

const directions: Readonly<Partial<Record<Relation, Direction>>> = {
  cheaper: { words: 'cheaper|less expensive|costs? less', opposite: 'dearer|more expensive|costs? more' },
  dearer: { words: 'dearer|more expensive|costs? more', opposite: 'cheaper|less expensive|costs? less' },
  lighter: { words: 'lighter|weighs? less', opposite: 'heavier|weighs? more' },
  heavier: { words: 'heavier|weighs? more', opposite: 'lighter|weighs? less' },
  rated: { words: 'higher rated|better rated|rated higher', opposite: 'lower rated|rated lower' },
  newer: { words: 'newer|more recent', opposite: 'older' },
  bigger: { words: 'bigger|larger|roomier|holds? more', opposite: 'smaller|holds? less' },
  longer: { words: 'longer|lasts? longer', opposite: 'shorter' },
}

/** Between a product and what is said of it: only words that turn nothing round. */
const THEN = '(?: (?:is|are|was|were|will be|comes out|at|both|also|the|a|little|much|far|bit|clearly))* '

/** `<p1.title> is WORD`, or `<p2.title> is OPPOSITE`, and never the other way. */
function turnsRound(sentence: string, { words, opposite }: Direction): boolean {
  const said = (product: 'p1' | 'p2', of: string) =>
    new RegExp(`<${product}\\.title>${THEN}(?:${of})(?!\\w)`, 'i').test(sentence)
  return said('p1', opposite) || said('p2', words)
}

/** What is wrong with a sentence of a beat, or undefined. */
export function refusal(sentence: string, beat: Pick<Beat, 'move' | 'relation'>): string | undefined {
  if (beat.relation !== 'stock' && PRESSURE.test(sentence)) return 'presses the shopper'
  if (CURES.test(sentence)) return 'makes a health claim'
  if (PRAISE.test(sentence)) return 'praises it over all others'
  const direction = beat.move === 'compare' && beat.relation ? directions[beat.relation] : undefined
  return direction && turnsRound(sentence, direction) ? 'compares the wrong way round' : undefined
}
