import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'

interface TipProps {
  readonly text: string
  readonly children: ReactElement<Record<string, unknown>>
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
}

/** A short text on hover and focus of its one child. */
export function Tip({ text, children, side = 'bottom' }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className="z-50">
          <Tooltip.Popup className="max-w-64 rounded-md bg-ink px-2 py-1 text-12 text-paper shadow-float">
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
