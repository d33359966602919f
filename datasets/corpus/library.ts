/** The phrasebook as a whole: every page's patterns, checked, with the questions the composer asks of it. */
import type { Aisle } from '../../shared/domain/aisles'
import type { Move } from '../../shared/domain/beats'
import { patternVariants } from '../../shared/domain/pattern'
import type { Pattern, PhrasePage } from '../../shared/domain/phrasebook'
import { readPage } from '../../shared/domain/phrasebook'
import type { Voice } from '../../shared/domain/voices'
import { pages } from './pages'

/** Patterns ready to be asked by move, voice and aisle. */
export interface Phrasebook {
  readonly patterns: readonly Pattern[]
  readonly fitting: (move: Move, voice: Voice, aisle: Aisle) => readonly Pattern[]
}

/** Reads pages into a phrasebook; throws PatternError on the first malformed pattern. */
export function openPhrasebook(from: readonly PhrasePage[] = pages): Phrasebook {
  const patterns = from.flatMap(readPage)
  const cache = new Map<string, readonly Pattern[]>()
  const fitting = (move: Move, voice: Voice, aisle: Aisle) => {
    const key = `${move}|${voice}|${aisle}`
    const found =
      cache.get(key) ??
      patterns.filter(
        (p) =>
          p.move === move && p.voices.includes(voice) && (p.aisles.length === 0 || p.aisles.includes(aisle)),
      )
    cache.set(key, found)
    return found
  }
  return { patterns, fitting }
}

/** Sizes of the phrasebook: authored patterns, distinct sentences they allow, and patterns by move and by aisle. */
export function phrasebookCounts({ patterns }: Phrasebook): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { patterns: patterns.length, sentences: 0 }
  for (const pattern of patterns) {
    counts.sentences = (counts.sentences ?? 0) + patternVariants(pattern.text)
    counts[`move ${pattern.move}`] = (counts[`move ${pattern.move}`] ?? 0) + 1
    for (const aisle of pattern.aisles) counts[`aisle ${aisle}`] = (counts[`aisle ${aisle}`] ?? 0) + 1
  }
  return counts
}
