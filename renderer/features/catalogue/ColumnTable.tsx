import { useState } from 'react'
import type { ColumnPlan, PreviewTable } from '../../../shared/domain/importing'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { classes } from '../../ui/classes'
import { count } from '../../ui/format'
import { setUp, useImportSetup } from './importSetup'
import { assign, choiceOf, MEANING_CHOICES, labelOf } from './mapping'

/** More columns than these are shown only where they become something. */
const COLUMNS_AT_ONCE = 12

interface ColumnTableProps {
  readonly table: PreviewTable
  readonly title: string
  /** Shows every column, whatever it becomes. */
  readonly startAll: boolean
}

const isUsed = ({ use }: ColumnPlan) => use.kind !== 'source' && use.kind !== 'ignored'

/** The first rows of a file as they stand in it; at the head of each column what it becomes, to be changed there. */
export function ColumnTable({ table, title, startAll }: ColumnTableProps) {
  const { columns, rows } = table
  const used = columns.filter(isUsed).length
  const many = columns.length > COLUMNS_AT_ONCE && used > 0 && used < columns.length
  const [shown, setShown] = useState<'used' | 'all'>(many && !startAll ? 'used' : 'all')
  const visible = columns
    .map((plan, index) => ({ plan, index }))
    .filter(({ plan }) => shown === 'all' || !many || isUsed(plan))
  return (
    <section aria-label={title}>
      <div className="mb-1.5 flex h-7 items-center gap-3">
        <h3 className="min-w-0 flex-1 truncate text-13 font-medium">{title}</h3>
        {many && (
          <Segmented
            small
            label="Columns on show"
            value={shown}
            choices={[
              { value: 'used', label: `Used, ${count(used)}` },
              { value: 'all', label: `All ${count(columns.length)}` },
            ]}
            onChange={setShown}
          />
        )}
      </div>
      <div
        role="region"
        tabIndex={0}
        aria-label={`${title}, as they stand in the file`}
        className="max-h-[max(220px,38vh)] overflow-auto rounded-md border border-line bg-surface"
      >
        <table className="w-max min-w-full border-separate border-spacing-0 text-12">
          <thead>
            <tr>
              <th scope="col" className={classes(HEAD, 'left-0 z-20 w-12 text-right font-normal text-ink-3')}>
                Row
              </th>
              {visible.map(({ plan }) => (
                <th key={plan.name} scope="col" className={classes(HEAD, 'z-10 text-left font-normal')}>
                  <ColumnHead plan={plan} mappable={table.mappable} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row}>
                <th
                  scope="row"
                  className="sticky left-0 z-[5] border-b border-line bg-surface px-2 py-1 text-right font-normal text-ink-3 tabular"
                >
                  {count(row)}
                </th>
                {visible.map(({ plan, index }) => (
                  <Cell key={plan.name} text={cells[index] ?? ''} quiet={!isUsed(plan)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const HEAD = 'sticky top-0 border-b border-line-strong bg-sunken px-2 py-2 align-top'

function Cell({ text, quiet }: { readonly text: string; readonly quiet: boolean }) {
  return (
    <td
      title={text}
      className={classes(
        'max-w-56 truncate border-b border-l border-line px-2 py-1',
        quiet ? 'text-ink-3' : 'text-ink',
      )}
    >
      {text}
    </td>
  )
}

function ColumnHead({ plan, mappable }: { readonly plan: ColumnPlan; readonly mappable: boolean }) {
  const mapping = useImportSetup((setup) => setup.mapping)
  return (
    <div className="w-full min-w-40">
      <div className="mb-1 truncate font-mono text-12 text-ink" title={plan.name}>
        {plan.name}
      </div>
      {mappable ? (
        <Select
          label={`What “${plan.name}” becomes`}
          value={choiceOf(plan.use)}
          choices={MEANING_CHOICES}
          onChange={(choice) => setUp({ mapping: assign(mapping, plan, choice) })}
          className={classes('h-7', !isUsed(plan) && 'text-ink-3')}
        />
      ) : (
        <div className="flex h-7 items-center text-13">{labelOf(plan.use)}</div>
      )}
      <p className="mt-1 line-clamp-3 text-12 text-ink-3" title={plan.note}>
        {plan.note}
      </p>
    </div>
  )
}
