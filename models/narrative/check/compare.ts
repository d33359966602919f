/** Comparatives and measurable superlatives: who is set against whom, and whether the rows say so. */
import type { Product } from '../../../shared/domain/catalogue'
import type { Reading } from './reading'
import { ownersAt } from './reading'
import type { Verdict } from './weigh'
import { weighAll, weighClass, weighPair } from './weigh'
import type { Dimension, Evidenced } from './weigh'

/** A comparison that does not stand. */
export interface Compared {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly verdict: Exclude<Verdict, 'true'>
  readonly superlative: boolean
}

interface Form {
  readonly dimension: Dimension
  /** 1 for more of it, -1 for less. */
  readonly sign: 1 | -1
  /** `bare` ones may stand without "than"; the others are only read beside one or beside two names. */
  readonly bare: string
  readonly beside?: string
  /** Verbs whose object is the other product: "undercuts". */
  readonly verb?: string
  readonly equal: string
  readonly most: string
}

const forms: readonly Form[] = [
  {
    dimension: 'price',
    sign: -1,
    bare: 'cheaper|less (?:expensive|costly|dear)|lower[- ]priced|costs? less|the less costly',
    beside:
      '(?:comes?|came|sells?|asks?|priced) (?:for |in )?(?:lower|less)|asks? (?:for )?less|spend(?:s|ing)? less|pay(?:s|ing)? less|(?:gives?|give) less|saves? (?:you )?(?:money|a little|something)|saving money|lower price',
    verb: 'undercuts?',
    equal: 'cheap',
    most: 'cheapest|least expensive|lowest[- ]priced|least costly',
  },
  {
    dimension: 'price',
    sign: 1,
    bare: 'dearer|more (?:expensive|costly)|pricier|costlier|costs? more',
    beside: 'pay(?:s|ing)? more|spend(?:s|ing)? more|asks? (?:for )?more|higher price',
    equal: 'expensive|dear',
    most: 'dearest|most expensive|priciest|costliest',
  },
  {
    dimension: 'weight',
    sign: -1,
    bare: 'lighter|weighs? less',
    beside: 'less weight|more lightly',
    equal: 'light',
    most: 'lightest',
  },
  {
    dimension: 'weight',
    sign: 1,
    bare: 'heavier|weighs? more',
    beside: 'more weight',
    verb: 'outweighs?',
    equal: 'heavy',
    most: 'heaviest',
  },
  {
    dimension: 'capacity',
    sign: 1,
    bare: 'bigger|larger|roomier',
    beside: 'holds? more|carr(?:y|ies) more|takes? more|more (?:room|space)|is more',
    equal: 'big|large|roomy',
    most: 'biggest|largest|roomiest',
  },
  {
    dimension: 'capacity',
    sign: -1,
    bare: 'smaller',
    beside: 'holds? less|less (?:room|space)',
    equal: 'small',
    most: 'smallest',
  },
  {
    dimension: 'warranty',
    sign: 1,
    bare: '(?:longer|more) (?:cover|warranty|guarantee)',
    equal: '\\0',
    most: 'longest (?:cover|warranty|guarantee)',
  },
  {
    dimension: 'battery',
    sign: 1,
    bare: 'longer[- ](?:battery|lasting)|(?:lasts?|runs?|goes|plays?) longer(?: on a charge)?',
    verb: 'outlasts?|outruns?',
    equal: 'long[- ]lasting',
    most: 'longest[- ]lasting',
  },
  {
    dimension: 'battery',
    sign: -1,
    bare: '(?:shorter battery|(?:lasts?|runs?) (?:less|for less))',
    equal: '\\0',
    most: 'shortest[- ]lasting',
  },
  {
    dimension: 'rating',
    sign: 1,
    bare: '(?:higher|better)[- ]rated|(?:rated?|scored?|scores|rates|are rated|is rated) (?:higher|better)',
    beside:
      '(?:rate|rates|rated|put|puts|score|scores|scored)(?= (?:the )?[^.;]{0,40}above)|(?:rated|scored|scores?) above',
    equal: 'highly rated|well rated',
    most: '(?:highest|best)[- ]rated',
  },
  {
    dimension: 'rating',
    sign: -1,
    bare: '(?:lower|worse)[- ]rated|(?:rated?|scored?|scores) (?:lower|worse)',
    beside: '(?:rated|scored|scores?) below',
    equal: '\\0',
    most: '(?:lowest|worst)[- ]rated',
  },
  {
    dimension: 'listed',
    sign: 1,
    bare: 'newer|more recent|the later arrival',
    beside: '(?:came|arrived|joined)(?: \\w+){0,4} later|later',
    equal: 'new|recent',
    most: 'newest|most recent',
  },
  {
    dimension: 'listed',
    sign: -1,
    bare: 'older(?! (?:sister|brother|child|self))',
    beside: '(?:came|arrived|joined)(?: \\w+){0,4} (?:earlier|sooner)',
    equal: 'old',
    most: 'oldest',
  },
]

