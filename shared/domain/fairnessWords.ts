/** What the measures of a fairness audit are called, what they mean and how their figures are written. Definitions' sources: `models/fairness/README.md`. */
import type { CurrencyCode } from './catalogue'
import type { Exposure, FairnessMeasure } from './fairness'
import { metricText } from './metricWords'
import { formatMoney, moneyDigits } from './money'
import type { Interval } from './recommendEvaluation'

/**
 * How a figure is kept and told. `share`, `figure`, `count` as they are; `lift` is a share more or less (.35 is told as +35 %); `factor` and
 * `money` are means of natural logarithms: of prices by the usual price of their kind, told as per cent above or below it, and of prices in
 * the minor unit, told as their geometric mean.
 */
export type FairnessForm = 'share' | 'figure' | 'count' | 'lift' | 'factor' | 'money'

/**
 * What a ratio of two figures is: of figures with a true zero the one by the other, of logarithms what their difference stands for; of the
 * others there is none.
 */
export type FairnessScale = 'zero' | 'log' | 'none'

/** A measure in words. */
export interface FairnessWords {
  readonly label: string
  /** Its definition, in one or two sentences. */
  readonly meaning: string
  readonly form: FairnessForm
  readonly scale: FairnessScale
  /** Which way serves a shopper better; left out where neither does. */
  readonly better?: 'higher' | 'lower'
  /** What its mean is over. */
  readonly over: 'shoppers' | 'group' | 'texts'
}

type Row = readonly [
  label: string,
  form: FairnessForm,
  scale: FairnessScale,
  better: 'higher' | 'lower' | undefined,
  meaning: string,
]

const rows: Readonly<Record<FairnessMeasure, Row>> = {
  ndcg: [
    'NDCG',
    'figure',
    'zero',
    'higher',
    'How near the top of the list the product stands that the shopper took next, as a share of the best place there is; 0 where it is not in it.',
  ],
  hr: [
    'Hit rate',
    'share',
    'zero',
    'higher',
    'Share of shoppers whose list holds the product that they took next. Its difference is the equal-opportunity difference.',
  ],
  priceLevel: [
    'Price for its kind',
    'factor',
    'log',
    undefined,
    'How far the picks are above or below the usual (median) price of their kind of thing, as a geometric mean.',
  ],
  priceLift: [
    'Price beside own history',
    'factor',
    'log',
    undefined,
    "The price for its kind of the picks, beside that of the products in the shopper's own history: what the strategy adds. Groups whose histories lie apart differ in it for that alone (regression to the mean), so it explains and is no finding.",
  ],
  historyLevel: [
    'Price of own history',
    'factor',
    'log',
    undefined,
    "The price for its kind of the products in the shopper's own history: what the strategy learns from. What a shop has shown her for years is in it.",
  ],
  price: [
    'Price',
    'money',
    'log',
    undefined,
    'What the picks cost, as a geometric mean. It tells kinds of things too: a kettle costs less than a desk.',
  ],
  premium: [
    'Premium share',
    'share',
    'zero',
    undefined,
    'Share of picks in the upper third of prices of their own kind. Its difference is the demographic-parity difference of premium places.',
  ],
  discount: [
    'Discount shown',
    'share',
    'zero',
    undefined,
    'Mean share off the previous price over the picks; nothing off counts as 0.',
  ],
  popularity: [
    'Popularity',
    'share',
    'zero',
    undefined,
    'Mean share of shoppers who have a pick in their history: how well known the picks are.',
  ],
  diversity: [
    'Variety',
    'figure',
    'zero',
    'higher',
    'How unlike each other the picks are: 1 less the mean cosine of their vectors, or the share of pairs of different kinds in a catalogue without vectors.',
  ],
  miscalibration: [
    'Miscalibration',
    'figure',
    'zero',
    'lower',
    "How far the list's mix of categories is from the mix of the shopper's own history: Kullback-Leibler divergence, nats; 0 is alike.",
  ],
  popularityLift: [
    'Popularity lift',
    'lift',
    'none',
    undefined,
    'How much better known the lists are than the products in the histories of the same shoppers: 0 is like their own taste. Groups whose histories lie apart differ in it for that alone, so it explains and is no finding.',
  ],
  coverage: [
    'Coverage',
    'share',
    'zero',
    'higher',
    'Share of the catalogue that is shown to anybody in the group, among equally many shoppers of each, so that a large group has no advantage.',
  ],
  words: ['Words', 'count', 'zero', undefined, 'Words a text.'],
  facts: [
    'Facts a text',
    'count',
    'zero',
    'higher',
    'Different values of the catalogue that a text states and the checker has verified.',
  ],
  grounded: [
    'Texts without a fault',
    'share',
    'zero',
    'higher',
    'Share of texts in which the checker finds nothing that the catalogue does not say.',
  ],
  readingGrade: ['Reading grade', 'count', 'none', undefined, 'Flesch-Kincaid school year of a text.'],
  voice: [
    'Voice recognised',
    'share',
    'zero',
    'higher',
    'Share of texts in which a classifier recognises the voice that was asked for; 20 % by chance.',
  ],
  calls: [
    'Calls to action',
    'share',
    'zero',
    undefined,
    'Share of texts that call on the reader to act ("get yours today").',
  ],
  priceMentions: ['Price mentions', 'share', 'zero', undefined, 'Share of texts that state a price.'],
  told: [
    'Reader told among ten',
    'share',
    'zero',
    'higher',
    'Share of texts whose reader can be told among ten by what is said; 10 % by chance.',
  ],
}

const overTexts: ReadonlySet<FairnessMeasure> = new Set<FairnessMeasure>([
  ...(['words', 'facts', 'grounded', 'readingGrade'] as const),
  ...(['voice', 'calls', 'priceMentions', 'told'] as const),
])
const overGroup: ReadonlySet<FairnessMeasure> = new Set<FairnessMeasure>(['popularityLift', 'coverage'])

