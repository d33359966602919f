import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Shopper } from '../../../shared/domain/catalogue'
import { useEngineClient } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useBrief } from '../../state/brief'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Portrait } from '../../ui/Portrait'
import { classes } from '../../ui/classes'
import { count } from '../../ui/format'
import { useSettled } from '../../ui/useSettled'
import { useWindowed } from '../../ui/useWindowed'

const PAGE = 100
const ROW_PX = 48

function useShoppers(text: string) {
  const client = useEngineClient()
  const catalogue = useBrief((state) => state.catalogue)
  return useInfiniteQuery({
    queryKey: ['shoppers', catalogue, text],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      client.searchShoppers.query({ catalogue, text, limit: PAGE, offset: pageParam }, { signal }),
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.items.length, 0)
      return loaded < last.total && last.items.length > 0 ? loaded : undefined
    },
  })
}

/** Shoppers of the catalogue, as many as there are; pages are fetched as one scrolls. */
export function ShopperList({ text }: { readonly text: string }) {
  const shoppers = useShoppers(useSettled(text))
  if (shoppers.isPending) return <SkeletonLines lines={8} className="px-4 pt-2" />
  if (shoppers.isError)
    return (
      <Trouble error={errorWords(shoppers.error)} onRetry={() => void shoppers.refetch()} className="mx-3" />
    )
  const total = shoppers.data.pages[0]?.total ?? 0
  const loaded = shoppers.data.pages.flatMap((page) => page.items)
  if (total === 0) {
    return (
      <p className="px-4 pt-2 text-13 text-ink-3">
        {text
          ? `No shopper matches “${text}”.`
          : 'This catalogue has products only. Write for a persona, or import shoppers.'}
      </p>
    )
  }
  return (
    <div className="flex h-full flex-col">
      <p className="px-4 pb-1 text-12 text-ink-3 tabular">{count(total)} shoppers</p>
      <Rows
        loaded={loaded}
        total={total}
        more={() => shoppers.hasNextPage && !shoppers.isFetching && void shoppers.fetchNextPage()}
      />
    </div>
  )
}

interface RowsProps {
  readonly loaded: readonly Shopper[]
  readonly total: number
  readonly more: () => void
}

function Rows({ loaded, total, more }: RowsProps) {
  const { rows, height, onScroll, ref } = useWindowed(total, ROW_PX)
  const last = rows.at(-1) ?? 0
  useEffect(() => {
    if (last >= loaded.length) more()
  }, [last, loaded.length, more])
  return (
    <div ref={ref} onScroll={onScroll} className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-2" tabIndex={-1}>
      <ul className="relative" style={{ height }}>
        {rows.map((row) => (
          <li
            key={row}
            className="absolute inset-x-0"
            style={{ transform: `translateY(${row * ROW_PX}px)`, height: ROW_PX }}
          >
            <Row shopper={loaded[row]} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Row({ shopper }: { readonly shopper: Shopper | undefined }) {
  const audience = useBrief((state) => state.audience)
  const setAudience = useBrief((state) => state.setAudience)
  if (!shopper) return <SkeletonLines lines={1} className="px-2 pt-4" />
  const chosen = audience?.kind === 'shopper' && audience.id === shopper.id
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={() => setAudience({ kind: 'shopper', id: shopper.id })}
      className={classes(
        'flex h-full w-full items-center gap-2.5 rounded-md px-2 text-left outline-offset-[-2px]',
        chosen ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <Portrait person={shopper.name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-13 font-medium">{shopper.name}</span>
        <span className="block truncate text-12 text-ink-3">
          {shopper.interests.join(', ') || 'no interests known'}
        </span>
      </span>
      <span className="shrink-0 text-12 text-ink-3 tabular">{shopper.id}</span>
    </button>
  )
}
