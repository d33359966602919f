/** How good a ranking is, judged by graded relevance, or by yes or no alone. */

/** Grades by item id; what is missing is worth 0. */
export type Grades = ReadonlyMap<string, number>

/**
 * Normalised discounted cumulative gain of the first `depth`: gains 2^grade - 1, discounts log2(rank + 1), as a share of the best order
 * there is, 0-1. Jarvelin and Kekalainen 2002; gains by Burges et al. 2005. NaN where nothing is relevant.
 */
export function ndcg(ranked: readonly string[], grades: Grades, depth: number): number {
  const best = [...grades.values()].sort((a, b) => b - a)
  const gains = ranked.slice(0, depth).map((id) => grades.get(id) ?? 0)
  return discounted(gains) / discounted(best.slice(0, depth))
}

function discounted(grades: readonly number[]): number {
  return grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) * discount(rank + 1), 0)
}

/** What a place counts, from 1. */
const discount = (place: number) => 1 / Math.log2(place + 1)

/**
 * Share of what can be found among the first `depth` that is found there, 0-1: relevant items in them by `depth`, or by all there are
 * where those are fewer, so that a full page of relevant items is 1. NaN where nothing is relevant.
 */
export function recall(ranked: readonly string[], grades: Grades, depth: number): number {
  const relevant = [...grades.values()].filter((grade) => grade > 0).length
  return ranked.slice(0, depth).filter((id) => (grades.get(id) ?? 0) > 0).length / Math.min(depth, relevant)
}

/** Reciprocal rank of the first of the best grade within `depth`, 0 where there is none, 0-1. Voorhees 1999. NaN where nothing is relevant. */
export function reciprocalRank(ranked: readonly string[], grades: Grades, depth: number): number {
  const best = Math.max(0, ...grades.values())
  if (best === 0) return Number.NaN
  const rank = ranked.slice(0, depth).findIndex((id) => grades.get(id) === best)
  return rank < 0 ? 0 : 1 / (rank + 1)
}

/** What a list is worth to one user who either takes a product or does not; each 0-1. */
export interface ListMeasures {
  /** As `ndcg` with grades 0 and 1: the ideal list is cut at `depth` too (Jarvelin and Kekalainen 2002). */
  readonly ndcg: number
  /** Hit rate: 1 where anything relevant is in the list (Deshpande and Karypis 2004). Over users with one relevant product it equals recall. */
  readonly hr: number
  /** Relevant products in the list by all there are, also where they are more than a list holds (Herlocker et al. 2004). */
  readonly recall: number
  /** Reciprocal place of the first relevant one, 0 where there is none (Voorhees 1999); its mean over users is the mean reciprocal rank. */
  readonly mrr: number
}

/**
 * The measures of a list of `depth` products.
 * @param places where the relevant ones stand in it, from 1, ascending
 * @param relevant how many there are in all; at least 1
 */
export function listMeasures(places: readonly number[], relevant: number, depth: number): ListMeasures {
  let [gain, ideal] = [0, 0]
  for (const place of places) gain += discount(place)
  for (let place = 1; place <= Math.min(depth, relevant); place++) ideal += discount(place)
  const [first] = places
  return {
    ndcg: gain / ideal,
    hr: first === undefined ? 0 : 1,
    recall: places.length / relevant,
    mrr: first === undefined ? 0 : 1 / first,
  }
}
