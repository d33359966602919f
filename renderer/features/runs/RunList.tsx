import { useQuery } from '@tanstack/react-query'
import { Ban, CircleX, Plus, Search } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { metricText, metricWords } from '../../../shared/domain/metricWords'
import type { Run } from '../../../shared/domain/run'
import { DELETED_RUN_DAYS, RUN_KINDS } from '../../../shared/domain/run'
import { kindLabel } from '../../../shared/domain/runWords'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useEvaluation } from '../../api/evaluations'
import { Button } from '../../ui/Button'
import { Input } from '../../ui/Field'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Select } from '../../ui/Select'
import { UnreadableNote } from '../../ui/UnreadableNote'
import { classes } from '../../ui/classes'
import { plural } from '../../ui/format'
import type { ListFilter } from './session'
import { openRun, openStart, toggleChecked, useRunSession, useRunSettings } from './session'
import { useRuns, useShownRun } from './useRuns'
import { shortDate } from './figures'

/** The runs there are, newest first; checked ones can be compared. */
export function RunList() {
  const list = useRuns()
  return (
    <div className="flex h-full flex-col">
      <div className="space-y-2 border-b border-line px-3 py-3">
        <Button kind="primary" className="w-full" onClick={openStart}>
          <Plus className="size-4" aria-hidden />
          Start an evaluation
        </Button>
        <Filters />
        <UnreadableNote kind="run" />
      </div>
      <UnderWay />
      {list.isPending && <SkeletonLines lines={6} className="p-4" />}
      {list.isError && (
        <Trouble error={errorWords(list.error)} onRetry={() => void list.refetch()} className="m-3" />
      )}
      <List runs={list.data?.items ?? []} total={list.data?.total ?? 0} nowMs={list.dataUpdatedAt} />
      <CompareBar />
    </div>
  )
}

const kinds: readonly {
  readonly value: ListFilter['kind']
  readonly label: string
  readonly note?: string
}[] = [
  { value: 'all', label: 'All kinds' },
  ...RUN_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) })),
  { value: 'deleted', label: 'Deleted', note: `Kept for ${DELETED_RUN_DAYS} days` },
]
/** A select knows no empty value. */
const ALL = '*'

function Filters() {
  const engine = useEngine()
  const catalogues = useQuery(engine.catalogues.queryOptions()).data ?? []
  const filter = useRunSettings((state) => state.filter)
  const setFilter = useRunSettings((state) => state.setFilter)
  const names = new Set(
    [...catalogues.map(({ name }) => name), filter.catalogue].filter((name) => name !== ''),
  )
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        <Select label="Kind" value={filter.kind} choices={kinds} onChange={(kind) => setFilter({ kind })} />
        <Select
          label="Catalogue"
          value={filter.catalogue || ALL}
          choices={[
            { value: ALL, label: 'All catalogues' },
            ...[...names].map((name) => ({ value: name, label: name })),
          ]}
          onChange={(name) => setFilter({ catalogue: name === ALL ? '' : name })}
        />
      </div>
      <label className="relative block">
        <Search className="absolute top-2 left-2.5 size-4 text-ink-3" aria-hidden />
        <Input
          type="search"
          aria-label="Words in a run"
          placeholder="Name, notes, parameters"
          className="pl-8"
          maxLength={200}
          value={filter.text}
          onChange={(event) => setFilter({ text: event.target.value })}
        />
      </label>
    </>
  )
}

/** The evaluation that goes on, wherever the page is. */
function UnderWay() {
  const evaluation = useEvaluation()
  const view = useRunSession((state) => state.view)
  if (evaluation?.phase !== 'running' || view === 'start') return null
  const { stage, done, total } = evaluation
  return (
    <button
      type="button"
      onClick={openStart}
      className="border-b border-line px-4 py-2 text-left text-12 text-ink-2 outline-offset-[-2px] hover:bg-hover"
    >
      <span className="font-medium text-ink">An evaluation is under way</span>
      <span className="block truncate tabular">
        {stage}
        {total > 0 && `, ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`}
      </span>
    </button>
  )
}

