import { Button as Base } from '@base-ui/react/button'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { Tip } from './Tip'

/** Primary: the page's one action. Plain: everything else. Quiet: no border until hovered. */
export type ButtonKind = 'primary' | 'plain' | 'quiet'

interface ButtonProps extends Omit<ComponentProps<typeof Base>, 'className'> {
  readonly kind?: ButtonKind
  readonly className?: string
  /** 28 px instead of 32, in smaller type. */
  readonly small?: boolean
}

const kinds: Readonly<Record<ButtonKind, string>> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover font-medium',
  plain: 'border border-line-strong bg-surface text-ink hover:bg-hover',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink',
}

/** A button, 32 px high. */
export function Button({ kind = 'plain', className, small = false, ...rest }: ButtonProps) {
  return (
    <Base
      className={classes(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md whitespace-nowrap transition-colors duration-100 select-none data-disabled:opacity-50 [&_svg]:shrink-0',
        small ? 'h-7 px-2 text-12' : 'h-8 px-3 text-13',
        kinds[kind],
        className,
      )}
      {...rest}
    />
  )
}

interface IconButtonProps extends Omit<ComponentProps<typeof Base>, 'className' | 'children'> {
  /** Says what it does, to screen readers and in the tip. */
  readonly label: string
  readonly children: ReactNode
  readonly className?: string
  /** 24 px instead of 28. */
  readonly small?: boolean
}

/** A square button that shows only an icon, 28 px. */
export function IconButton({ label, children, className, small = false, ...rest }: IconButtonProps) {
  return (
    <Tip text={label}>
      <Base
        aria-label={label}
        className={classes(
          'inline-flex shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors duration-100 hover:bg-hover hover:text-ink data-disabled:opacity-40',
          small ? 'size-6' : 'size-7',
          className,
        )}
        {...rest}
      >
        {children}
      </Base>
    </Tip>
  )
}
