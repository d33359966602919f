import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import type { AdapterInfo } from '../../shared/domain/adapter'
import { MIX_MAX, SCALE_MAX } from '../../shared/domain/adapter'
import { useEngine } from '../api/client'
import { errorWords } from '../api/errors'
import type { Mix } from '../state/mix'
import { SCALE_STEP, addToMix, scaleInMix, takeFromMix } from '../state/mix'
import { Button, IconButton } from './Button'
import { Dial } from './Dial'
import { Menu, MenuGroup, MenuItem } from './Menu'
import { Trouble } from './Notices'

interface MixDialsProps {
  readonly mix: Mix
  readonly onChange: (mix: Mix) => void
}

/** The adapters of a mix, each with its scale on a slider; others can be added and each taken out. */
export function MixDials({ mix, onChange }: MixDialsProps) {
  const engine = useEngine()
  const adapters = useQuery(engine.adapters.queryOptions())
  const meaning = (name: string) => {
    const said = adapters.data?.find((one) => one.name === name)?.description ?? ''
    return `${said} 1 is as trained, 0 is without. A double click sets it back to 1.`.trim()
  }
  return (
    <div className="space-y-1.5">
      {adapters.isError && (
        <Trouble error={errorWords(adapters.error)} onRetry={() => void adapters.refetch()} />
      )}
      {mix.map(({ name, scale }) => (
        <div key={name} className="flex items-center gap-1">
          <Dial
            label={name}
            meaning={meaning(name)}
            value={scale}
            min={0}
            max={SCALE_MAX}
            step={SCALE_STEP}
            largeStep={5 * SCALE_STEP}
            home={1}
            onChange={(next) => onChange(scaleInMix(mix, name, next))}
          />
          <IconButton
            small
            label={`Take ${name} out of the mix`}
            onClick={() => onChange(takeFromMix(mix, name))}
          >
            <X className="size-3.5" aria-hidden />
          </IconButton>
        </div>
      ))}
      <AddToMix mix={mix} adapters={adapters.data} onChange={onChange} />
    </div>
  )
}

interface AddToMixProps extends MixDialsProps {
  readonly adapters: readonly AdapterInfo[] | undefined
}

function AddToMix({ mix, adapters, onChange }: AddToMixProps) {
  if (adapters?.length === 0)
    return (
      <p className="text-12 text-ink-3">
        No adapter is here; the base model writes alone. Import one on the Adapters page.
      </p>
    )
  const free = (adapters ?? []).filter(({ name }) => !mix.some((one) => one.name === name))
  if (adapters && free.length === 0) return null
  const full = mix.length >= MIX_MAX
  const groups = [
    { label: 'Shipped', list: free.filter(({ origin }) => origin === 'shipped') },
    { label: 'Imported', list: free.filter(({ origin }) => origin === 'imported') },
  ]
  return (
    <Menu
      trigger={
        <Button kind="quiet" small className="-ml-2" disabled={full || !adapters}>
          <Plus className="size-3.5" aria-hidden />
          {full ? `${MIX_MAX} adapters are the most` : mix.length === 0 ? 'Add an adapter' : 'Mix in another'}
        </Button>
      }
    >
      {groups
        .filter(({ list }) => list.length > 0)
        .map(({ label, list }) => (
          <MenuGroup key={label} label={label}>
            {list.map(({ name, description, misfit }) => (
              <MenuItem
                key={name}
                note={misfit === undefined ? description : `Does not fit this model: ${misfit}`}
                disabled={misfit !== undefined}
                onSelect={() => onChange(addToMix(mix, name))}
              >
                {name}
              </MenuItem>
            ))}
          </MenuGroup>
        ))}
    </Menu>
  )
}
