import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'

interface MenuProps {
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
}

/** A list of actions under a button. */
export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-40" sideOffset={4} align={align} collisionPadding={8}>
          <Base.Popup className="max-h-[min(420px,var(--available-height))] min-w-48 overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-float outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface MenuItemProps {
  readonly children: ReactNode
  readonly note?: string
  readonly mark?: ReactNode
  readonly disabled?: boolean
  readonly onSelect: () => void
}

/** One action. */
export function MenuItem({ children, note, mark, disabled = false, onSelect }: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className="flex items-center gap-2 rounded-[4px] px-2 py-1.5 text-13 outline-none data-disabled:opacity-50 data-highlighted:bg-hover"
    >
      {mark}
      <span className="min-w-0">
        <span className="block">{children}</span>
        {note && <span className="block max-w-72 text-12 text-ink-3">{note}</span>}
      </span>
    </Base.Item>
  )
}

/** Actions under a heading. */
export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group className="border-line not-first:mt-1 not-first:border-t not-first:pt-1">
      <Base.GroupLabel className="px-2 py-1 text-12 text-ink-3">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}
