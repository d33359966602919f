import { AudioLines, Pen, Square } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Run } from '../../api/run'
import { useDesk } from '../../api/useDesk'
import { useBrief } from '../../state/brief'
import { Button } from '../../ui/Button'
import { Keys } from '../../ui/Keys'
import { NarrativeText } from '../../ui/NarrativeText'
import { Trouble } from '../../ui/Notices'
import { Tip } from '../../ui/Tip'
import { StatLine } from './StatLine'
import { Storyboard } from './Storyboard'
import { stopWriting, writeAll } from './actions'
import { useSession } from './session'
import { useShownRun } from './usePlan'
import { writeVoices } from './voices'

const occasions = [
  'a wet week of cycling to work',
  'Sunday breakfast for six',
  'a first night trek',
  'a quiet birthday at home',
] as const

/** The occasion line, the narrative and its storyboard. */
export function WritingPane() {
  const { run, stale } = useShownRun()
  return (
    <div className="flex h-full flex-col">
      <OccasionLine writing={run?.phase === 'writing'} />
      <div className="min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable]">
        <div className="@container mx-auto max-w-[684px] px-6 pt-8 pb-12">
          {run ? <Written run={run} stale={stale} /> : <Blank />}
        </div>
      </div>
    </div>
  )
}

function OccasionLine({ writing }: { readonly writing: boolean }) {
  const desk = useDesk()
  const occasion = useBrief((state) => state.occasion)
  const setOccasion = useBrief((state) => state.setOccasion)
  const nobody = useBrief((state) => state.audience === undefined)
  return (
    <div className="@container flex h-14 shrink-0 items-center gap-3 border-b border-line px-4">
      <label className="flex min-w-0 flex-1 items-baseline gap-2 rounded-md border border-transparent px-2 py-[3px] hover:border-line-strong has-focus-visible:border-accent-text has-focus-visible:outline-1 has-focus-visible:outline-accent-text">
        <span className="shrink-0 text-13 text-ink-3">Occasion</span>
        <input
          value={occasion}
          maxLength={200}
          onChange={(event) => setOccasion(event.target.value)}
          placeholder="none; try “a first night trek”"
          className="min-w-0 flex-1 bg-transparent font-serif text-16 outline-none"
        />
      </label>
      {writing ? (
        <Button onClick={stopWriting} className="w-[144px] @max-[559px]:w-24">
          <Square className="size-3 fill-current" aria-hidden />
          Stop
        </Button>
      ) : (
        <>
          <Tip text="The same person, products and seed in the five voices, side by side">
            <Button disabled={nobody} onClick={() => void writeVoices(desk)}>
              <AudioLines className="size-3.5" aria-hidden />
              <span className="@max-[559px]:sr-only">All voices</span>
            </Button>
          </Tip>
          <Button
            kind="primary"
            disabled={nobody}
            onClick={() => void writeAll(desk)}
            className="w-[144px] @max-[559px]:w-24"
          >
            <Pen className="size-3.5" aria-hidden />
            Write
            <Keys keys="mod+enter" className="@max-[559px]:hidden" />
          </Button>
        </>
      )}
    </div>
  )
}

function Blank() {
  const setOccasion = useBrief((state) => state.setOccasion)
  return (
    <div className="pt-6">
      <p className="font-serif text-28 text-ink">Who is it for, and what is the moment?</p>
      <p className="mt-3 max-w-[52ch] text-14 text-ink-2">
        Pick somebody on the left and name an occasion, then write. Every fact in the text will be underlined
        and lead back to the catalogue row it came from.
      </p>
      <ul className="mt-6 flex flex-wrap gap-2" aria-label="Occasions to try">
        {occasions.map((occasion) => (
          <li key={occasion}>
            <Button onClick={() => setOccasion(occasion)} className="font-serif text-14">
              {occasion}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The tallest the text has been since it was planned; the storyboard below never moves up while one reads. */
function useHeldHeight(run: Run) {
  const ref = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0
      setHeld((before) => (run.phase === 'done' ? height : Math.max(before, height)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [run.phase])
  return { ref, held }
}

function Written({ run, stale }: { readonly run: Run; readonly stale: boolean }) {
  const selected = useSession((state) => state.selected)
  const { ref, held } = useHeldHeight(run)
  return (
    <>
      <div style={{ minHeight: run.phase === 'done' ? 124 : Math.max(held, 248) }}>
        <div ref={ref} aria-live="polite" aria-busy={run.phase === 'writing'}>
          <NarrativeText
            run={run}
            className="font-serif text-20 @max-[520px]:text-[18px] @max-[520px]:leading-7"
            onSelect={(id) => useSession.setState({ selected: id })}
            {...(selected === undefined ? {} : { selected })}
          />
        </div>
      </div>
      {run.error && <Trouble error={run.error} className="mt-4" />}
      <StatLine run={run} stale={stale} />
      <Storyboard run={run} />
    </>
  )
}
