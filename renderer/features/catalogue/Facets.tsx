import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { aisleLabel } from '../../../shared/domain/aisles'
import { formatMoney, moneyDigits } from '../../../shared/domain/money'
import { CATEGORY_STEP } from '../../../shared/domain/productFilter'
import type { PriceRange } from '../../../shared/domain/productFilter'
import type { FacetCount, ProductFacets } from '../../../shared/domain/productSearch'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Input } from '../../ui/Field'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Section } from '../../ui/Section'
import { count } from '../../ui/format'
import { STOCK_LABELS, filterInput, lastStep, toggled } from './filters'
import type { Search } from './session'
import { setSearch } from './session'

interface FacetsProps {
  readonly catalogue: string
  readonly currency: string
  readonly search: Search
  /** The search that is counted: what is being typed follows a little later. */
  readonly asked: Search
}

/** What the list can be narrowed down by, and how many products each choice would leave. */
export function Facets({ catalogue, currency, search, asked }: FacetsProps) {
  const engine = useEngine()
  const facets = useQuery(
    engine.productFacets.queryOptions(
      { catalogue, ...filterInput(asked) },
      { placeholderData: keepPreviousData, retry: false },
    ),
  )
  if (facets.isPending) return <SkeletonLines lines={8} className="p-3" />
  if (facets.isError)
    return <Trouble error={errorWords(facets.error)} onRetry={() => void facets.refetch()} className="m-3" />
  return <Groups catalogue={catalogue} currency={currency} search={search} facets={facets.data} />
}

interface GroupsProps extends Omit<FacetsProps, 'asked'> {
  readonly facets: ProductFacets
}

function Groups({ catalogue, currency, search, facets }: GroupsProps) {
  const { filter, stock } = search
  const narrow = (change: Partial<typeof filter>) =>
    setSearch(catalogue, { filter: { ...filter, ...change } })
  const summary = (chosen: readonly string[] | undefined) =>
    chosen?.length ? { summary: String(chosen.length) } : {}
  return (
    <>
      <Section title="Stock" startOpen {...summary(stock)}>
        <Choices
          name="Stock"
          facets={facets.stock}
          chosen={stock}
          say={(value) => STOCK_LABELS[value]}
          onToggle={(value) => setSearch(catalogue, { stock: toggled(stock, value) })}
        />
      </Section>
      <Section title="Price range" startOpen {...(filter.priceMinor ? { summary: 'set' } : {})}>
        <Prices
          key={JSON.stringify(filter.priceMinor)}
          range={filter.priceMinor}
          among={facets.price}
          currency={currency}
          onChange={(priceMinor) => narrow({ priceMinor })}
        />
      </Section>
      <Section title="Category" startOpen {...summary(filter.categories)}>
        <Choices
          name="Category"
          facets={inSight(facets.categories, filter.categories)}
          chosen={filter.categories}
          say={lastStep}
          depth={(value) => value.split(CATEGORY_STEP).length - 1}
          onToggle={(value) => narrow({ categories: toggled(filter.categories, value) })}
        />
      </Section>
      <Section title="Brand" startOpen {...summary(filter.brands)}>
        <Choices
          name="Brand"
          facets={facets.brands}
          chosen={filter.brands}
          say={(value) => value}
          onToggle={(value) => narrow({ brands: toggled(filter.brands, value) })}
        />
      </Section>
      <Section title="Aisle" {...summary(filter.aisles)}>
        <Choices
          name="Aisle"
          facets={facets.aisles}
          chosen={filter.aisles}
          say={aisleLabel}
          onToggle={(value) => narrow({ aisles: toggled(filter.aisles, value) })}
        />
      </Section>
    </>
  )
}

/** The uppermost categories, and below those that are chosen the next ones. */
function inSight(
  categories: readonly FacetCount[],
  chosen: readonly string[] | undefined = [],
): readonly FacetCount[] {
  return categories.filter(({ value }) => {
    const above = value.split(CATEGORY_STEP).slice(0, -1).join(CATEGORY_STEP)
    return above === '' || chosen.some((path) => path === above || path.startsWith(above + CATEGORY_STEP))
  })
}

