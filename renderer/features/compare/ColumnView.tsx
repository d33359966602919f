import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { factKind, isFactKind } from '../../../shared/domain/facts'
import { verifiedFacts } from '../../../shared/domain/narrative'
import type { Run } from '../../api/run'
import { IconButton } from '../../ui/Button'
import { ChecksLine } from '../../ui/ChecksLine'
import { MixLine } from '../../ui/MixLine'
import { NarrativeText } from '../../ui/NarrativeText'
import { Trouble } from '../../ui/Notices'
import { WordDiff } from '../../ui/TextDiff'
import { Tip } from '../../ui/Tip'
import { classes } from '../../ui/classes'
import { duration, money } from '../../ui/format'
import { ColumnHead } from './ColumnHead'
import type { Column } from './columns'
import { columnLabel } from './columns'

interface ColumnViewProps {
  readonly column: Column
  readonly run: Run | undefined
  /** The text whose words this one is compared with; undefined while it is not. */
  readonly base: string | undefined
}

const print = 'font-serif text-[18px] leading-[27px] @max-[299px]:text-16 @max-[299px]:leading-6'

/** One variant: its heading, text, picks, facts, checks and time, each on a row that all columns share. */
export function ColumnView({ column, run, base }: ColumnViewProps) {
  const label = columnLabel(column.variant)
  return (
    <article aria-label={label} className="row-span-6 grid grid-rows-subgrid border-line not-last:border-r">
      <ColumnHead column={column} run={run} />
      <div className="@container px-5 pt-3 pb-6" aria-busy={run?.phase === 'writing'}>
        {!run && <Waiting />}
        {run?.narrative && base !== undefined ? (
          <p className={classes('text-pretty text-ink', print)} lang="en">
            <WordDiff before={base} after={run.narrative.text} />
            {base === run.narrative.text && (
              <span className="mt-2 block font-sans text-12 text-ink-3">The same, word for word.</span>
            )}
          </p>
        ) : (
          run && <NarrativeText run={run} className={print} />
        )}
        {run?.error && <Trouble error={run.error} className="mt-3" />}
        {run?.phase === 'stopped' && <p className="mt-3 text-12 text-ink-3">Stopped.</p>}
      </div>
      <Row title="Picks">{run && <Picks run={run} />}</Row>
      <Row title="Facts">{run && <Facts run={run} />}</Row>
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
            <span className="col-start-2 truncate text-12 text-ink-3">
              {[pick.reason, ...(pick.rules ?? [])].join('; ')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** Of each kind of fact once, with how often it is said; together they are the facts counted above. */
function Facts({ run: { narrative } }: { readonly run: Run }) {
  if (!narrative) return null
  const kinds = new Map<string, number>()
  for (const { field } of verifiedFacts(narrative.spans, narrative.checks.unsupported))
    kinds.set(field, (kinds.get(field) ?? 0) + 1)
  const words = [...kinds].map(([field, times]) => {
    const label = isFactKind(field) ? factKind(field).label.toLowerCase() : field
    return times === 1 ? label : `${label} × ${times}`
  })
  return <p className="text-13">{words.length === 0 ? 'none' : words.join(', ')}</p>
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
      <span>seed {narrative.seed}</span>
      <MixLine mix={narrative.adapters} />
      <IconButton label="Copy the text" className="-my-1.5 ml-auto" onClick={() => void copy()}>
        <Copy className="size-3.5" aria-hidden />
      </IconButton>
    </div>
  )
}
