import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { useEffect, useRef } from 'react'
import type { Product } from '../../../shared/domain/catalogue'
import type { Page } from '../../../shared/contract/services'
import type { ProductSort } from '../../../shared/domain/productSearch'
import { PRODUCT_SORTS } from '../../../shared/domain/productSearch'
import { useEngineClient } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Button } from '../../ui/Button'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Select } from '../../ui/Select'
import { classes } from '../../ui/classes'
import { money, plural } from '../../ui/format'
import { useWindowed } from '../../ui/useWindowed'
import { filterInput } from './filters'
import type { Search } from './session'
import { NO_SEARCH, setSearch, showProduct, useCatalogueView } from './session'

const sortLabels: Readonly<Record<ProductSort, string>> = {
  relevance: 'Best match',
  popularity: 'Most popular',
  cheapest: 'Cheapest first',
  dearest: 'Dearest first',
  title: 'By title',
}

const PAGE = 100
const ROW_PX = 44

interface ProductListProps {
  readonly catalogue: string
  readonly version: number
  readonly search: Search
  readonly sort: ProductSort
  /** The product on show, by id. */
  readonly shown: string | undefined
}

/** Products page by page as one scrolls. */
export function ProductList({ catalogue, version, search, sort, shown }: ProductListProps) {
  const client = useEngineClient()
  const products = useInfiniteQuery({
    queryKey: ['products', catalogue, version, search, sort],
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      client.searchProducts.query(
        { catalogue, ...filterInput(search), sort, limit: PAGE, offset: pageParam },
        { signal },
      ),
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.items.length, 0)
      return loaded < last.total && last.items.length > 0 ? loaded : undefined
    },
  })
  const total = products.data?.pages[0]?.total
  return (
    <>
      <div className="flex items-center gap-2 px-4 pb-1.5">
        <p role="status" className="flex-1 text-12 text-ink-3 tabular">
          {total !== undefined && total > 0 && plural(total, 'product')}
        </p>
        <div className="w-38">
          <Select
            label="Sort by"
            value={sort}
            choices={PRODUCT_SORTS.map((value) => ({ value, label: sortLabels[value] }))}
            onChange={(next) => useCatalogueView.setState({ sort: next })}
          />
        </div>
      </div>
      <Found catalogue={catalogue} products={products} shown={shown} />
    </>
  )
}

interface FoundProps extends Pick<ProductListProps, 'catalogue' | 'shown'> {
  readonly products: UseInfiniteQueryResult<InfiniteData<Page<Product>>>
}

function Found({ catalogue, products, shown }: FoundProps) {
  if (products.isPending) return <SkeletonLines lines={8} className="px-4 pt-2" />
  if (products.isError)
    return (
      <Trouble error={errorWords(products.error)} onRetry={() => void products.refetch()} className="mx-4" />
    )
  const total = products.data.pages[0]?.total ?? 0
  if (total === 0) return <Nothing catalogue={catalogue} />
  return (
    <Rows
      catalogue={catalogue}
      loaded={products.data.pages.flatMap((page) => page.items)}
      total={total}
      shown={shown}
      stale={products.isPlaceholderData}
      more={() => products.hasNextPage && !products.isFetching && void products.fetchNextPage()}
    />
  )
}

function Nothing({ catalogue }: { readonly catalogue: string }) {
  return (
    <div className="px-4 pt-2">
      <p role="status" className="text-13 text-ink-2">
        No product is like that.
      </p>
      <Button small className="mt-2" onClick={() => setSearch(catalogue, NO_SEARCH)}>
        Show all products
      </Button>
    </div>
  )
}

interface RowsProps {
  readonly catalogue: string
  readonly loaded: readonly Product[]
  readonly total: number
  readonly shown: string | undefined
  readonly stale: boolean
  readonly more: () => void
}

function Rows({ catalogue, loaded, total, shown, stale, more }: RowsProps) {
  const { rows, height, onScroll, ref } = useWindowed(total, ROW_PX)
  const scroller = useRef<HTMLDivElement>(null)
  const last = rows.at(-1) ?? 0
  useEffect(() => {
    if (last >= loaded.length) more()
  }, [last, loaded.length, more])
  /** Arrow keys go from product to product, and what is on show follows. */
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const at = loaded.findIndex(({ id }) => id === (event.target as HTMLElement).dataset['product'])
    const next = loaded[at + step]
    if (step === 0 || at < 0 || !next) return
    event.preventDefault()
    if (shown !== undefined) showProduct(catalogue, next.id)
    const list = scroller.current
    const button = list?.querySelector<HTMLElement>(`[data-row="${at + step}"]`)
    button?.focus({ preventScroll: true })
    button?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div
      ref={(element) => {
        scroller.current = element
        return ref(element)
      }}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      aria-busy={stale}
      className={classes('min-h-0 flex-1 overflow-y-auto px-1.5 pb-3', stale && 'opacity-60')}
    >
      <ul className="relative" style={{ height }}>
        {rows.map((row) => (
          <li
            key={row}
            className="absolute inset-x-0"
            style={{ transform: `translateY(${row * ROW_PX}px)`, height: ROW_PX }}
          >
            <Row product={loaded[row]} row={row} catalogue={catalogue} shown={shown} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface RowProps {
  readonly product: Product | undefined
  readonly row: number
  readonly catalogue: string
  readonly shown: string | undefined
}

function Row({ product, row, catalogue, shown }: RowProps) {
  if (!product) return <SkeletonLines lines={1} className="px-2.5 pt-4" />
  const { id, title, brand, category, price, stock, facts } = product
  const here = id === shown
  return (
    <button
      type="button"
      data-product={id}
      data-row={row}
      aria-pressed={here}
      onClick={() => showProduct(catalogue, here ? undefined : id)}
      className={classes(
        'grid h-full w-full grid-cols-[1fr_auto] items-center gap-4 rounded-md px-2.5 text-left outline-offset-[-2px]',
        here ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <span className="min-w-0">
        <span className="block truncate text-13">{title}</span>
        <span className="block truncate text-12 text-ink-3">
          {[brand, category].filter(Boolean).join(', ')}
        </span>
      </span>
      <span className="text-right">
        <span className="block text-13 tabular">{price ? money(price) : 'no price'}</span>
        <span className={classes('block text-12 tabular', stock === 0 ? 'text-amber' : 'text-ink-3')}>
          {stock === 0 ? 'sold out' : plural(facts.length, 'fact')}
        </span>
      </span>
    </button>
  )
}
