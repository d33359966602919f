/**
 * Item-based nearest neighbours: cosine over users, shrunk, the nearest few of each product (Sarwar et al., "Item-based collaborative
 * filtering recommendation algorithms", WWW 2001; Deshpande and Karypis, "Item-based top-N recommendation algorithms", TOIS 2004).
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

/** What goes with one product, nearest first; equals by row. */
export interface Neighbours {
  /** Product rows. */
  readonly item: Int32Array
  /** Above 0, below 1. */
  readonly similarity: Float64Array
}

/**
 * Scores a product by its similarity to every product of the history whose neighbour it is, times that one's weight, summed up. Neighbours
 * are found when they are first asked for.
 */
export const fitItemKnn: Fit = ({ matrix }, { neighbours = NEIGHBOURS, shrinkage = SHRINKAGE } = {}) => {
  const find = neighbourhood(matrix, { count: neighbours, shrinkage })
  return {
    name: 'item-knn',
    score({ items, weights }, out) {
      out.fill(0)
      items.forEach((known, n) => {
        const { item, similarity } = find(known)
        for (let at = 0; at < item.length; at++) out[item[at]!]! += weights[n]! * similarity[at]!
      })
    },
    affinity(known, other) {
      const { item, similarity } = find(known)
      return similarity[item.indexOf(other)] ?? 0
    },
  }
}

/** The `count` nearest neighbours of a product row, itself left out; kept once found, since a history needs few of a large catalogue. */
export function neighbourhood(
  matrix: InteractionMatrix,
  { count, shrinkage }: { readonly count: number; readonly shrinkage: number },
): (item: number) => Neighbours {
  const users = itemRows(matrix)
  const lengths = columnLengths(matrix)
  const known = new Map<number, Neighbours>()
  // Room to work in; all 0 between two searches.
  const dots = new Float64Array(matrix.items)
  return (item) => {
    const found = known.get(item)
    if (found) return found
    const met = multiplyOut(matrix, users, item, dots)
    const similarityOf = (other: number) => dots[other]! / (lengths[item]! * lengths[other]! + shrinkage)
    const near = met.filter((other) => other !== item)
    const similarity = new Float64Array(matrix.items)
    for (const other of near) similarity[other] = similarityOf(other)
    near.sort((a, b) => similarity[b]! - similarity[a]! || a - b)
    for (const other of met) dots[other] = 0
    const nearest = near.slice(0, count)
    const made = { item: nearest, similarity: Float64Array.from(nearest, (other) => similarity[other]!) }
    known.set(item, made)
    return made
  }
}

/** Adds to `dots` the product of an item's column with every other's; gives the rows that are not 0 now. */
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
  return Int32Array.from(met)
}

/** Euclidean length of every product's column. */
function columnLengths({ items, item, weight }: InteractionMatrix): Float64Array {
  const squares = new Float64Array(items)
  item.forEach((row, entry) => (squares[row]! += weight[entry]! ** 2))
  return squares.map(Math.sqrt)
}
