/**
 * What is met next: a graph from the products of one basket to those of the basket after it, the first-order Markov chain of baskets
 * (Rendle et al., "Factorizing personalized Markov chains for next-basket recommendation", WWW 2010, not factorised). What a user met at
 * one time is one basket: among the lines of one order there is no first and no next.
 */
import type { Fit, History } from './algorithm'
import type { InteractionMatrix, ItemRows } from './matrix'
import { itemRows } from './matrix'

/** Added to how often a product was left for another basket, so that one move proves little. */
const SHRINKAGE = 3

/** Where one leads. */
export interface Moves {
  /** Product rows. */
  readonly item: Int32Array
  /** How often each was met next, each basket's shared out among its products, by times left plus the shrinkage: below 1. */
  readonly share: Float64Array
}

/** Scores by the moves from every product of the newest basket, summed up; nothing follows from a history without dates. */
export const fitTransitions: Fit = ({ matrix }) => {
  const users = itemRows(matrix)
  const known = new Map<number, Moves>()
  const movesFrom = (item: number) => {
    const moves = known.get(item) ?? findMoves(matrix, users, item)
    known.set(item, moves)
    return moves
  }
  return {
    name: 'transitions',
    score(history, out) {
      out.fill(0)
      for (const known of newestBasket(history)) {
        const { item, share } = movesFrom(known)
        for (let at = 0; at < item.length; at++) out[item[at]!]! += share[at]!
      }
    },
    affinity(from, to) {
      const { item, share } = movesFrom(from)
      return share[item.indexOf(to)] ?? 0
    },
  }
}

/** Products met at the newest date of a history. */
export function newestBasket({ items, atMs }: History): Int32Array {
  const newestMs = atMs.at(-1) ?? 0
  return newestMs === 0 ? new Int32Array() : items.filter((_, n) => atMs[n] === newestMs)
}

function findMoves(matrix: InteractionMatrix, users: ItemRows, item: number): Moves {
  const counts = new Map<number, number>()
  let left = 0
  for (let at = users.start[item]!; at < users.start[item + 1]!; at++) {
    const next = nextBasket(matrix, users.user[at]!, users.entry[at]!)
    if (next.length > 0) left++
    for (const other of next) counts.set(other, (counts.get(other) ?? 0) + 1 / next.length)
  }
  return {
    item: Int32Array.from(counts.keys()),
    share: Float64Array.from(counts.values(), (count) => count / (left + SHRINKAGE)),
  }
}

/** Products of the basket after that of an entry; none after the last one, and none after an entry without a date. */
function nextBasket({ start, item, atMs }: InteractionMatrix, user: number, entry: number): Int32Array {
  const end = start[user + 1]!
  const own = atMs[entry]!
  if (own === 0) return new Int32Array()
  let from = entry
  while (from < end && atMs[from]! <= own) from++
  let to = from
  while (to < end && atMs[to] === atMs[from]) to++
  return item.subarray(from, to)
}