const whole = (pattern: string) => new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}-])`, 'giu')
const table = forms.map((form) => ({
  form,
  bare: whole(form.bare),
  beside: form.beside === undefined ? undefined : whole(form.beside),
  verb: form.verb === undefined ? undefined : whole(form.verb),
  equal: whole(`(?:not|n['’]t) (?:quite |nearly |at all )?(?:as|so) (?:${form.equal})(?= as\\b)`),
  most: whole(form.most),
}))

const BESIDE =
  /\b(?:next to|beside|against|compared (?:with|to)|unlike|versus|over|set against|where)\s+(?:the )?$/i
const THAN = /^[^.!?;:]*?\b(?:than|as)\b\s*/i
const EARLIER =
  /^[^.!?;:,]*?\bthan (?:before|it (?:was|did|used)|they (?:were|did|used)|once|yesterday|last)\b/i
const CLASS =
  /^[^.!?;]{0,24}?\b(?:than|then) (?:most|many|the (?:average|usual|others?|rest|norm|typical)|average|usual|normal|typical|some)\b/i
const DENIED = /\b(?:not|no|isn['’]t|aren['’]t|never|neither|hardly)\s+(?:any |much |the |a |an )?$/i
const PREDICATE =
  /(?:\b(?:is|are|was|were|be|looks?|comes?|both|one|it|they)\b[^.,;:!?]{0,24}|[,;:]\s*(?:and )?(?:the )?)$/i
const CLOSES =
  /^(?:\s+(?:here|of (?:the )?(?:two|pair|three|these|both)|one|choice|option|buy|pick|too|now))?\s*(?:[.,;:!?]|$|\b(?:and|but|by)\b)/i

interface Place {
  readonly form: Form
  readonly start: number
  readonly end: number
  readonly text: string
  readonly denied: boolean
  readonly how: 'bare' | 'beside' | 'verb' | 'equal'
}

function placesIn(text: string): readonly Place[] {
  const found = table.flatMap(({ form, bare, beside, verb, equal }) =>
    (
      [
        ['bare', bare],
        ['beside', beside],
        ['verb', verb],
        ['equal', equal],
      ] as const
    ).flatMap(([how, pattern]) =>
      pattern === undefined
        ? []
        : [...text.matchAll(pattern)].map((match) => ({
            form,
            how,
            start: match.index,
            end: match.index + match[0].length,
            text: match[0],
            denied: how === 'equal' || DENIED.test(text.slice(Math.max(0, match.index - 30), match.index)),
          })),
    ),
  )
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.text.length > one.text.length,
      ),
  )
}

interface Sides {
  readonly subject: number
  readonly object: number
}

