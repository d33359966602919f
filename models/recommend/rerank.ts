/** From scores to an order: the best first, mixed as is wished, no title twice before every other has had its turn. */
import type { ProductColumns } from '../../shared/domain/columns'
import { calibrated } from './calibration'
import { cosine } from './content'
import { mmr } from './mmr'
import { byTitle } from './titles'

/** Products that may come to the front for the sake of the mix, and the places that are mixed; behind them, the score decides. */
const POOL = 100
const MIXED_PLACES = 50

/** What is ordered. */
export interface Order {
  /** By row; -Infinity for what may not be picked. */
  readonly scores: Float64Array
  readonly count: number
  /** 0-1, see `RecommendRequest`. */
  readonly diversity: number
  readonly calibration: number
  /** By row: what kind of thing it is. */
  readonly kinds: readonly string[]
  /** Share of each kind of thing in the history. */
  readonly wanted: ReadonlyMap<string, number>
}

/**
 * Rows in the order of picking; equal scores by row. The same products stand in the first places however many are asked for. Calibrated
 * first where both are wished: diversity then orders what the mix let in. What bears the title of a product before it comes behind all
 * others.
 */
export function ordered(products: ProductColumns, order: Order): readonly number[] {
  const { count } = order
  for (let length = count; ; length = Math.max(POOL, 4 * length)) {
    const rows = mixed(products, order, length)
    const { first, again } = byTitle(rows, (row) => products.titles[row]!)
    if (first.length >= count || rows.length < length) return [...first, ...again].slice(0, count)
  }
}

/** The first `count` rows, whatever their titles. */
function mixed(products: ProductColumns, order: Order, count: number): readonly number[] {
  const { scores, diversity, calibration, kinds, wanted } = order
  const isMixed = diversity > 0 || calibration > 0
  const rows = bestRows(scores, isMixed ? Math.max(count, POOL) : count)
  if (!isMixed) return rows
  const pool = rows.slice(0, POOL)
  const chosen =
    calibration > 0
      ? calibrated({ rows: pool, scores, count: MIXED_PLACES, calibration, kinds, wanted })
      : pool
  const places = Math.min(MIXED_PLACES, count)
  const front =
    diversity > 0
      ? mmr({ rows: byScore(chosen, scores), scores, count: places, diversity, similarity: alike(products) })
      : chosen.slice(0, places)
  const taken = new Set(front)
  return [...front, ...rows.filter((row) => !taken.has(row))].slice(0, count)
}

/** The rows of the `count` largest scores, largest first, equals by row; those of -Infinity left out. */
function bestRows(scores: Float64Array, count: number): readonly number[] {
  if (count < 1) return []
  // Numbers alone sort many times faster than rows by their numbers.
  const least = scores.length > count ? scores.slice().sort()[scores.length - count]! : -Infinity
  const rows: number[] = []
  scores.forEach((score, row) => {
    if (score >= least && score > -Infinity) rows.push(row)
  })
  return byScore(rows, scores).slice(0, count)
}

const byScore = (rows: readonly number[], scores: Float64Array) =>
  [...rows].sort((a, b) => scores[b]! - scores[a]! || a - b)

/** By vectors; where there are none, things of one kind are the same and others are not alike. */
function alike(products: ProductColumns): (one: number, other: number) => number {
  const { dimensions, nouns } = products
  if (dimensions > 0) return (one, other) => cosine(products, one, other)
  return (one, other) => Number(nouns[one] === nouns[other])
}
