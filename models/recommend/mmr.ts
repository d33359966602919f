/**
 * Maximal marginal relevance: of two products that are as good, the one less like those picked before (Carbonell and Goldstein, "The use of
 * MMR, diversity-based reranking for reordering documents and producing summaries", SIGIR 1998).
 */

/** What is picked from. */
export interface MmrChoice {
  /** Rows, best first. */
  readonly rows: readonly number[]
  /** By row. */
  readonly scores: Float64Array
  readonly count: number
  /** 0-1, one less the paper's lambda: 0 goes by score alone, 1 by difference alone. */
  readonly diversity: number
  /** How alike two rows are, up to 1. */
  readonly similarity: (one: number, other: number) => number
}

/**
 * The first `count` rows: each time the one with the largest (1 - diversity) x score - diversity x similarity to the most similar one picked,
 * scores scaled to 0-1 over the rows given. Of equals, the first.
 */
export function mmr({ rows, scores, count, diversity, similarity }: MmrChoice): readonly number[] {
  const least = scores[rows.at(-1) ?? 0] ?? 0
  const range = (scores[rows[0] ?? 0] ?? 0) - least || 1
  // Nothing is like what was picked before anything was.
  const left = rows.map((row) => ({ row, worth: (scores[row]! - least) / range, nearest: 0 }))
  const picked: number[] = []
  while (picked.length < count && left.length > 0) {
    const marginal = (one: (typeof left)[number]) => (1 - diversity) * one.worth - diversity * one.nearest
    const best = left.reduce((most, one) => (marginal(one) > marginal(most) ? one : most))
    left.splice(left.indexOf(best), 1)
    picked.push(best.row)
    for (const one of left) {
      const alike = similarity(one.row, best.row)
      one.nearest = picked.length === 1 ? alike : Math.max(one.nearest, alike)
    }
  }
  return picked
}
