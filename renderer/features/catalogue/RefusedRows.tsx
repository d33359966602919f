import type { RefusedRow } from '../../../shared/domain/catalogue'
import { count, plural } from '../../ui/format'
import { useWindowed } from '../../ui/useWindowed'

const ROW_PX = 28

interface RefusedRowsProps {
  readonly refused: readonly RefusedRow[]
  readonly total: number
}

/** Rows an import could not take, each with the field and the reason. */
export function RefusedRows({ refused, total }: RefusedRowsProps) {
  const { rows, height, onScroll, ref } = useWindowed(refused.length, ROW_PX)
  if (total === 0) return <p className="mt-6 text-13 text-ink-3">Every row was taken.</p>
  const title =
    total > refused.length
      ? `${count(total)} rows refused, the first ${count(refused.length)} shown`
      : `${plural(total, 'row')} refused`
  return (
    <section aria-label={title} className="mt-6">
      <h3 className="mb-1 text-13 font-medium">{title}</h3>
      <div
        ref={ref}
        onScroll={onScroll}
        tabIndex={0}
        aria-label="Refused rows"
        role="group"
        className="max-h-80 overflow-y-auto rounded-md border border-line bg-surface"
      >
        <ul className="relative" style={{ height }}>
          {rows.map((at) => {
            const row = refused[at]
            return (
              row && (
                <li
                  key={at}
                  className="absolute inset-x-0 grid grid-cols-[minmax(72px,auto)_120px_1fr] items-center gap-3 px-3 text-12"
                  style={{ transform: `translateY(${at * ROW_PX}px)`, height: ROW_PX }}
                >
                  <span className="truncate text-ink-3 tabular" title={row.file}>
                    {row.file === undefined ? '' : `${row.file} `}row {count(row.row)}
                  </span>
                  <span className="truncate font-mono">{row.field}</span>
                  <span className="truncate" title={row.reason}>
                    {row.reason}
                  </span>
                </li>
              )
            )
          })}
        </ul>
      </div>
    </section>
  )
}
