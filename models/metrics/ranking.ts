/** How good a ranking is, judged by graded relevance. */

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
  return grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0)
}

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
