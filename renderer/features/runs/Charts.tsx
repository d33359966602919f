import { Suspense, lazy, useState } from 'react'
import type { Run } from '../../../shared/domain/run'
import { systemLabel } from '../../../shared/domain/runWords'
import { Mark, systemMark } from '../../charts/marks'
import { plotPx } from '../../charts/size'
import { Button } from '../../ui/Button'
import { Tip } from '../../ui/Tip'
import { classes } from '../../ui/classes'
import type { Chart } from './figures'
import { chartsOf, namesOf, tickText } from './figures'

/** The charting library is as large as the rest of the window; it comes with the first chart. */
const DotPlot = lazy(() => import('../../charts/DotPlot').then((module) => ({ default: module.DotPlot })))

/** Charts shown before all are asked for. */
const FIRST = 4

/** Charts of a run, two beside each other where there is room. */
export function Charts({ run }: { readonly run: Run }) {
  const [all, setAll] = useState(false)
  const charts = chartsOf(run)
  if (charts.length === 0) return null
  const several = charts.length > 1
  return (
    <section aria-label="Charts" className="mt-6">
      <div className={classes('grid gap-x-8 gap-y-5', several && 'grid-cols-2 max-[1100px]:grid-cols-1')}>
        {(all ? charts : charts.slice(0, FIRST)).map((chart) => (
          <ChartFigure key={chart.title} chart={chart} />
        ))}
      </div>
      {!several && <Legend run={run} />}
      <p className="mt-3 text-12 text-ink-3">
        Whiskers hold 95 of 100 samples of the cases; figures without one are of the whole.
      </p>
      {charts.length > FIRST && (
        <Button small className="mt-2" onClick={() => setAll(!all)}>
          {all ? 'Fewer charts' : `All ${charts.length} charts`}
        </Button>
      )}
    </section>
  )
}

interface ChartFigureProps {
  readonly chart: Chart
  /** Said elsewhere. */
  readonly untitled?: boolean
}

/** A chart under its title, whose definition shows on focus. */
export function ChartFigure({ chart, untitled = false }: ChartFigureProps) {
  const { title, meaning, rows, form, domain } = chart
  const longest = Math.max(...rows.map(({ label }) => label.length))
  const said = rows
    .map(
      ({ label, dots }) =>
        `${label}: ${dots.map(({ name, text }) => (name === label ? text : `${name} ${text}`)).join(', ')}`,
    )
    .join('; ')
  return (
    <figure className="min-w-0">
      {!untitled && (
        <figcaption className="mb-1 text-12 font-medium">
          <Tip text={meaning}>
            <span
              tabIndex={0}
              className="rounded-[3px] underline decoration-line-strong decoration-dotted underline-offset-4"
            >
              {title}
            </span>
          </Tip>
        </figcaption>
      )}
      <Suspense fallback={<div aria-hidden style={{ height: plotPx(rows) }} />}>
        <DotPlot
          data={rows}
          options={{
            label: `${title}. ${said}`,
            tick: tickText(form),
            labelPx: Math.min(190, 14 + longest * 6.6),
            ...(domain ? { domain } : {}),
          }}
        />
      </Suspense>
    </figure>
  )
}

function Legend({ run }: { readonly run: Run }) {
  const { systems } = namesOf(run)
  if (systems.length < 2) return null
  return (
    <ul className="mt-2 flex flex-wrap gap-4 text-12 text-ink-2">
      {systems.map((of, at) => (
        <li key={of} className="flex items-center gap-1.5">
          <Mark look={systemMark(of, at)} />
          {systemLabel(of, run.kind)}
        </li>
      ))}
    </ul>
  )
}
