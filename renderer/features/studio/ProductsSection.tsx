import { Pin } from 'lucide-react'
import { useState } from 'react'
import type { Product } from '../../../shared/domain/catalogue'
import type { Fact } from '../../../shared/domain/facts'
import { factKind } from '../../../shared/domain/facts'
import type { Pick } from '../../../shared/domain/narrative'
import type { Beat } from '../../../shared/domain/beats'
import type { ShownToken } from '../../../shared/contract/events'
import { errorWords } from '../../api/errors'
import { useDesk } from '../../api/useDesk'
import { useBrief } from '../../state/brief'
import { Button, IconButton } from '../../ui/Button'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Section } from '../../ui/Section'
import { useShowSource } from '../../ui/SourcePopover'
import { classes } from '../../ui/classes'
import { money, plural } from '../../ui/format'
import { addBeat } from './actions'
import { factBeat, usedFacts } from './storyboard'
import type { usePreview } from './usePlan'

/** Picks, products and plan, of a run or of a preview. */
export interface Shown {
  readonly picks: readonly Pick[]
  readonly products: readonly Product[]
  readonly beats: readonly Beat[]
  readonly prompt: readonly ShownToken[]
}

interface ProductsSectionProps {
  readonly shown: Shown | undefined
  /** True while these are what would be written, not what was. */
  readonly planned: boolean
  readonly preview: ReturnType<typeof usePreview>
}

/** The products a narrative is about: why they were picked, and their facts with those that are said marked. */
export function ProductsSection({ shown, planned, preview }: ProductsSectionProps) {
  return (
    <Section
      title="Products"
      startOpen
      {...(shown ? { summary: shown.products.map((product) => product.title).join(', ') } : {})}
    >
      <Fixed />
      {shown ? (
        <div className="space-y-4">
          {shown.products.map((product, index) => (
            <ProductCard key={product.id} product={product} index={index} shown={shown} canPin={!planned} />
          ))}
        </div>
      ) : preview.isError ? (
        <Trouble error={errorWords(preview.error)} onRetry={() => void preview.refetch()} />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </Section>
  )
}

/** Says that the products are fixed by hand, and has them picked again. */
function Fixed() {
  const catalogue = useBrief((state) => state.catalogue)
  const fixed = useBrief((state) => state.productIds)
  const fix = useBrief((state) => state.fixProducts)
  if (!fixed) return null
  return (
    <p className="mb-2 flex items-center gap-2 rounded-md bg-sunken py-1 pr-1 pl-2 text-12 text-ink-2">
      <span className="flex-1">Chosen in the catalogue</span>
      <Button small kind="quiet" onClick={() => fix(catalogue, [])}>
        Pick again
      </Button>
    </p>
  )
}

interface ProductCardProps {
  readonly product: Product
  readonly index: number
  readonly shown: Shown
  readonly canPin: boolean
}

function ProductCard({ product, index, shown, canPin }: ProductCardProps) {
  const [all, setAll] = useState(false)
  const used = usedFacts(
    shown.beats,
    shown.products.map((one) => one.id),
  )
  const isUsed = (fact: Fact) => used.has(`${product.id}|${fact.id}`)
  const said = product.facts.filter(isUsed)
  const rest = product.facts.filter((fact) => !isUsed(fact))
  const listed = all ? product.facts : said.length > 0 ? said : rest.slice(0, 3)
  const hidden = product.facts.length - listed.length
  const pick = shown.picks.find((one) => one.id === product.id)
  return (
    <article aria-label={product.title}>
      <div className="flex items-baseline gap-2">
        <span aria-hidden className="text-12 font-medium tabular" style={{ color: `var(--p${index + 1})` }}>
          {index + 1}
        </span>
        <h3 className="min-w-0 flex-1 text-13 font-medium">{product.title}</h3>
        {product.price && <span className="shrink-0 text-13 tabular">{money(product.price)}</span>}
        {product.wasPrice && <s className="shrink-0 text-12 text-ink-3 tabular">{money(product.wasPrice)}</s>}
      </div>
      {pick && (
        <p className="pl-[15px] text-12 text-ink-3">{[pick.reason, ...(pick.rules ?? [])].join('; ')}</p>
      )}
      <ul className="mt-1">
        {listed.map((fact) => (
          <FactRow
            key={fact.id}
            fact={fact}
            product={product}
            index={index}
            used={isUsed(fact)}
            canPin={canPin}
          />
        ))}
      </ul>
      {(hidden > 0 || all) && product.facts.length > 3 && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="ml-[15px] h-6 rounded-[3px] text-12 text-ink-3 hover:text-ink"
        >
          {all ? 'Show fewer' : plural(hidden, 'more fact')}
        </button>
      )}
    </article>
  )
}

interface FactRowProps {
  readonly fact: Fact
  readonly product: Product
  readonly index: number
  readonly used: boolean
  readonly canPin: boolean
}

function FactRow({ fact, product, index, used, canPin }: FactRowProps) {
  const desk = useDesk()
  const show = useShowSource()
  return (
    <li className="group flex h-6 items-center pl-[15px]">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={(event) =>
          show(event.currentTarget, {
            productId: product.id,
            productIndex: index,
            field: fact.kind,
            factId: fact.id,
            text: fact.text,
            sourceField: fact.source.field,
          })
        }
        className="grid min-w-0 flex-1 grid-cols-[84px_1fr] items-baseline gap-2 rounded-[3px] text-left leading-6"
      >
        <span className="truncate text-12 leading-6 text-ink-3">{factKind(fact.kind).label}</span>
        <span className="min-w-0 truncate text-13 leading-6">
          <span
            className={classes(used ? 'fact' : 'text-ink-2 group-hover:text-ink')}
            data-product={index + 1}
          >
            {fact.text}
          </span>
        </span>
      </button>
      {canPin && !used && (
        <IconButton
          label="Pin: say this too"
          small
          className="opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
          onClick={() => addBeat(desk, (board) => factBeat(board, fact, index))}
        >
          <Pin className="size-3.5" aria-hidden />
        </IconButton>
      )}
    </li>
  )
}
