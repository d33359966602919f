import { metricText, metricWords } from '../../../shared/domain/metricWords'
import type { Run, RunMetric } from '../../../shared/domain/run'
import { systemLabel } from '../../../shared/domain/runWords'
import { Mark, systemMark } from '../../charts/marks'
import { Tip } from '../../ui/Tip'
import { figureOf, namesOf } from './figures'

const HEAD = 'py-1 pr-4 text-left align-bottom text-12 font-normal text-ink-3 last:pr-0'
const CELL = 'border-t border-line py-1.5 pr-4 align-top text-13 last:pr-0'

/** Every figure with its interval: a row a system where there are several, else a row a measure. */
export function FiguresTable({ run }: { readonly run: Run }) {
  const { systems, measures } = namesOf(run)
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Table of figures">
      {systems.length > 2 ? (
        <BySystem run={run} systems={systems} measures={measures} />
      ) : (
        <ByMeasure run={run} systems={systems} measures={measures} />
      )}
    </div>
  )
}

interface TableProps {
  readonly run: Run
  readonly systems: readonly string[]
  readonly measures: readonly string[]
}

function BySystem({ run, systems, measures }: TableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" className={HEAD}>
            <span className="sr-only">System</span>
          </th>
          {measures.map((measure) => (
            <th key={measure} scope="col" className={HEAD}>
              <Measure name={measure} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {systems.map((of, at) => (
          <tr key={of}>
            <th scope="row" className={`${CELL} text-left font-normal whitespace-nowrap`}>
              <span className="flex items-center gap-2">
                <Mark look={systemMark(of, at)} />
                {systemLabel(of, run.kind)}
              </span>
            </th>
            {measures.map((measure) => (
              <td key={measure} className={CELL}>
                <Figure figure={figureOf(run, measure, of)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ByMeasure({ run, systems, measures }: TableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" className={HEAD}>
            <span className="sr-only">Measure</span>
          </th>
          {systems.map((of, at) => (
            <th key={of} scope="col" className={HEAD}>
              <span className="flex items-center gap-1.5">
                <Mark look={systemMark(of, at)} />
                {systemLabel(of, run.kind)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure}>
            <th scope="row" className={`${CELL} pr-8 text-left font-normal whitespace-nowrap`}>
              <Measure name={measure} />
            </th>
            {systems.map((of) => (
              <td key={of} className={`${CELL} pr-8`}>
                <Figure figure={figureOf(run, measure, of)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A measure's name; its definition on focus. */
export function Measure({ name }: { readonly name: string }) {
  const { label, meaning } = metricWords(name)
  return (
    <Tip text={meaning}>
      <span
        tabIndex={0}
        className="rounded-[3px] whitespace-nowrap underline decoration-line-strong decoration-dotted underline-offset-4"
      >
        {label}
      </span>
    </Tip>
  )
}

function Figure({ figure }: { readonly figure: RunMetric | undefined }) {
  if (!figure) return <span className="text-ink-3">–</span>
  const { name, value, low, high, n } = figure
  const { form } = metricWords(name)
  return (
    <>
      <span className="whitespace-nowrap tabular">{metricText(value, form)}</span>
      {low !== undefined && high !== undefined && (
        <span className="block text-12 whitespace-nowrap text-ink-3 tabular">
          {metricText(low, form)} to {metricText(high, form)}
        </span>
      )}
      {n !== undefined && <span className="sr-only">, n {n}</span>}
    </>
  )
}
