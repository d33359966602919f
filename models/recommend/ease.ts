/**
 * EASE (Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019): the weights from product to product that best restore
 * every user's row from its other entries, with ridge regularisation and no product speaking for itself; in closed form.
 */
import type { Fit } from './algorithm'
import { invertPositiveDefinite, triangleLength } from './inverse'
import { fitItemKnn } from './itemKnn'
import type { InteractionMatrix } from './matrix'

/**
 * Ridge penalty where none is asked for, as a multiple of the products a user met on average: the longer the rows, the more every two
 * products have in common by chance. Steck's best penalties lie at 3 to 8 times (500 for MovieLens-20M, 1000 for Netflix, 200 for the
 * Million Song Dataset).
 */
const PENALTY_PER_PRODUCT = 6
/**
 * Products with a user that it takes. Time grows with the cube of their number and memory with the square: `build/bench/ease.bench.ts` measures
 * both.
 */
export const EASE_ITEMS_MAX = 6000

/**
 * Scores a product by the weights that lead to it from the products of the history, times theirs. Beyond `EASE_ITEMS_MAX` item-kNN stands
 * in.
 */
export const fitEase: Fit = (training, options = {}) => {
  const rows = metItems(training.matrix)
  if (rows.length > EASE_ITEMS_MAX) {
    const reason = `EASE takes catalogues of up to ${EASE_ITEMS_MAX} products that anybody met; here they are ${rows.length}.`
    return { ...fitItemKnn(training, options), name: 'ease', standIn: { name: 'item-knn', reason } }
  }
  const penalty = options.regularisation ?? PENALTY_PER_PRODUCT * meanRow(training.matrix)
  const { size, placeOf, weights } = easeWeights(training.matrix, rows, penalty)
  return {
    name: 'ease',
    score({ items, weights: known }, out) {
      out.fill(0)
      items.forEach((item, n) => {
        const from = placeOf[item]! * size
        if (from < 0) return
        for (let to = 0; to < size; to++) out[rows[to]!]! += known[n]! * weights[from + to]!
      })
    },
    affinity(from, to) {
      const [row, column] = [placeOf[from]!, placeOf[to]!]
      return row < 0 || column < 0 ? 0 : weights[row * size + column]!
    },
  }
}

/** Product rows with a user, in their order. */
export function metItems({ items, item }: InteractionMatrix): Int32Array {
  const met = new Uint8Array(items)
  for (const row of item) met[row] = 1
  return Int32Array.from(met.keys()).filter((row) => met[row] === 1)
}

/** Products that a user met, on average over those who met any. */
function meanRow({ users, start, item }: InteractionMatrix): number {
  let active = 0
  for (let user = 0; user < users; user++) if (start[user + 1]! > start[user]!) active++
  return item.length / Math.max(1, active)
}

/** Weights between products that have a user, and where each stands among those. */
interface EaseWeights {
  /** Products with a user. */
  readonly size: number
  /** By product row; -1 where it has no user. */
  readonly placeOf: Int32Array
  /** [size x size]: from the product of the row to that of the column; 0 on the diagonal. */
  readonly weights: Float32Array
}

/** B = I - P / diag(P) with P = (X^T X + penalty I)^-1, its diagonal 0 (Steck's equation 8). */
function easeWeights(matrix: InteractionMatrix, rows: Int32Array, penalty: number): EaseWeights {
  const size = rows.length
  const placeOf = new Int32Array(matrix.items).fill(-1)
  rows.forEach((row, place) => (placeOf[row] = place))
  const entries = gram(matrix, placeOf, size)
  for (let row = 0; row < size; row++) entries[triangleLength(row) + row]! += penalty
  invertPositiveDefinite(entries, size)
  const diagonal = Float64Array.from({ length: size }, (_, row) => entries[triangleLength(row) + row]!)
  const weights = new Float32Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const value = entries[triangleLength(row) + column]!
      weights[row * size + column] = -value / diagonal[column]!
      weights[column * size + row] = -value / diagonal[row]!
    }
  }
  return { size, placeOf, weights }
}

/** X^T X over the products that have a user, its lower triangle row by row. */
function gram(
  { users, start, item, weight }: InteractionMatrix,
  placeOf: Int32Array,
  size: number,
): Float64Array {
  const sums = new Float64Array(triangleLength(size))
  for (let user = 0; user < users; user++) {
    for (let one = start[user]!; one < start[user + 1]!; one++) {
      const row = placeOf[item[one]!]!
      for (let other = start[user]!; other < start[user + 1]!; other++) {
        const column = placeOf[item[other]!]!
        if (column <= row) sums[triangleLength(row) + column]! += weight[one]! * weight[other]!
      }
    }
  }
  return sums
}
