import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'

/** One choice. */
export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  /** A second, quieter line. */
  readonly note?: string
  readonly mark?: ReactNode
}

interface SelectProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly Choice<Value>[]
  readonly onChange: (value: Value) => void
  readonly className?: string
}

/** One of a few, in a list that opens over the page. */
export function Select<Value extends string>({
  label,
  value,
  choices,
  onChange,
  className,
}: SelectProps<Value>) {
  const chosen = choices.find((choice) => choice.value === value)
  return (
    <Base.Root value={value} onValueChange={(next) => next !== null && onChange(next)}>
      <Base.Trigger
        aria-label={label}
        className={classes(
          'flex h-8 w-full min-w-0 items-center gap-2 rounded-md border border-line-strong bg-surface px-2.5 text-13 transition-colors hover:bg-hover',
          className,
        )}
      >
        {chosen?.mark}
        <span className="min-w-0 flex-1 truncate text-left">{chosen?.label ?? value}</span>
        <ChevronsUpDown className="size-3.5 shrink-0 text-ink-3" aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-40" sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className="max-h-80 min-w-(--anchor-width) overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-float outline-none">
            {choices.map((choice) => (
              <Base.Item
                key={choice.value}
                value={choice.value}
                className="flex items-center gap-2 rounded-[4px] py-1.5 pr-2 pl-1.5 text-13 outline-none data-highlighted:bg-hover"
              >
                <span className="flex w-4 justify-center">
                  <Base.ItemIndicator>
                    <Check className="size-3.5" aria-hidden />
                  </Base.ItemIndicator>
                </span>
                {choice.mark}
                <span className="min-w-0">
                  <Base.ItemText>{choice.label}</Base.ItemText>
                  {choice.note && <span className="block text-12 text-ink-3">{choice.note}</span>}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
