/** Comparatives and measurable superlatives: whether the rows bear them out. */
import type { Product } from '../../../shared/domain/catalogue'
import { COMPARATIVES } from './comparatives'
import type { Form } from './comparatives'
import { escaped } from './escaped'
import type { Reading } from './reading'
import { ownersAt } from './reading'
import type { Place } from './sides'
import { sidesOf } from './sides'
import type { Evidenced, Verdict } from './weigh'
import { isReduced, weighAll, weighClass, weighPair } from './weigh'

/** A comparison that does not stand. */
export interface Faulty {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly verdict: Exclude<Verdict, 'true'>
  readonly superlative: boolean
}

const EARLIER =
  /^[^.!?;:,]*?\bthan (?:before|it (?:was|did|used)|they (?:were|did|used)|once|yesterday|last)\b/i
const GENUS = '(?:most|many|average|usual|normal|typical|the (?:average|usual|norm|typical|rest|others?))'
const CLASS_END =
  '(?:\\s+(?:packs?|kinds?|models?|others?|ones?|labels?))?(?=\\s*(?:[.,;:!?]|$|of (?:its|their|the)|here|in (?:its|their)|for|at|kinds?|are|is|do))'
const CLASS = new RegExp(`^[^.!?;]{0,24}?\\bthan ${GENUS}\\b${CLASS_END}`, 'iu')
/** "At 420 g, above the usual; heavier." */
const CLASSED = new RegExp(`\\b(?:above|below|over|under|than) ${GENUS}\\b`, 'i')
const DENIED = /\b(?:not|no|isn['’]t|aren['’]t|never|neither|hardly)\s+(?:any |much |the |a |an )?$/i
/** A word that makes the comparative an adjective of something else: "a bigger star". */
const ATTRIBUTE =
  /^ (?!than\b|of\b|one\b|choice\b|option\b|and\b|or\b|but\b|here\b|by\b|in\b|at\b|on\b|with\b|for\b|too\b|now\b|pick\b|buy\b|to\b|as\b|is\b|are\b|next\b|beside\b|against\b|sibling\b)\p{L}+/iu

