/** A comparison that somebody wrote and wants to keep, as a run. */
import { version } from '../../../package.json'
import type { KeepComparisonRequest } from '../../../shared/contract/parts/runs'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import { metricWords } from '../../../shared/domain/metricWords'
import type { RunDraft, RunMetric } from '../../../shared/domain/run'

/** A figure a column each; the texts stand among what was asked, for there is nothing else that they could be told by. */
export function comparisonDraft(
  { person, occasion, columns }: KeepComparisonRequest,
  { name, version: edition, invented }: CatalogueSummary,
): RunDraft {
  const labels = apart(columns.map(({ label }) => label))
  const [model = '', digest = ''] = columns[0]?.model.split('@') ?? []
  return {
    ...{ kind: 'comparison', state: 'finished', adapters: [], app: version },
    name: `Comparison for ${person}${occasion === '' ? '' : `, ${occasion}`}`.slice(0, 200),
    createdAtMs: Date.now(),
    ms: Math.max(...columns.map(({ totalMs }) => totalMs)),
    catalogue: { name, version: edition, invented },
    ...(digest === '' ? {} : { model: { name: model, digest } }),
    params: {
      ...{ person, occasion },
      ...Object.fromEntries<string | number>(
        columns.flatMap(({ text, products, seed }, at): readonly (readonly [string, string | number])[] => {
          const label = labels[at] ?? ''
          return [
            [`${label}: products`, products.join('; ')],
            [`${label}: seed`, seed],
            [`${label}: text`, text],
          ]
        }),
      ),
    },
    metrics: columns.flatMap((column, at) => figuresOf(column, labels[at] ?? '')),
  }
}

function figuresOf(
  { words, verifiedFacts, unsupported, totalMs }: KeepComparisonRequest['columns'][number],
  of: string,
): readonly RunMetric[] {
  const figures = {
    'verified-facts': verifiedFacts,
    'unsupported-statements': unsupported,
    'mean-words': words,
    'total-ms': totalMs,
  }
  return Object.entries(figures).map(([name, value]) => {
    const { better } = metricWords(name)
    return { name, of, value, ...(better ? { better } : {}) }
  })
}

/** Columns of one name are told apart by a number. */
function apart(labels: readonly string[]): readonly string[] {
  return labels.map((label, at) => {
    const before = labels.slice(0, at).filter((one) => one === label).length
    return before === 0 ? label : `${label} ${before + 1}`
  })
}
