import { X } from 'lucide-react'
import { Button } from '../../ui/Button'
import { chipsOf } from './filters'
import type { Search } from './session'
import { NO_SEARCH, setSearch } from './session'

interface FilterChipsProps {
  readonly catalogue: string
  readonly search: Search
  readonly currency: string
}

/** What the list is narrowed down by, each taken away by a click. */
export function FilterChips({ catalogue, search, currency }: FilterChipsProps) {
  const chips = chipsOf(search, currency)
  if (chips.length === 0) return null
  return (
    <ul aria-label="Narrowed down by" className="flex flex-wrap items-center gap-1 px-4 pb-2">
      {chips.map(({ label, without }) => (
        <li key={label}>
          <button
            type="button"
            aria-label={`Not only ${label}`}
            onClick={() => setSearch(catalogue, without)}
            className="inline-flex h-6 max-w-52 items-center gap-1 rounded-[4px] bg-hover pr-1 pl-1.5 text-12 hover:text-ink"
          >
            <span className="truncate">{label}</span>
            <X className="size-3 shrink-0 text-ink-3" aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <Button
          small
          kind="quiet"
          className="h-6"
          onClick={() => setSearch(catalogue, { ...NO_SEARCH, text: search.text })}
        >
          Clear
        </Button>
      </li>
    </ul>
  )
}
