import { Copy, Trash2, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { useLocation } from 'wouter'
import type { AdapterInfo, AdapterTraining } from '../../../shared/domain/adapter'
import { useEngine } from '../../api/client'
import { useDesk } from '../../api/useDesk'
import { useBrief } from '../../state/brief'
import { takeFromMix } from '../../state/mix'
import { Button, IconButton } from '../../ui/Button'
import { Prose } from '../../ui/Prose'
import { Tip } from '../../ui/Tip'
import { bytes, count, duration, millions } from '../../ui/format'
import { removeWithUndo, tryInStudio } from './actions'

/** One adapter: what it is, what was measured, and its card. */
export function AdapterDetail({ adapter }: { readonly adapter: AdapterInfo }) {
  return (
    <div className="h-full overflow-y-auto">
      <article aria-label={adapter.name} className="max-w-[760px] px-6 pt-5 pb-10">
        <Head adapter={adapter} />
        {adapter.misfit !== undefined && <Notice>Does not fit the model in use. {adapter.misfit}</Notice>}
        {adapter.notes.map((note) => (
          <Notice key={note}>{note}</Notice>
        ))}
        <Figures adapter={adapter} />
        <Measured adapter={adapter} />
        <section className="mt-8">
          <h3 className="mb-2 text-13 font-medium">Card</h3>
          {adapter.card === '' ? (
            <p className="text-13 text-ink-3">It came without a card (README.md).</p>
          ) : (
            <Prose markdown={adapter.card} />
          )}
        </section>
      </article>
    </div>
  )
}

function Head({ adapter }: { readonly adapter: AdapterInfo }) {
  const { name, origin, description, misfit } = adapter
  const [, go] = useLocation()
  const desk = useDesk()
  const engine = useEngine()
  const mix = useBrief((state) => state.variant.adapters)
  const setVariant = useBrief((state) => state.setVariant)
  const inMix = mix.some((one) => one.name === name)
  const refresh = () => desk.queries.invalidateQueries({ queryKey: engine.adapters.queryKey() })
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-serif text-20">{name}</h2>
        <span className="flex-1 text-13 text-ink-3">
          {origin === 'shipped' ? 'ships with Shelftalk' : 'imported'}
        </span>
        {origin === 'imported' && (
          <Button kind="quiet" onClick={() => void removeWithUndo(desk, name, refresh)}>
            <Trash2 className="size-3.5" aria-hidden />
            Remove
          </Button>
        )}
        {inMix && (
          <Button onClick={() => setVariant({ adapters: takeFromMix(mix, name) })}>
            Take out of the mix
          </Button>
        )}
        <Button
          kind={inMix ? 'plain' : 'primary'}
          disabled={misfit !== undefined}
          onClick={() => tryInStudio(name) && go('/')}
        >
          {inMix ? 'Go to the Studio' : 'Try in Studio'}
        </Button>
      </div>
      {description && !saysAlready(adapter) && (
        <p className="mt-1 max-w-[64ch] text-13 text-pretty text-ink-2">{description}</p>
      )}
    </>
  )
}

