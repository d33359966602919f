/** What each tested shopper's list comes to, measure by measure: the columns that an audit parts into groups. */
import type { PickMeasure } from '../../shared/domain/fairness'
import { PICK_MEASURES, PRICE_TIERS } from '../../shared/domain/fairness'
import { heldOutOf } from '../evaluate/study'
import type { Study } from '../evaluate/study'
import { listMeasures } from '../metrics/ranking'
import { mixDivergence, mixOf } from '../recommend/calibration'
import type { Merchandise } from './merchandise'
import { priceLevels, priceTiers } from './merchandise'

/** Lists to be measured. */
export interface MeasuredLists {
  readonly study: Study
  /** [users x depth] product rows in the order of `study.users`, best first; -1 where there are no more. */
  readonly lists: Int32Array
  readonly depth: number
  /** The first so many of each list are measured. */
  readonly k: number
  readonly merchandise: Merchandise
}

/** By tested shopper; NaN where there is nothing to measure. Each is defined in the README of this folder. */
export type PickColumns = Readonly<Record<PickMeasure, Float64Array>>

const PREMIUM = PRICE_TIERS.indexOf('premium')

/** Measures every shopper's list. */
export function measureLists({ study, lists, depth, k, merchandise }: MeasuredLists): PickColumns {
  const columns = Object.fromEntries(
    PICK_MEASURES.map((measure) => [measure, new Float64Array(study.users.length)]),
  ) as Record<PickMeasure, Float64Array>
  const measured = measuring(study, merchandise)
  study.users.forEach((user, at) => {
    const list = lists.subarray(at * depth, at * depth + Math.min(k, depth)).filter((item) => item >= 0)
    const values = measured(user, list, k)
    for (const measure of PICK_MEASURES) columns[measure][at] = values[measure]
  })
  return columns
}

/** What is the same for all lists is made once. */
function measuring(
  study: Study,
  merchandise: Merchandise,
): (user: number, list: Int32Array, k: number) => Readonly<Record<PickMeasure, number>> {
  const { matrix } = study.training
  const { priceMinor, wasMinor, categories } = merchandise
  const levels = priceLevels(merchandise)
  const premium = Float64Array.from(priceTiers(merchandise), (tier) =>
    tier < 0 ? Number.NaN : Number(tier === PREMIUM),
  )
  const prices = priceMinor.map(Math.log)
  const off = priceMinor.map((price, row) => {
    if (Number.isNaN(price)) return Number.NaN
    return wasMinor[row]! > price ? 1 - price / wasMinor[row]! : 0
  })
  const known = Float64Array.from(study.takers, (takers) => takers / matrix.users)
  return (user, list, k) => {
    const history = matrix.item.subarray(matrix.start[user], matrix.start[user + 1])
    const wanted = heldOutOf(study, user)
    const places = [...list.keys()].flatMap((place) => (wanted.includes(list[place]!) ? [place + 1] : []))
    const { ndcg, hr } = wanted.length > 0 ? listMeasures(places, wanted.length, k) : nothing
    const [priceLevel, historyLevel] = [meanOf(levels, list), meanOf(levels, history)]
    return {
      ...{ ndcg, hr, priceLevel, historyLevel },
      priceLift: priceLevel - historyLevel,
      price: meanOf(prices, list),
      premium: meanOf(premium, list),
      discount: meanOf(off, list),
      popularity: meanOf(known, list),
      diversity: varietyOf(list, merchandise),
      miscalibration: miscalibrationOf(list, history, categories),
    }
  }
}

const nothing = { ndcg: Number.NaN, hr: Number.NaN }

/** Mean of a column over rows, those without a value left out; NaN where none has one. */
function meanOf(column: Float64Array, rows: Int32Array): number {
  let [sum, count] = [0, 0]
  for (const row of rows) {
    const value = column[row]!
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return sum / count
}

/**
 * 1 less the mean cosine of all pairs (intra-list diversity: Ziegler et al. 2005); without vectors the share of pairs of different kinds. NaN
 * for fewer than two products.
 */
function varietyOf(list: Int32Array, { kinds, vectors, dimensions }: Merchandise): number {
  const pairs = (list.length * (list.length - 1)) / 2
  if (pairs === 0) return Number.NaN
  if (dimensions === 0) {
    let unlike = 0
    list.forEach((one, place) => {
      for (let other = 0; other < place; other++) unlike += Number(kinds[one] !== kinds[list[other]!])
    })
    return unlike / pairs
  }
  // The squared length of the sum is that of each, and twice the cosine of every pair.
  let [whole, own] = [0, 0]
  for (let axis = 0; axis < dimensions; axis++) {
    let sum = 0
    for (const row of list) {
      const value = vectors[row * dimensions + axis]!
      sum += value
      own += value * value
    }
    whole += sum * sum
  }
  return 1 - (whole - own) / 2 / pairs
}

/** Steck 2018: Kullback-Leibler divergence, nats, of the list's mix of categories, smoothed, from that of the history, each product once. */
function miscalibrationOf(list: Int32Array, history: Int32Array, categories: readonly string[]): number {
  const kindsOf = (rows: Int32Array) => [...rows].filter((row) => categories[row] !== '')
  const [shown, own] = [kindsOf(list), kindsOf(history)]
  if (shown.length === 0 || own.length === 0) return Number.NaN
  return mixDivergence(mixOf(own.map((row) => ({ kind: categories[row]!, weight: 1 }))), shown, categories)
}
