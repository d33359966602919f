import type { ReactNode } from 'react'
import { Field, Input } from '../../ui/Field'
import { count } from '../../ui/format'
import { RANGES, wholeOf } from './requests'

interface WholeProps {
  readonly label: string
  readonly kind: keyof typeof RANGES
  readonly value: string
  readonly onChange: (value: string) => void
  /** Said below while the number is one. */
  readonly note?: string
}

/** A whole number; while it is none, what it must be stands below. */
export function Whole({ label, kind, value, onChange, note }: WholeProps) {
  const [min, max] = RANGES[kind]
  const wrong = wholeOf(value, kind) === undefined
  const said = wrong ? `A whole number from ${count(min)} to ${count(max)}` : note
  return (
    <Field label={label} {...(said === undefined ? {} : { note: said })}>
      <Input
        type="number"
        inputMode="numeric"
        aria-invalid={wrong}
        min={min}
        max={max}
        step={1}
        value={value}
        className="tabular aria-invalid:border-bad"
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

/** A control that brings its own name, under a quiet word for the eye. */
export function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <div aria-hidden className="mb-1 text-12 text-ink-3">
        {label}
      </div>
      {children}
    </div>
  )
}
