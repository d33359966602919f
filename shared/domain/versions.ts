/** Versions of a catalogue and what differs between two of them. */
import type { CatalogueSummary } from './catalogue'

/** What can have happened to a product from one version to another. */
export const PRODUCT_FATES = ['added', 'removed', 'changed'] as const

/** One of them. */
export type ProductFate = (typeof PRODUCT_FATES)[number]

/** A value that differs; the side that has none is left out. */
export interface FieldChange {
  /** A column (`price`), a fact by its id (`feature.2`), or a field of the source row. */
  readonly field: string
  /** What the field belongs to. */
  readonly part: 'column' | 'fact' | 'source'
  /** What people call it: "Price", "Feature". */
  readonly label: string
  readonly before?: string | undefined
  readonly after?: string | undefined
}

/** A product that differs. */
export interface ProductChange {
  readonly id: string
  /** As it is later, or was last. */
  readonly title: string
  readonly fate: ProductFate
  /** Of a changed product. */
  readonly fields: readonly FieldChange[]
}

/** What differs between two versions: counts of all, and one page of products. */
export interface VersionDiff {
  readonly before: CatalogueSummary
  readonly after: CatalogueSummary
  readonly counts: Readonly<Record<ProductFate, number>> & { readonly same: number }
  readonly items: readonly ProductChange[]
  /** How many products are to be had, page by page, of the fate asked for. */
  readonly total: number
}

/** A version as it is listed. */
export interface CatalogueVersion extends CatalogueSummary {
  /** Files that it was imported from, where they are known: their paths, of those that a window sent their names. */
  readonly files: readonly string[]
  /** A window sent some of them, and what windows send is not kept: only choosing them again makes it anew. */
  readonly sent?: boolean | undefined
}
