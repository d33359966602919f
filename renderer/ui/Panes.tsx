import type { ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'

/** One of the panes side by side; sizes in pixels. */
export interface Pane {
  readonly id: string
  readonly size?: number
  readonly min: number
  readonly max?: number
  readonly label: string
  readonly content: ReactNode
}

/** Panes that can be resized by dragging or with the arrow keys; the layout is remembered under `id`. */
export function Panes({ id, panes }: { readonly id: string; readonly panes: readonly Pane[] }) {
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
                aria-label={`Resize ${pane.label}`}
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
