/** Runs in words, for a terminal. */
import type { UnreadableItem } from '../../shared/contract/services'
import { intervalText, metricText, metricWords } from '../../shared/domain/metricWords'
import type { Run, RunComparison, RunFinding } from '../../shared/domain/run'
import {
  askedParams,
  differenceText,
  findingSentence,
  headline,
  kindLabel,
  leadFinding,
  systemLabel,
  verdictText,
} from '../../shared/domain/runWords'
import { counted, tableText, wrapped } from './show'

const dateText = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ')
const secondsText = (ms: number) => `${(ms / 1000).toFixed(1)} s`

interface ListWords {
  readonly total: number
  readonly unreadable: readonly UnreadableItem[]
  /** The list is of deleted runs. */
  readonly deleted: boolean
}

/** One line a run, then what is left out. */
export function listText(runs: readonly Run[], { total, unreadable, deleted }: ListWords): string {
  const rows = runs.map((run) => [
    run.id,
    dateText(run.createdAtMs),
    kindLabel(run.kind),
    run.state === 'finished' ? '' : run.state,
    run.catalogue?.name ?? '',
    run.name,
  ])
  const empty = deleted
    ? 'No run is deleted.'
    : 'No run fits. "shelftalk evaluate retrieval" makes one in seconds; evaluations keep what they find.'
  return [
    tableText(rows, empty),
    ...(total > runs.length ? [`${runs.length} of ${counted(total, 'run')}; --offset goes on`] : []),
    ...unreadable.map(({ id, reason }) => `Left out, cannot be read: ${id}: ${reason}`),
  ].join('\n')
}

/** What was asked, what came out by metric and system, and what the systems say about each other. */
export function runText(run: Run, findings: readonly RunFinding[]): string {
  const { catalogue, model, adapters, seed, error, notes, metrics, pushed = [] } = run
  const asked = Object.entries({
    catalogue:
      catalogue && `${catalogue.name}, version ${catalogue.version}${catalogue.invented ? ', invented' : ''}`,
    model: model && `${model.name}@${model.digest}`,
    adapters: adapters.map(({ name, scale }) => `${name}:${scale}`).join(', ') || undefined,
    seed,
    ...askedParams(run),
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${String(value)}`]))
  const measures = [...new Set(metrics.map(({ name }) => name))]
  const figures = [...metrics]
    .sort((a, b) => measures.indexOf(a.name) - measures.indexOf(b.name))
    .map((metric) => [
      metricWords(metric.name).label,
      systemLabel(metric.of, run.kind),
      intervalText(metric),
      metric.n === undefined ? '' : `n ${metric.n}`,
    ])
  const lead = leadFinding(findings)
  const says = headline(run, findings)
  return [
    `${run.name} (${run.id})`,
    `${kindLabel(run.kind)}, ${run.state}, ${dateText(run.createdAtMs)} UTC, ${secondsText(run.ms)}, Shelftalk ${run.app}`,
    wrapped(asked.join(' · ')),
    ...(error === undefined ? [] : [error]),
    ...(notes === '' ? [] : ['', wrapped(notes)]),
    ...(says === '' ? [] : ['', wrapped(says)]),
    ...(figures.length > 0 ? ['', tableText(figures, '')] : []),
    ...(findings.length > 1 ? [''] : []),
    ...findings.filter((one) => one !== lead).map((one) => wrapped(findingSentence(one), '  ')),
    ...pushed.map(({ url, mlflowRunId }) => `in MLflow at ${url} as ${mlflowRunId}`),
  ].join('\n')
}

/** Runs lettered, what was asked differently, and a line a metric and a run, against the first. */
export function comparisonText({ runs, metrics, differing, tests }: RunComparison): string {
  const letter = (at: number) => String.fromCharCode(65 + at)
  const rows = metrics.flatMap(({ metric, of, better, figures, differences }) => {
    const { label, form } = metricWords(metric)
    const shown = figures.map((figure) => metricText(figure?.value, form))
    return differences
      .slice(1)
      .map((one, at) => [
        ...[
          label,
          systemLabel(of, runs[0]?.kind ?? 'recommend'),
          shown[0] ?? '',
          letter(at + 1),
          shown[at + 1] ?? '',
        ],
        ...(one ? [differenceText(one, metric), verdictText(one, better)] : ['–', '']),
      ])
  })
  const head = ['', '', 'A', '', 'other', 'other less A', '']
  return [
    ...runs.map((run, at) => `${letter(at)}  ${run.name} (${run.id})`),
    ...(differing.length > 0
      ? [
          '',
          tableText(
            differing.map(({ name, values }) => [name, ...values.map((value) => value || '–')]),
            '',
          ),
        ]
      : []),
    '',
    tableText([head, ...rows], ''),
    '',
    `${counted(tests, 'test')}, paired bootstrap; p corrected for all of them (Holm).`,
  ].join('\n')
}
