import { useQuery } from '@tanstack/react-query'
import { Copy, PenLine, X } from 'lucide-react'
import { useLocation } from 'wouter'
import type { Product } from '../../../shared/domain/catalogue'
import { aisleLabel } from '../../../shared/domain/aisles'
import { factKind } from '../../../shared/domain/facts'
import { formatMoney } from '../../../shared/domain/money'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Button, IconButton } from '../../ui/Button'
import { Marked } from '../../ui/Marked'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { useShowSource } from '../../ui/SourcePopover'
import { count, plural } from '../../ui/format'
import { copy, writeAbout } from './actions'
import type { CardFact } from './cardFacts'
import { cardFacts } from './cardFacts'

interface ProductCardProps {
  readonly catalogue: string
  readonly id: string
  readonly onClose: () => void
}

/** One product: every fact with the words of the source row that it was read from. */
export function ProductCard({ catalogue, id, onClose }: ProductCardProps) {
  const engine = useEngine()
  const product = useQuery(engine.product.queryOptions({ catalogue, id }))
  if (product.isPending) return <SkeletonLines lines={10} className="p-4" />
  if (product.isError)
    return (
      <div className="p-4">
        <Trouble error={errorWords(product.error)} />
        <Button small className="mt-2" onClick={onClose}>
          Close
        </Button>
      </div>
    )
  return <Card product={product.data} catalogue={catalogue} onClose={onClose} />
}

interface CardProps {
  readonly product: Product
  readonly catalogue: string
  readonly onClose: () => void
}

function Card({ product, catalogue, onClose }: CardProps) {
  const [, go] = useLocation()
  const { id, title, brand, category, aisle } = product
  return (
    <article aria-label={title} className="px-4 pt-3 pb-6">
      <div className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 font-serif text-20 break-words">{title}</h3>
        <IconButton label="Close the product" onClick={onClose}>
          <X className="size-4" aria-hidden />
        </IconButton>
      </div>
      <p className="text-13 text-ink-2">{[brand, category, aisleLabel(aisle)].filter(Boolean).join(', ')}</p>
      <Worth product={product} />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          kind="primary"
          onClick={() => {
            writeAbout(catalogue, id)
            go('/')
          }}
        >
          <PenLine className="size-3.5" aria-hidden />
          Write about this product
        </Button>
        <Button onClick={() => void copy(id, `the id ${id}`)}>
          <Copy className="size-3.5" aria-hidden />
          <span className="max-w-32 truncate font-mono text-12">{id}</span>
          <span className="sr-only">: copy the id</span>
        </Button>
      </div>
      <Facts product={product} catalogue={catalogue} />
    </article>
  )
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** A day as people write it; as it stands where it is none. */
function dateLabel(text: string): string {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? text : day.format(ms)
}

function Worth({ product: { price, wasPrice, rating, stock, listedOn } }: { readonly product: Product }) {
  const said = [
    stock === undefined ? '' : stock === 0 ? 'sold out' : `${count(stock)} in stock`,
    rating ? `${rating.mean} of 5 from ${plural(rating.count, 'rating')}` : '',
    listedOn ? `listed ${dateLabel(listedOn)}` : '',
  ].filter(Boolean)
  return (
    <p className="mt-1 text-13 tabular">
      <span className="font-medium">{price ? formatMoney(price) : 'No price'}</span>
      {wasPrice && <s className="ml-2 text-ink-3">{formatMoney(wasPrice)}</s>}
      {said.length > 0 && <span className="text-ink-2">, {said.join(', ')}</span>}
    </p>
  )
}

function Facts({ product, catalogue }: Pick<CardProps, 'product' | 'catalogue'>) {
  const facts = cardFacts(product)
  return (
    <>
      <h4 className="mt-5 text-12 font-medium">{plural(facts.length, 'fact')}, and where each was read</h4>
      <ul className="mt-1">
        {facts.map((fact) => (
          <FactLine key={fact.key} fact={fact} product={product} catalogue={catalogue} />
        ))}
      </ul>
    </>
  )
}

interface FactLineProps {
  readonly fact: CardFact
  readonly product: Product
  readonly catalogue: string
}

/** A fact, and under it the stretch of the source row it was read from; a click opens the whole row. */
function FactLine({ fact, product, catalogue }: FactLineProps) {
  const show = useShowSource()
  const { kind, text, excerpt, factId } = fact
  return (
    <li>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={(event) =>
          show(event.currentTarget, {
            catalogue,
            productId: product.id,
            productIndex: 0,
            field: kind,
            text,
            ...(factId === undefined ? {} : { factId }),
            ...(excerpt ? { sourceField: excerpt.field } : {}),
          })
        }
        className="-mx-1.5 grid w-[calc(100%+12px)] grid-cols-[92px_1fr] gap-x-2 rounded-md px-1.5 py-1 text-left hover:bg-hover"
      >
        <span className="truncate text-12 leading-[18px] text-ink-3">{factKind(kind).label}</span>
        <span className="min-w-0 text-13 break-words">{text}</span>
        <span className="col-start-2 min-w-0 text-12 break-words text-ink-3">
          {excerpt ? (
            <>
              <span className="font-mono">{excerpt.field}</span>{' '}
              <Marked light text={excerpt.text} mark={excerpt.mark} />
            </>
          ) : (
            'not in the source row'
          )}
        </span>
      </button>
    </li>
  )
}