/** Who is set against whom; undefined where the sentence compares with something else, 'unclear' where it cannot be told. */
function sidesOf(place: Place, reading: Reading, count: number): Sides | 'unclear' | 'any' | undefined {
  const { text, mentions, sentences } = reading
  const sentence = sentences.find(({ start, end }) => place.start >= start && place.start < end)
  if (!sentence) return undefined
  const here = mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const rest = text.slice(place.end, sentence.end)
  const than = THAN.exec(rest)
  const thanAt = than ? place.end + than[0].length : undefined
  const afterThan =
    thanAt === undefined ? undefined : here.find(({ start }) => start >= thanAt && start - thanAt < 9)
  const before = here.filter(({ end }) => end <= place.start)
  const other = (one: number) => (count === 2 ? 1 - one : undefined)
  const pronoun = ownersAt(reading, place.start)

  if (place.how === 'verb') {
    const object = here.find(({ start }) => start >= place.end)?.product
    const subject = before.at(-1)?.product ?? (object === undefined ? undefined : other(object))
    if (object === undefined || subject === undefined || object === subject) return 'unclear'
    return { subject, object }
  }
  if (
    /^(?:rate|rates|put|puts|score|scores|scored|rated)$/i.test(place.text) &&
    place.form.dimension === 'rating'
  ) {
    const [a, b] = here.filter(({ start }) => start >= place.end)
    return a && b && a.product !== b.product ? { subject: a.product, object: b.product } : undefined
  }
  if (afterThan) {
    const object = afterThan.product
    const between = here.find(
      ({ start, end }) => start >= place.end && end <= (thanAt ?? 0) && end <= afterThan.start,
    )
    const candidates = [
      between,
      ...before.slice().reverse(),
      ...here.filter(({ start }) => start > afterThan.end),
    ]
    const subject = candidates.find((mention) => mention && mention.product !== object)?.product
    if (subject !== undefined) return { subject, object }
    const carried = pronoun.filter((one) => one !== object)
    const [only] = carried
    if (only !== undefined && carried.length === 1) return { subject: only, object }
    const second = other(object)
    return second === undefined ? 'unclear' : { subject: second, object }
  }
  if (thanAt !== undefined && /\bthan\b/i.test(than?.[0] ?? '')) {
    return /^(?:the )?(?:other|first|second|former|latter)\b/i.test(text.slice(thanAt))
      ? sidesByOwner(pronoun, other)
      : undefined
  }
  const objects = here.filter(({ start }) => BESIDE.test(text.slice(sentence.start, start)))
  const subjects = here.filter((mention) => !objects.includes(mention))
  const [object] = objects
  if (object) {
    const subject = [...subjects]
      .sort((a, b) => Math.abs(a.start - place.start) - Math.abs(b.start - place.start))
      .find(({ product }) => product !== object.product)
    if (subject) return { subject: subject.product, object: object.product }
  }
  return bareSides({ place, reading, here, pronoun, count })
}

const sidesByOwner = (owners: readonly number[], other: (one: number) => number | undefined) => {
  const [subject] = owners
  const object = subject === undefined ? undefined : other(subject)
  return owners.length === 1 && subject !== undefined && object !== undefined
    ? { subject, object }
    : 'unclear'
}

interface BareCase {
  readonly place: Place
  readonly reading: Reading
  readonly here: Reading['mentions']
  readonly pronoun: readonly number[]
  readonly count: number
}

function bareSides({
  place,
  reading: { text },
  here,
  pronoun,
  count,
}: BareCase): Sides | 'unclear' | 'any' | undefined {
  const before = text.slice(Math.max(0, place.start - 40), place.start)
  const after = text.slice(place.end)
  const other = (one: number) => (count === 2 ? 1 - one : undefined)
  const inverted =
    /^ (?:one )?(?:of the (?:two|pair) )?(?:is|are)\b/i.test(after) && /\bthe\s*$/i.test(before)
  const named = inverted ? here.find(({ start }) => start >= place.end) : undefined
  if (named) return sidesByOwner([named.product], other)
  if (place.how === 'beside') return here.length > 0 && count > 1 ? sidesByOwner(pronoun, other) : undefined
  const predicate = PREDICATE.test(before) || /^(?:costs?|weighs?)\b/i.test(place.text)
  const closes = CLOSES.test(after) || (predicate && place.form.dimension === 'price')
  if (!predicate || !closes)
    return here.length > 0 && count > 1 && CLOSES.test(after) ? sidesByOwner(pronoun, other) : undefined
  if (/\b(?:one|either)\b(?! of)[^.]{0,8}$/i.test(before) && here.length === 0)
    return count > 1 ? 'any' : 'unclear'
  return sidesByOwner(pronoun, other)
}

const opposite = (verdict: Verdict): Verdict =>
  verdict === 'undecided' ? verdict : verdict === 'true' ? 'false' : 'true'

