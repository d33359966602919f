/** What recurs across the patterns of a voice: four words in a row, and the three words a sentence opens with. */
import type { Sampled } from './sample'

/** Words that recur, with how many patterns hold them: a pattern counts for the share of its expansions that do. */
export interface Recurrence {
  readonly words: string
  /** A voice, or a move and a voice. */
  readonly where: string
  readonly patterns: number
  readonly pages: readonly string[]
}

const wordsOf = (sentence: string) => sentence.toLowerCase().match(/<[^>]+>|[\p{L}'-]+/gu) ?? []

/** Four words in a row, slots counted as words, in more than `limit` patterns of one voice; most frequent first. */
export const recurringRuns = (sample: readonly Sampled[], limit: number): readonly Recurrence[] =>
  recurring(sample, limit, {
    wheres: ({ pattern }) => pattern.voices,
    runs: (sentence) => {
      const words = wordsOf(sentence)
      return words.slice(3).map((_, index) => words.slice(index, index + 4).join(' '))
    },
  })

/** The first three words of a sentence, shared by more than `limit` patterns of one move and voice; most frequent first. */
export const recurringOpenings = (sample: readonly Sampled[], limit: number): readonly Recurrence[] =>
  recurring(sample, limit, {
    wheres: ({ pattern }) => pattern.voices.map((voice) => `${pattern.move} ${voice}`),
    runs: (sentence) => [wordsOf(sentence).slice(0, 3).join(' ')],
  })

interface Ways {
  readonly wheres: (one: Sampled) => readonly string[]
  readonly runs: (sentence: string) => readonly string[]
}

function recurring(sample: readonly Sampled[], limit: number, ways: Ways): readonly Recurrence[] {
  const tallies = new Map<string, { share: number; readonly pages: Set<string> }>()
  for (const one of sample) {
    for (const [words, share] of shares(one, ways)) {
      for (const where of ways.wheres(one)) {
        const key = `${where}|${words}`
        const tally = tallies.get(key) ?? { share: 0, pages: new Set<string>() }
        tally.share += share
        tally.pages.add(one.page)
        tallies.set(key, tally)
      }
    }
  }
  return [...tallies]
    .filter(([, tally]) => tally.share > limit)
    .map(([key, { share, pages }]) => {
      const [where = '', words = ''] = key.split('|')
      return { words, where, patterns: Math.round(share * 10) / 10, pages: [...pages] }
    })
    .sort((a, b) => b.patterns - a.patterns || a.words.localeCompare(b.words))
}

/** Runs of one pattern with the share of its expansions that hold them. */
function shares({ sentences }: Sampled, { runs }: Ways): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const sentence of sentences)
    for (const words of new Set(runs(sentence)))
      counts.set(words, (counts.get(words) ?? 0) + 1 / sentences.length)
  return counts
}
