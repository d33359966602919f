import { useQuery } from '@tanstack/react-query'
import { Ban, CircleX, RotateCcw, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Run, RunFinding } from '../../../shared/domain/run'
import {
  askedParams,
  findingSentence,
  headline,
  kindLabel,
  leadFinding,
} from '../../../shared/domain/runWords'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Part } from '../../ui/Part'
import { Button } from '../../ui/Button'
import { Skeleton, Trouble } from '../../ui/Notices'
import { classes } from '../../ui/classes'
import { duration, fieldLabel, plural } from '../../ui/format'
import { Charts } from './Charts'
import { ExportMenu } from './ExportMenu'
import { FiguresTable } from './FiguresTable'
import { Notes } from './Notes'
import { PushDialog } from './PushDialog'
import { bringBack, deleteWithUndo, saveName } from './actions'
import { dateText } from './figures'
import { setNameDraft, useRunSession } from './session'
import { useRunDesk } from './useRunDesk'

/** One run: what it says, its figures, notes, and what was asked. */
export function RunDetail({ run }: { readonly run: Run }) {
  const engine = useEngine()
  const findings = useQuery({
    ...engine.runFindings.queryOptions({ id: run.id }),
    staleTime: Infinity,
    enabled: run.state === 'finished',
  })
  return (
    <div className="h-full overflow-y-auto">
      <article aria-label={run.name} className="max-w-[880px] px-6 pt-4 pb-12">
        <Head run={run} />
        {run.state === 'finished' ? (
          <Says run={run} findings={findings.data} isPending={findings.isPending} />
        ) : (
          <Unfinished run={run} />
        )}
        {findings.isError && (
          <Trouble
            error={errorWords(findings.error)}
            onRetry={() => void findings.refetch()}
            className="mt-4"
          />
        )}
        <Charts run={run} />
        {run.metrics.length > 0 && (
          <Part title="Figures">
            <FiguresTable run={run} />
          </Part>
        )}
        <OtherFindings findings={findings.data ?? []} />
        <Part title="Notes">
          <Notes run={run} />
        </Part>
        <Part title="What was asked">
          <Asked run={run} />
        </Part>
      </article>
    </div>
  )
}

function Head({ run }: { readonly run: Run }) {
  const desk = useRunDesk()
  const { kind, createdAtMs, ms, catalogue } = run
  const parts = [
    kindLabel(kind),
    catalogue &&
      `${catalogue.name}, version ${catalogue.version}${catalogue.invented ? ', invented shop' : ''}`,
    dateText(createdAtMs),
    `took ${duration(ms)}`,
  ]
  return (
    <header>
      <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
        <Name run={run} />
        {run.deletedAtMs === undefined ? (
          <div className="-ml-3 flex items-center gap-1">
            <ExportMenu ids={[run.id]} />
            <PushDialog ids={[run.id]} />
            <Button kind="quiet" onClick={() => void deleteWithUndo(desk, run)}>
              <Trash2 className="size-3.5" aria-hidden />
              Delete
            </Button>
          </div>
        ) : (
          <Button onClick={() => void bringBack(desk, run.id)}>
            <RotateCcw className="size-3.5" aria-hidden />
            Bring back
          </Button>
        )}
      </div>
      <p className="mt-0.5 text-12 text-ink-3 tabular">{parts.filter(Boolean).join(' · ')}</p>
    </header>
  )
}

