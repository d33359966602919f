/** From a fact in a text back to the catalogue row it was read from. */
import type { Product } from '../../shared/domain/catalogue'

/** A fact as a page points at it. */
export interface FactRef {
  /** Empty for what the shopper lends. */
  readonly productId: string
  /** Slot field: a fact kind, `title`, or `occasion`, `interest`, `recipient`, `name`. */
  readonly field: string
  readonly text: string
  readonly factId?: string
  readonly sourceField?: string
  /** 0-based among the shown products; -1 for history and shopper. */
  readonly productIndex: number
  /** Where the product is; the catalogue in use unless said. */
  readonly catalogue?: string | undefined
}

/** A field of the source row; `mark` is the stretch that was read, from its first character to one past its last. */
export interface SourceLine {
  readonly field: string
  readonly value: string
  readonly cited: boolean
  readonly mark?: { readonly start: number; readonly end: number }
}

const otherNames: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'name'],
  price: ['price'],
  wasPrice: ['wasPrice', 'was_price', 'compare_at_price'],
  rating: ['rating', 'ratings'],
  noun: ['noun', 'category'],
}

/** The source row with the cited field marked. Without a character range the whole value counts as read. */
export function sourceLines(product: Product, ref: FactRef): readonly SourceLine[] {
  const fact =
    product.facts.find((one) => one.id === ref.factId) ??
    product.facts.find((one) => one.kind === ref.field && one.text === ref.text)
  const names = [ref.sourceField, fact?.source.field, ...(otherNames[ref.field] ?? [ref.field])]
  const cited = names.find((field) => field !== undefined && Object.hasOwn(product.source, field))
  return Object.entries(product.source).map(([field, value]) => {
    if (field !== cited) return { field, value, cited: false }
    const { start, end } = fact?.source.field === field ? fact.source : {}
    return { field, value, cited: true, mark: { start: start ?? 0, end: end ?? value.length } }
  })
}
