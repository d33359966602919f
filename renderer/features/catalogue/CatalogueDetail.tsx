import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CatalogueSummary, Product } from '../../../shared/domain/catalogue'
import { useEngine, useEngineClient } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useBrief } from '../../state/brief'
import { Button } from '../../ui/Button'
import { Input } from '../../ui/Field'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { useShowSource } from '../../ui/SourcePopover'
import { count, money, plural } from '../../ui/format'
import { useSettled } from '../../ui/useSettled'
import { useWindowed } from '../../ui/useWindowed'

/** What a catalogue holds and where it came from, and its products. */
export function CatalogueDetail({ catalogue }: { readonly catalogue: CatalogueSummary }) {
  const engine = useEngine()
  const catalogues = useQuery(engine.catalogues.queryOptions())
  const inUse = useBrief((state) => state.catalogue) ?? catalogues.data?.[0]?.name
  const choose = useBrief((state) => state.setCatalogue)
  const [text, setText] = useState('')
  return (
    <div className="flex h-full max-w-[860px] flex-col">
      <div className="px-6 pt-5 pb-4">
        <div className="flex items-baseline gap-3">
          <h2 className="font-serif text-20">{catalogue.name}</h2>
          <span className="flex-1 text-13 text-ink-3">version {catalogue.version}</span>
          {inUse === catalogue.name ? (
            <span className="text-13 text-ink-3">In use</span>
          ) : (
            <Button onClick={() => choose(catalogue.name)}>Use this catalogue</Button>
          )}
        </div>
        <p className="mt-1 max-w-[64ch] text-13 break-words text-ink-2">{catalogue.origin}</p>
        <Figures catalogue={catalogue} />
      </div>
      <div className="border-t border-line px-6 py-3">
        <Input
          type="search"
          aria-label="Search products"
          placeholder="Search products"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="max-w-sm"
        />
      </div>
      <Products catalogue={catalogue.name} text={useSettled(text)} />
    </div>
  )
}

function Figures({ catalogue }: { readonly catalogue: CatalogueSummary }) {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(catalogue.createdAtMs)
  const figures = [
    ['Products', count(catalogue.products)],
    ['Shoppers', count(catalogue.shoppers)],
    ['Interactions', count(catalogue.interactions)],
    ['Currency', catalogue.currency],
    ['Stored', day],
  ] as const
  return (
    <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt className="text-12 text-ink-3">{name}</dt>
          <dd className="text-16 tabular">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const PAGE = 100
const ROW_PX = 44

interface ProductsProps {
  readonly catalogue: string
  readonly text: string
}

function Products({ catalogue, text }: ProductsProps) {
  const client = useEngineClient()
  const products = useInfiniteQuery({
    queryKey: ['products', catalogue, text],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      client.searchProducts.query({ catalogue, text, limit: PAGE, offset: pageParam }, { signal }),
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.items.length, 0)
      return loaded < last.total && last.items.length > 0 ? loaded : undefined
    },
  })
  if (products.isPending) return <SkeletonLines lines={8} className="px-6" />
  if (products.isError)
    return (
      <Trouble error={errorWords(products.error)} onRetry={() => void products.refetch()} className="mx-6" />
    )
  const total = products.data.pages[0]?.total ?? 0
  if (total === 0)
    return (
      <p className="px-6 text-13 text-ink-3">{text ? `No product matches “${text}”.` : 'No products.'}</p>
    )
  return (
    <>
      <p className="px-6 pb-1 text-12 text-ink-3 tabular">{plural(total, 'product')}</p>
      <ProductRows
        catalogue={catalogue}
        loaded={products.data.pages.flatMap((page) => page.items)}
        total={total}
        more={() => products.hasNextPage && !products.isFetching && void products.fetchNextPage()}
      />
    </>
  )
}

interface ProductRowsProps {
  readonly catalogue: string
  readonly loaded: readonly Product[]
  readonly total: number
  readonly more: () => void
}

function ProductRows({ catalogue, loaded, total, more }: ProductRowsProps) {
  const { rows, height, onScroll, ref } = useWindowed(total, ROW_PX)
  const last = rows.at(-1) ?? 0
  useEffect(() => {
    if (last >= loaded.length) more()
  }, [last, loaded.length, more])
  return (
    <div ref={ref} onScroll={onScroll} className="min-h-0 flex-1 overflow-y-auto px-3 pb-3">
      <ul className="relative" style={{ height }}>
        {rows.map((row) => (
          <li
            key={row}
            className="absolute inset-x-0"
            style={{ transform: `translateY(${row * ROW_PX}px)`, height: ROW_PX }}
          >
            <ProductRow product={loaded[row]} catalogue={catalogue} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ProductRowProps {
  readonly product: Product | undefined
  readonly catalogue: string
}

function ProductRow({ product, catalogue }: ProductRowProps) {
  const show = useShowSource()
  if (!product) return <SkeletonLines lines={1} className="px-3 pt-4" />
  const open = (element: Element) =>
    show(element, { catalogue, productId: product.id, productIndex: 0, field: 'title', text: product.title })
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={(event) => open(event.currentTarget)}
      className="grid h-full w-full grid-cols-[1fr_72px_80px] items-center gap-4 rounded-md px-3 text-left outline-offset-[-2px] hover:bg-hover"
    >
      <span className="min-w-0">
        <span className="block truncate text-13">{product.title}</span>
        <span className="block truncate text-12 text-ink-3">{product.category}</span>
      </span>
      <span className="text-right text-12 text-ink-3 tabular">{plural(product.facts.length, 'fact')}</span>
      <span className="text-right text-13 tabular">{product.price ? money(product.price) : 'no price'}</span>
    </button>
  )
}