const FEW = 8

interface ChoicesProps<Value extends string> {
  readonly name: string
  readonly facets: readonly FacetCount<Value>[]
  readonly chosen: readonly Value[] | undefined
  readonly say: (value: Value) => ReactNode
  readonly depth?: (value: Value) => number
  readonly onToggle: (value: Value) => void
}

/** Values with their counts; those that are chosen are always there, so that they can be taken back. */
function Choices<Value extends string>({ name, facets, chosen, say, depth, onToggle }: ChoicesProps<Value>) {
  const [all, setAll] = useState(false)
  const lost = (chosen ?? []).filter((value) => !facets.some((one) => one.value === value))
  const listed = [...lost.map((value) => ({ value, count: 0 })), ...facets]
  const isChosen = (value: Value) => chosen?.includes(value) ?? false
  const few = listed.length <= FEW + 2 ? listed.length : FEW
  const shown = all ? listed : listed.filter(({ value }, at) => at < few || isChosen(value))
  if (listed.length === 0) return <p className="text-12 text-ink-3">None among these.</p>
  return (
    <>
      <ul aria-label={name}>
        {shown.map(({ value, count: products }) => (
          <li key={value}>
            <label
              className="flex min-h-6 items-center gap-2 rounded-[3px] hover:text-ink"
              style={{ paddingLeft: 12 * (depth?.(value) ?? 0) }}
            >
              <input
                type="checkbox"
                checked={isChosen(value)}
                onChange={() => onToggle(value)}
                className="size-3.5 shrink-0 accent-(--accent)"
              />
              <span className="min-w-0 flex-1 truncate text-13">{say(value)}</span>
              <span className="shrink-0 text-12 text-ink-3 tabular">{count(products)}</span>
            </label>
          </li>
        ))}
      </ul>
      {listed.length > few && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="mt-0.5 h-6 rounded-[3px] text-12 text-ink-3 hover:text-ink"
        >
          {all ? 'Show fewer' : `Show all ${count(listed.length)}`}
        </button>
      )}
    </>
  )
}

interface PricesProps {
  readonly range: PriceRange | undefined
  readonly among: ProductFacets['price']
  readonly currency: string
  readonly onChange: (range: PriceRange | undefined) => void
}

/** Two ends of a price range, typed in major units; what is in sight says between which prices there is anything. */
function Prices({ range, among, currency, onChange }: PricesProps) {
  const id = useId()
  const unit = 10 ** moneyDigits(currency)
  const typed = (minor: number | undefined) => (minor === undefined ? '' : String(minor / unit))
  const [low, setLow] = useState(typed(range?.min))
  const [high, setHigh] = useState(typed(range?.max))
  const [min, max] = [low, high].map((text) => {
    const value = text.trim() === '' ? NaN : Number(text.replace(/[\s,]/g, ''))
    return Number.isFinite(value) && value >= 0 ? Math.round(value * unit) : undefined
  })
  const wrong = min !== undefined && max !== undefined && min > max
  const apply = () => {
    if (wrong || (min === range?.min && max === range?.max)) return
    onChange(
      min === undefined && max === undefined
        ? undefined
        : { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <div className="flex items-center gap-1.5">
        <Input
          aria-label={`From, ${currency}`}
          inputMode="decimal"
          placeholder="from"
          value={low}
          onChange={(event) => setLow(event.target.value)}
          onBlur={apply}
        />
        <Input
          aria-label={`Up to, ${currency}`}
          inputMode="decimal"
          placeholder="up to"
          value={high}
          onChange={(event) => setHigh(event.target.value)}
          onBlur={apply}
          aria-invalid={wrong}
          aria-describedby={id}
        />
      </div>
      <p id={id} className="mt-1 text-12 text-ink-3 tabular">
        {wrong
          ? 'The lower end is above the upper.'
          : among
            ? `${formatMoney({ minor: among.min, currency })} to ${formatMoney({ minor: among.max, currency })}`
            : `No price in ${currency} among these.`}
      </p>
      <button type="submit" className="sr-only" tabIndex={-1}>
        Narrow down by price
      </button>
    </form>
  )
}
