/** The inventory of beats a phrasebook teaches, in the form the planner reads. */
import type { Length } from '../../shared/domain/beats'
import type { InventoryEntry } from '../../shared/domain/inventory'
import { canonicalSlots } from '../../shared/domain/inventory'
import { expandPattern, patternVariants } from '../../shared/domain/pattern'
import type { Pattern } from '../../shared/domain/phrasebook'
import { lengthBand } from '../../shared/domain/prompt'
import { isEasy } from '../../shared/domain/reading'
import { seededRandom } from '../../shared/util/random'
import type { Voice } from '../../shared/domain/voices'
import type { Aisle } from '../../shared/domain/aisles'

interface Group {
  readonly pattern: Pattern
  readonly voices: Set<Voice>
  readonly lengths: Set<Length>
  readonly easyLengths: Set<Length>
  patterns: number
  sentences: number
}

/** Expansions looked at to learn a pattern's lengths. */
const LOOKS = 16

/** One entry per move, relation, slots and aisle set. */
export function inventoryOf(patterns: readonly Pattern[]): {
  readonly format: 1
  readonly entries: readonly InventoryEntry[]
} {
  const groups = new Map<string, Group>()
  for (const pattern of patterns) {
    for (const voice of pattern.voices) note(groups, pattern, voice)
  }
  const entries = [...groups.values()].map(({ pattern, voices, lengths, easyLengths, ...counts }) => ({
    move: pattern.move,
    ...(pattern.relation ? { relation: pattern.relation } : {}),
    slots: [...canonicalSlots(pattern.slots)],
    voices: [...voices],
    aisles: [...pattern.aisles] as Aisle[],
    patterns: counts.patterns,
    sentences: counts.sentences,
    lengths: [...lengths],
    easyLengths: [...easyLengths],
  }))
  return { format: 1, entries }
}

/** Voices are kept apart, since a length seen in one voice need not be seen in another. */
function note(groups: Map<string, Group>, pattern: Pattern, voice: Voice): void {
  const slots = canonicalSlots(pattern.slots).join(',')
  const key = `${pattern.move}|${pattern.relation ?? ''}|${slots}|${[...pattern.aisles].sort().join(',')}|${voice}`
  const group = groups.get(key) ?? {
    pattern,
    voices: new Set<Voice>(),
    lengths: new Set<Length>(),
    easyLengths: new Set<Length>(),
    patterns: 0,
    sentences: 0,
  }
  group.patterns += 1
  group.sentences += Math.min(patternVariants(pattern.text), SENTENCES_MAX)
  group.voices.add(voice)
  noteLengths(group, pattern)
  groups.set(key, group)
}

/** A pattern counts for at most so many sentences: beyond, nobody notices the difference. */
const SENTENCES_MAX = 200

/** Bands that a fair share of a pattern's sentences fall into: a band seen once would ask the model for what it hardly learnt. */
function noteLengths(group: Group, pattern: Pattern): void {
  const random = seededRandom(1)
  const seen = new Map<Length, number>()
  const easy = new Map<Length, number>()
  for (let look = 0; look < LOOKS; look++) {
    const sentence = expandPattern(pattern.text, 'one', (options) => random.below(options))
    const band = lengthBand(sentence)
    seen.set(band, (seen.get(band) ?? 0) + 1)
    if (isEasy(sentence)) easy.set(band, (easy.get(band) ?? 0) + 1)
  }
  for (const [band, count] of seen) if (count >= LOOKS / 6) group.lengths.add(band)
  for (const [band, count] of easy) if (count >= LOOKS / 6) group.easyLengths.add(band)
}
