import { useState } from 'react'
import type { Exposure, ExposureShare, ExposureTable, FairnessReport } from '../../../shared/domain/fairness'
import { EXPOSURES } from '../../../shared/domain/fairness'
import { exposureClassWords } from '../../../shared/domain/exposure'
import { exposureSentence } from '../../../shared/domain/fairnessSentences'
import { exposureLabel } from '../../../shared/domain/fairnessWords'
import { metricText } from '../../../shared/domain/metricWords'
import type { Interval } from '../../../shared/domain/recommendEvaluation'
import { Segmented } from '../../ui/Segmented'
import { Tip } from '../../ui/Tip'
import { count } from '../../ui/format'
import { capital, standsOut, unbroken } from './figures'

const percent = (value: number) => metricText(value, 'share')

/** Who gets which share of what: a table whose cells are tinted by how far they are from what all others get. */
export function Exposures({ report }: { readonly report: FairnessReport }) {
  const [by, setBy] = useState<Exposure>('priceTier')
  const tables = EXPOSURES.filter((one) => report.exposures.some((table) => table.by === one))
  const table = report.exposures.find((one) => one.by === by) ?? report.exposures[0]
  if (!table) return <p className="text-13 text-ink-2">Nothing could be sorted.</p>
  return (
    <>
      <div className="w-fit max-w-full">
        <Segmented
          small
          label="Sorted by"
          value={table.by}
          choices={tables.map((value) => ({ value, label: exposureLabel(value) }))}
          onChange={(next: Exposure) => setBy(next)}
        />
      </div>
      <p className="mt-2 max-w-[84ch] text-12 text-pretty text-ink-2">
        {unbroken(exposureSentence(table, report.groups))}{' '}
        <span className="text-ink-3">
          ▲ ▼: more or less than the others get, beyond chance, corrected for all of this table.
        </span>
      </p>
      <div
        role="region"
        tabIndex={0}
        aria-label={`${exposureLabel(table.by)} by group`}
        className="mt-2 overflow-x-auto"
      >
        <Heat table={table} report={report} />
      </div>
    </>
  )
}

const HEAD = 'px-2 py-1 text-right align-bottom text-12 font-normal whitespace-nowrap text-ink-3'
const CELL = 'border-t border-surface px-2 py-1 text-right text-12 whitespace-nowrap tabular'

function Heat({ table, report }: { readonly table: ExposureTable; readonly report: FairnessReport }) {
  const away = table.rows.flatMap(({ shares }) => shares.map((one) => Math.abs(one?.difference?.value ?? 0)))
  const furthest = Math.max(...away, 0.01)
  return (
    <table className="border-separate border-spacing-x-px border-spacing-y-0">
      <thead>
        <tr>
          <th scope="col" className={HEAD}>
            <span className="sr-only">Class</span>
          </th>
          {report.groups.map(({ value, n, small }) => (
            <th key={value} scope="col" className={HEAD}>
              <span className="block text-ink">{value}</span>
              {small && 'small: '}n {count(n)}
            </th>
          ))}
          <th scope="col" className={HEAD}>
            Of the
            <br />
            catalogue
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ value, shares, ofCatalogue }) => (
          <tr key={value}>
            <th scope="row" className="py-1 pr-3 text-left text-13 font-normal whitespace-nowrap">
              {capital(exposureClassWords(table.by, value))}
            </th>
            {shares.map((one, at) => (
              <Cell key={at} share={one} furthest={furthest} />
            ))}
            <td className={`${CELL} text-ink-2`}>{percent(ofCatalogue)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" className="py-1 pr-3 text-left text-12 font-normal whitespace-nowrap text-ink-3">
            <Tip text="Total variation distance: the share of a group’s places that would have to change for it to be shown what all other shoppers are shown.">
              <span
                tabIndex={0}
                className="rounded-[3px] underline decoration-line-strong decoration-dotted underline-offset-4"
              >
                Distance from all others
              </span>
            </Tip>
          </th>
          {table.distances.map((one, at) => (
            <td key={at} className="px-2 pt-1.5 text-right text-12 whitespace-nowrap tabular">
              {one ? percent(one.distance) : '–'}
              {one && <Range of={one} className="text-ink-3" />}
            </td>
          ))}
          <td />
        </tr>
      </tbody>
    </table>
  )
}

interface CellProps {
  readonly share: ExposureShare | null
  /** The largest difference of the table, which has the strongest tint. */
  readonly furthest: number
}

/** A group's share of one class; a dash where nothing is known of its lists. */
function Cell({ share, furthest }: CellProps) {
  if (!share) return <td className={CELL}>–</td>
  const standing = standsOut(share)
  return (
    <td className={CELL} style={{ background: tint((share.difference?.value ?? 0) / furthest) }}>
      {standing && (
        <span className="mr-1" role="img" aria-label={`${standing} than the others`}>
          {standing === 'more' ? '▲' : '▼'}
        </span>
      )}
      {percent(share.share)}
      <Range of={share} className="text-ink-2" />
    </td>
  )
}

function Range({ of: { low, high }, className }: { readonly of: Interval; readonly className: string }) {
  return (
    <span className={`block ${className}`}>
      {percent(low).replace(' %', '')}–{percent(high).replace(' %', '')}
    </span>
  )
}

/** Orange for more than the others get, blue for less; the paler the nearer. -1 to 1. */
const tint = (away: number) =>
  `color-mix(in srgb, var(--series-${away > 0 ? 5 : 6}) ${Math.round(45 * Math.abs(away))}%, var(--surface))`