function judge(place: Place, reading: Reading, evidence: Evidenced): Verdict {
  const { products } = evidence
  const { form, denied } = place
  const rest = reading.text.slice(place.end)
  const owners = ownersAt(reading, place.start).flatMap((one) => products[one] ?? [])
  if (EARLIER.test(rest)) return weighClass({ ...form, against: 'before' }, owners, evidence)
  if (CLASS.test(rest)) return weighClass({ ...form, against: 'class' }, owners, evidence)
  const sides = sidesOf(place, reading, products.length)
  if (sides === undefined) return 'true'
  if (sides === 'any') return weighPair(form, 'either', products)
  if (sides === 'unclear') return reducedOnly(form, owners) ? 'true' : 'undecided'
  const [a, b] = [products[sides.subject], products[sides.object]]
  if (!a || !b) return 'undecided'
  const verdict = weighPair(form, 'first', [a, b])
  return denied ? opposite(verdict) : verdict
}

/** One product alone is cheaper than it was where it is reduced. */
const reducedOnly = ({ dimension, sign }: Form, owners: readonly Product[]) =>
  dimension === 'price' &&
  sign === -1 &&
  owners.some(
    ({ price, wasPrice }) =>
      price && wasPrice && price.currency === wasPrice.currency && wasPrice.minor > price.minor,
  )

const SHOWN =
  /^\s+(?:of (?:the )?(?:two|three|four|these|those|both|pair|all|lot|bunch)|here|shown|on (?:this|the) (?:page|list)|among (?:these|them)|in the (?:set|list)|one)?(?:\s*[.,;:!?]|\s+(?:here|is|are|of)\b|\s*$)/i
const ELSEWHERE =
  /^\s+(?:\p{L}+ ){0,2}?(?:in the (?:world|shop|business)|in town|on the market|around|ever|anywhere|available|we (?:sell|have|make|stock)|you (?:can|will)|money can buy|of (?:its|their|any) kind)\b/iu

function superlatives(reading: Reading, { products }: Evidenced): Compared[] {
  const { text, mentions, sentences } = reading
  return table.flatMap(({ form, most }) =>
    [...text.matchAll(most)].flatMap((match) => {
      const start = match.index
      const end = start + match[0].length
      const before = text.slice(Math.max(0, start - 40), start)
      const after = text.slice(end)
      const report = (verdict: Exclude<Verdict, 'true'>) => [
        { start, end, text: match[0], verdict, superlative: true },
      ]
      if (!/\b(?:the|our|its|their)\s+$/i.test(before)) return []
      if (ELSEWHERE.test(after)) return report('false')
      const noun = products.some(({ noun: one }) =>
        new RegExp(`^ (?:\\w+ )?${one.split(' ').at(-1) ?? one}\\b`, 'i').test(after),
      )
      if (
        !noun &&
        (!SHOWN.test(after) ||
          (!PREDICATE.test(before.replace(/\b(?:the|our|its|their)\s+$/i, '')) &&
            !/^\s*(?:of|here)/i.test(after) &&
            !/^\s*The $/.test(before)))
      )
        return []
      const sentence = sentences.find((one) => start >= one.start && start < one.end)
      const inverted = mentions.find(
        (one) => one.start >= end && one.end <= (sentence?.end ?? 0) && /^[^,;]*\b(?:is|are)\b/i.test(after),
      )
      const owners = inverted && !PREDICATE.test(before) ? [inverted.product] : ownersAt(reading, start)
      const [subject] = owners
      if (products.length < 2 || owners.length !== 1 || subject === undefined) return report('false')
      const verdict = weighAll(form, subject, products)
      return verdict === 'true' ? [] : report(verdict)
    }),
  )
}

/** Comparisons of a text that its rows contradict or cannot decide. */
export function comparedIn(reading: Reading, evidence: Evidenced): readonly Compared[] {
  const pairs = placesIn(reading.text).flatMap((place) => {
    const verdict = judge(place, reading, evidence)
    return verdict === 'true'
      ? []
      : [{ start: place.start, end: place.end, text: place.text, verdict, superlative: false }]
  })
  return [...pairs, ...superlatives(reading, evidence)]
}
