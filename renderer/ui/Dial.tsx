import { Slider } from '@base-ui/react/slider'
import { useId } from 'react'
import { Tip } from './Tip'
import { classes } from './classes'

interface DialProps {
  readonly label: string
  /** What it does, shown on focus and hover. */
  readonly meaning: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly onChange: (value: number) => void
  /** The value that a double click goes back to; a notch on the track shows where it is, and the track is longer. */
  readonly home?: number
  /** What Page Up, Page Down and Shift with an arrow move by; ten steps when left out. */
  readonly largeStep?: number
  /** Words for the value, such as "greedy" for 0. */
  readonly say?: (value: number) => string
}

/** A number on a slider, with its value. */
export function Dial({ label, meaning, value, min, max, step, onChange, home, largeStep, say }: DialProps) {
  const id = useId()
  const digits = String(step).split('.')[1]?.length ?? 0
  return (
    <Slider.Root
      value={value}
      min={min}
      max={max}
      step={step}
      largeStep={largeStep ?? step * 10}
      aria-labelledby={id}
      onValueChange={(next) => onChange(next)}
      className={classes(
        'grid min-w-0 flex-1 items-center gap-2',
        home === undefined ? 'grid-cols-[112px_1fr_44px]' : 'grid-cols-[76px_1fr_36px]',
      )}
    >
      <Tip text={meaning} side="left">
        <span id={id} tabIndex={0} className="truncate rounded-[3px] text-12 text-ink-2">
          {label}
        </span>
      </Tip>
      <Slider.Control
        className="flex h-6 items-center"
        {...(home === undefined ? {} : { onDoubleClick: () => onChange(home) })}
      >
        <Slider.Track className="h-1 w-full rounded-full bg-line-strong">
          {home !== undefined && (
            <span
              aria-hidden
              className="absolute -top-1 h-3 w-px bg-control"
              style={{ left: `${(100 * (home - min)) / (max - min)}%` }}
            />
          )}
          <Slider.Indicator className="rounded-full bg-control" />
          <Slider.Thumb
            aria-label={label}
            className="size-3.5 rounded-full border border-control bg-surface outline-offset-2 has-focus-visible:outline-2 has-focus-visible:outline-accent-text"
          />
        </Slider.Track>
      </Slider.Control>
      <span className="text-right text-12 tabular">{say ? say(value) : value.toFixed(digits)}</span>
    </Slider.Root>
  )
}