/** The name, edited where it stands: Enter or leaving saves, Escape goes back. One that could not be saved stays, with a way to try again. */
function Name({ run }: { readonly run: Run }) {
  const desk = useRunDesk()
  const draft = useRunSession((state) => state.names[run.id])
  const save = () => void saveName(desk, run)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      event.currentTarget.blur()
    }
    if (event.key !== 'Escape') return
    setNameDraft(run.id, undefined)
    event.stopPropagation()
  }
  return (
    <h2 className="min-w-64 flex-1">
      <textarea
        aria-label="Name of the run"
        rows={1}
        spellCheck={false}
        maxLength={200}
        readOnly={run.deletedAtMs !== undefined}
        aria-invalid={draft?.failed === true}
        value={draft?.text ?? run.name}
        onChange={(event) => {
          const text = event.target.value.replace(/\s*\n\s*/g, ' ')
          setNameDraft(run.id, { text, failed: false })
        }}
        onBlur={save}
        onKeyDown={onKeyDown}
        className="-ml-1.5 block field-sizing-content w-full resize-none rounded-md border border-transparent bg-transparent px-1.5 font-serif text-20 text-ink transition-colors not-read-only:hover:border-line-strong focus-visible:border-accent-text focus-visible:outline-none"
      />
      {draft?.failed && (
        <p className="flex items-center gap-2 text-12 text-amber">
          This name is not saved.
          <Button small onClick={save}>
            Try again
          </Button>
        </p>
      )}
    </h2>
  )
}

interface SaysProps {
  readonly run: Run
  readonly findings: readonly RunFinding[] | undefined
  readonly isPending: boolean
}

/** The sentence that the figures make. */
function Says({ run, findings, isPending }: SaysProps) {
  if (isPending) {
    return (
      <div role="status" aria-label="Comparing systems case by case" className="mt-4 space-y-2">
        <Skeleton className="h-5 w-full" />
        <Skeleton className="h-5 w-2/3" />
      </div>
    )
  }
  const says = headline(run, findings ?? [])
  return says === '' ? null : <p className="mt-4 max-w-[64ch] font-serif text-16 text-pretty">{says}</p>
}

function Unfinished({ run }: { readonly run: Run }) {
  const failed = run.state === 'failed'
  const Icon = failed ? CircleX : Ban
  return (
    <p
      className={classes(
        'mt-4 flex max-w-[64ch] gap-2 rounded-md px-3 py-2 text-13',
        failed ? 'bg-bad-soft' : 'bg-sunken',
      )}
    >
      <Icon className={classes('mt-px size-4 shrink-0', failed ? 'text-bad' : 'text-ink-3')} aria-hidden />
      <span>
        {failed && <span className="font-medium">It failed. </span>}
        {headline(run, [])} It holds no figures.
      </span>
    </p>
  )
}

/** Every other comparison within the run, folded away. */
function OtherFindings({ findings }: { readonly findings: readonly RunFinding[] }) {
  const lead = leadFinding(findings)
  const others = findings.filter((one) => one !== lead)
  if (others.length === 0) return null
  return (
    <details className="mt-4">
      <summary className="text-13 text-ink-2">
        {plural(others.length, 'more comparison')} within the run, p corrected for all {findings.length}
      </summary>
      <ul className="mt-2 max-w-[72ch] space-y-1.5 text-13 text-ink-2">
        {others.map((one) => (
          <li key={`${one.metric} ${one.than}`}>{findingSentence(one)}</li>
        ))}
      </ul>
    </details>
  )
}

function Asked({ run }: { readonly run: Run }) {
  const { seed, model, adapters, app, pushed = [], id } = run
  const rows = Object.entries({
    ...askedParams(run),
    seed,
    adapters: adapters.map(({ name, scale }) => `${name} at ${scale}`).join(', ') || undefined,
    model: model && `${model.name}@${model.digest}`,
    shelftalk: app,
    run: id,
  }).filter(([, value]) => value !== undefined)
  return (
    <>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-13">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{fieldLabel(name)}</dt>
            <dd className="min-w-0 break-words tabular">{String(value)}</dd>
          </div>
        ))}
      </dl>
      {pushed.map(({ url, mlflowRunId, atMs }) => (
        <p key={url} className="mt-2 text-12 text-ink-3">
          In MLflow at <span className="font-mono">{url}</span> as{' '}
          <span className="font-mono">{mlflowRunId}</span>, as it was {dateText(atMs)}
        </p>
      ))}
    </>
  )
}
