/** The blend behind `personalised`. */

/**
 * What each part is worth, each scaled to 0-1 over the catalogue. What was retrieved for an occasion leads: it is what the person
 * asked for. What was retrieved for interests alone says little (at the weight of an occasion it halves the hit rate). The other
 * weights lie on the flat top of a coarse grid: leave-last-out over the shop that ships, hit rate at 10.
 */
export const BLEND = {
  occasion: 0.5,
  interests: 0.1,
  cooccurrence: 0.3,
  content: 0.1,
  popularity: 0.06,
} as const

/** One part of the blend. */
export type BlendPart = keyof typeof BLEND

/** Parts of a blended score, product by product; parts that know nothing are left out. */
export type Parts = Readonly<Partial<Record<BlendPart, Float64Array>>>

/** Rank n of what was retrieved is worth 1 / (1 + n / RETRIEVAL_DEPTH), n from 0. */
const RETRIEVAL_DEPTH = 10

/** Retrieved rows, best first, as scores. */
export function retrievalScores(retrieved: readonly number[], rows: number): Float64Array {
  const scores = new Float64Array(rows)
  retrieved.forEach((row, rank) => (scores[row] = Math.max(scores[row]!, 1 / (1 + rank / RETRIEVAL_DEPTH))))
  return scores
}

/** Scales to a maximum of 1; a part without any score stays 0. */
export function scaled(scores: Float64Array): Float64Array {
  const largest = scores.reduce((max, score) => Math.max(max, score), 0)
  return largest > 0 ? scores.map((score) => score / largest) : scores
}

/** The weighted sum of the parts. */
export function blended(parts: Parts, rows: number): Float64Array {
  const total = new Float64Array(rows)
  for (const [part, scores] of entries(parts)) {
    for (let row = 0; row < rows; row++) total[row]! += BLEND[part] * scores[row]!
  }
  return total
}

/** The part that gives a product most of its score. */
export function leadingPart(parts: Parts, row: number): BlendPart | undefined {
  let best: BlendPart | undefined
  let most = 0
  for (const [part, scores] of entries(parts)) {
    const share = BLEND[part] * scores[row]!
    if (share > most) [best, most] = [part, share]
  }
  return best
}

function entries(parts: Parts): readonly (readonly [BlendPart, Float64Array])[] {
  return Object.entries(parts) as [BlendPart, Float64Array][]
}
