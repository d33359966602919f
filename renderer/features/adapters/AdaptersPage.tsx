import { useQuery } from '@tanstack/react-query'
import { Plus, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { AdapterInfo, AdapterOrigin } from '../../../shared/domain/adapter'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import type { Command } from '../../state/commands'
import { usePageCommands } from '../../state/commands'
import { Button } from '../../ui/Button'
import { Empty, SkeletonLines, Trouble } from '../../ui/Notices'
import { Panes } from '../../ui/Panes'
import { classes } from '../../ui/classes'
import { bytes } from '../../ui/format'
import { AdapterDetail } from './AdapterDetail'
import { ImportAdapter } from './ImportAdapter'
import { openImport, useAdapterSession } from './session'

/** Adapters: what is on the shelf on the left, one of them or an import on the right. */
export function AdaptersPage() {
  const engine = useEngine()
  const { refetch } = useQuery(engine.adapters.queryOptions())
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'import-adapter',
        group: 'Adapters',
        label: 'Import an adapter',
        primary: true,
        keys: 'mod+enter',
        run: openImport,
      },
      { id: 'look', group: 'Adapters', label: 'Look for adapters again', run: () => void refetch() },
    ],
    [refetch],
  )
  usePageCommands(commands)
  return (
    <Panes
      id="adapters"
      main="detail"
      panes={[
        { id: 'list', label: 'Adapters', size: 280, min: 220, max: 420, content: <List /> },
        { id: 'detail', label: 'Adapter', min: 420, content: <Detail /> },
      ]}
    />
  )
}

const groups: readonly { readonly origin: AdapterOrigin; readonly label: string }[] = [
  { origin: 'imported', label: 'Imported' },
  { origin: 'shipped', label: 'Ships with Shelftalk' },
]

function List() {
  const engine = useEngine()
  const adapters = useQuery(engine.adapters.queryOptions())
  return (
    <div className="flex h-full flex-col">
      <div className="px-3 py-3">
        <Button kind="primary" className="w-full" onClick={openImport}>
          <Plus className="size-4" aria-hidden />
          Import an adapter
        </Button>
      </div>
      {adapters.isPending && <SkeletonLines lines={5} className="px-4" />}
      {adapters.isError && (
        <Trouble
          error={errorWords(adapters.error)}
          onRetry={() => void adapters.refetch()}
          className="mx-3"
        />
      )}
      <div className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-3">
        {groups.map(({ origin, label }) => {
          const list = (adapters.data ?? []).filter((one) => one.origin === origin)
          if (list.length === 0) return null
          return (
            <section key={origin} aria-label={label}>
              <h2 className="px-2.5 pt-2 pb-1 text-12 text-ink-3">{label}</h2>
              <ul>
                {list.map((adapter) => (
                  <ListItem key={adapter.name} adapter={adapter} />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </div>
  )
}

function ListItem({ adapter }: { readonly adapter: AdapterInfo }) {
  const importing = useAdapterSession((state) => state.importing)
  const here = useShown()?.name === adapter.name && !importing
  const loss = adapter.training?.heldOutLoss
  return (
    <li>
      <button
        type="button"
        aria-pressed={here}
        onClick={() => useAdapterSession.setState({ chosen: adapter.name, importing: false })}
        className={classes(
          'w-full rounded-md px-2.5 py-2 text-left outline-offset-[-2px]',
          here ? 'bg-accent-soft' : 'hover:bg-hover',
        )}
      >
        <span className="flex items-center gap-1.5">
          <span className="min-w-0 truncate text-13 font-medium">{adapter.name}</span>
          {adapter.misfit !== undefined && (
            <TriangleAlert className="size-3.5 shrink-0 text-amber" aria-label="does not fit this model" />
          )}
        </span>
        <span className="block truncate text-12 text-ink-3 tabular">
          rank {adapter.rank}, {bytes(adapter.bytes)}
          {loss && `, loss ${loss.before.toFixed(2)} → ${loss.after.toFixed(2)}`}
        </span>
      </button>
    </li>
  )
}

/** The adapter on show: the chosen one, else the first of the list as it is grouped. */
function useShown(): AdapterInfo | undefined {
  const engine = useEngine()
  const adapters = useQuery(engine.adapters.queryOptions()).data
  const chosen = useAdapterSession((state) => state.chosen)
  return adapters?.find(({ name }) => name === chosen) ?? adapters?.[0]
}

function Detail() {
  const engine = useEngine()
  const adapters = useQuery(engine.adapters.queryOptions())
  const importing = useAdapterSession((state) => state.importing)
  const shown = useShown()
  if (importing) return <ImportAdapter />
  if (shown) return <AdapterDetail key={shown.name} adapter={shown} />
  if (adapters.isPending) return <SkeletonLines lines={6} className="p-6" />
  if (adapters.isError) return null
  return (
    <Empty
      title="No adapter yet"
      action={
        <Button kind="primary" onClick={openImport}>
          Import an adapter
        </Button>
      }
    >
      An adapter is a small LoRA, a few megabytes, that gives the model another hand: your house style, a
      season, a market. Any that PEFT saved for this model will do.
    </Empty>
  )
}