/** A measure in words. */
export function fairnessWords(measure: FairnessMeasure): FairnessWords {
  const [label, form, scale, better, meaning] = rows[measure]
  const over = overTexts.has(measure) ? 'texts' : overGroup.has(measure) ? 'group' : 'shoppers'
  return { label, meaning, form, scale, over, ...(better ? { better } : {}) }
}

/**
 * Whether a measure is a change from a shopper's own history. Lists lie nearer to the middle than histories do, whoever they are for
 * (regression to the mean, Galton 1886), so groups whose histories lie apart, by chance or not, differ in such a change without being
 * treated unlike (Lord 1967). It is told and tested, and never a finding.
 */
export function isBesideHistory(measure: FairnessMeasure): boolean {
  return measure === 'priceLift' || measure === 'popularityLift'
}

const exposures: Readonly<Record<Exposure, string>> = {
  priceTier: 'Price tiers',
  aisle: 'Aisles',
  category: 'Categories',
  brand: 'Brands',
}

/** What products are sorted into, in words: "Price tiers". */
export function exposureLabel(by: Exposure): string {
  return exposures[by]
}

/** An attribute as people say it: `ageBand` is "age band". */
export function fieldWords(field: string): string {
  const words = field
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
  return /[A-Z]{2}/.test(words) ? words : words.toLowerCase()
}

/** A segment as people say it: "age band × gender". */
export function segmentWords(fields: readonly string[]): string {
  return fields.map(fieldWords).join(' × ')
}

/** Those of a group, after "shoppers": "with age band 55+ and gender woman", "whose income band is not known". */
export function groupWords(values: Readonly<Record<string, string | null>>): string {
  const all = Object.entries(values)
  const known = all.flatMap(([field, value]) => (value === null ? [] : [`${fieldWords(field)} ${value}`]))
  const missing = all.flatMap(([field, value]) =>
    value === null ? [`${fieldWords(field)} is not known`] : [],
  )
  const parts = [
    ...(known.length > 0 ? [`with ${known.join(' and ')}`] : []),
    ...(missing.length > 0 ? [`whose ${missing.join(' and ')}`] : []),
  ]
  return parts.join(' and ')
}

/** A figure as people read it: "22.4 %", "−16.5 %" (below the usual price), "₹1,204", "0.527"; a dash where there is none. */
export function valueText(
  measure: FairnessMeasure,
  value: number | null | undefined,
  currency?: CurrencyCode,
): string {
  if (value === null || value === undefined) return '–'
  const { form } = rowOf(measure)
  switch (form) {
    case 'factor':
      return signed(Math.exp(value) - 1)
    case 'lift':
      return signed(value)
    case 'money':
      return currency === undefined ? plain(Math.exp(value)) : money(Math.exp(value), currency)
    case 'share':
    case 'figure':
      return metricText(value, form)
    case 'count':
      return countText(value)
  }
}

/** A figure with its interval: "22.4 % [20.1 %, 24.9 %]". */
export function intervalText(
  measure: FairnessMeasure,
  value: number | null | undefined,
  interval: Interval | null | undefined,
  currency?: CurrencyCode,
): string {
  const shown = valueText(measure, value, currency)
  if (!interval) return shown
  const [low, high] = [interval.low, interval.high].map((end) => valueText(measure, end, currency))
  return `${shown} [${low}, ${high}]`
}

/** A difference of two figures: "−4.0 points", "−6.3 %" of logarithms, "−0.021". */
export function differenceText(measure: FairnessMeasure, difference: number | null | undefined): string {
  if (difference === null || difference === undefined) return '–'
  const { form } = rowOf(measure)
  switch (form) {
    case 'factor':
    case 'money':
      return signed(Math.exp(difference) - 1)
    case 'lift':
    case 'share':
      return signed(difference).replace(' %', ' points')
    case 'figure':
    case 'count':
      return plus(difference) + metricText(difference, 'figure')
  }
}

/** In what a figure is kept, for whoever reads it without its text: "ln(minor units of INR)". */
export function unitText(measure: FairnessMeasure, currency: CurrencyCode): string {
  switch (rowOf(measure).form) {
    case 'factor':
      return measure === 'priceLift'
        ? 'ln(price / usual) less ln(price / usual) of own history'
        : 'ln(price / usual)'
    case 'money':
      return `ln(minor units of ${currency})`
    case 'lift':
      return 'share more or less, 0 is none'
    case 'share':
      return 'share, 0-1'
    case 'figure':
      return measure === 'miscalibration' ? 'nats' : measure === 'ndcg' ? 'figure, 0-1' : 'figure'
    case 'count':
      return measure === 'readingGrade' ? 'school years' : 'a text'
  }
}

/** In what a difference of two figures is kept. */
export function differenceUnitText(measure: FairnessMeasure, currency: CurrencyCode): string {
  const { form } = rowOf(measure)
  return form === 'factor' || form === 'money'
    ? 'ln(ratio of the two)'
    : `difference, ${unitText(measure, currency)}`
}

function rowOf(measure: FairnessMeasure): { readonly form: FairnessForm } {
  return { form: rows[measure][1] }
}

/** Whole units of money: more would feign a precision that a mean does not have. */
function money(minor: number, currency: CurrencyCode): string {
  const unit = 10 ** moneyDigits(currency)
  return formatMoney({ minor: Math.round(minor / unit) * unit, currency })
}

const plain = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 0 })
const countText = (value: number) => value.toFixed(1).replace('-', '−')
const plus = (value: number) => (value > 0 ? '+' : '')
const signed = (share: number) => plus(Number(share.toFixed(3))) + metricText(share, 'share')
