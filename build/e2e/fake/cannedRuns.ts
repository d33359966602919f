/** Runs that were never run: figures and values drawn by a seed, as large as real ones are. */
import { middle, resampledMeans } from '../../../models/metrics/bootstrap'
import { mean } from '../../../models/metrics/summary'
import type { RunDraft, RunMetric, RunValues } from '../../../shared/domain/run'
import { metricWords } from '../../../shared/domain/metricWords'
import { seededRandom } from '../../../shared/util/random'

const SHOPPERS = 150
const DRAWS = 400
const HOUR_MS = 3_600_000
const START_MS = Date.UTC(2026, 8, 12, 9, 30)
const shop = { name: 'shelf', version: 1, invented: true }
const model = { name: 'shelftalk-base', digest: '3f9a1c07be42' }

let drawn: readonly RunDraft[] | undefined

/** Ten or so, of every kind and state there is. Drawn once: their intervals take seconds on a busy machine. */
export function cannedRuns(): readonly RunDraft[] {
  return (drawn ??= draw())
}

function draw(): readonly RunDraft[] {
  return [
    recommend('Recommenders over shelf, leave last out', { hours: 0, seed: 1, lift: 0 }),
    recommend('Recommenders over shelf, monsoon stock', { hours: 26, seed: 2, lift: 0.05 }),
    narratives('200 narratives over shelf, personalised', { hours: 30, words: 65, told: 0.8 }),
    { ...narratives('200 narratives over shelf, luxury', { hours: 31, words: 71, told: 0.71 }), ...luxury },
    retrieval,
    ended('200 narratives over shelf, value', 'failed', {
      hours: 40,
      error: 'The adapter "value" was removed (after 18 of 200 narratives)',
    }),
    ended('200 narratives over shelf, popularity', 'cancelled', {
      hours: 41,
      error: 'Stopped after 61 of 200 narratives.',
    }),
  ]
}

const luxury = { adapters: [{ name: 'luxury', scale: 0.8 }] }

interface Studied {
  readonly hours: number
  readonly seed: number
  readonly lift: number
}

/** The share of shoppers whose purchase each finds, and how near the top. */
const systems: readonly (readonly [name: string, hit: number])[] = [
  ['personalised', 0.42],
  ['ease', 0.37],
  ['item-knn', 0.35],
  ['transitions', 0.3],
  ['content', 0.22],
  ['popularity-recent', 0.2],
  ['popularity', 0.18],
  ['random', 0.01],
]

function recommend(name: string, { hours, seed, lift }: Studied): RunDraft {
  const random = seededRandom(seed)
  const keys = Array.from({ length: SHOPPERS }, (_, at) => `shopper-${at + 1}`)
  const values = systems.flatMap(([of, hit]): readonly RunValues[] => {
    const places = keys.map(() =>
      random.chance(hit + (of === 'personalised' ? lift : 0)) ? 1 + random.below(10) : 0,
    )
    const column = (metric: string, worth: (place: number) => number): RunValues => ({
      ...{ metric, of, keys },
      values: Float64Array.from(places, (place) => (place === 0 ? 0 : worth(place))),
    })
    return [
      column('ndcg@10', (place) => 1 / Math.log2(place + 1)),
      column('hr@10', () => 1),
      column('mrr@10', (place) => 1 / place),
    ]
  })
  const spread = systems.flatMap(([of], at) => [
    figure('coverage', of, 0.2 + 0.08 * at),
    figure('novelty', of, 6 + 0.6 * at),
    figure('gini', of, 0.9 - 0.08 * at),
  ])
  return {
    ...{
      kind: 'recommend',
      state: 'finished',
      name,
      seed,
      catalogue: shop,
      adapters: [],
      values,
      app: '0.1.0',
    },
    ...{ createdAtMs: START_MS + hours * HOUR_MS, ms: 21_400 },
    params: { protocol: 'leave-last-out', k: 10, users: SHOPPERS, items: 2448 },
    metrics: [...values.map(figureOf), ...spread],
  }
}

function figure(name: string, of: string, value: number): RunMetric {
  const { better } = metricWords(name)
  return { name, of, value, ...(better ? { better } : {}) }
}

function figureOf({ metric, of, values }: RunValues): RunMetric {
  const [low, high] = middle(resampledMeans([values], { draws: DRAWS })[0] ?? [])
  return { ...figure(metric, of, mean([...values])), low, high, n: values.length }
}

interface Told {
  readonly hours: number
  readonly words: number
  readonly told: number
}

function narratives(name: string, { hours, words, told }: Told): RunDraft {
  const random = seededRandom(words)
  const keys = Array.from({ length: 200 }, (_, at) => `seed 1, case ${at}`)
  const column = (metric: string, draw: () => number): RunValues => ({
    ...{ metric, of: '', keys },
    values: Float64Array.from(keys, draw),
  })
  const values = [
    column('persona-identification', () => Number(random.chance(told))),
    column('voice-recognition', () => Number(random.chance(0.97))),
    column('facts-per-narrative', () => 3 + random.below(5)),
    column('mean-words', () => words - 20 + random.below(41)),
    column('reading-grade', () => 3 + 4 * random.next()),
  ]
  const others = [
    ['invented-facts', 0],
    ['unsupported-claim-narratives', 0],
    ['directive-obedience', 0.953],
    ['self-bleu-4', 0.48],
    ['distinct-2', 0.47],
    ['latency-p50-ms', 312],
  ] as const
  return {
    ...{ kind: 'narratives', state: 'finished', name, seed: 1, catalogue: shop, model, adapters: [], values },
    ...{ createdAtMs: START_MS + hours * HOUR_MS, ms: 94_000, app: '0.1.0' },
    params: { strategy: 'personalised', count: 200, heldOut: false, free: false, texts: 'model' },
    metrics: [
      ...others.map(([metric, value]) => ({ ...figure(metric, '', value), n: 200 })),
      ...values.map(figureOf),
      ...others.slice(0, -1).map(([metric, value]) => figure(metric, 'authored', value)),
    ],
  }
}

const retrieval: RunDraft = {
  ...{
    kind: 'retrieval',
    state: 'finished',
    name: 'Search over shelf',
    seed: 1,
    catalogue: shop,
    adapters: [],
  },
  ...{ createdAtMs: START_MS + 33 * HOUR_MS, ms: 2100, app: '0.1.0' },
  params: { judged: 'made up', queries: 305, depth: 10 },
  metrics: [
    ['words', 0.527],
    ['meaning', 0.63],
    ['hybrid', 0.655],
  ].map(([of, value]) => ({
    ...figure('ndcg@10', String(of), Number(value)),
    low: Number(value) - 0.04,
    high: Number(value) + 0.04,
    n: 305,
  })),
}

function ended(
  name: string,
  state: 'failed' | 'cancelled',
  { hours, error }: { readonly hours: number; readonly error: string },
): RunDraft {
  return {
    ...{ kind: 'narratives', state, name, seed: 1, catalogue: shop, adapters: [], metrics: [], error },
    ...{ createdAtMs: START_MS + hours * HOUR_MS, ms: 19_000, app: '0.1.0' },
    params: { strategy: 'personalised', count: 200 },
  }
}
