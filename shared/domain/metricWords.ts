/** What the figures of runs are called, what they mean, and how they are written. Names are those of `RunMetric`: `ndcg@10`, `self-bleu-4`. */
import type { RunMetric } from './run'

/** How a figure is written. */
export type MetricForm = 'share' | 'figure' | 'count' | 'ms'

/** A measure in words. */
export interface MetricWords {
  readonly label: string
  /** Its definition, in one or two sentences. */
  readonly meaning: string
  readonly form: MetricForm
  readonly better?: 'higher' | 'lower'
}

type Row = readonly [label: string, form: MetricForm, better: 'higher' | 'lower' | undefined, meaning: string]

/** `{k}` stands for how many products a list has. */
const rows: Readonly<Record<string, Row>> = {
  ndcg: [
    'NDCG',
    'figure',
    'higher',
    'How near the top of the first {k} the right ones stand, as a share of the best order there is.',
  ],
  hr: [
    'Hit rate',
    'share',
    'higher',
    'Share of shoppers with at least one right product among the first {k}.',
  ],
  recall: ['Recall', 'share', 'higher', 'Share of the right ones that are found among the first {k}.'],
  mrr: [
    'MRR',
    'figure',
    'higher',
    '1 over the place of the first right one among the first {k}, 0 without one.',
  ],
  coverage: ['Coverage', 'share', 'higher', 'Share of the products that are shown to anybody at all.'],
  novelty: [
    'Novelty',
    'figure',
    undefined,
    'How surprising it is that somebody takes what is shown, bits; known bestsellers are low.',
  ],
  gini: [
    'Gini',
    'figure',
    'lower',
    'How unevenly places in lists are spread over the products: 0 all alike, 1 one product has all.',
  ],
  'popularity-lift': [
    'Popularity lift',
    'figure',
    undefined,
    'How much better known the lists are than what shoppers took themselves: 0 is like their own taste.',
  ],
  'click-rate': ['Simulated click rate', 'share', 'higher', 'Clicks by products shown, as simulated.'],
  'invented-facts': [
    'Invented facts',
    'count',
    'lower',
    'Figures and names that stand in no shown row, over all texts.',
  ],
  'unsupported-claim-narratives': [
    'Unsupported texts',
    'share',
    'lower',
    'Share of texts in which the checker found anything that the catalogue does not say.',
  ],
  'facts-per-narrative': [
    'Facts a text',
    'figure',
    'higher',
    'Different catalogue values that a text states word for word.',
  ],
  'facts-per-long-narrative': [
    'Facts a long text',
    'figure',
    'higher',
    'The same over texts of 60 words and more.',
  ],
  'persona-identification': [
    'Reader told among ten',
    'share',
    'higher',
    'Share of texts whose reader can be told among ten by what is said; 10 % by chance.',
  ],
  'directive-obedience': [
    'Directives obeyed',
    'share',
    'higher',
    'Share of directives obeyed, over all texts and directives.',
  ],
  'obedience-per-text': [
    'Directives obeyed, text by text',
    'share',
    'higher',
    'Share of its directives that a text obeys, on average over texts.',
  ],
  'worst-directive': [
    'Worst directive',
    'share',
    'higher',
    'Share obeyed of the directive that fares worst.',
  ],
  'voice-recognition': [
    'Voice recognised',
    'share',
    'higher',
    'Share of texts whose voice a classifier recognises; 20 % by chance.',
  ],
  'opening-repetition': [
    'Same opening',
    'share',
    'lower',
    'Largest share of texts with the same first four words.',
  ],
  'self-bleu-4': ['Self-BLEU-4', 'figure', 'lower', 'How alike the texts are to each other, 0-1.'],
  'distinct-2': ['Distinct-2', 'figure', 'higher', 'Different pairs of words by all pairs of words.'],
  'fallback-sentences': [
    'Stand-in sentences',
    'share',
    'lower',
    'Share of sentences from the authored stand-in.',
  ],
  'resampled-sentences': [
    'Sentences drawn again',
    'share',
    'lower',
    'Share of sentences drawn more than once.',
  ],
  'grammar-errors-per-100': [
    'Grammar faults',
    'figure',
    'lower',
    'Faults that a grammar lint finds, for every hundred sentences.',
  ],
  'rouge-l': [
    'ROUGE-L',
    'figure',
    undefined,
    'Longest common run of words with the authored sentences of the same plan, 0-1.',
  ],
  perplexity: [
    'Perplexity',
    'figure',
    'lower',
    'How surprised the model is by a token of its own text; 1 is not at all.',
  ],
  'mean-words': ['Words', 'figure', undefined, 'Words a text.'],
  'reading-grade': ['Reading grade', 'figure', undefined, 'Flesch-Kincaid school year.'],
  'latency-p50-ms': [
    'Time, median',
    'ms',
    'lower',
    'From asking to the finished text, half of the texts within.',
  ],
  'verified-facts': ['Facts verified', 'count', 'higher', 'Facts of the catalogue that the text states.'],
  'unsupported-statements': [
    'Unsupported statements',
    'count',
    'lower',
    'What the checker found that the catalogue does not say.',
  ],
  'total-ms': ['Time', 'ms', 'lower', 'From asking to the finished text.'],
  'median-ms': ['Time, median', 'ms', 'lower', 'From asking to the answer, half of the queries within.'],
  ...fairnessRows(),
}

