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
import { askedParams } from '../../../shared/domain/runWords'
import { corrected, differenceOf, drawnOf, pairOf } from './pairs'
import { breathe } from '../breath'

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
  const rows: ComparedMetric[] = []
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

/** Every metric of every system, in the order of the first run that has it. */
function namesOf(all: readonly ValuedRun[]): readonly Pick<RunMetric, 'name' | 'of'>[] {
  const names = new Map<string, Pick<RunMetric, 'name' | 'of'>>()
  for (const { name, of } of all.flatMap(({ run }) => run.metrics))
    names.set(JSON.stringify([name, of]), { name, of })
  return [...names.values()]
}

function rowOf(all: readonly ValuedRun[], metric: string, of: string): ComparedMetric {
  const figures = all.map(
    ({ run }) => run.metrics.find((one) => one.name === metric && one.of === of) ?? null,
  )
  const better = figures.find((one) => one?.better)?.better
  const tested = caseByCase(all, metric, of)
  return {
    ...{ metric, of, figures },
    ...(better ? { better } : {}),
    differences: all.map((_, at) => {
      const [base, own] = [figures[0]?.value ?? null, figures[at]?.value ?? null]
      if (at === 0 || base === null || own === null) return null
      return tested[at] ?? { value: own - base }
    }),
  }
}

/** Each run against the first, where they are of one kind, over one catalogue, and hold values of the same cases. */
function caseByCase(
  all: readonly ValuedRun[],
  metric: string,
  of: string,
): readonly (RunDifference | undefined)[] {
  const [first] = all
  const columns = all.map(({ values }) => values.find((one) => one.metric === metric && one.of === of))
  const [base] = columns
  if (!first || !base) return []
  const pairs = all.map(({ run }, at) => {
    const alike = run.kind === first.run.kind && run.catalogue?.name === first.run.catalogue?.name
    const other = columns[at]
    return at > 0 && alike && other ? pairOf(base, other) : undefined
  })
  const drawn = drawnOf(pairs, base.keys.length)
  return pairs.map((pair, at) => {
    const samples = drawn[at]
    return pair && samples && differenceOf(pair, samples)
  })
}

/** What was asked of each run, in words. */
function askedOf(run: Run): ReadonlyMap<string, string> {
  const { kind, catalogue, model, adapters, seed, app } = run
  return new Map(
    Object.entries({
      kind,
      catalogue: catalogue?.name,
      'catalogue version': catalogue?.version,
      model: model && `${model.name}@${model.digest}`,
      adapters: adapters.map(({ name, scale }) => `${name} at ${scale}`).join(', '),
      seed,
      'version of Shelftalk': app,
      ...askedParams(run),
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
