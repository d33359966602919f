import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { metricText, metricWords } from '../../../shared/domain/metricWords'
import type { ComparedMetric, RunComparison, RunDifference } from '../../../shared/domain/run'
import {
  comparisonSentence,
  differenceText,
  isFinding,
  systemLabel,
  verdictText,
} from '../../../shared/domain/runWords'
import { Whisker } from '../../charts/Whisker'
import { Mark, markAt } from '../../charts/marks'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Button } from '../../ui/Button'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { classes } from '../../ui/classes'
import { fieldLabel, plural } from '../../ui/format'
import { ChartFigure } from './Charts'
import { ExportMenu } from './ExportMenu'
import { Measure } from './FiguresTable'
import { PushDialog } from './PushDialog'
import { comparedChart, dateText, letterOf, reachOf } from './figures'
import { openRun, useRunSession } from './session'

/** Two runs or more side by side, metric by metric, against the first. */
export function CompareRuns({ ids }: { readonly ids: readonly string[] }) {
  const engine = useEngine()
  const comparison = useQuery(engine.compareRuns.queryOptions({ ids: [...ids] }))
  return (
    <div className="h-full overflow-y-auto">
      <article aria-label="Comparison" className="px-6 pt-4 pb-12">
        <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h2 className="min-w-48 flex-1 font-serif text-20">{plural(ids.length, 'run')} compared</h2>
          <ExportMenu ids={ids} />
          <PushDialog ids={ids} />
          <Button kind="quiet" onClick={() => useRunSession.setState({ view: 'run' })}>
            Close
          </Button>
        </header>
        {comparison.isPending && <SkeletonLines lines={8} className="mt-4" />}
        {comparison.isError && (
          <Trouble
            error={errorWords(comparison.error)}
            onRetry={() => void comparison.refetch()}
            className="mt-4"
          />
        )}
        {comparison.data && <Compared comparison={comparison.data} />}
      </article>
    </div>
  )
}

function Compared({ comparison }: { readonly comparison: RunComparison }) {
  const [rows, setRows] = useState<'all' | 'found'>('all')
  const metrics = comparison.metrics.filter(
    ({ differences }) => rows === 'all' || differences.some((one) => one && isFinding(one)),
  )
  return (
    <>
      <p className="mt-3 max-w-[68ch] font-serif text-16 text-pretty">{comparisonSentence(comparison)}</p>
      <Letters comparison={comparison} />
      <OneMeasure comparison={comparison} />
      <section aria-label="Metric by metric" className="mt-8">
        <div className="mb-2 flex items-center gap-4">
          <h3 className="text-13 font-medium">Metric by metric</h3>
          <Segmented
            small
            label="Rows"
            value={rows}
            choices={[
              { value: 'all', label: 'All' },
              { value: 'found', label: 'Beyond chance' },
            ]}
            onChange={setRows}
          />
        </div>
        <Rows comparison={comparison} metrics={metrics} />
        <p className="mt-3 max-w-[72ch] text-12 text-ink-3">
          Differences are the other run less A, with the interval that holds 95 of 100 samples of the cases
          both have. {plural(comparison.tests, 'test')}, paired bootstrap; p is corrected for all of them
          (Holm).
        </p>
      </section>
    </>
  )
}