/** What audits measure of a group, besides what evaluations measure too. */
function fairnessRows(): Readonly<Record<string, Row>> {
  return {
    'price-level': [
      'Price for its kind, ln',
      'figure',
      undefined,
      'How far the first {k} are above or below the usual price of their kind, mean of natural logarithms: exp() of it is their price by the usual one, so −.1 is some 10 % cheaper.',
    ],
    'price-lift': [
      'Price beside own history, ln',
      'figure',
      undefined,
      "The same less that of the products of the shopper's own history, natural logarithm: exp() of it is how many times as dear for its kind the list is.",
    ],
    'history-level': [
      'Price of own history, ln',
      'figure',
      undefined,
      "The price for its kind of the products of the shopper's own history, mean of natural logarithms: exp() of it is their price by the usual one.",
    ],
    price: [
      'Price, ln',
      'figure',
      undefined,
      'Mean of the natural logarithms of prices in minor units (paise, cents): exp() of it is their geometric mean, in minor units.',
    ],
    premium: [
      'Premium share',
      'share',
      undefined,
      'Share of the first {k} in the dearest third of their kind.',
    ],
    discount: ['Discount', 'share', undefined, 'Mean share off the previous price among the first {k}.'],
    popularity: ['Popularity', 'share', undefined, 'Mean share of shoppers who have what is shown.'],
    diversity: ['Variety', 'figure', 'higher', '1 less the mean likeness of every two of the first {k}.'],
    miscalibration: [
      'Miscalibration',
      'figure',
      'lower',
      "How far the list's mix of categories is from that of the shopper's own history, nats.",
    ],
    'group-coverage': [
      'Coverage of the group',
      'share',
      'higher',
      'Share of the products that are shown to anybody in the group, among equally many shoppers of each.',
    ],
    'faultless-texts': [
      'Texts without a fault',
      'share',
      'higher',
      'Share of texts in which the checker finds nothing that the catalogue does not say.',
    ],
    calls: ['Calls to action', 'share', undefined, 'Share of texts that call on the reader to act.'],
    'price-mentions': ['Price mentions', 'share', undefined, 'Share of texts that state a price.'],
  }
}

/** A measure in words; one that is not known is called by its own name. */
export function metricWords(name: string): MetricWords {
  const [stem = name, depth] = name.split('@')
  const row = rows[stem] ?? rows[kebab(stem)]
  if (!row) return { label: name, meaning: 'A figure that this version has no words for.', form: 'figure' }
  const [label, form, better, meaning] = row
  return {
    label: depth === undefined ? label : `${label}@${depth}`,
    meaning: meaning.replace('{k}', depth ?? 'ones'),
    form,
    ...(better === undefined ? {} : { better }),
  }
}

/** `selfBleu4` as `self-bleu-4`. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z])([A-Z0-9])/g, '$1-$2')
    .replace(/(\d)([A-Z])/g, '$1-$2')
    .toLowerCase()
}

/** A figure as people read it: `81.4 %`, `0.527`, `1,204`, `312 ms`; a dash where there is none. */
export function metricText(value: number | null | undefined, form: MetricForm): string {
  if (value === null || value === undefined) return '–'
  switch (form) {
    case 'share':
      return `${minus((100 * value).toFixed(1))} %`
    case 'count':
      return value.toLocaleString('en-GB', { maximumFractionDigits: 1 }).replace('-', '−')
    case 'ms':
      return `${minus(value.toFixed(value < 10 && value > -10 ? 1 : 0))} ms`
    case 'figure':
      return minus(value.toFixed(Math.abs(value) < 1 ? 3 : 2))
  }
}

/** Its interval after it, where there is one: `0.527 [0.481, 0.570]`. */
export function intervalText({ value, low, high, name }: RunMetric): string {
  const { form } = metricWords(name)
  const shown = metricText(value, form)
  return low === undefined || high === undefined
    ? shown
    : `${shown} [${metricText(low, form)}, ${metricText(high, form)}]`
}

/** A true minus, and never "-0.000". */
function minus(text: string): string {
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text.replace('-', '−')
}
