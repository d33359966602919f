/** The words that compare, by what they compare and which way. */
import type { Direction } from './weigh'

/** A way to compare. */
export interface Form extends Direction {
  /** `bare` ones may stand without "than"; the others are only read beside one or beside two names. */
  readonly bare: string
  readonly beside?: string
  /** Verbs whose object is the other product: "undercuts". */
  readonly verb?: string
  /** Adjectives of "not as heavy as". */
  readonly equal?: string
  readonly most: string
}

const forms: readonly Form[] = [
  {
    dimension: 'price',
    sign: -1,
    bare: 'cheaper|less (?:expensive|costly|dear)|lower[- ]priced|(?:costs?|costing) less(?! to\\b)|the less costly|thriftier',
    beside:
      '(?:comes?|came|sells?|asks?|priced) (?:for |in )?(?:lower|less)|asks? (?:for )?less(?! of)|spend(?:s|ing)? less|pay(?:s|ing)? less|(?:gives?|give) less|saves? (?:you )?(?:money|a little|something)|saving money|lower (?:price|bill|outlay|cost|total|sum)|less to pay|(?:hold on to|keeps?) more of your money|less of a stretch|kinder to (?:your|the) (?:purse|wallet|budget)',
    verb: 'undercuts?(?![^.;:!?]*\\bon weight\\b)|beats(?=[^.;:!?]*\\bon price\\b)',
    equal: 'cheap',
    most: 'cheapest|least expensive|lowest[- ]priced|least costly',
  },
  {
    dimension: 'price',
    sign: 1,
    bare: 'dearer|more (?:expensive|costly)|pricier|costlier|(?:costs?|costing) more(?! to\\b)',
    beside:
      'pay(?:s|ing)? more|spend(?:s|ing)? more|asks? (?:for )?more(?! of)|higher (?:price|bill|outlay|cost|total|sum)|bigger bill|(?:wants?|asks?|takes?) (?:for )?(?:a little |a bit )?more of your money',
    equal: 'expensive|dear',
    most: 'dearest|most expensive|priciest|costliest',
  },
  {
    dimension: 'weight',
    sign: -1,
    bare: 'lighter|weighs? less',
    beside: 'less weight|more lightly|less to lift|lighter lift|easier on (?:you|your arms)|carry less',
    verb: 'undercuts?(?=[^.;:!?]*\\bon weight\\b)',
    equal: 'light',
    most: 'lightest',
  },
  {
    dimension: 'weight',
    sign: 1,
    bare: 'heavier|weightier|weighs? more',
    beside: 'more weight|more heft|more to (?:lift|pick up)|more in the hand',
    verb: 'outweighs?',
    equal: 'heavy',
    most: 'heaviest',
  },
  {
    dimension: 'capacity',
    sign: 1,
    bare: 'bigger|larger|roomier',
    beside: 'holds? more|carr(?:y|ies) more|takes? more|more (?:room|space)|there is more(?= in)',
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
    most: 'shortest[- ]lasting',
  },
  {
    dimension: 'rating',
    sign: 1,
    bare: '(?:higher|better)[- ]rated|(?:rated?|scored?|scores|rates|are rated|is rated) (?:higher|better)',
    beside:
      '(?:rate|rates|rated|put|puts|score|scores|scored)(?= (?:the )?[^.;]{0,40}above)|(?:rated|scored|scores?) above|(?:think|thinks|speak|speaks) more (?:warmly |highly )?of|better marks|more stars|in greater regard|ahead on reviews',
    equal: 'highly rated|well rated',
    most: '(?:highest|best)[- ]rated',
  },
  {
    dimension: 'rating',
    sign: -1,
    bare: '(?:lower|worse)[- ]rated|(?:rated?|scored?|scores) (?:lower|worse)',
    beside: '(?:rated|scored|scores?) below',
    most: '(?:lowest|worst)[- ]rated',
  },
  {
    dimension: 'listed',
    sign: 1,
    bare: 'newer|more recent|the later arrival',
    beside: '(?:came|arrived|joined)(?: \\w+){0,4} later',
    verb: '(?:came|arrived|appeared|launched)(?: out| along)? after|followed',
    equal: 'new|recent',
    most: 'newest|most recent',
  },
  {
    dimension: 'listed',
    sign: -1,
    bare: 'older(?! (?:sister|brother|child|self))',
    beside: '(?:came|arrived|joined)(?: \\w+){0,4} (?:earlier|sooner)',
    verb: '(?:came|arrived|appeared|launched)(?: out| along)? before|predates?',
    equal: 'old',
    most: 'oldest',
  },
]

const whole = (pattern: string) => new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}-])`, 'giu')
/** How a pattern reads its sides. */
export type Manner = 'bare' | 'beside' | 'verb' | 'equal'

/** A way to compare with its patterns compiled. */
export interface Comparative {
  readonly form: Form
  readonly patterns: readonly { readonly how: Manner; readonly pattern: RegExp }[]
  readonly most: RegExp
}

/** Every way to compare. */
export const COMPARATIVES: readonly Comparative[] = forms.map((form) => {
  const equal =
    form.equal === undefined
      ? undefined
      : `(?:not|n['’]t) (?:quite |nearly |at all )?(?:as|so) (?:${form.equal})(?= as\\b)`
  const ways = { bare: form.bare, beside: form.beside, verb: form.verb, equal }
  return {
    form,
    most: whole(form.most),
    patterns: (Object.keys(ways) as Manner[]).flatMap((how) => {
      const source = ways[how]
      return source === undefined ? [] : [{ how, pattern: whole(source) }]
    }),
  }
})
