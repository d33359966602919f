/** How much of the catalogue a group is shown, among equally many shoppers of each, so that a large group has no advantage. */
import { logChoose } from './distributions'

/** Shoppers whose lists are looked at together. */
export interface ShownLists {
  /** [shoppers x depth] product rows, best first; -1 where there are no more. */
  readonly lists: Int32Array
  readonly depth: number
  /** The first so many of each list count. */
  readonly k: number
  /** Products of the catalogue. */
  readonly items: number
}

/** A coverage with its standard error. */
export interface Covered {
  /** 0-1. */
  readonly value: number
  readonly error: number
}

/**
 * Expected share of the catalogue in the lists of `sample` shoppers drawn from `rows` without replacement: rarefaction (Hurlbert 1971), with
 * shoppers for sites and products for species. Its error is the delete-one jackknife's (Tukey 1958), which unlike the bootstrap does not
 * lose what only one shopper was shown. NaN where there are not more than `sample`.
 */
export function rarefiedCoverage(shown: ShownLists, rows: ArrayLike<number>, sample: number): Covered {
  const n = rows.length
  if (sample < 1 || n <= sample) return { value: Number.NaN, error: Number.NaN }
  const counts = countShown(shown, rows)
  const [whole, less] = [chancesOf(n, sample), chancesOf(n - 1, sample)]
  const sumOf = (chances: Float64Array) => counts.reduce((sum, count) => sum + (chances[count] ?? 1), 0)
  const [seen, without] = [sumOf(whole), sumOf(less)]
  let [sum, squares] = [0, 0]
  for (let at = 0; at < n; at++) {
    let own = without
    forEachShown(shown, rows[at]!, (item) => {
      const count = counts[item]!
      own += less[count - 1]! - (less[count] ?? 1)
    })
    sum += own
    squares += own * own
  }
  const variance = ((n - 1) / n) * Math.max(0, squares - (sum * sum) / n)
  return { value: seen / shown.items, error: Math.sqrt(variance) / shown.items }
}

/** Shoppers of `rows` who are shown each product, [items]. */
export function countShown(shown: ShownLists, rows: ArrayLike<number>): Int32Array {
  const counts = new Int32Array(shown.items)
  for (let at = 0; at < rows.length; at++) forEachShown(shown, rows[at]!, (item) => counts[item]!++)
  return counts
}

function forEachShown({ lists, depth, k }: ShownLists, row: number, tell: (item: number) => void): void {
  for (let place = 0; place < Math.min(k, depth); place++) {
    const item = lists[row * depth + place]!
    if (item >= 0) tell(item)
  }
}

/** By how many of `n` shoppers are shown a product: the chance that one of `sample` of them is. [n + 1]. */
function chancesOf(n: number, sample: number): Float64Array {
  const all = logChoose(n, sample)
  return Float64Array.from({ length: n + 1 }, (_, count) => {
    if (count === 0) return 0
    return n - count < sample ? 1 : 1 - Math.exp(logChoose(n - count, sample) - all)
  })
}
