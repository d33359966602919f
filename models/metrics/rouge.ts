/** ROUGE-L: the longest common subsequence of a text and a reference (Lin 2004). */
import { tokensOf } from './text'

/**
 * F1 of precision and recall of the longest common subsequence of tokens (words alone, lower case). 0-1; 0 where either side is empty.
 * A text that shares catalogue values with its reference cannot score 0, and a good text in other words cannot score 1.
 */
export function rougeL(text: string, reference: string): number {
  const [own, other] = [text, reference].map((side) =>
    tokensOf(side).filter((token) => /[\p{L}\p{N}]/u.test(token)),
  )
  if (!own?.length || !other?.length) return 0
  return (2 * commonSubsequence(own, other)) / (own.length + other.length)
}

/** Length of the longest common subsequence, one row of the table kept. */
function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  const row = new Uint32Array(b.length + 1)
  for (const token of a) {
    let diagonal = 0
    for (let at = 1; at <= b.length; at++) {
      const above = row[at]!
      row[at] = token === b[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1]!)
      diagonal = above
    }
  }
  return row[b.length]!
}
