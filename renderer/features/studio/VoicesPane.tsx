import { ArrowLeft, Layers, Pen, Square } from 'lucide-react'
import { voiceLabel } from '../../../shared/domain/voices'
import type { Run } from '../../api/run'
import { useComparison } from '../../api/streams'
import { useDesk } from '../../api/useDesk'
import { useBrief } from '../../state/brief'
import { Button, IconButton } from '../../ui/Button'
import { ChecksLine } from '../../ui/ChecksLine'
import { Keys } from '../../ui/Keys'
import { NarrativeText } from '../../ui/NarrativeText'
import { Trouble } from '../../ui/Notices'
import { Tip } from '../../ui/Tip'
import { duration, plural } from '../../ui/format'
import type { VoiceColumn } from './voices'
import { keepVoice, leaveVoices, useVoices, voicesKey, writeVoices } from './voices'

/** Columns are at least this wide, pixels: five fit into the smallest window, set smaller. A zoomed window scrolls sideways. */
const COLUMN_PX = 184

/** The five voices side by side: same person, same products, same seed. */
export function VoicesPane() {
  const columns = useVoices((state) => state.columns)
  const runs = useComparison(useVoices((state) => state.comparisonId))
  return (
    <div className="flex h-full flex-col">
      <Bar runs={runs ?? []} />
      <div className="min-h-0 flex-1 overflow-auto">
        <div
          className="grid min-h-full"
          style={{
            gridTemplateColumns: `repeat(${columns.length}, minmax(${COLUMN_PX}px, 1fr))`,
            gridTemplateRows: 'auto minmax(540px, auto) 1fr',
          }}
        >
          {columns.map((column, index) => (
            <Column key={column.voice} column={column} run={runs?.[index]} />
          ))}
        </div>
      </div>
    </div>
  )
}

function Bar({ runs }: { readonly runs: readonly Run[] }) {
  const desk = useDesk()
  const stop = useVoices((state) => state.stop)
  const stale = useBrief(voicesKey) !== useVoices((state) => state.writtenFor)
  const writing = runs.some((run) => run.phase === 'writing')
  const products = runs.find((run) => run.picks.length > 0)?.picks ?? []
  return (
    <div className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-4">
      <IconButton label="Back to one narrative" onClick={leaveVoices}>
        <ArrowLeft className="size-4" aria-hidden />
      </IconButton>
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-serif text-16">In five voices</h2>
        <p className="truncate text-12 text-ink-3">
          {stale && !writing
            ? 'The brief has changed since; write them again to see it.'
            : `Same person, seed and ${products.length === 1 ? 'product' : 'products'}${products.length > 0 ? `: ${products.map(({ title }) => title).join(', ')}` : ''}`}
        </p>
      </div>
      {writing ? (
        <Button onClick={stop} className="w-[144px]">
          <Square className="size-3 fill-current" aria-hidden />
          Stop
        </Button>
      ) : (
        <Button kind="primary" onClick={() => void writeVoices(desk)} className="w-[144px]">
          <Pen className="size-3.5" aria-hidden />
          Write
          <Keys keys="mod+enter" />
        </Button>
      )}
    </div>
  )
}

interface ColumnProps {
  readonly column: VoiceColumn
  readonly run: Run | undefined
}

function Column({ column, run }: ColumnProps) {
  const desk = useDesk()
  const label = voiceLabel(column.voice)
  return (
    <article aria-label={label} className="row-span-3 grid grid-rows-subgrid border-line not-last:border-r">
      <header className="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-paper py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h3 className="truncate text-13 font-medium">{label}</h3>
          <How column={column} />
        </div>
        <Button
          kind="quiet"
          small
          aria-label={`Keep the ${label.toLowerCase()} one`}
          disabled={run?.phase !== 'done'}
          onClick={() => run && keepVoice(desk, column, run)}
        >
          Keep
        </Button>
      </header>
      <div className="@container px-4 pt-3 pb-6" aria-busy={run?.phase === 'writing'}>
        {run && <NarrativeText run={run} className="font-serif text-16 @max-[179px]:text-14" />}
        {run?.phase === 'writing' && Object.keys(run.sentences).length === 0 && (
          <p className="text-12 text-ink-3">To be written…</p>
        )}
        {run?.error && <Trouble error={run.error} className="mt-3" />}
        {run?.phase === 'stopped' && <p className="mt-3 text-12 text-ink-3">Stopped.</p>}
      </div>
      <footer className="min-h-16 border-t border-line px-4 py-2.5">{run && <Figures run={run} />}</footer>
    </article>
  )
}

function How({ column }: { readonly column: VoiceColumn }) {
  if (column.by === 'token')
    return (
      <Tip text="No adapter of this name is here: the voice is set as a template would set it">
        <p tabIndex={0} className="truncate rounded-[3px] text-12 text-ink-3">
          voice of the template
        </p>
      </Tip>
    )
  return (
    <p className="flex items-center gap-1 text-12 text-ink-3 tabular">
      <Layers className="size-3" aria-hidden />
      <span className="truncate">
        {column.variant.adapters.map(({ name, scale }) => `${name} × ${scale}`).join(' + ')}
      </span>
    </p>
  )
}

function Figures({ run }: { readonly run: Run }) {
  if (!run.narrative) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-2">
      <ChecksLine narrative={run.narrative} />
      <span className="tabular">{plural(run.narrative.words, 'word')}</span>
      <span className="tabular">{duration(run.narrative.timing.totalMs)}</span>
    </div>
  )
}
