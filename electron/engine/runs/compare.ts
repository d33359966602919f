/** Runs side by side, metric by metric. */
import type {
  ComparedMetric,
  DifferingParam,
  Run,
  RunComparison,
  RunDifference,
  RunMetric,
  RunValues,
} from '../../../shared/domain/run'
import { breathe, corrected, differenceOf, drawnOf, pairOf } from './pairs'

/** A run with its values. */
export interface ValuedRun {
  readonly run: Run
  readonly values: readonly RunValues[]
}

/**
 * Compares runs with the first. Two runs of one kind over one catalogue are compared case by case where both hold values of the same
 * cases; elsewhere a difference is that of the figures, with neither interval nor p.
 */
export async function comparisonOf(all: readonly ValuedRun[]): Promise<RunComparison> {
  const rows: Row[] = []
  for (const { name, of } of namesOf(all)) {
    rows.push(rowOf(all, name, of))
    await breathe()
  }
  const tested = corrected(rows.flatMap(({ differences }) => differences.flatMap((one) => one ?? [])))
  let next = 0
  return {
    runs: all.map(({ run }) => run),
    metrics: rows.map((row) => ({
      ...row,
      differences: row.differences.map((one) => (one === null ? null : (tested[next++] ?? null))),
    })),
    differing: differingOf(all.map(({ run }) => run)),
    tests: tested.filter(({ p }) => p !== undefined).length,
  }
}

type Row = ComparedMetric

/** Every metric of every system, in the order of the first run that has it. */
function namesOf(all: readonly ValuedRun[]): readonly Pick<RunMetric, 'name' | 'of'>[] {
  const names = new Map<string, Pick<RunMetric, 'name' | 'of'>>()
  for (const { name, of } of all.flatMap(({ run }) => run.metrics))
    names.set(JSON.stringify([name, of]), { name, of })
  return [...names.values()]
}

function rowOf(all: readonly ValuedRun[], metric: string, of: string): Row {
  const figures = all.map(
    ({ run }) => run.metrics.find((one) => one.name === metric && one.of === of) ?? null,
  )
  const [first] = all
  const better = figures.find((one) => one?.better)?.better
  return {
    ...{ metric, of, figures },
    ...(better ? { better } : {}),
    differences: all.map((other, at) => {
      const [base, figure] = [figures[0], figures[at]]
      if (at === 0 || !first || base?.value === undefined || figure?.value === undefined) return null
      if (base.value === null || figure.value === null) return null
      return caseByCase(first, other, { metric, of }) ?? { value: figure.value - base.value }
    }),
  }
}

function caseByCase(
  first: ValuedRun,
  other: ValuedRun,
  { metric, of }: { readonly metric: string; readonly of: string },
): RunDifference | undefined {
  if (first.run.kind !== other.run.kind || first.run.catalogue?.name !== other.run.catalogue?.name)
    return undefined
  const [base, own] = [first, other].map(({ values }) =>
    values.find((one) => one.metric === metric && one.of === of),
  )
  const pair = base && own && pairOf(base, own)
  return pair && differenceOf(pair, drawnOf(pair))
}

/** What was asked of each run, in words. */
function askedOf({ kind, catalogue, model, adapters, seed, app, params }: Run): ReadonlyMap<string, string> {
  return new Map(
    Object.entries({
      kind,
      catalogue: catalogue?.name,
      'catalogue version': catalogue?.version,
      model: model && `${model.name}@${model.digest}`,
      adapters: adapters.map(({ name, scale }) => `${name} at ${scale}`).join(', '),
      seed,
      'version of Shelftalk': app,
      ...params,
    }).map(([name, value]) => [name, String(value ?? '')]),
  )
}

function differingOf(runs: readonly Run[]): readonly DifferingParam[] {
  const asked = runs.map(askedOf)
  const names = new Set(asked.flatMap((one) => [...one.keys()]))
  return [...names]
    .map((name) => ({ name, values: asked.map((one) => one.get(name) ?? '') }))
    .filter(({ values }) => new Set(values).size > 1)
}
