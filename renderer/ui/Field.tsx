import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

/** Look of one-line and many-line inputs. */
export const inputLook =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-13 text-ink transition-colors hover:border-control focus-visible:border-accent-text focus-visible:outline-1 focus-visible:outline-offset-0 focus-visible:outline-accent-text'

/** A one-line input, 32 px. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input spellCheck={false} autoComplete="off" className={classes(inputLook, 'h-8', className)} {...rest} />
  )
}

interface FieldProps {
  readonly label: string
  readonly children: ReactNode
  /** A quieter line below. */
  readonly note?: string
}

/** A labelled control. */
export function Field({ label, children, note }: FieldProps) {
  return (
    <div>
      <label className="block">
        <span className="mb-1 block text-12 text-ink-3">{label}</span>
        {children}
      </label>
      {note && <p className="mt-1 text-12 text-ink-3">{note}</p>}
    </div>
  )
}
