import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ErrorData } from '../../shared/contract/errors'
import { Button } from './Button'
import { classes } from './classes'

interface TroubleProps {
  readonly error: Pick<ErrorData, 'message' | 'hint'>
  readonly onRetry?: () => void
  readonly className?: string
}

/** What went wrong and what to do, in the place where the thing would have been. */
export function Trouble({ error, onRetry, className }: TroubleProps) {
  return (
    <div role="alert" className={classes('flex gap-2.5 rounded-md bg-bad-soft p-3 text-13', className)}>
      <CircleAlert className="mt-px size-4 shrink-0 text-bad" aria-hidden />
      <div className="min-w-0">
        <p className="font-medium break-words text-ink">{error.message}</p>
        <p className="mt-0.5 text-ink-2">{error.hint}</p>
        {onRetry && (
          <Button small className="mt-2" onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </div>
  )
}

interface EmptyProps {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** Nothing here yet, and the one thing to do about it. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center px-6 py-12 text-center">
      <h2 className="font-serif text-20 text-ink">{title}</h2>
      <div className="mt-2 text-13 text-ink-2">{children}</div>
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}

/** A grey stand-in for text that is on its way. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden className={classes('animate-pulse rounded-[4px] bg-hover', className)} />
}

/** Several lines of it. */
export function SkeletonLines({ lines, className }: { readonly lines: number; readonly className?: string }) {
  return (
    <div role="status" aria-label="Loading" className={classes('space-y-2.5', className)}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} className={classes('h-3.5', index === lines - 1 ? 'w-2/3' : 'w-full')} />
      ))}
    </div>
  )
}
