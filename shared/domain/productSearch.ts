/** Browsing a catalogue: what it is narrowed down by, in which order it comes, and how much is left of what. */
import type { Aisle } from './aisles'
import type { CurrencyCode } from './catalogue'

/** Orders of a product list. Relevance is popularity where nothing is searched for. */
export const PRODUCT_SORTS = ['relevance', 'popularity', 'cheapest', 'dearest', 'title'] as const

/** One of the orders. */
export type ProductSort = (typeof PRODUCT_SORTS)[number]

/** Whether things are in stock; `unknown` where the source does not say. */
export const STOCK_STATES = ['in', 'out', 'unknown'] as const

/** One of them. */
export type StockState = (typeof STOCK_STATES)[number]

/** A value of a column and how many products have it. */
export interface FacetCount<Value extends string = string> {
  readonly value: Value
  readonly count: number
}

/**
 * What a search could be narrowed down by. Each column is counted over what the search and the other columns leave, so that a count says
 * how many there will be; values without a product are left out.
 */
export interface ProductFacets {
  readonly aisles: readonly FacetCount<Aisle>[]
  /** Every level of the paths, a path before what lies below it; the most common when there are too many. */
  readonly categories: readonly FacetCount[]
  /** Most common first. */
  readonly brands: readonly FacetCount[]
  readonly stock: readonly FacetCount<StockState>[]
  /** Minor units of `currency`; undefined where no product left has a price in it. */
  readonly price?: { readonly min: number; readonly max: number; readonly currency: CurrencyCode } | undefined
}

/** The most values of one column that are listed. */
export const FACET_VALUES_MAX = 200
