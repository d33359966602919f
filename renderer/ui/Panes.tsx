import type { ReactNode } from 'react'
import { useState, useSyncExternalStore } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { Button } from './Button'

/** One of the panes side by side; sizes in pixels. */
export interface Pane {
  readonly id: string
  readonly size?: number
  readonly min: number
  readonly max?: number
  readonly label: string
  readonly content: ReactNode
}

/** Below this width, in CSS pixels, there is room for one pane at a time; a zoomed window gets there too. */
const ONE_PANE = window.matchMedia('(max-width: 859px)')

function subscribe(onChange: () => void): () => void {
  ONE_PANE.addEventListener('change', onChange)
  return () => ONE_PANE.removeEventListener('change', onChange)
}

interface PanesProps {
  readonly id: string
  readonly panes: readonly Pane[]
  /** Shown first where only one fits. */
  readonly main: string
}

/** Panes side by side, or one at a time under tabs in a narrow window. */
export function Panes(props: PanesProps) {
  const narrow = useSyncExternalStore(subscribe, () => ONE_PANE.matches)
  return narrow ? <OnePane {...props} /> : <SideBySide {...props} />
}

function OnePane({ panes, main }: PanesProps) {
  const [shown, setShown] = useState(main)
  return (
    <div className="flex h-full flex-col">
      <nav aria-label="Parts of the page" className="flex shrink-0 gap-1 border-b border-line px-3 py-1">
        {panes.map(({ id, label }) => (
          <Button
            key={id}
            small
            kind={id === shown ? 'plain' : 'quiet'}
            aria-pressed={id === shown}
            onClick={() => setShown(id)}
          >
            {label}
          </Button>
        ))}
      </nav>
      {panes
        .filter((pane) => pane.id === shown)
        .map(({ id, label, content }) => (
          <section key={id} aria-label={label} className="min-h-0 flex-1 overflow-hidden">
            {content}
          </section>
        ))}
    </div>
  )
}

/** Resized by dragging or with the arrow keys; the layout is remembered under `id`. */
function SideBySide({ id, panes }: PanesProps) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `shelftalk.${id}`,
    storage: window.localStorage,
  })
  return (
    <Group
      id={id}
      orientation="horizontal"
      className="h-full"
      {...(defaultLayout ? { defaultLayout } : {})}
      onLayoutChanged={onLayoutChanged}
    >
      {panes.flatMap((pane, index) => [
        ...(index > 0
          ? [
              <Separator
                key={`${pane.id}-edge`}
                aria-label={`Resize: ${pane.label}`}
                className="relative w-px bg-line outline-none after:absolute after:inset-y-0 after:-left-0.5 after:w-1 after:transition-colors hover:after:bg-line-strong focus-visible:after:bg-accent"
              />,
            ]
          : []),
        <Panel
          key={pane.id}
          id={pane.id}
          minSize={`${pane.min}px`}
          {...(pane.size === undefined
            ? {}
            : { defaultSize: `${pane.size}px`, groupResizeBehavior: 'preserve-pixel-size' as const })}
          {...(pane.max === undefined ? {} : { maxSize: `${pane.max}px` })}
        >
          <section aria-label={pane.label} className="h-full min-w-0 overflow-hidden">
            {pane.content}
          </section>
        </Panel>,
      ])}
    </Group>
  )
}
