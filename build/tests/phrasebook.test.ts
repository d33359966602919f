/** Every authored sentence must pass what the model's own sentences have to pass: else it teaches what is then thrown away. */
import { describe, expect, it } from 'vitest'
import { openPhrasebook } from '../../datasets/corpus/library'
import { CLAIM_WORDS, unsupportedClaims } from '../../models/narrative/claims'
import { sentenceProblem } from '../../models/narrative/verify'
import { factKind, isFactKind } from '../../shared/domain/facts'
import { splitSlot } from '../../shared/domain/beats'
import { expandPattern, patternVariants } from '../../shared/domain/pattern'
import type { Pattern } from '../../shared/domain/phrasebook'

const book = openPhrasebook()

/** What is wrong with any of the first few ways to write a pattern out, for one thing and for several. */
function problems(pattern: Pattern): string[] {
  const labels = pattern.slots.flatMap((slot) => {
    const { field } = splitSlot(slot)
    return isFactKind(field) ? [factKind(field).label] : []
  })
  const beat = {
    id: 'b',
    voice: pattern.voices[0] ?? 'warm',
    length: 'medium' as const,
    move: pattern.move,
    slots: pattern.slots,
  }
  return [false, true].flatMap((plural) =>
    Array.from({ length: Math.min(4, patternVariants(pattern.text)) }, (_, turn) => {
      const text = expandPattern(pattern.text, plural ? 'many' : 'one', (options) => turn % options)
      const problem = sentenceProblem(text, { beat, claims: unsupportedClaims(labels), before: [], plural })
      return problem ? `${text}: ${problem}` : ''
    }).filter(Boolean),
  )
}

describe('the phrasebook', () => {
  it('teaches no sentence that the verifier would refuse', () => {
    expect(book.patterns.flatMap(problems)).toEqual([])
  }, 30_000)

  it('is large and reaches every voice', () => {
    expect(book.patterns.length).toBeGreaterThan(2000)
    expect(CLAIM_WORDS.length).toBeGreaterThan(80)
  })
})
