import { Plus, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { HistoryItem } from '../../../shared/domain/persona'
import { Input } from '../../ui/Field'
import { classes } from '../../ui/classes'
import { fieldLabel } from '../../ui/format'

const quietField =
  'rounded-[4px] border border-transparent bg-transparent hover:border-line-strong focus:border-accent-text focus:bg-surface focus:outline-none'

interface InPlaceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly empty?: string
  readonly className?: string
}

/** Text that turns into an input when one points at it; kept on Enter or on leaving, given up on Escape. */
export function InPlace({ label, value, onChange, empty = '', className }: InPlaceProps) {
  const [draft, setDraft] = useState<string>()
  const leave = () => {
    if (draft !== undefined && draft.trim() !== value) onChange(draft.trim())
    setDraft(undefined)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter') event.preventDefault()
    if (event.key === 'Escape') setDraft(undefined)
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
  }
  return (
    <textarea
      aria-label={label}
      rows={1}
      value={draft ?? value}
      placeholder={empty}
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value.replace(/\n/g, ' '))}
      onBlur={leave}
      onKeyDown={onKeyDown}
      className={classes(
        quietField,
        '-mx-1 block w-full resize-none px-1 py-px [field-sizing:content]',
        className,
      )}
    />
  )
}

interface AdderProps {
  readonly label: string
  readonly onAdd: (text: string) => void
}

/** A small plus that turns into an input. */
function Adder({ label, onAdd }: AdderProps) {
  const [draft, setDraft] = useState<string>()
  const add = () => {
    const text = draft?.trim()
    if (text) onAdd(text)
    setDraft(undefined)
  }
  if (draft === undefined) {
    return (
      <button
        type="button"
        aria-label={`Add ${label}`}
        onClick={() => setDraft('')}
        className="inline-flex h-6 items-center gap-1 rounded-md px-1.5 text-12 text-ink-3 hover:bg-hover hover:text-ink"
      >
        <Plus className="size-3" aria-hidden />
        Add
      </button>
    )
  }
  return (
    <input
      autoFocus
      aria-label={`New ${label}`}
      value={draft}
      maxLength={80}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.key === 'Enter') add()
        if (event.key === 'Escape') setDraft(undefined)
      }}
      className="h-6 w-32 rounded-md border border-accent-text bg-surface px-1.5 text-12 outline-none"
    />
  )
}

interface ChipListProps {
  readonly label: string
  readonly items: readonly string[]
  readonly onChange: (items: readonly string[]) => void
  readonly max: number
}

/** Words as chips, each with a cross. */
export function ChipList({ label, items, onChange, max }: ChipListProps) {
  return (
    <ul className="flex flex-wrap gap-1">
      {items.map((item) => (
        <li
          key={item}
          className="inline-flex h-6 max-w-full items-center rounded-md border border-line bg-surface pl-2 text-12"
        >
          <span className="truncate">{item}</span>
          <Cross label={`Remove ${item}`} onClick={() => onChange(items.filter((one) => one !== item))} />
        </li>
      ))}
      {items.length < max && (
        <li>
          <Adder label={label} onAdd={(text) => onChange(items.includes(text) ? items : [...items, text])} />
        </li>
      )}
    </ul>
  )
}

function Cross({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="flex size-6 shrink-0 items-center justify-center rounded-md text-ink-3 hover:text-ink"
    >
      <X className="size-3" aria-hidden />
    </button>
  )
}

interface HistoryProps {
  readonly items: readonly HistoryItem[]
  readonly onChange: (items: readonly HistoryItem[]) => void
}

/** What the person owns, newest first. */
export function History({ items, onChange }: HistoryProps) {
  return (
    <ul>
      {items.length === 0 && <li className="pb-1 text-12 text-ink-3">Nothing bought yet: a new shopper.</li>}
      {items.map((item, index) => (
        <li key={`${item.title}-${index}`} className="group flex h-6 items-center gap-2 text-13">
          <span className="min-w-0 flex-1 truncate">{item.title}</span>
          <span className="text-12 text-ink-3 tabular group-focus-within:hidden group-hover:hidden">
            {item.boughtOn?.slice(0, 7)}
          </span>
          <span className="opacity-0 not-group-hover:w-0 group-focus-within:w-6 group-focus-within:opacity-100 group-hover:opacity-100">
            <Cross
              label={`Remove ${item.title}`}
              onClick={() => onChange(items.filter((_, at) => at !== index))}
            />
          </span>
        </li>
      ))}
      <li className="-ml-1.5">
        <Adder label="thing owned" onAdd={(title) => onChange([{ title }, ...items])} />
      </li>
    </ul>
  )
}

interface SegmentsProps {
  readonly segments: Readonly<Record<string, string>>
  readonly onChange: (segments: Readonly<Record<string, string>>) => void
}

/** Segment attributes as chips; the value can be written over. */
export function Segments({ segments, onChange }: SegmentsProps) {
  const names = Object.keys(segments)
  if (names.length === 0) return <p className="text-12 text-ink-3">None known.</p>
  return (
    <ul className="flex flex-wrap gap-1">
      {names.map((field) => (
        <li
          key={field}
          className="inline-flex h-6 max-w-full items-center gap-1 rounded-md bg-sunken px-2 text-12"
        >
          <span className="text-ink-3">{fieldLabel(field)}</span>
          <input
            aria-label={fieldLabel(field)}
            defaultValue={segments[field]}
            key={segments[field]}
            maxLength={120}
            onBlur={(event) => {
              const value = event.target.value.trim()
              if (value !== segments[field]) onChange({ ...segments, [field]: value })
            }}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            className={classes(quietField, 'min-w-6 px-0.5 [field-sizing:content]')}
          />
        </li>
      ))}
    </ul>
  )
}

interface MoneyProps {
  readonly minor: number | undefined
  readonly currency: string
  readonly onChange: (minor: number | undefined) => void
}

/** An amount in whole units of the currency; empty for none. */
export function Money({ minor, currency, onChange }: MoneyProps) {
  const shown = minor === undefined ? '' : String(minor / 100)
  return (
    <label className="relative block">
      <span className="absolute top-[7px] right-2.5 text-12 text-ink-3">{currency}</span>
      <Input
        key={shown}
        aria-label="Usual budget"
        inputMode="decimal"
        defaultValue={shown}
        placeholder="unknown"
        className="pr-10 tabular"
        onBlur={(event) => {
          const amount = Math.round(Number(event.target.value.replaceAll(',', '')) * 100)
          const next = event.target.value.trim() === '' ? undefined : amount
          if (next === undefined ? minor !== undefined : amount > 0 && amount !== minor) onChange(next)
          else event.target.value = shown
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </label>
  )
}
