import { Dialog } from '@base-ui/react/dialog'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { ArrowRight, X } from 'lucide-react'
import { useState } from 'react'
import type { AuditedShopper, FairnessAudit } from '../../../shared/domain/fairness'
import { fairnessWords, segmentWords, valueText } from '../../../shared/domain/fairnessWords'
import { useTask } from '../../api/fairness'
import { useEngineClient } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Button, IconButton } from '../../ui/Button'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Portrait } from '../../ui/Portrait'
import { Segmented } from '../../ui/Segmented'
import { count, fieldLabel, money, plural } from '../../ui/format'
import { useOpenInStudio } from './actions'
import { capital, historyNote, isOfTexts } from './figures'
import type { Behind } from './session'
import { useFairnessSession } from './session'

const PAGE = 20

/** Who is behind a figure, beside the page: shoppers of a group in the order of a measure, with picks and text. */
export function BehindDrawer() {
  const behind = useFairnessSession((state) => state.behind)
  const audit = useTask('audit')?.result
  const close = () => useFairnessSession.setState({ behind: undefined })
  const shown = behind && audit
  return (
    <Dialog.Root open={shown !== undefined} onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[#14110e]/20" />
        <Dialog.Popup className="fixed inset-y-0 right-0 z-30 flex w-[460px] max-w-full flex-col border-l border-line bg-paper shadow-float outline-none">
          {shown && <Drawer key={`${behind.group} ${behind.metric}`} behind={behind} audit={audit} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface DrawerProps {
  readonly behind: Behind
  readonly audit: FairnessAudit
}

type Order = 'lowest' | 'highest'

function Drawer({ behind, audit }: DrawerProps) {
  const [order, setOrder] = useState<Order>('lowest')
  const { label } = fairnessWords(behind.metric)
  return (
    <>
      <header className="shrink-0 border-b border-line px-4 pt-3 pb-3">
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <Dialog.Title className="font-serif text-20 leading-7">
              {capital(segmentWords(behind.segment))}: {behind.group}
            </Dialog.Title>
            <Dialog.Description className="text-12 text-ink-3">
              Shoppers by {label.toLowerCase()}, with their first {audit.k} picks as audited
            </Dialog.Description>
          </div>
          <Dialog.Close
            render={
              <IconButton label="Close">
                <X className="size-4" aria-hidden />
              </IconButton>
            }
          />
        </div>
        <div className="mt-2 w-fit">
          <Segmented
            small
            label="Order"
            value={order}
            choices={[
              { value: 'lowest', label: 'Lowest first' },
              { value: 'highest', label: 'Highest first' },
            ]}
            onChange={setOrder}
          />
        </div>
      </header>
      <Shoppers behind={behind} audit={audit} order={order} />
    </>
  )
}

function useBehind({ behind, audit }: DrawerProps, order: Order) {
  const client = useEngineClient()
  const { segment, group, metric } = behind
  const ask = {
    ...{ audit: audit.audit, segment: [...segment], group, metric, order },
    ...{ withText: isOfTexts(metric), limit: PAGE },
  }
  return useInfiniteQuery({
    queryKey: ['auditedShoppers', ask],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      client.auditedShoppers.query({ ...ask, offset: pageParam }, { signal }),
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.items.length, 0)
      return loaded < last.total && last.items.length > 0 ? loaded : undefined
    },
    placeholderData: keepPreviousData,
    retry: false,
  })
}

function Shoppers({ behind, audit, order }: DrawerProps & { readonly order: Order }) {
  const found = useBehind({ behind, audit }, order)
  if (found.isPending) return <SkeletonLines lines={8} className="px-4 pt-4" />
  if (found.isError)
    return <Trouble error={errorWords(found.error)} onRetry={() => void found.refetch()} className="m-4" />
  const items = found.data.pages.flatMap((page) => page.items)
  const total = found.data.pages[0]?.total ?? 0
  const ofHistory = historyNote(behind.metric)
  if (total === 0) return <p className="p-4 text-13 text-ink-2">There is nobody to show.</p>
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-6">
      {ofHistory && <p className="pt-3 text-12 text-pretty text-ink-2">{ofHistory}</p>}
      <p className="pt-3 text-12 text-ink-3 tabular">{plural(total, 'shopper')}</p>
      <ol aria-label="Shoppers behind the figure" className="divide-y divide-line">
        {items.map((shopper) => (
          <li key={shopper.id} className="py-3">
            <Shopper shopper={shopper} behind={behind} audit={audit} />
          </li>
        ))}
      </ol>
      {found.hasNextPage && (
        <Button small disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {count(total - items.length)} more
        </Button>
      )}
    </div>
  )
}

function Shopper({ shopper, behind, audit }: DrawerProps & { readonly shopper: AuditedShopper }) {
  const open = useOpenInStudio()
  const { id, name, segments, value, picks, text } = shopper
  const known = Object.entries(segments).map(([field, one]) => `${fieldLabel(field).toLowerCase()} ${one}`)
  return (
    <>
      <div className="flex items-center gap-2.5">
        <Portrait person={name} />
        <div className="min-w-0 flex-1">
          <p className="truncate text-13 font-medium">{name}</p>
          <p className="truncate text-12 text-ink-3" title={known.join(', ')}>
            {id} · {known.join(', ')}
          </p>
        </div>
        <span className="shrink-0 text-13 tabular">
          <span className="sr-only">{fairnessWords(behind.metric).label}: </span>
          {valueText(behind.metric, value, audit.currency)}
        </span>
      </div>
      {text && (
        <figure className="mt-2">
          <blockquote lang="en" className="font-serif text-16 leading-6 text-pretty">
            {text.text}
          </blockquote>
          <figcaption className="mt-0.5 text-12 text-ink-3">
            {text.voice}
            {text.occasion !== '' && `, for ${text.occasion}`}
          </figcaption>
        </figure>
      )}
      <Picks picks={picks} />
      <Button small className="mt-2" onClick={() => open(audit.catalogue, id)}>
        Open {name.split(' ')[0]} in the Studio
        <ArrowRight className="size-3.5" aria-hidden />
      </Button>
    </>
  )
}

function Picks({ picks }: Pick<AuditedShopper, 'picks'>) {
  return (
    <ol className="mt-2 text-12">
      {picks.map(({ id, title, price, tier, taken }, at) => (
        <li key={id} className="flex items-baseline gap-2 py-0.5">
          <span className="w-4 shrink-0 text-right text-ink-3 tabular">{at + 1}</span>
          <span className="min-w-0 flex-1 truncate">
            {title}
            {taken && (
              <span className="ml-1.5 rounded-[3px] bg-accent-soft px-1 text-accent-text">taken next</span>
            )}
          </span>
          {tier && <span className="shrink-0 text-ink-3">{tier}</span>}
          {price && <span className="w-16 shrink-0 text-right tabular">{money(price)}</span>}
        </li>
      ))}
    </ol>
  )
}
