import { useQuery } from '@tanstack/react-query'
import { Ellipsis, Minus, Plus, SlidersHorizontal } from 'lucide-react'
import { useEngine } from '../../api/client'
import type { Run } from '../../api/run'
import { IconButton } from '../../ui/Button'
import { Menu, MenuItem } from '../../ui/Menu'
import { StrategyMark } from '../../ui/StrategyMark'
import { Tip } from '../../ui/Tip'
import { ColumnFigures } from './ColumnFigures'
import { ColumnSettings } from './ColumnSettings'
import type { Column } from './columns'
import {
  MAX_COLUMNS,
  addColumn,
  changeOffset,
  columnLabel,
  columnNote,
  removeColumn,
  seedOffset,
  useColumns,
  writtenVariant,
} from './columns'

interface ColumnHeadProps {
  readonly column: Column
  readonly run: Run | undefined
}

/** What a column is, its seed, and the figures of its text. */
export function ColumnHead({ column, run }: ColumnHeadProps) {
  const engine = useEngine()
  const templates = useQuery(engine.templates.queryOptions())
  const note = columnNote(
    column.variant,
    (id) => templates.data?.find((template) => template.id === id)?.name,
  )
  return (
    <header className="sticky top-0 z-10 border-b border-line bg-paper py-2 pr-2 pl-5">
      <div className="flex items-center gap-2">
        <StrategyMark strategy={column.variant.strategy} />
        <h2
          className="min-w-0 flex-1 truncate text-13 font-medium"
          style={{ color: `var(--${column.variant.strategy}-ink)` }}
        >
          {columnLabel(column.variant)}
        </h2>
        <ColumnSettings
          column={column}
          trigger={
            <IconButton label="Settings of this column">
              <SlidersHorizontal className="size-4" aria-hidden />
            </IconButton>
          }
        />
        <More column={column} />
      </div>
      <div className="flex min-h-6 items-center gap-2 text-12 text-ink-3">
        <span className="min-w-0 flex-1 truncate" title={note}>
          {note}
        </span>
        <ColumnSeed column={column} />
      </div>
      <ColumnFigures run={run} />
    </header>
  )
}

function More({ column }: { readonly column: Column }) {
  const full = useColumns((state) => state.columns.length >= MAX_COLUMNS)
  const alone = useColumns((state) => state.columns.length === 1)
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="More">
          <Ellipsis className="size-4" aria-hidden />
        </IconButton>
      }
    >
      <MenuItem disabled={full} onSelect={() => addColumn(column.variant, true)}>
        Duplicate
      </MenuItem>
      <MenuItem disabled={alone} onSelect={() => removeColumn(column.id)}>
        Remove
      </MenuItem>
    </Menu>
  )
}

/** The seed a column is written with; with seeds of their own it can be moved on. */
function ColumnSeed({ column }: { readonly column: Column }) {
  const seed = useColumns((state) => state.seed)
  const sameSeed = useColumns((state) => state.sameSeed)
  const offset = seedOffset(column, seed)
  const shown = writtenVariant(column, { seed, sameSeed }).decoding.seed
  const meaning = sameSeed
    ? 'Every column is written with this seed'
    : offset === 0
      ? 'The comparison’s seed'
      : `The comparison’s seed ${offset > 0 ? 'plus' : 'less'} ${Math.abs(offset)}`
  return (
    <span className="flex shrink-0 items-center">
      {!sameSeed && (
        <IconButton
          small
          label="A seed back"
          disabled={shown === 0}
          onClick={() => changeOffset(column.id, offset - 1)}
        >
          <Minus className="size-3" aria-hidden />
        </IconButton>
      )}
      <Tip text={meaning}>
        <span tabIndex={0} className="rounded-[3px] px-0.5 tabular">
          seed {shown}
        </span>
      </Tip>
      {!sameSeed && (
        <IconButton small label="A seed on" onClick={() => changeOffset(column.id, offset + 1)}>
          <Plus className="size-3" aria-hidden />
        </IconButton>
      )}
    </span>
  )
}
