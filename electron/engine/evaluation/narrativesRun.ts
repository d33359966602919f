/** An evaluation of narratives as a run. */
import { interval } from '../../../models/metrics/bootstrap'
import { mean } from '../../../models/metrics/summary'
import { wilson } from '../../../models/metrics/wilson'
import type { EvaluateNarrativesRequest } from '../../../shared/contract/schemas'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import type { NarrativeEvaluation, NarrativeMetrics } from '../../../shared/domain/evaluation'
import { kebab, metricWords } from '../../../shared/domain/metricWords'
import type { RunMetric, RunValues } from '../../../shared/domain/run'
import type { RunBody, RunHead } from '../recording'
import type { TextValues } from './judge'

/** What is known before it begins. */
export function narrativesHead(
  { count, seed, strategy, adapters, temperature, heldOut, free, texts }: EvaluateNarrativesRequest,
  { name, version, invented }: CatalogueSummary,
): RunHead {
  const made = texts ? 'brought from outside' : free ? 'planned by the model' : strategy
  return {
    kind: 'narratives',
    name: `${count} narratives over ${name}, ${[made, ...adapters.map((one) => one.name)].join(', ')}`,
    seed,
    catalogue: { name, version, invented },
    adapters,
    params: {
      ...{ strategy, count, heldOut, free, texts: texts ? 'outside' : 'model' },
      ...(temperature === undefined ? {} : { temperature }),
    },
  }
}

/** Measures of the texts, and of authored sentences for the same plans. */
export interface Measured {
  readonly result: NarrativeEvaluation
  /** Cases that were judged, in the order of `values`. */
  readonly cases: readonly number[]
  readonly values: TextValues
  readonly model: RunHead['model']
}

/** What came out. A value belongs to a case of a seed: the same shopper, occasion and directives in every run. */
export function narrativesBody({ result, cases, values, model }: Measured): RunBody {
  const byText = Object.entries(values).map(([name, column]) =>
    valuesOf(kebab(name), cases, column, result.seed),
  )
  return {
    metrics: [
      ...figures(result.metrics, '', result.counts),
      ...byText.filter(({ metric }) => metric === 'obedience-per-text').map(asFigure),
      ...figures(result.authored, 'authored', result.counts),
    ].map((figure) => withInterval(figure, byText, result.seed)),
    values: byText.filter(({ keys }) => keys.length > 0),
    ...(model === undefined ? {} : { model }),
  }
}

function valuesOf(
  metric: string,
  cases: readonly number[],
  column: readonly (number | undefined)[],
  seed: number,
): RunValues {
  const there = column.flatMap((value, at) => (value === undefined ? [] : [{ value, case: cases[at] }]))
  return {
    ...{ metric, of: '' },
    keys: there.map((one) => `seed ${seed}, case ${one.case}`),
    values: Float64Array.from(there, ({ value }) => value),
  }
}

/** Measures that go by sentences, not by texts. */
const BY_SENTENCE: ReadonlySet<string> = new Set([
  'fallbackSentences',
  'resampledSentences',
  'grammarErrorsPer100',
])

function figures(
  metrics: NarrativeMetrics,
  of: string,
  { texts, sentences }: NarrativeEvaluation['counts'],
): readonly RunMetric[] {
  return Object.entries(metrics).map(([key, value]: [string, number | null]) => {
    const { better } = metricWords(kebab(key))
    const n = BY_SENTENCE.has(key) ? sentences : texts
    return { name: kebab(key), of, value, n, ...(better ? { better } : {}) }
  })
}

function asFigure({ metric, of, values }: RunValues): RunMetric {
  const better = metricWords(metric).better
  return {
    name: metric,
    of,
    value: values.length === 0 ? null : mean([...values]),
    ...(better ? { better } : {}),
  }
}

/** With the interval and the count of the values it is the mean of. */
function withInterval(figure: RunMetric, all: readonly RunValues[], seed: number): RunMetric {
  const own = all.find(({ metric, of }) => metric === figure.name && of === figure.of)
  if (!own || own.values.length === 0) return figure
  const [low, high] = intervalOf(own.values, seed)
  return { ...figure, low, high, n: own.values.length }
}

/** Of a share by its score, of other means by resamples: where all texts agree, resamples do too, however few texts there are. */
function intervalOf(values: Float64Array, seed: number): readonly [low: number, high: number] {
  const isShare = values.every((value) => value === 0 || value === 1)
  return isShare ? wilson(values.filter(Boolean).length, values.length) : interval([...values], seed)
}
