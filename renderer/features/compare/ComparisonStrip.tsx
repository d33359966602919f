import { Switch } from '@base-ui/react/switch'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Dices } from 'lucide-react'
import { useEngine } from '../../api/client'
import { useComparison } from '../../api/streams'
import { randomSeed, useBrief } from '../../state/brief'
import { Button, IconButton } from '../../ui/Button'
import { Input } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { plural } from '../../ui/format'
import { SEED_MAX, changeSeed, columnLabel, takeColumnsBack, useColumns } from './columns'

const off = 'off'

/** What holds for every column: where the comparison came from, its seed, and whether differences are marked. */
export function ComparisonStrip() {
  const title = useColumns((state) => state.title)
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-5 gap-y-1 border-b border-line px-4 py-1.5 text-12 text-ink-2">
      {title !== undefined && (
        <div className="flex min-w-0 items-center gap-1">
          <span className="truncate font-medium text-ink">{title}</span>
          <Button kind="quiet" small onClick={takeColumnsBack}>
            Back to your columns
          </Button>
        </div>
      )}
      <Fixed />
      <Seeds />
      <Against />
    </div>
  )
}

/** Says that every column writes about the same products, fixed by hand, and has each pick its own again. */
function Fixed() {
  const engine = useEngine()
  const catalogue = useBrief((state) => state.catalogue)
  const fixed = useBrief((state) => state.productIds)
  const fix = useBrief((state) => state.fixProducts)
  const [id] = fixed ?? []
  const first = useQuery(engine.product.queryOptions(id === undefined ? skipToken : { catalogue, id }))
  if (!fixed || id === undefined) return null
  const more = fixed.length > 1 ? ` and ${plural(fixed.length - 1, 'more product')}` : ''
  return (
    <div className="flex min-w-0 items-center gap-1">
      <span className="truncate">
        Every column writes about {first.data?.title ?? id}
        {more}, whatever it would pick
      </span>
      <Button kind="quiet" small onClick={() => fix(catalogue, [])}>
        Pick again
      </Button>
    </div>
  )
}

function Seeds() {
  const seed = useColumns((state) => state.seed)
  const sameSeed = useColumns((state) => state.sameSeed)
  return (
    <div className="flex items-center gap-2">
      <label className="flex items-center gap-1.5">
        <span>Seed</span>
        <div className="w-20">
          <Input
            key={seed}
            aria-label="Seed of the comparison"
            inputMode="numeric"
            defaultValue={seed}
            className="h-7 tabular"
            onBlur={(event) => {
              const next = Number(event.target.value)
              if (event.target.value.trim() !== '' && Number.isInteger(next) && next >= 0 && next <= SEED_MAX)
                changeSeed(next)
              else event.target.value = String(seed)
            }}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        </div>
      </label>
      <IconButton label="Another seed" onClick={() => changeSeed(randomSeed())}>
        <Dices className="size-4" aria-hidden />
      </IconButton>
      <label className="flex items-center gap-2">
        <Switch.Root
          checked={sameSeed}
          onCheckedChange={(next) => useColumns.setState({ sameSeed: next })}
          className="inline-flex h-4 w-7 rounded-full bg-line-strong p-0.5 transition-colors duration-100 data-checked:bg-accent"
        >
          <Switch.Thumb className="size-3 rounded-full bg-surface transition-transform duration-100 data-checked:translate-x-3" />
        </Switch.Root>
        Same seed for all
      </label>
    </div>
  )
}

/** Marks the words in which the other columns differ from one. */
function Against() {
  const columns = useColumns((state) => state.columns)
  const against = useColumns((state) => state.against)
  const comparisonId = useColumns((state) => state.comparisonId)
  const runs = useComparison(comparisonId) ?? []
  const ready = runs.filter((run) => run.narrative).length > 1
  if (!ready || columns.length < 2) return null
  const known = columns.some(({ id }) => id === against) ? against : undefined
  return (
    <div className="ml-auto flex items-center gap-2">
      <span aria-hidden>Differences</span>
      <div className="w-56">
        <Select
          label="Differences"
          value={known ?? off}
          choices={[
            { value: off, label: 'not marked' },
            ...columns.map(({ id, variant }) => ({ value: id, label: `from “${columnLabel(variant)}”` })),
          ]}
          onChange={(next) => useColumns.setState({ against: next === off ? undefined : next })}
        />
      </div>
    </div>
  )
}