/** A description taken from the card is read there. */
function saysAlready({ card, description }: AdapterInfo): boolean {
  const plain = (text: string) => text.replace(/[*_`…]/g, '').replace(/\s+/g, ' ')
  return plain(card).includes(plain(description).trim())
}

function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <p className="mt-3 flex max-w-[68ch] gap-2 rounded-md bg-amber-soft px-3 py-2 text-13 text-ink">
      <TriangleAlert className="mt-px size-4 shrink-0 text-amber" aria-hidden />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  )
}

function Figures({
  adapter: { rank, alpha, bytes: size, base, targetModules, training },
}: {
  readonly adapter: AdapterInfo
}) {
  const figures: readonly (readonly [name: string, value: string])[] = [
    ['Rank', String(rank)],
    ['Alpha', String(alpha)],
    ['Size', bytes(size)],
    ...(training ? ([['Parameters', millions(training.parameters)]] as const) : []),
    ['Made for', base === '' ? 'not said' : base],
  ]
  return (
    <>
      <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-12 text-ink-3">{name}</dt>
            <dd className="truncate text-16 tabular">{value}</dd>
          </div>
        ))}
      </dl>
      {targetModules.length > 0 && (
        <p className="mt-3 text-12 text-ink-3">
          Changes <span className="font-mono text-ink-2">{targetModules.join(', ')}</span>
        </p>
      )}
    </>
  )
}

function Measured({ adapter }: { readonly adapter: AdapterInfo }) {
  const { training, name } = adapter
  return (
    <section className="mt-8">
      <h3 className="mb-2 text-13 font-medium">Measured</h3>
      {training ? (
        <Loss training={training} />
      ) : (
        <p className="max-w-[64ch] text-13 text-ink-3">
          It came without a training report (training.json), so nothing is known of how it was trained.
        </p>
      )}
      <Evaluate name={name} />
    </section>
  )
}

const LOSS =
  'Nats a token on documents that training never saw; lower is better. The base alone, and with the adapter at scale 1.'

function Loss({ training }: { readonly training: AdapterTraining }) {
  const { before, after } = training.heldOutLoss
  const change = before === 0 ? 0 : (after - before) / before
  const percent = `${change > 0 ? '+' : '−'}${Math.abs(change * 100).toFixed(1)} %`
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['Documents', count(training.documents)],
    ['Steps', count(training.steps)],
    ['Tokens', count(training.tokens)],
    [
      'Time',
      training.seconds < 120 ? duration(training.seconds * 1000) : `${Math.round(training.seconds / 60)} min`,
    ],
    ['Seed', String(training.seed)],
  ]
  return (
    <>
      <table className="text-13 tabular">
        <thead>
          <tr className="text-12 text-ink-3">
            <th scope="col" className="pr-10 pb-1 text-left font-normal">
              <span className="sr-only">Measure</span>
            </th>
            <th scope="col" className="pr-8 pb-1 text-right font-normal">
              base alone
            </th>
            <th scope="col" className="pr-8 pb-1 text-right font-normal">
              with it
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              change
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="border-y border-line">
            <th scope="row" className="py-1.5 pr-10 text-left font-normal">
              <Tip text={LOSS}>
                <span
                  tabIndex={0}
                  className="rounded-[3px] underline decoration-line-strong decoration-dotted underline-offset-4"
                >
                  Held-out loss
                </span>
              </Tip>
            </th>
            <td className="py-1.5 pr-8 text-right">{before.toFixed(3)}</td>
            <td className="py-1.5 pr-8 text-right font-medium">{after.toFixed(3)}</td>
            <td className={`py-1.5 text-right ${after < before ? 'text-good' : 'text-amber'}`}>{percent}</td>
          </tr>
        </tbody>
      </table>
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-12">
        {rows.map(([name, value]) => (
          <div key={name} className="flex gap-1.5">
            <dt className="text-ink-3">{name}</dt>
            <dd className="text-ink-2 tabular">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Loss says little about texts; the evaluation does, and is a command. */
function Evaluate({ name }: { readonly name: string }) {
  const command = `npx shelftalk evaluate narratives --adapter ${name} --count 200`
  const copy = () =>
    navigator.clipboard.writeText(command).then(
      () => toast('Copied the command'),
      () => toast.error('Nothing was copied', { description: 'The system refused access to the clipboard.' }),
    )
  return (
    <div className="mt-4 text-12 text-ink-3">
      What it does to whole narratives is measured by a command of some minutes:
      <span className="mt-1 flex w-fit max-w-full items-center gap-1 rounded-md bg-sunken py-0.5 pr-0.5 pl-2.5">
        <code className="min-w-0 truncate font-mono text-12 text-ink">{command}</code>
        <IconButton small label="Copy the command" onClick={() => void copy()}>
          <Copy className="size-3.5" aria-hidden />
        </IconButton>
      </span>
    </div>
  )
}
