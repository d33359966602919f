import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Aisle } from '../../../shared/domain/aisles'
import { AISLES, aisleLabel, isAisle } from '../../../shared/domain/aisles'
import { useEngine } from '../../api/client'
import { Input } from '../../ui/Field'
import { TokenField } from '../../ui/TokenField'
import { useSettled } from '../../ui/useSettled'
import { PriceEnds } from './PriceEnds'
import { Problem } from './Problem'
import type { FormPart } from './RuleEditor'
import { filterInput } from './filters'
import type { RuleForm } from './ruleForm'
import { NO_SEARCH } from './session'

/** Products of a search that are offered. */
const OFFERED = 12

interface RuleProductsProps extends FormPart {
  readonly catalogue: string
}

/** Which products a rule means: every part that is filled in must hold. */
export function RuleProducts({ catalogue, ...part }: RuleProductsProps) {
  const { form, problems, currency, onChange } = part
  const { filter } = form
  const narrow = (change: Partial<typeof filter>) => onChange({ filter: { ...filter, ...change } })
  return (
    <fieldset className="space-y-2.5">
      <legend className="text-13 font-medium">Which products</legend>
      {problems.filter !== undefined && <Problem problem={problems.filter} />}
      <ById catalogue={catalogue} ids={filter.ids ?? []} onChange={(ids) => narrow({ ids })} />
      <Kinds catalogue={catalogue} filter={filter} narrow={narrow} />
      <label className="block">
        <span className="mb-1 block text-12 text-ink-3">Text in the title</span>
        <Input
          value={filter.title ?? ''}
          maxLength={200}
          onChange={(event) => narrow({ title: event.target.value })}
        />
      </label>
      <PriceEnds
        label={`Price of the products, ${currency}`}
        low={form.priceMin}
        high={form.priceMax}
        onLow={(priceMin) => onChange({ priceMin })}
        onHigh={(priceMax) => onChange({ priceMax })}
      />
      {problems.priceMin !== undefined && <Problem problem={problems.priceMin} />}
    </fieldset>
  )
}

interface KindsProps {
  readonly catalogue: string
  readonly filter: RuleForm['filter']
  readonly narrow: (change: Partial<RuleForm['filter']>) => void
}

const plain = (value: string) => value

/** Products by what they have in common, offered from what the catalogue has. */
function Kinds({ catalogue, filter, narrow }: KindsProps) {
  const engine = useEngine()
  const facets = useQuery(engine.productFacets.queryOptions({ catalogue, ...filterInput(NO_SEARCH) }))
  return (
    <>
      <TokenField
        label="Brand"
        values={filter.brands ?? []}
        choices={facets.data?.brands.map(({ value }) => value) ?? []}
        say={plain}
        onChange={(brands) => narrow({ brands })}
        placeholder="any"
        nothing="No brand is called that"
      />
      <TokenField
        label="Category, with what lies below it"
        values={filter.categories ?? []}
        choices={facets.data?.categories.map(({ value }) => value) ?? []}
        say={plain}
        onChange={(categories) => narrow({ categories })}
        placeholder="any"
        nothing="No category is called that"
      />
      <TokenField
        label="Aisle"
        values={filter.aisles ?? []}
        choices={AISLES}
        say={(value) => (isAisle(value) ? aisleLabel(value) : value)}
        onChange={(aisles) => narrow({ aisles: aisles.filter((value): value is Aisle => isAisle(value)) })}
        placeholder="any"
        nothing="No aisle is called that"
      />
      <TokenField
        label="What it is"
        values={filter.nouns ?? []}
        choices={[]}
        say={plain}
        onChange={(nouns) => narrow({ nouns })}
        placeholder="any; type “backpack”"
        free
      />
    </>
  )
}

interface ByIdProps {
  readonly catalogue: string
  readonly ids: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Single products, found by their words. */
function ById({ catalogue, ids, onChange }: ByIdProps) {
  const engine = useEngine()
  const [typed, setTyped] = useState('')
  const search = { ...NO_SEARCH, text: useSettled(typed) }
  const found = useQuery(
    engine.searchProducts.queryOptions(
      { catalogue, ...filterInput(search), limit: OFFERED },
      { placeholderData: keepPreviousData },
    ),
  )
  const chosen = useQueries({
    queries: ids.map((id) => engine.product.queryOptions({ catalogue, id }, { retry: false })),
  })
  const titles = new Map([
    ...(found.data?.items ?? []).map(({ id, title }) => [id, title] as const),
    ...chosen.flatMap(({ data }) => (data ? [[data.id, data.title] as const] : [])),
  ])
  return (
    <TokenField
      label="These products"
      values={ids}
      choices={found.data?.items.map(({ id }) => id) ?? []}
      say={(id) => titles.get(id) ?? id}
      onChange={onChange}
      placeholder="any; type to search"
      onType={setTyped}
      nothing="No product is like that"
    />
  )
}