function placesIn(text: string, products: readonly Product[]): readonly Place[] {
  const nouns = products.flatMap(({ noun }) => noun.split(' ').at(-1) ?? [])
  const found = COMPARATIVES.flatMap(({ form, patterns }) =>
    patterns.flatMap(({ how, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({
        form,
        how,
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        denied: how === 'equal' || DENIED.test(text.slice(Math.max(0, match.index - 30), match.index)),
      })),
    ),
  )
  const elsewhere = ({ how, end, text: word }: Place) =>
    how === 'bare' &&
    /er$/i.test(word) &&
    ATTRIBUTE.test(text.slice(end)) &&
    !nouns.some((noun) => text.slice(end, end + 30).includes(noun))
  return found.filter((one) => !elsewhere(one) && !found.some((other) => other !== one && covers(other, one)))
}

const covers = (outer: Place, inner: Place) =>
  outer.start <= inner.start && outer.end >= inner.end && outer.text.length > inner.text.length

const opposite = (verdict: Verdict): Verdict =>
  verdict === 'undecided' ? verdict : verdict === 'true' ? 'false' : 'true'

function judge(place: Place, reading: Reading, evidence: Evidenced): Verdict {
  const { products } = evidence
  const { form, denied } = place
  const { text, sentences } = reading
  const rest = text.slice(place.end)
  const owners = ownersAt(reading, place.start).flatMap((one) => products[one] ?? [])
  if (EARLIER.test(rest)) return weighClass({ ...form, against: 'before' }, owners, evidence)
  if (CLASS.test(rest)) return weighClass({ ...form, against: 'class' }, owners, evidence)
  const sides = sidesOf(place, reading, products.length)
  if (sides === undefined) return 'true'
  if (sides === 'any') return weighPair(form, 'either', products)
  if (sides === 'unclear') {
    const sentence = sentences.find(({ start, end }) => place.start >= start && place.start < end)
    if (CLASSED.test(text.slice(sentence?.start, sentence?.end)))
      return weighClass({ ...form, against: 'class' }, owners, evidence)
    return form.dimension === 'price' && form.sign === -1 && owners.some(isReduced) ? 'true' : 'undecided'
  }
  const [a, b] = [products[sides.subject], products[sides.object]]
  if (!a || !b) return 'undecided'
  const verdict = weighPair(form, 'first', [a, b])
  return denied ? opposite(verdict) : verdict
}

const SHOWN =
  /^\s+(?:of (?:the )?(?:two|three|four|these|those|both|pair|all|lot|bunch)|here|shown|on (?:this|the) (?:page|list)|among (?:these|them)|in the (?:set|list)|one)?(?:\s*[.,;:!?]|\s+(?:here|is|are|of)\b|\s*$)|^[.,;:!?]/i
const ELSEWHERE =
  /^\s+(?:\p{L}+ ){0,2}?(?:in the (?:world|shop|business)|in town|on the market|around|ever|anywhere|available|we (?:sell|have|make|stock)|you (?:can|will)|money can buy|of (?:its|their|any) kind)\b/iu
const OWNED = /\b(?:the|our|its|their)\s+$/i
const COPULA = /(?:\b(?:is|are|was|were|be)\b[^.,;:!?]{0,24}|[,;:]\s*(?:and )?)$/i

/** The product a superlative is said of: undefined for one that is said of no product, null where it cannot be told. */
function subjectOf(
  { start, end }: { readonly start: number; readonly end: number },
  reading: Reading,
  products: readonly Product[],
): number | null | undefined {
  const { text, mentions, sentences } = reading
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end)
  if (!OWNED.test(before)) return undefined
  if (ELSEWHERE.test(after)) return null
  const predicate = COPULA.test(before.replace(OWNED, ''))
  const noun = products.some((one) =>
    new RegExp(`^ (?:\\w+ )?${escaped(one.noun.split(' ').at(-1) ?? one.noun)}(?!\\w)`, 'i').test(after),
  )
  const opens = /^\s+(?:of|here)\b/i.test(after) || /^\s*The $/.test(before)
  if (!noun && !(SHOWN.test(after) && (predicate || opens))) return undefined
  const sentence = sentences.find((one) => start >= one.start && start < one.end)
  const later = mentions.find((one) => one.start >= end && one.end <= (sentence?.end ?? 0))
  if (later && !predicate && /^[^,;]*\b(?:is|are)\b/i.test(after)) return later.product
  const owners = ownersAt(reading, start)
  return owners.length === 1 && products.length > 1 ? (owners[0] ?? null) : null
}

function superlativesOf(
  { form, most }: { readonly form: Form; readonly most: RegExp },
  reading: Reading,
  products: readonly Product[],
): readonly Faulty[] {
  return [...reading.text.matchAll(most)].flatMap((match) => {
    const place = { start: match.index, end: match.index + match[0].length, text: match[0] }
    const subject = subjectOf(place, reading, products)
    if (subject === undefined) return []
    const verdict = subject === null ? 'false' : weighAll(form, subject, products)
    return verdict === 'true' ? [] : [{ ...place, verdict, superlative: true }]
  })
}

/** Comparisons of a text that its rows contradict or cannot decide. */
export function comparedIn(reading: Reading, evidence: Evidenced): readonly Faulty[] {
  const { products } = evidence
  const pairs = placesIn(reading.text, products).flatMap((place) => {
    const verdict = judge(place, reading, evidence)
    const { start, end, text } = place
    return verdict === 'true' ? [] : [{ start, end, text, verdict, superlative: false }]
  })
  return [...pairs, ...COMPARATIVES.flatMap((one) => superlativesOf(one, reading, products))]
}
