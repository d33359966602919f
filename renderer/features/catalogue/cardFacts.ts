/** What is known of a product, each with the words it was read from. Pure. */
import type { Product } from '../../../shared/domain/catalogue'
import type { FactKind } from '../../../shared/domain/facts'
import { formatMoney } from '../../../shared/domain/money'
import { sourceLines } from '../../ui/source'

/** A stretch of a field of the source row, with what was read of it. */
export interface Excerpt {
  readonly field: string
  readonly text: string
  readonly mark: { readonly start: number; readonly end: number }
}

/** One thing known of a product. */
export interface CardFact {
  readonly key: string
  readonly kind: FactKind
  readonly text: string
  readonly factId?: string
  /** Undefined where the source row does not have it. */
  readonly excerpt?: Excerpt
}

/** Characters shown before and after what was read. */
const AROUND = 60

/** The columns, then the facts in the order of the row. */
export function cardFacts(product: Product): readonly CardFact[] {
  const { title, brand, price, wasPrice, rating, noun, sourceFields } = product
  const columns: readonly (readonly [FactKind, string | undefined])[] = [
    ['title', title],
    ['noun', noun],
    ['brand', brand],
    ['price', price && formatMoney(price)],
    ['wasPrice', wasPrice && formatMoney(wasPrice)],
    ['rating', rating && `${rating.mean} of 5`],
  ]
  return [
    ...columns.flatMap(([kind, text]): readonly CardFact[] => {
      if (text === undefined || text === '') return []
      const excerpt = excerptOf(product, { field: kind, text, sourceField: sourceFields?.[kind] })
      return [{ key: kind, kind, text, ...(excerpt ? { excerpt } : {}) }]
    }),
    ...product.facts.map(({ id, kind, text, source }): CardFact => {
      const excerpt = excerptOf(product, { field: kind, text, factId: id, sourceField: source.field })
      return { key: `fact ${id}`, kind, text, factId: id, ...(excerpt ? { excerpt } : {}) }
    }),
  ]
}

interface Read {
  readonly field: FactKind
  readonly text: string
  readonly factId?: string
  readonly sourceField: string | undefined
}

function excerptOf(product: Product, { sourceField, ...read }: Read): Excerpt | undefined {
  const ref = { productId: product.id, productIndex: 0, ...read, ...(sourceField ? { sourceField } : {}) }
  const line = sourceLines(product, ref).find(({ cited }) => cited)
  if (!line?.mark) return undefined
  const { start, end } = line.mark
  const from = Math.max(0, start - AROUND)
  const until = Math.min(line.value.length, end + AROUND)
  const [before, after] = [from > 0 ? '…' : '', until < line.value.length ? '…' : '']
  const moved = before.length - from
  return {
    field: line.field,
    text: `${before}${line.value.slice(from, until)}${after}`,
    mark: { start: start + moved, end: end + moved },
  }
}
