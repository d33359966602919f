/** From a run's figures to what tables and charts show. Pure. */
import type { MarkLook } from '../../charts/marks'
import { markAt, systemMark } from '../../charts/marks'
import type { Dot, DotRow } from '../../charts/size'
import type { MetricForm } from '../../../shared/domain/metricWords'
import { intervalText, metricWords } from '../../../shared/domain/metricWords'
import type { ComparedMetric, Run, RunComparison, RunMetric } from '../../../shared/domain/run'
import { systemLabel } from '../../../shared/domain/runWords'

/** `12 Sept 2026, 09:30`, in this machine's time. */
export function dateText(ms: number): string {
  return new Date(ms).toLocaleString('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  })
}

/** The same without the year where it is this one. */
export function shortDate(ms: number, nowMs: number): string {
  const [at, now] = [new Date(ms), new Date(nowMs)]
  const sameYear = at.getFullYear() === now.getFullYear()
  return at.toLocaleString('en-GB', {
    ...{ day: 'numeric', month: 'short' },
    ...(sameYear ? { hour: '2-digit', minute: '2-digit' } : { year: 'numeric' }),
  })
}

/** Systems of a run in the order measured; names of its measures, too. */
export function namesOf({ metrics }: Run): {
  readonly systems: readonly string[]
  readonly measures: readonly string[]
} {
  return {
    systems: [...new Set(metrics.map(({ of }) => of))],
    measures: [...new Set(metrics.map(({ name }) => name))],
  }
}

/** One figure of a run. */
export function figureOf({ metrics }: Run, name: string, of: string): RunMetric | undefined {
  return metrics.find((one) => one.name === name && one.of === of)
}

/** A chart with what it says of itself. */
export interface Chart {
  readonly title: string
  readonly meaning: string
  readonly rows: readonly DotRow[]
  readonly form: MetricForm
  readonly domain?: readonly [number, number]
}

/** Systems side by side make more of a chart than of a table from three on. */
const MANY_SYSTEMS = 3

/** The charts of a run: a measure each where it measures several systems, else its shares over one axis. */
export function chartsOf(run: Run): readonly Chart[] {
  const { systems, measures } = namesOf(run)
  if (systems.length < MANY_SYSTEMS) return sharesOf(run, systems, measures)
  return different(run, systems, measures).flatMap((measure) => {
    const { label, meaning, form } = metricWords(measure)
    const rows = systems.flatMap((of, at) => {
      const dot = dotOf(figureOf(run, measure, of), systemLabel(of, run.kind), systemMark(of, at))
      return dot ? [{ label: dot.name, dots: [dot] }] : []
    })
    return rows.length > 1 ? [{ title: label, meaning, form, rows: bestFirst(rows, run, measure) }] : []
  })
}

/** Without those whose every figure is that of one before: where one product is held out, recall is the hit rate. */
function different(run: Run, systems: readonly string[], measures: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return measures.filter((measure) => {
    const { form } = metricWords(measure)
    const all = JSON.stringify([form, systems.map((of) => figureOf(run, measure, of)?.value ?? null)])
    return !seen.has(all) && seen.add(all)
  })
}

function sharesOf(run: Run, systems: readonly string[], measures: readonly string[]): readonly Chart[] {
  const rows = measures
    .filter((measure) => metricWords(measure).form === 'share')
    .flatMap((measure) => {
      const dots = systems.flatMap(
        (of, at) => dotOf(figureOf(run, measure, of), systemLabel(of, run.kind), systemMark(of, at)) ?? [],
      )
      return dots.length > 0 ? [{ label: metricWords(measure).label, dots }] : []
    })
  const meaning = 'Every measure that is a share, over one axis.'
  return rows.length > 1 ? [{ title: 'Shares', meaning, form: 'share', rows, domain: [0, 1] }] : []
}

function dotOf(figure: RunMetric | undefined | null, name: string, look: MarkLook): Dot | undefined {
  if (!figure || figure.value === null) return undefined
  const { value, low, high } = figure
  return {
    name,
    look,
    value,
    text: intervalText(figure),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  }
}

/** The best at the top; as measured where neither way is better. */
function bestFirst(rows: readonly DotRow[], run: Run, measure: string): readonly DotRow[] {
  const better = run.metrics.find(({ name }) => name === measure)?.better ?? metricWords(measure).better
  if (!better) return rows
  const value = ({ dots }: DotRow) => dots[0]?.value ?? 0
  return [...rows].sort((a, b) => (better === 'higher' ? value(b) - value(a) : value(a) - value(b)))
}

/** What stands at a round value of an axis. */
export function tickText(form: MetricForm): (value: number) => string {
  return (value) => {
    const shown = Number((form === 'share' ? 100 * value : value).toPrecision(6))
    const text = shown.toLocaleString('en-GB', { maximumFractionDigits: 4 }).replace('-', '−')
    return form === 'share' ? `${text} %` : text
  }
}

/** `A`, `B`, `C`: a run's letter in a comparison. */
export const letterOf = (at: number): string => String.fromCharCode(65 + at)

/** One measure of a comparison as a chart: a row a system, a dot a run. */
export function comparedChart({ runs, metrics }: RunComparison, measure: string): Chart {
  const { label, meaning, form } = metricWords(measure)
  const rows = metrics
    .filter(({ metric }) => metric === measure)
    .map(({ of, figures }) => ({
      label: systemLabel(of, runs[0]?.kind ?? 'recommend'),
      dots: figures.flatMap((figure, at) => dotOf(figure, letterOf(at), markAt(at)) ?? []),
    }))
  return { title: label, meaning, form, rows: rows.filter(({ dots }) => dots.length > 0) }
}

/** The largest difference of a row, either way, bounds included: what its small chart must have room for. */
export function reachOf({ differences }: Pick<ComparedMetric, 'differences'>): number {
  const all = differences.flatMap((one) => (one ? [one.value, one.low ?? 0, one.high ?? 0] : []))
  return Math.max(0, ...all.map(Math.abs))
}
