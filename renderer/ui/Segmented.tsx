import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { classes } from './classes'

interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  /** 28 px instead of 32. */
  readonly small?: boolean
}

/** One of a few that are all in view; arrow keys move. */
export function Segmented<Value extends string>({
  label,
  value,
  choices,
  onChange,
  small = false,
}: SegmentedProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next: Value) => onChange(next)}
      className={classes(
        'flex rounded-md border border-line-strong bg-surface p-0.5',
        small ? 'h-7 text-12' : 'h-8 text-13',
      )}
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="relative flex min-w-0 flex-auto items-center justify-center rounded-[4px] px-2 whitespace-nowrap text-ink-2 hover:text-ink has-data-checked:bg-hover has-data-checked:font-medium has-data-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent-text"
        >
          <Radio.Root value={choice.value} className="absolute inset-0 outline-none" />
          <span className="relative">{choice.label}</span>
        </label>
      ))}
    </RadioGroup>
  )
}
