/** From scores to picks: the best first, with fewer of the same kind of thing where that is wished. */

/** What is chosen from. */
export interface Choice {
  /** By row; -Infinity for what may not be picked. */
  readonly scores: Float64Array
  readonly count: number
  /** 0-1, see `RecommendRequest`. */
  readonly diversity: number
  /** What kind of thing each row is. */
  readonly nouns: readonly string[]
}

/**
 * Rows in the order of picking; equal scores by row. With diversity d, a product's score (scaled to 0-1 over what may be picked)
 * is multiplied by 1 - d for every product of its noun picked before, a light form of maximal marginal relevance
 * (Carbonell and Goldstein, 1998).
 */
export function choose({ scores, count, diversity, nouns }: Choice): readonly number[] {
  const rows = [...scores.keys()].filter((row) => scores[row]! > -Infinity)
  rows.sort((a, b) => scores[b]! - scores[a]! || a - b)
  if (diversity === 0 || count < 2) return rows.slice(0, count)
  const least = scores[rows.at(-1) ?? 0] ?? 0
  const range = (scores[rows[0] ?? 0] ?? 0) - least || 1
  const picked: number[] = []
  const repeats = new Map<string, number>()
  const worth = (row: number) => {
    // The last of all is still worth more than one more of a kind that is not wanted again.
    const scaled = Math.max((scores[row]! - least) / range, Number.EPSILON)
    return scaled * (1 - diversity) ** (repeats.get(nouns[row]!) ?? 0)
  }
  for (
    let left = rows;
    picked.length < count && left.length > 0;
    left = left.filter((row) => row !== picked.at(-1))
  ) {
    const next = left.reduce((best, row) => (worth(row) > worth(best) ? row : best))
    picked.push(next)
    repeats.set(nouns[next]!, (repeats.get(nouns[next]!) ?? 0) + 1)
  }
  return picked
}
