/** Misspelt words put right by the words of a collection of texts. */

/** Shorter words have too many neighbours to guess among. */
const LETTERS_MIN = 5
/** From this many letters two slips are forgiven. */
const LETTERS_TWO = 9

/** Knows the words of some texts. Comparisons ignore case. */
export class Speller {
  private readonly counts = new Map<string, number>()
  private readonly byFirst = new Map<string, string[]>()

  constructor(texts: readonly string[]) {
    for (const text of texts)
      for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? [])
        this.counts.set(word, (this.counts.get(word) ?? 0) + 1)
    for (const word of this.counts.keys()) {
      const list = this.byFirst.get(word.slice(0, 1)) ?? []
      list.push(word)
      this.byFirst.set(word.slice(0, 1), list)
    }
  }

  /**
   * The word it was meant to be: with the same first letter, and one letter added, dropped or swapped with its neighbour; from nine letters on
   * two of these, or one letter changed. The closest, then the most frequent. The word itself where it is known, too short, or nothing is close.
   */
  correct(word: string): string {
    const wrong = word.toLowerCase()
    if (wrong.length < LETTERS_MIN || this.counts.has(wrong)) return word
    const allowed = wrong.length < LETTERS_TWO ? 1 : 2
    let best = { word, slips: allowed + 1, count: 0 }
    for (const other of this.byFirst.get(wrong.slice(0, 1)) ?? []) {
      if (Math.abs(other.length - wrong.length) > allowed || isLonger(wrong, other)) continue
      const slips = distance(wrong, other)
      const count = this.counts.get(other) ?? 0
      if (slips < best.slips || (slips === best.slips && slips <= allowed && count > best.count))
        best = { word: other, slips, count }
    }
    return best.slips <= allowed ? best.word : word
  }
}

/** One is the other with an ending ("cookery", "cooker"): another word and no slip. */
function isLonger(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

/**
 * Slips to make one word of another: optimal string alignment (Damerau 1964), where a letter changed counts as two, because words that differ by
 * one letter ("spanner", "spinner") are mostly two words.
 */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 2
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + change,
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
