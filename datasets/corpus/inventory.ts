/** The inventory of beats a phrasebook teaches, in the form the planner reads. */
import type { Length } from '../../shared/domain/beats'
import type { InventoryEntry } from '../../shared/domain/inventory'
import { canonicalSlots } from '../../shared/domain/inventory'
import { expandPattern } from '../../shared/domain/pattern'
import type { Pattern } from '../../shared/domain/phrasebook'
import { lengthBand } from '../../shared/domain/prompt'
import type { Voice } from '../../shared/domain/voices'
import type { Aisle } from '../../shared/domain/aisles'

interface Group {
  readonly pattern: Pattern
  readonly voices: Set<Voice>
  readonly lengths: Set<Length>
  patterns: number
}

/** One entry per move, relation, slots and aisle set. */
export function inventoryOf(patterns: readonly Pattern[]): {
  readonly format: 1
  readonly entries: readonly InventoryEntry[]
} {
  const groups = new Map<string, Group>()
  for (const pattern of patterns) {
    for (const voice of pattern.voices) note(groups, pattern, voice)
  }
  const entries = [...groups.values()].map(({ pattern, voices, lengths, patterns: count }) => ({
    move: pattern.move,
    ...(pattern.relation ? { relation: pattern.relation } : {}),
    slots: [...canonicalSlots(pattern.slots)],
    voices: [...voices],
    aisles: [...pattern.aisles] as Aisle[],
    patterns: count,
    lengths: [...lengths],
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
    patterns: 0,
  }
  group.patterns += 1
  group.voices.add(voice)
  group.lengths.add(lengthBand(expandPattern(pattern.text, 'one', () => 0)))
  groups.set(key, group)
}
