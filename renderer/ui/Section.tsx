import { Collapsible } from '@base-ui/react/collapsible'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSettings } from '../state/settings'

interface SectionProps {
  readonly title: string
  /** What it holds, shown beside the title while it is folded. */
  readonly summary?: string
  readonly startOpen?: boolean
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of an inspector that folds; whether it is open is remembered. */
export function Section({ title, summary, startOpen = false, actions, children }: SectionProps) {
  const open = useSettings((state) => state.open[title] ?? startOpen)
  const setOpen = useSettings((state) => state.setOpen)
  return (
    <Collapsible.Root
      open={open}
      onOpenChange={(next) => setOpen(title, next)}
      className="border-b border-line last:border-b-0"
    >
      <h2 className="flex items-center">
        <Collapsible.Trigger className="group flex h-9 min-w-0 flex-1 items-center gap-1.5 px-3 text-left text-12 font-medium text-ink">
          <ChevronRight
            aria-hidden
            className="size-3.5 shrink-0 text-ink-3 transition-transform duration-100 group-data-panel-open:rotate-90"
          />
          <span className="shrink-0">{title}</span>
          {!open && summary && (
            <span className="ml-auto min-w-0 truncate pl-2 font-normal text-ink-3 tabular">{summary}</span>
          )}
        </Collapsible.Trigger>
        {open && actions}
      </h2>
      <Collapsible.Panel className="px-3 pt-0.5 pb-3">{children}</Collapsible.Panel>
    </Collapsible.Root>
  )
}
