import { Copy } from 'lucide-react'
import { toast } from 'sonner'
import { voiceLabel } from '../../../shared/domain/voices'
import type { Narrative } from '../../../shared/domain/narrative'
import type { Run } from '../../api/run'
import { runSentences } from '../../api/run'
import { Button } from '../../ui/Button'
import { ChecksLine } from '../../ui/ChecksLine'
import { Menu, MenuItem } from '../../ui/Menu'
import { MixLine } from '../../ui/MixLine'
import { Tip } from '../../ui/Tip'
import { narrativeHtml, narrativeJson } from '../../ui/copy'
import { duration, plural } from '../../ui/format'

/** The quiet line under the narrative. Keeps its height while the figures are on their way. */
export function StatLine({ run, stale }: { readonly run: Run; readonly stale: boolean }) {
  const { narrative } = run
  return (
    <div className="relative mt-5 flex min-h-8 flex-wrap content-center items-center gap-x-4 gap-y-1 pr-20 text-12 text-ink-3">
      {narrative ? <Figures narrative={narrative} /> : <Progress run={run} />}
      {stale && run.phase !== 'writing' && (
        <span className="text-accent-text">The brief has changed since</span>
      )}
      {narrative && <CopyMenu narrative={narrative} />}
    </div>
  )
}

function Progress({ run }: { readonly run: Run }) {
  if (run.phase === 'stopped')
    return <span>Stopped. What was written so far stays until you write again.</span>
  if (run.phase === 'failed') return <span>Not finished.</span>
  if (run.beats.length === 0) return <span>Picking products…</span>
  const done = runSentences(run).filter(({ sentence }) => sentence.written).length
  return (
    <span className="tabular">
      Writing, {done} of {plural(run.beats.length, 'sentence')}
    </span>
  )
}

function Figures({ narrative }: { readonly narrative: Narrative }) {
  const { timing } = narrative
  const parts = `Picking ${duration(timing.retrieveMs)}, reading the prompt ${duration(timing.prefillMs)}, writing ${duration(timing.decodeMs)}; first word after ${duration(timing.firstTokenMs)}`
  return (
    <>
      <span>{voiceLabel(narrative.voice)}</span>
      <span className="tabular">{plural(narrative.words, 'word')}</span>
      <ChecksLine narrative={narrative} />
      <MixLine mix={narrative.adapters} />
      <Tip text={parts}>
        <span tabIndex={0} className="rounded-[3px] tabular">
          {duration(timing.totalMs)}
        </span>
      </Tip>
      <span className="tabular">seed {narrative.seed}</span>
    </>
  )
}

function CopyMenu({ narrative }: { readonly narrative: Narrative }) {
  const copy = (what: string, text: string) => {
    navigator.clipboard.writeText(text).then(
      () => toast(`Copied ${what}`),
      () =>
        toast.error('Nothing was copied', {
          description: 'The system refused access to the clipboard. Select the text and copy it by hand.',
        }),
    )
  }
  return (
    <span className="absolute top-0.5 -right-2">
      <Menu
        align="end"
        trigger={
          <Button kind="quiet" small>
            <Copy className="size-3.5" aria-hidden />
            Copy
          </Button>
        }
      >
        <MenuItem onSelect={() => copy('the text', narrative.text)}>Text</MenuItem>
        <MenuItem
          note="Text, spans with product and field, checks, timing"
          onSelect={() => copy('the narrative with its sources as JSON', narrativeJson(narrative))}
        >
          With sources, JSON
        </MenuItem>
        <MenuItem
          note="Each fact in an element that names its source"
          onSelect={() => copy('the narrative with its sources as HTML', narrativeHtml(narrative))}
        >
          With sources, HTML
        </MenuItem>
      </Menu>
    </span>
  )
}
