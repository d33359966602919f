import { Copy, Ellipsis, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { useQuery } from '@tanstack/react-query'
import { useEngine } from '../../api/client'
import type { Run } from '../../api/run'
import { IconButton } from '../../ui/Button'
import { ChecksLine } from '../../ui/ChecksLine'
import { Menu, MenuItem } from '../../ui/Menu'
import { MixLine } from '../../ui/MixLine'
import { NarrativeText } from '../../ui/NarrativeText'
import { Trouble } from '../../ui/Notices'
import { StrategyMark } from '../../ui/StrategyMark'
import { Tip } from '../../ui/Tip'
import { duration, money, plural, slotLabel, slotProduct } from '../../ui/format'
import { ColumnSettings } from './ColumnSettings'
import type { Column } from './columns'
import { MAX_COLUMNS, addColumn, columnLabel, columnNote, removeColumn, useColumns } from './columns'

interface ColumnViewProps {
  readonly column: Column
  readonly run: Run | undefined
}

/** One variant: its heading, text, picks, facts, checks and time, each on a row that all columns share. */
export function ColumnView({ column, run }: ColumnViewProps) {
  const label = columnLabel(column.variant)
  return (
    <article aria-label={label} className="row-span-6 grid grid-rows-subgrid border-line not-last:border-r">
      <ColumnHead column={column} />
      <div className="@container px-5 pt-3 pb-6" aria-busy={run?.phase === 'writing'}>
        {run ? (
          <NarrativeText
            run={run}
            className="font-serif text-[18px] leading-[27px] @max-[299px]:text-16 @max-[299px]:leading-6"
          />
        ) : (
          <Waiting />
        )}
        {run?.error && <Trouble error={run.error} className="mt-3" />}
        {run?.phase === 'stopped' && <p className="mt-3 text-12 text-ink-3">Stopped.</p>}
      </div>
      <Row title="Picks">{run && <Picks run={run} />}</Row>
      <Row title="Facts said">{run && <Facts run={run} />}</Row>
      <Row title="Checks">
        {run?.narrative && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12">
            <ChecksLine narrative={run.narrative} />
          </div>
        )}
      </Row>
      <Row title="Time">{run?.narrative && <Time run={run} />}</Row>
    </article>
  )
}

function Waiting() {
  return <p className="text-13 text-ink-3">Not written yet.</p>
}

function Row({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="min-h-14 border-t border-line px-5 py-2.5">
      <h3 className="mb-0.5 text-12 text-ink-3">{title}</h3>
      {children}
    </section>
  )
}

function ColumnHead({ column }: { readonly column: Column }) {
  const engine = useEngine()
  const templates = useQuery(engine.templates.queryOptions())
  const full = useColumns((state) => state.columns.length >= MAX_COLUMNS)
  const alone = useColumns((state) => state.columns.length === 1)
  const note = columnNote(
    column.variant,
    (id) => templates.data?.find((template) => template.id === id)?.name,
  )
  return (
    <header className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-paper py-2 pr-2 pl-5">
      <StrategyMark strategy={column.variant.strategy} />
      <div className="min-w-0 flex-1">
        <h2
          className="truncate text-13 font-medium"
          style={{ color: `var(--${column.variant.strategy}-ink)` }}
        >
          {columnLabel(column.variant)}
        </h2>
        {note && <p className="truncate text-12 text-ink-3">{note}</p>}
      </div>
      <ColumnSettings
        column={column}
        trigger={
          <IconButton label="Settings of this column">
            <SlidersHorizontal className="size-4" aria-hidden />
          </IconButton>
        }
      />
      <Menu
        align="end"
        trigger={
          <IconButton label="More">
            <Ellipsis className="size-4" aria-hidden />
          </IconButton>
        }
      >
        <MenuItem disabled={full} onSelect={() => addColumn(column.variant)}>
          Duplicate
        </MenuItem>
        <MenuItem disabled={alone} onSelect={() => removeColumn(column.id)}>
          Remove
        </MenuItem>
      </Menu>
    </header>
  )
}

function Picks({ run }: { readonly run: Run }) {
  return (
    <ol className="space-y-1">
      {run.picks.map((pick, index) => {
        const price = run.products.find((product) => product.id === pick.id)?.price
        return (
          <li key={pick.id} className="grid grid-cols-[12px_1fr_auto] gap-x-1.5 text-13">
            <span
              aria-hidden
              className="text-12 font-medium tabular"
              style={{ color: `var(--p${index + 1})` }}
            >
              {index + 1}
            </span>
            <span className="min-w-0 truncate">{pick.title}</span>
            {price && <span className="tabular">{money(price)}</span>}
            <span className="col-start-2 truncate text-12 text-ink-3">{pick.reason}</span>
          </li>
        )
      })}
    </ol>
  )
}

function Facts({ run }: { readonly run: Run }) {
  const said = run.beats
    .filter((beat) => run.sentences[beat.id]?.written)
    .flatMap((beat) => beat.slots)
    .filter((slot) => slotProduct(slot) > 0 && !slot.endsWith('.title'))
  if (said.length === 0) return null
  return <p className="text-13">{said.map((slot) => slotLabel(slot).toLowerCase()).join(', ')}</p>
}

function Time({ run }: { readonly run: Run }) {
  const { narrative } = run
  if (!narrative) return null
  const copy = () =>
    navigator.clipboard.writeText(narrative.text).then(
      () => toast('Copied the text'),
      () => toast.error('Nothing was copied', { description: 'The system refused access to the clipboard.' }),
    )
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-2 tabular">
      <Tip text={`First word after ${duration(narrative.timing.firstTokenMs)}`}>
        <span tabIndex={0} className="rounded-[3px]">
          {duration(narrative.timing.totalMs)}
        </span>
      </Tip>
      <span>{plural(narrative.words, 'word')}</span>
      <span>seed {narrative.seed}</span>
      <MixLine mix={narrative.adapters} />
      <IconButton label="Copy the text" className="-my-1.5 ml-auto" onClick={() => void copy()}>
        <Copy className="size-3.5" aria-hidden />
      </IconButton>
    </div>
  )
}
