/**
 * Item-based nearest neighbours: cosine over users, shrunk; a product is scored by those of its own nearest few that the history has
 * (Sarwar et al., "Item-based collaborative filtering recommendation algorithms", WWW 2001).
 */
import type { Fit } from './algorithm'
import type { InteractionMatrix, ItemRows } from './matrix'
import { itemRows } from './matrix'

/** Neighbours kept of each product. */
const NEIGHBOURS = 200
/** Added to the cosine's denominator, so that few shared users prove little. */
const SHRINKAGE = 10
/** Products of one user that count, newest first; a crawler's ten thousand views say nothing. */
const PRODUCTS_PER_USER = 1000

/** Scores a product by its similarity to every neighbour of its own in the history, times that one's weight, summed up. */
export const fitItemKnn: Fit = ({ matrix }, { neighbours = NEIGHBOURS, shrinkage = SHRINKAGE } = {}) => {
  const { start, item, similarity } = neighbourhoods(matrix, { count: neighbours, shrinkage })
  return {
    name: 'item-knn',
    score({ items, weights }, out) {
      out.fill(0)
      items.forEach((known, n) => {
        for (let at = start[known]!; at < start[known + 1]!; at++)
          out[item[at]!]! += weights[n]! * similarity[at]!
      })
    },
    affinity(known, other) {
      const from = start[known]!
      const at = item.subarray(from, start[known + 1]).indexOf(other)
      return at < 0 ? 0 : similarity[from + at]!
    },
  }
}

/** For every product those that have it among their neighbours: of product `i` they lie from `start[i]` up to `start[i + 1]`, by row. */
interface Neighbourhoods {
  /** [items + 1]. */
  readonly start: Int32Array
  readonly item: Int32Array
  /** Above 0, below 1. */
  readonly similarity: Float32Array
}

/** How near products are found. */
interface Nearness {
  readonly count: number
  readonly shrinkage: number
}

function neighbourhoods(matrix: InteractionMatrix, nearness: Nearness): Neighbourhoods {
  const find = finder(matrix, nearness)
  const start = new Int32Array(matrix.items + 1)
  const found = Array.from({ length: matrix.items }, (_, item) => find(item))
  for (const { near } of found) for (const known of near) start[known + 1]!++
  for (let item = 0; item < matrix.items; item++) start[item + 1]! += start[item]!
  const next = start.slice()
  const size = start[matrix.items]!
  const turned = { start, item: new Int32Array(size), similarity: new Float32Array(size) }
  found.forEach(({ near, similarity }, item) => {
    near.forEach((known, n) => {
      const at = next[known]!++
      turned.item[at] = item
      turned.similarity[at] = similarity[n]!
    })
  })
  return turned
}

/** The nearest products of one, itself left out, in no order; of equals at the end the first by row. */
interface Near {
  readonly near: Int32Array
  readonly similarity: Float32Array
}

function finder(matrix: InteractionMatrix, { count, shrinkage }: Nearness): (item: number) => Near {
  const users = itemRows(matrix)
  const lengths = columnLengths(matrix)
  // Room to work in: the products with one column, all 0 between two searches.
  const dots = new Float64Array(matrix.items)
  return (item) => {
    const met = multiplyOut(matrix, users, item, dots)
    const others = met.filter((other) => other !== item)
    const all = Float64Array.from(
      others,
      (other) => dots[other]! / (lengths[item]! * lengths[other]! + shrinkage),
    )
    for (const other of met) dots[other] = 0
    const kept = largest(all, count)
    return {
      near: kept.map((n) => others[n]!),
      similarity: Float32Array.from(kept, (n) => all[n]!),
    }
  }
}

/** Places of the `count` largest values, in their order; of equals the first. */
function largest(values: Float64Array, count: number): Int32Array {
  const places = Int32Array.from(values.keys())
  if (values.length <= count) return places
  const least = values.slice().sort()[values.length - count]!
  let equals = count - values.filter((value) => value > least).length
  return places.filter((n) => values[n]! > least || (values[n] === least && equals-- > 0))
}

/** Adds to `dots` the products of an item's column with every other's; gives the rows that are not 0 now, rising. */
function multiplyOut(
  matrix: InteractionMatrix,
  users: ItemRows,
  item: number,
  dots: Float64Array,
): Int32Array {
  const met: number[] = []
  for (let at = users.start[item]!; at < users.start[item + 1]!; at++) {
    const user = users.user[at]!
    const weight = matrix.weight[users.entry[at]!]!
    const end = matrix.start[user + 1]!
    for (let entry = Math.max(matrix.start[user]!, end - PRODUCTS_PER_USER); entry < end; entry++) {
      const other = matrix.item[entry]!
      if (dots[other] === 0) met.push(other)
      dots[other]! += weight * matrix.weight[entry]!
    }
  }
  return Int32Array.from(met).sort()
}

/** Euclidean length of every product's column. */
function columnLengths({ items, item, weight }: InteractionMatrix): Float64Array {
  const squares = new Float64Array(items)
  item.forEach((row, entry) => (squares[row]! += weight[entry]! ** 2))
  return squares.map(Math.sqrt)
}
