import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { AdapterInfo } from '../../../shared/contract/services'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useBrief } from '../../state/brief'
import type { Command } from '../../state/commands'
import { usePageCommands } from '../../state/commands'
import { Button } from '../../ui/Button'
import { Empty, SkeletonLines, Trouble } from '../../ui/Notices'

/** Adapters: what is installed, what each changes, and a way to try it. */
export function AdaptersPage() {
  const engine = useEngine()
  const adapters = useQuery(engine.adapters.queryOptions())
  const { refetch } = adapters
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'look',
        group: 'Adapters',
        label: 'Look for adapters again',
        primary: true,
        keys: 'mod+enter',
        run: () => void refetch(),
      },
    ],
    [refetch],
  )
  usePageCommands(commands)
  if (adapters.isPending) return <SkeletonLines lines={5} className="max-w-lg p-6" />
  if (adapters.isError)
    return (
      <Trouble error={errorWords(adapters.error)} onRetry={() => void refetch()} className="m-6 max-w-lg" />
    )
  if (adapters.data.length === 0) {
    return (
      <Empty
        title="No adapter yet"
        action={
          <Button kind="primary" onClick={() => void refetch()} disabled={adapters.isFetching}>
            Look again
          </Button>
        }
      >
        <p>
          An adapter is a small LoRA, some megabytes, that gives the model another hand: your house style, a
          season, a market. Put its PEFT folder (
          <code className="font-mono text-12">adapter_config.json</code> and{' '}
          <code className="font-mono text-12">adapter_model.safetensors</code>) into{' '}
          <code className="font-mono text-12">adapters</code> in the home folder, then look again.
        </p>
      </Empty>
    )
  }
  return (
    <ul className="mx-auto max-w-3xl divide-y divide-line px-6 py-4">
      {adapters.data.map((adapter) => (
        <AdapterRow key={adapter.name} adapter={adapter} />
      ))}
    </ul>
  )
}

function AdapterRow({ adapter }: { readonly adapter: AdapterInfo }) {
  const [, go] = useLocation()
  const mix = useBrief((state) => state.variant.adapters)
  const setVariant = useBrief((state) => state.setVariant)
  const inUse = mix.some((one) => one.name === adapter.name)
  const use = () => {
    setVariant({
      adapters: [...mix.filter((one) => one.name !== adapter.name), { name: adapter.name, scale: 1 }],
    })
    go('/')
  }
  return (
    <li className="flex items-start gap-4 py-4">
      <div className="min-w-0 flex-1">
        <h2 className="text-14 font-medium">{adapter.name}</h2>
        <p className="text-13 text-ink-2">{adapter.description}</p>
        <p className="mt-1 text-12 text-ink-3 tabular">
          rank {adapter.rank}, alpha {adapter.alpha}, changes {adapter.targetModules.join(', ')}
        </p>
      </div>
      {inUse ? (
        <Button onClick={() => setVariant({ adapters: mix.filter((one) => one.name !== adapter.name) })}>
          Take out of the mix
        </Button>
      ) : (
        <Button onClick={use}>Use in the Studio</Button>
      )}
    </li>
  )
}
