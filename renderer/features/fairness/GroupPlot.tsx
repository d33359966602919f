import { Suspense, lazy } from 'react'
import type { CurrencyCode } from '../../../shared/domain/catalogue'
import type { FairnessMeasure, FairnessReport } from '../../../shared/domain/fairness'
import { tickText } from '../../../shared/domain/fairnessFigures'
import { fairnessWords } from '../../../shared/domain/fairnessWords'
import { plotPx } from '../../charts/size'
import { count } from '../../ui/format'
import type { GroupRow } from './figures'
import { cutAt, groupRows, labelPx, reachOf } from './figures'
import { lookBehind } from './session'

/** The charting library is as large as the rest of the window; it comes with the first chart. */
const DotPlot = lazy(() => import('../../charts/DotPlot').then((module) => ({ default: module.DotPlot })))

interface GroupPlotProps {
  readonly report: FairnessReport
  readonly metric: FairnessMeasure
  readonly currency: CurrencyCode
}

/** Room between the names and the axis: half a tick's words. */
const INSET_PX = 22

/** Groups as dots with whiskers; each row is a button that shows the shoppers behind it. */
export function GroupPlot({ report, metric, currency }: GroupPlotProps) {
  const rows = groupRows(report, metric, currency)
  const domain = reachOf(rows)
  const data = rows.map(({ dots }) => ({ label: '', dots: dots.map((dot) => cutAt(domain, dot)) }))
  const { label } = fairnessWords(metric)
  const said = rows.map(({ group, text, n }) => `${group.value}: ${text}, n ${n}`).join('; ')
  const names = labelPx(rows)
  return (
    <div className="relative">
      <div style={{ paddingLeft: names }}>
        <Suspense fallback={<div aria-hidden style={{ height: plotPx(data) }} />}>
          <DotPlot
            data={data}
            options={{
              ...{ label: `${label}. ${said}`, tick: tickText(metric, currency) },
              labelPx: INSET_PX,
              ...(domain ? { domain } : {}),
            }}
          />
        </Suspense>
      </div>
      <ul
        aria-label={`Groups by ${label.toLowerCase()}`}
        className="absolute inset-x-0 top-[2px] flex flex-col"
        style={{ height: plotPx(data) - 24 }}
      >
        {rows.map((row) => (
          <li key={row.group.value} className="min-h-0 flex-1">
            <Row
              row={row}
              namePx={names}
              onOpen={() => lookBehind({ segment: report.fields, group: row.group.value, metric })}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface RowProps {
  readonly row: GroupRow
  readonly namePx: number
  readonly onOpen: () => void
}

/** Over the whole row of the plot; the mark shines through. */
function Row({ row: { group, standing, text, n, small }, namePx, onOpen }: RowProps) {
  const { value } = group
  const says = `${text}${standing === 'differs' ? ', differs from all others beyond chance' : ''}`
  return (
    <button
      type="button"
      title={`${value}: ${says}`}
      onClick={onOpen}
      className="flex h-full w-full items-center rounded-[4px] text-left text-12 hover:bg-ink/4 focus-visible:-outline-offset-1"
    >
      <span className="flex min-w-0 items-baseline gap-1.5 pr-1" style={{ width: namePx }}>
        <span className={standing === 'differs' ? 'truncate font-medium text-ink' : 'truncate text-ink-2'}>
          {value}
        </span>{' '}
        <span className="shrink-0 text-ink-3 tabular">
          {small && 'small: '}n {count(n)}
        </span>
      </span>
      <span className="sr-only">: {says}. Show the shoppers.</span>
    </button>
  )
}
