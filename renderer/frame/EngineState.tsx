import type { EngineStatus } from '../../shared/contract/events'
import { useEngineStatus } from '../api/useEngineStatus'
import { Tip } from '../ui/Tip'
import { plural } from '../ui/format'

type Tone = 'good' | 'amber' | 'bad' | 'quiet'

interface Words {
  readonly tone: Tone
  readonly text: string
  readonly more: string
}

function words(status: EngineStatus): Words {
  switch (status.state) {
    case 'starting':
      return { tone: 'quiet', text: 'Starting', more: 'The engine process is starting' }
    case 'warming':
      return { tone: 'amber', text: `Warming: ${status.what}`, more: 'You can set everything up meanwhile' }
    case 'ready':
      return { tone: 'good', text: 'Ready', more: 'The engine waits for work; nothing leaves this machine' }
    case 'busy':
      return {
        tone: 'amber',
        text: `Busy: ${status.what}`,
        more: 'One narrative is written at a time; the next one waits',
      }
    case 'restarted':
      return {
        tone: 'amber',
        text: 'Restarted',
        more: `${status.reason} Restarted ${plural(status.restarts, 'time')}; what was saved is safe.`,
      }
    case 'down':
      return {
        tone: 'bad',
        text: 'Engine not reachable',
        more: `${status.reason} Restart Shelftalk to try again.`,
      }
  }
}

const dots: Readonly<Record<Tone, string>> = {
  good: 'bg-good',
  amber: 'bg-amber-line',
  bad: 'bg-bad',
  quiet: 'bg-control',
}

/** A dot and a word for how the engine is. */
export function EngineState() {
  const { tone, text, more } = words(useEngineStatus())
  return (
    <Tip text={more}>
      <span
        role="status"
        tabIndex={0}
        className="flex h-7 max-w-56 items-center gap-2 rounded-md px-2 text-12 text-ink-2"
      >
        <span aria-hidden className={`size-2 shrink-0 rounded-full ${dots[tone]}`} />
        <span className="truncate">{text}</span>
      </span>
    </Tip>
  )
}