/** Arrow keys move from run to run. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-run]')]
  const next = buttons[buttons.findIndex((one) => one.parentElement?.contains(document.activeElement)) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.click()
}

interface ListProps {
  readonly runs: readonly Run[]
  readonly total: number
  /** When the list was asked for. */
  readonly nowMs: number
}

function List({ runs, total, nowMs }: ListProps) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-1.5 py-1.5" onKeyDown={onArrow}>
      <ul aria-label="Runs">
        {runs.map((run) => (
          <Item key={run.id} run={run} nowMs={nowMs} />
        ))}
      </ul>
      {total > runs.length && (
        <p className="px-2.5 py-2 text-12 text-ink-3">
          The newest {runs.length} of {plural(total, 'run')}; narrow them down to see others.
        </p>
      )}
    </div>
  )
}

interface ItemProps {
  readonly run: Run
  readonly nowMs: number
}

function Item({ run, nowMs }: ItemProps) {
  const shown = useShownRun().run
  const view = useRunSession((state) => state.view)
  const checked = useRunSession((state) => state.checked.includes(run.id))
  const here = view === 'run' && shown?.id === run.id
  return (
    <li className={classes('flex items-start rounded-md', here ? 'bg-accent-soft' : 'hover:bg-hover')}>
      {run.deletedAtMs === undefined && (
        <label className="flex shrink-0 p-2.5 pr-0.5">
          <input
            type="checkbox"
            aria-label={`Compare ${run.name}`}
            checked={checked}
            onChange={() => toggleChecked(run.id)}
            className="mt-0.5 size-3.5 accent-(--accent)"
          />
        </label>
      )}
      <button
        type="button"
        data-run
        aria-pressed={here}
        onClick={() => openRun(run.id)}
        className="min-w-0 flex-1 rounded-md px-2 py-2 text-left outline-offset-[-2px]"
      >
        <span className="flex items-center gap-1.5">
          <span className="min-w-0 flex-1 truncate text-13 font-medium">{run.name}</span>
          <State run={run} />
        </span>
        <span className="flex gap-2 text-12 text-ink-3 tabular">
          <span className="min-w-0 flex-1 truncate">
            {kindLabel(run.kind)}, {shortDate(run.createdAtMs, nowMs)}
          </span>
          <KeyFigure run={run} />
        </span>
      </button>
    </li>
  )
}

function State({ run: { state } }: { readonly run: Run }) {
  if (state === 'finished') return null
  const Icon = state === 'failed' ? CircleX : Ban
  return (
    <Icon
      className={classes('size-3.5 shrink-0', state === 'failed' ? 'text-bad' : 'text-ink-3')}
      aria-label={state}
    />
  )
}

/** The figure that a kind is known by, and what it is called where there is little room. */
const KEY_FIGURES: readonly (readonly [stem: string, of: string, short: string])[] = [
  ['ndcg', 'personalised', 'NDCG'],
  ['ndcg', 'hybrid', 'NDCG'],
  ['directive-obedience', '', 'obeyed'],
]

function KeyFigure({ run: { metrics } }: { readonly run: Run }) {
  const [found] = KEY_FIGURES.flatMap(([stem, of, short]) => {
    const figure = metrics.find((one) => one.of === of && one.name.split('@')[0] === stem)
    return figure ? [{ figure, short }] : []
  })
  if (!found) return null
  const { label, form } = metricWords(found.figure.name)
  return (
    <span className="shrink-0" title={label}>
      {found.short} {metricText(found.figure.value, form)}
    </span>
  )
}

/** What can be done with the checked runs. */
function CompareBar() {
  const checked = useRunSession((state) => state.checked)
  if (checked.length === 0) return null
  return (
    <div className="flex items-center gap-2 border-t border-line px-3 py-2">
      <Button
        className="flex-1"
        disabled={checked.length < 2}
        onClick={() => useRunSession.setState({ view: 'compare' })}
      >
        {checked.length < 2 ? 'Check another to compare' : `Compare ${checked.length} runs`}
      </Button>
      <Button kind="quiet" onClick={() => useRunSession.setState({ checked: [], view: 'run' })}>
        Clear
      </Button>
    </div>
  )
}
