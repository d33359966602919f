/** A run as MLflow takes it: metrics, params and tags within its limits (mlflow/utils/validation.py). */
import type { Run } from '../../../shared/domain/run'
import { metricWords } from '../../../shared/domain/metricWords'

/** What one call may carry. */
export const BATCH = { metrics: 1000, params: 100, tags: 100, all: 1000 } as const
const KEY_LETTERS = 250
const PARAM_LETTERS = 6000
const TAG_LETTERS = 5000
/** Where the run's own id stands, by which it is found again. */
export const ID_TAG = 'shelftalk.run'

/** A figure. */
export interface MlflowMetric {
  readonly key: string
  readonly value: number
  readonly timestamp: number
  readonly step: number
}

/** A parameter or a tag. */
export interface MlflowPair {
  readonly key: string
  readonly value: string
}

/**
 * A name that MLflow takes: letters, digits, `_`, `-`, `.`, blanks, `:` and `/`, and a path that is its own shortest form. `@` is written
 * `_at_`, as MLflow's own evaluators do.
 */
export function keyOf(name: string): string {
  const plain = name
    .replaceAll('@', '_at_')
    .normalize('NFKD')
    .replace(/[^\w\-. :/]+/g, '_')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => !/^\.*$/.test(part))
    .join('/')
  return plain.slice(0, KEY_LETTERS).replace(/\/$/, '') || '_'
}

/** Every figure with its bounds and count; those that could not be measured are left out. Time is the run's end, so that a second push says the same. */
export function metricsOf({ metrics, createdAtMs, ms }: Run): readonly MlflowMetric[] {
  const timestamp = Math.round(createdAtMs + ms)
  const figures = metrics.flatMap(({ name, of, value, low, high, n }) => {
    const key = of === '' ? name : `${of}/${name}`
    return [
      [key, value],
      [`${key}.low`, low],
      [`${key}.high`, high],
      [`${key}.n`, n],
    ] as const
  })
  const there = figures.flatMap(([key, value]) =>
    typeof value === 'number' && Number.isFinite(value)
      ? [{ key: keyOf(key), value, timestamp, step: 0 }]
      : [],
  )
  return apart(there)
}

/** What was asked. MLflow lets nobody change them, so they hold only what a run never changes. */
export function paramsOf({ params, seed, adapters, catalogue, model }: Run): readonly MlflowPair[] {
  const all = Object.entries({
    ...params,
    seed,
    adapters: adapters.map(({ name, scale }) => `${name}:${scale}`).join(' ') || undefined,
    catalogue: catalogue?.name,
    catalogue_version: catalogue?.version,
    model: model && `${model.name}@${model.digest}`,
  })
  return apart(
    all.flatMap(([key, value]) =>
      value === undefined ? [] : [{ key: keyOf(key), value: String(value).slice(0, PARAM_LETTERS) }],
    ),
  )
}

/** What a person may change, and what is not asked but so. */
export function tagsOf(run: Run): readonly MlflowPair[] {
  const { id, kind, state, name, notes, app, error, catalogue, metrics } = run
  const labels = [...new Set(metrics.map((metric) => `${metric.name}: ${metricWords(metric.name).meaning}`))]
  const all = Object.entries({
    [ID_TAG]: id,
    'shelftalk.kind': kind,
    'shelftalk.state': state,
    'shelftalk.version': app,
    'shelftalk.error': error,
    'shelftalk.catalogue_is_invented': catalogue && String(catalogue.invented),
    'shelftalk.metrics': labels.join('\n'),
    'mlflow.runName': name,
    'mlflow.note.content': notes,
    'mlflow.source.name': 'Shelftalk',
    'mlflow.source.type': 'LOCAL',
  })
  return all.flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value: value.slice(0, TAG_LETTERS) }],
  )
}

/** Everything that is to be logged. */
export interface Entries {
  readonly metrics: readonly MlflowMetric[]
  readonly params: readonly MlflowPair[]
  readonly tags: readonly MlflowPair[]
}

/** In calls that each stay within the limits; at least one. */
export function batches({ metrics, params, tags }: Entries): readonly Entries[] {
  const room = BATCH.all - BATCH.params - BATCH.tags
  const calls = Math.max(
    1,
    Math.ceil(metrics.length / room),
    Math.ceil(params.length / BATCH.params),
    Math.ceil(tags.length / BATCH.tags),
  )
  return Array.from({ length: calls }, (_, at) => ({
    metrics: metrics.slice(at * room, (at + 1) * room),
    params: params.slice(at * BATCH.params, (at + 1) * BATCH.params),
    tags: tags.slice(at * BATCH.tags, (at + 1) * BATCH.tags),
  }))
}

/** Names that became alike are told apart by a number. */
function apart<Entry extends { readonly key: string }>(entries: readonly Entry[]): readonly Entry[] {
  const taken = new Set<string>()
  return entries.map((entry) => {
    let { key } = entry
    for (let number = 2; taken.has(key); number++) {
      const end = `_${number}`
      key = `${entry.key.slice(0, KEY_LETTERS - end.length)}${end}`
    }
    taken.add(key)
    return { ...entry, key }
  })
}
