import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './Button'

interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly children: ReactNode
  readonly width?: number
}

/** A small window over the page. */
export function Dialog({ open, onOpenChange, title, children, width = 480 }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-[#14110e]/40" />
        <Base.Popup
          style={{ width }}
          className="fixed top-[12vh] left-1/2 z-30 flex max-h-[76vh] max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col rounded-md border border-line bg-surface shadow-float outline-none"
        >
          <div className="flex items-center border-b border-line py-2 pr-2 pl-4">
            <Base.Title className="flex-1 text-14 font-medium">{title}</Base.Title>
            <Base.Close
              render={
                <IconButton label="Close">
                  <X className="size-4" aria-hidden />
                </IconButton>
              }
            />
          </div>
          <div className="min-h-0 overflow-y-auto p-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
