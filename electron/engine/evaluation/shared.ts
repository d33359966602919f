/** Columns in memory that all threads see, so that handing them over costs nothing. */
import type { InteractionColumns, ProductColumns } from '../../../shared/domain/columns'

/** A copy of numbers in shared memory. */
export function sharedFloats(values: Float64Array): Float64Array {
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength))
  copy.set(values)
  return copy
}

/** A copy of whole numbers in shared memory. */
export function sharedInts(values: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(values.byteLength))
  copy.set(values)
  return copy
}

/** Interactions with their numbers in shared memory. */
export function sharedEvents(events: InteractionColumns): InteractionColumns {
  const kind = new Uint8Array(new SharedArrayBuffer(events.kind.byteLength))
  kind.set(events.kind)
  return {
    shoppers: events.shoppers,
    shopper: sharedInts(events.shopper),
    product: sharedInts(events.product),
    kind,
    atMs: sharedFloats(events.atMs),
  }
}

/** Products with their numbers in shared memory. */
export function sharedProducts(products: ProductColumns): ProductColumns {
  const vectors = new Float32Array(new SharedArrayBuffer(products.vectors.byteLength))
  vectors.set(products.vectors)
  return { ...products, stock: sharedInts(products.stock), vectors }
}
