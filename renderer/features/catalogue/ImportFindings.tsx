import { TriangleAlert } from 'lucide-react'
import type { Product } from '../../../shared/domain/catalogue'
import { factKind } from '../../../shared/domain/facts'
import type { ImportPreview, RefusalGroup } from '../../../shared/domain/importing'
import { count, money, plural } from '../../ui/format'

/** What an import would take and what it would not: refusals by reason, what to mind, the first products as they would be stored. */
export function ImportFindings({ preview }: { readonly preview: ImportPreview }) {
  return (
    <div className="grid grid-cols-[minmax(240px,2fr)_3fr] gap-6">
      <div className="space-y-5">
        <Refusals preview={preview} />
        <Warnings warnings={preview.warnings} />
      </div>
      <Samples preview={preview} />
    </div>
  )
}

function Refusals({ preview }: { readonly preview: ImportPreview }) {
  return (
    <section aria-label="What cannot be taken">
      <h3 className="text-13 font-medium">What cannot be taken</h3>
      {preview.refusals.length === 0 ? (
        <p className="mt-1 text-13 text-ink-3">
          {preview.complete ? 'Every row can be taken.' : 'Every one of these rows can be taken.'}
        </p>
      ) : (
        <ul className="mt-1 space-y-1.5">
          {preview.refusals.map((group) => (
            <Refusal key={`${group.first.field}${group.reason}`} group={group} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Refusal({ group: { count: rows, reason, first } }: { readonly group: RefusalGroup }) {
  const place = [first.file, `row ${count(first.row)}`, first.field].filter(Boolean).join(', ')
  return (
    <li className="text-13">
      <span className="break-words text-ink">{reason}</span>
      <span className="block text-12 text-ink-3 tabular">
        {plural(rows, 'row')}, the first: {place}
      </span>
    </li>
  )
}

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null
  return (
    <section aria-label="What to mind">
      <h3 className="text-13 font-medium">What to mind</h3>
      <ul className="mt-1 space-y-1.5">
        {warnings.map((warning) => (
          <li key={warning} className="flex gap-2 text-13 text-ink-2">
            <TriangleAlert className="mt-0.5 size-3.5 shrink-0 text-amber" aria-hidden />
            <span className="min-w-0 break-words">{warning}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Samples({ preview: { products, shoppers, interactions } }: { readonly preview: ImportPreview }) {
  return (
    <section aria-label="As they will be stored" className="min-w-0">
      <h3 className="text-13 font-medium">As they will be stored</h3>
      {products.length === 0 && <p className="mt-1 text-13 text-ink-3">No product among these rows.</p>}
      <ul className="mt-1.5 grid grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-3">
        {products.map((product) => (
          <Sample key={product.id} product={product} />
        ))}
      </ul>
      {shoppers + interactions > 0 && (
        <p className="mt-2 text-13 text-ink-2 tabular">
          And {plural(shoppers, 'shopper')} and {plural(interactions, 'interaction')}.
        </p>
      )}
    </section>
  )
}

function Sample({ product }: { readonly product: Product }) {
  const { title, category, brand, price, wasPrice, stock, facts } = product
  const line = [brand, category].filter(Boolean).join(' · ')
  return (
    <li className="rounded-md border border-line bg-surface p-3">
      <div className="font-serif text-16 break-words">{title}</div>
      {line !== '' && <div className="text-12 break-words text-ink-3">{line}</div>}
      <div className="mt-1 flex flex-wrap items-baseline gap-x-2 text-13 tabular">
        <span>{price ? money(price) : 'no price'}</span>
        {wasPrice && <s className="text-12 text-ink-3">{money(wasPrice)}</s>}
        {stock !== undefined && <span className="text-12 text-ink-3">{count(stock)} in stock</span>}
      </div>
      {facts.length === 0 ? (
        <p className="mt-1.5 text-12 text-ink-3">Nothing to say but its title.</p>
      ) : (
        <dl className="mt-1.5 grid grid-cols-[max-content_1fr] gap-x-2 text-12">
          {facts.map((fact) => (
            <div key={fact.id} className="contents">
              <dt className="text-ink-3">{factKind(fact.kind).label}</dt>
              <dd className="min-w-0 break-words">{fact.text}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
