import { skipToken, useQuery } from '@tanstack/react-query'
import { Columns3, Square } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { toast } from 'sonner'
import { useLocation } from 'wouter'
import { CHANNEL_WORDS } from '../../../shared/domain/voices'
import { useEngine } from '../../api/client'
import { useComparison } from '../../api/streams'
import { useDesk } from '../../api/useDesk'
import { useBrief } from '../../state/brief'
import type { Command } from '../../state/commands'
import { usePageCommands } from '../../state/commands'
import { Button } from '../../ui/Button'
import { Keys } from '../../ui/Keys'
import { Menu, MenuItem } from '../../ui/Menu'
import { Select } from '../../ui/Select'
import { SourceProvider } from '../../ui/SourcePopover'
import { saveFile } from '../../ui/saveFile'
import { takeHandover } from '../../state/comparisonHandover'
import { AddColumn } from './AddColumn'
import { ColumnView } from './ColumnView'
import { ComparisonStrip } from './ComparisonStrip'
import { comparisonJson, keepAsRun, runComparison, stopComparison } from './actions'
import { COLUMN_PX, resetColumns, showHandover, textHeight, useColumns } from './columns'

/** Compare: one persona and occasion, one column a variant, written together. */
export function ComparePage() {
  const desk = useDesk()
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'compare',
        group: 'Compare',
        label: 'Write every column',
        primary: true,
        keys: 'mod+enter',
        run: () => runComparison(desk),
      },
      { id: 'stop', group: 'Compare', label: 'Stop writing', run: stopComparison },
      { id: 'reset', group: 'Compare', label: 'Back to the three strategies', run: resetColumns },
    ],
    [desk],
  )
  usePageCommands(commands)
  useEffect(() => {
    const handover = takeHandover()
    if (!handover) return
    showHandover(handover)
    runComparison(desk)
  }, [desk])
  return (
    <SourceProvider>
      <div className="flex h-full flex-col">
        <BriefBar />
        <ComparisonStrip />
        <Grid />
      </div>
    </SourceProvider>
  )
}

function BriefBar() {
  const desk = useDesk()
  const comparisonId = useColumns((state) => state.comparisonId)
  const runs = useComparison(comparisonId)
  const occasion = useBrief((state) => state.occasion)
  const setOccasion = useBrief((state) => state.setOccasion)
  const nobody = useBrief((state) => state.audience === undefined)
  const writing = runs?.some((run) => run.phase === 'writing') ?? false
  return (
    <div className="flex min-h-14 shrink-0 items-center gap-3 border-b border-line px-4 max-[859px]:flex-wrap max-[859px]:py-2">
      <div className="w-52 shrink-0">
        <PersonaSelect />
      </div>
      <label className="flex min-w-0 flex-1 items-baseline max-[859px]:order-last max-[859px]:basis-full gap-2 rounded-md border border-transparent px-2 py-[3px] hover:border-line-strong has-focus-visible:border-accent-text has-focus-visible:outline-1 has-focus-visible:outline-accent-text">
        <span className="shrink-0 text-13 text-ink-3">Occasion</span>
        <input
          value={occasion}
          maxLength={200}
          onChange={(event) => setOccasion(event.target.value)}
          placeholder="none; try “a first night trek”"
          className="min-w-0 flex-1 bg-transparent font-serif text-16 outline-none"
        />
      </label>
      {runs && !writing && <ExportMenu />}
      {writing ? (
        <Button onClick={stopComparison} className="w-[168px]">
          <Square className="size-3 fill-current" aria-hidden />
          Stop
        </Button>
      ) : (
        <Button kind="primary" disabled={nobody} onClick={() => runComparison(desk)} className="w-[168px]">
          <Columns3 className="size-3.5" aria-hidden />
          Compare
          <Keys keys="mod+enter" />
        </Button>
      )}
    </div>
  )
}

function PersonaSelect() {
  const engine = useEngine()
  const catalogue = useBrief((state) => state.catalogue)
  const audience = useBrief((state) => state.audience)
  const setAudience = useBrief((state) => state.setAudience)
  const personas = useQuery(engine.personas.queryOptions())
  const other = useQuery({
    ...engine.audience.queryOptions(audience?.kind === 'shopper' ? { catalogue, audience } : skipToken),
  })
  const list = (personas.data ?? []).map(({ id, name }) => ({ value: `persona:${id}`, label: name }))
  const extra =
    audience?.kind === 'profile'
      ? [{ value: 'other', label: `${audience.profile.name}, edited` }]
      : audience?.kind === 'shopper'
        ? [{ value: 'other', label: other.data?.name ?? audience.id }]
        : []
  return (
    <Select
      label="Written for"
      value={audience?.kind === 'persona' ? `persona:${audience.id}` : 'other'}
      choices={[...extra, ...list]}
      onChange={(value) =>
        value !== 'other' && setAudience({ kind: 'persona', id: value.slice('persona:'.length) })
      }
    />
  )
}

/** Whom the columns are written for, by name. */
function usePersonName(): string {
  const engine = useEngine()
  const catalogue = useBrief((state) => state.catalogue)
  const audience = useBrief((state) => state.audience)
  const known = useQuery(engine.audience.queryOptions(audience ? { catalogue, audience } : skipToken))
  return known.data?.name ?? audience?.kind ?? ''
}

function ExportMenu() {
  const comparisonId = useColumns((state) => state.comparisonId)
  const runs = useComparison(comparisonId) ?? []
  const desk = useDesk()
  const person = usePersonName()
  const [, go] = useLocation()
  const copy = () =>
    navigator.clipboard.writeText(comparisonJson(runs)).then(
      () => toast('Copied the comparison as JSON'),
      () =>
        toast.error('Nothing was copied', {
          description: 'The system refused access to the clipboard; save a file instead.',
        }),
    )
  return (
    <Menu align="end" trigger={<Button>Export</Button>}>
      <MenuItem onSelect={() => void copy()}>Copy as JSON</MenuItem>
      <MenuItem onSelect={() => saveFile(comparisonJson(runs), 'comparison.json', 'application/json')}>
        Save as a file
      </MenuItem>
      <MenuItem
        note="Texts, products and figures, on the Runs page"
        disabled={!runs.some(({ narrative }) => narrative)}
        onSelect={() => void keepAsRun(desk, runs, { person, onShow: () => go('/runs') })}
      >
        Keep as a run
      </MenuItem>
    </Menu>
  )
}

function Grid() {
  const columns = useColumns((state) => state.columns)
  const written = useColumns((state) => state.written)
  const comparisonId = useColumns((state) => state.comparisonId)
  const runs = useComparison(comparisonId)
  const against = useColumns((state) => state.against)
  const base = runs?.[written.indexOf(against ?? '')]?.narrative?.text
  const [width, setWidth] = useState(0)
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const words = Math.max(...columns.map(({ variant }) => CHANNEL_WORDS[variant.channel ?? 'page'].max))
  const textPx = textHeight(words, width / columns.length)
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="flex min-h-full" style={{ minWidth: columns.length * COLUMN_PX + 44 }}>
        <div
          ref={ref}
          className="grid min-w-0 flex-1"
          style={{
            gridTemplateColumns: `repeat(${columns.length}, minmax(${COLUMN_PX}px, 1fr))`,
            gridTemplateRows: `auto minmax(${textPx}px, auto) auto auto auto 1fr`,
          }}
        >
          {columns.map((column) => (
            <ColumnView
              key={column.id}
              column={column}
              run={runs?.[written.indexOf(column.id)]}
              base={column.id === against ? undefined : base}
            />
          ))}
        </div>
        <AddColumn />
      </div>
    </div>
  )
}