/** Which letter is which run, and what was asked differently. */
function Letters({ comparison: { runs, differing } }: { readonly comparison: RunComparison }) {
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label="The runs">
      <table className="text-13">
        <tbody>
          <tr>
            <td />
            {runs.map((run, at) => (
              <th key={run.id} scope="col" className="max-w-64 pr-6 pb-1 text-left align-top font-normal">
                <span className="flex items-center gap-1.5 font-medium">
                  <Mark look={markAt(at)} />
                  {letterOf(at)}
                  {at === 0 && <span className="font-normal text-ink-3">base</span>}
                </span>
                <button
                  type="button"
                  onClick={() => openRun(run.id)}
                  className="rounded-[3px] text-left underline decoration-line-strong underline-offset-4 hover:decoration-current"
                >
                  {run.name}
                </button>
                <span className="block text-12 text-ink-3">{dateText(run.createdAtMs)}</span>
              </th>
            ))}
          </tr>
          {differing.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row" className="pr-4 text-left align-top font-normal text-ink-3">
                {fieldLabel(name)}
              </th>
              {values.map((value, at) => (
                <td key={at} className="max-w-64 pr-6 break-words">
                  {value || '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The measure to look at first: one that differs beyond chance, else one that was tested. */
function clearest({ metrics }: RunComparison): string | undefined {
  const some = (holds: (difference: RunDifference) => boolean) =>
    metrics.find(({ differences }) => differences.some((one) => one && holds(one)))
  return (some(isFinding) ?? some(({ p }) => p !== undefined) ?? metrics[0])?.metric
}

/** One measure as a chart, over every system that it was taken of. */
function OneMeasure({ comparison }: { readonly comparison: RunComparison }) {
  const measures = [...new Set(comparison.metrics.map(({ metric }) => metric))]
  const [chosen, setChosen] = useState<string>()
  const measure = measures.find((name) => name === chosen) ?? clearest(comparison)
  if (measure === undefined) return null
  return (
    <section aria-label="Chart" className="mt-6 max-w-[640px]">
      <div className="mb-2 w-56">
        <Select
          label="Measure of the chart"
          value={measure}
          choices={measures.map((name) => ({ value: name, label: metricWords(name).label }))}
          onChange={setChosen}
        />
      </div>
      <ChartFigure untitled chart={comparedChart(comparison, measure)} />
      <ul className="mt-1 flex flex-wrap gap-4 text-12 text-ink-2">
        {comparison.runs.map((run, at) => (
          <li key={run.id} className="flex items-center gap-1.5">
            <Mark look={markAt(at)} />
            {letterOf(at)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const HEAD = 'py-1 pr-4 text-left text-12 font-normal text-ink-3'
const CELL = 'border-t border-line py-1.5 pr-4 align-middle text-13'

interface RowsProps {
  readonly comparison: RunComparison
  readonly metrics: readonly ComparedMetric[]
}

function Rows({ comparison: { runs }, metrics }: RowsProps) {
  const kind = runs[0]?.kind ?? 'recommend'
  if (metrics.length === 0) return <p className="text-13 text-ink-3">None.</p>
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Table of differences">
      <table>
        <thead>
          <tr>
            <th scope="col" className={HEAD}>
              Measure
            </th>
            {runs.map((run, at) => (
              <th key={run.id} scope="col" className={HEAD}>
                {letterOf(at)}
              </th>
            ))}
            {runs.slice(1).map((run, at) => (
              <th key={run.id} scope="col" className={HEAD}>
                {letterOf(at + 1)} less A
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {metrics.map((row) => (
            <tr key={`${row.metric} ${row.of}`}>
              <th scope="row" className={`${CELL} text-left font-normal`}>
                <Measure name={row.metric} />
                <span className="mt-0.5 block text-12 text-ink-3">{systemLabel(row.of, kind)}</span>
              </th>
              {row.figures.map((figure, at) => (
                <td key={at} className={`${CELL} whitespace-nowrap tabular`}>
                  {metricText(figure?.value, metricWords(row.metric).form)}
                </td>
              ))}
              {runs.slice(1).map((run, at) => (
                <td key={run.id} className={CELL}>
                  <Difference row={row} at={at + 1} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Difference({ row, at }: { readonly row: ComparedMetric; readonly at: number }) {
  const difference = row.differences[at]
  if (!difference) return <span className="text-ink-3">–</span>
  const found = isFinding(difference)
  return (
    <span className="flex items-center gap-2">
      {difference.low === undefined ? (
        <span className="w-21" />
      ) : (
        <Whisker data={difference} options={{ look: markAt(at), reach: reachOf(row) }} />
      )}
      <span className="whitespace-nowrap tabular">
        <span className={classes(found && 'font-medium')}>{differenceText(difference, row.metric)}</span>
        <span className={classes('block text-12', found ? 'text-ink' : 'text-ink-3')}>
          {verdictText(difference, row.better)}
        </span>
      </span>
    </span>
  )
}
