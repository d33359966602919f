import { Switch } from '@base-ui/react/switch'

interface ToggleProps {
  /** Says what is on, to screen readers. */
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** On or off, at once. */
export function Toggle({ label, checked, onChange }: ToggleProps) {
  return (
    <Switch.Root
      aria-label={label}
      checked={checked}
      onCheckedChange={(next) => onChange(next)}
      className="mt-0.5 flex h-5 w-8 shrink-0 rounded-full border border-control bg-sunken p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent"
    >
      <Switch.Thumb className="size-3.5 rounded-full bg-control transition-transform data-checked:translate-x-3 data-checked:bg-accent-ink" />
    </Switch.Root>
  )
}
