/** A catalogue as columns: what recommenders and metrics compute on. Row numbers are 0-based and hold within one catalogue version. */
import type { InteractionKind } from './catalogue'

/** Interaction kinds by the number they are stored as. */
export const INTERACTION_KINDS: readonly InteractionKind[] = ['view', 'cart', 'purchase']

/** Products, one row each, in the order in which they were imported. */
export interface ProductColumns {
  readonly ids: readonly string[]
  readonly titles: readonly string[]
  readonly nouns: readonly string[]
  /** Paths, as in `Product`; empty where the source has none. */
  readonly categories: readonly string[]
  /** Units in stock; -1 where the source does not say. */
  readonly stock: Int32Array
  /** Width of a vector; 0 when the catalogue has none. */
  readonly dimensions: number
  /** [rows x dimensions], row by row, each of length 1. */
  readonly vectors: Float32Array
}

/** Interactions, oldest first. */
export interface InteractionColumns {
  /** Shopper ids, by the numbers in `shopper`. */
  readonly shoppers: readonly string[]
  readonly shopper: Int32Array
  /** Row in `ProductColumns`. */
  readonly product: Int32Array
  /** Place in `INTERACTION_KINDS`. */
  readonly kind: Uint8Array
  /** Milliseconds since the Unix epoch; 0 when the source has no date. */
  readonly atMs: Float64Array
}
