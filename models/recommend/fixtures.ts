/** Small shops for tests. */
import type { InteractionKind } from '../../shared/domain/catalogue'
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import { INTERACTION_KINDS } from '../../shared/domain/columns'
import type { Fitted, History, TrainingSet } from './algorithm'
import { interactionMatrix } from './matrix'
import { DAY_MS } from './weights'

/** A day that events are counted back from. */
export const NOW = 1000 * DAY_MS

/** Who did what, how many days before `NOW`; null for no date. */
export type Told = readonly [shopper: string, product: string, kind: InteractionKind, daysAgo: number | null]

/** Events as columns, in the order told; shoppers are numbered as they come. */
export function columnsOf(ids: readonly string[], events: readonly Told[]): InteractionColumns {
  const shoppers = [...new Set(events.map(([shopper]) => shopper))]
  return {
    shoppers,
    shopper: Int32Array.from(events, ([shopper]) => shoppers.indexOf(shopper)),
    product: Int32Array.from(events, ([, product]) => ids.indexOf(product)),
    kind: Uint8Array.from(events, ([, , kind]) => INTERACTION_KINDS.indexOf(kind)),
    atMs: Float64Array.from(events, ([, , , daysAgo]) => (daysAgo === null ? 0 : NOW - daysAgo * DAY_MS)),
  }
}

/** Products that are only ids, without vectors and with plenty in stock. */
export function plainProducts(ids: readonly string[]): ProductColumns {
  const stock = new Int32Array(ids.length).fill(-1)
  const categories = ids.map(() => '')
  return { ids, titles: ids, nouns: ids, categories, stock, dimensions: 0, vectors: new Float32Array() }
}

/** A training set at `NOW`. */
export function trainingOf(products: ProductColumns, events: readonly Told[]): TrainingSet {
  const matrix = interactionMatrix(columnsOf(products.ids, events), products.ids.length)
  return { matrix, products, nowMs: NOW }
}

/** A history of product rows, each bought so many days before `NOW`. */
export function boughtRows(...rows: readonly (readonly [row: number, daysAgo: number | null])[]): History {
  return {
    items: Int32Array.from(rows, ([row]) => row),
    weights: new Float32Array(rows.length).fill(1),
    atMs: Float64Array.from(rows, ([, daysAgo]) => (daysAgo === null ? 0 : NOW - daysAgo * DAY_MS)),
    nowMs: NOW,
  }
}

/** Scores, rounded to four places. */
export function rounded(fitted: Fitted, history: History, items: number): readonly number[] {
  const out = new Float64Array(items).fill(Number.NaN)
  fitted.score(history, out)
  return [...out].map((score) => Math.round(score * 1e4) / 1e4)
}
