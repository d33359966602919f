/** Small catalogues for tests. */
import type { InteractionKind } from '../../shared/domain/catalogue'
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import { INTERACTION_KINDS } from '../../shared/domain/columns'
import { plainProducts } from '../recommend/fixtures'

/** One event: shopper, product row, time, and its kind (a purchase where none is given). */
export type Event = readonly [shopper: string, product: number, atMs: number, kind?: InteractionKind]

/** Interactions in the order given, which must be that of time. */
export function eventColumns(events: readonly Event[]): InteractionColumns {
  const shoppers = [...new Set(events.map(([shopper]) => shopper))]
  return {
    shoppers,
    shopper: Int32Array.from(events, ([shopper]) => shoppers.indexOf(shopper)),
    product: Int32Array.from(events, ([, product]) => product),
    kind: Uint8Array.from(events, ([, , , kind = 'purchase']) => INTERACTION_KINDS.indexOf(kind)),
    atMs: Float64Array.from(events, ([, , atMs]) => atMs),
  }
}

/** So many products without anything to them. */
export function productColumns(count: number): ProductColumns {
  return plainProducts(Array.from({ length: count }, (_, row) => `p${row}`))
}
