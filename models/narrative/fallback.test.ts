import { describe, expect, it } from 'vitest'
import type { Beat } from '../../shared/domain/beats'
import { MOVES } from '../../shared/domain/beats'
import { FACT_KINDS } from '../../shared/domain/facts'
import { fallbackSentence } from './fallback'
import { sentenceProblem } from './verify'

const base: Omit<Beat, 'slots'> = { id: 'b', move: 'fact', voice: 'warm', length: 'short' }

describe('fallbackSentence', () => {
  it.each([
    [{ ...base, slots: ['p1.material'] }, 'one', 'It is made of <p1.material>.'],
    [{ ...base, slots: ['p1.material'] }, 'many', 'They are made of <p1.material>.'],
    [{ ...base, slots: ['p1.title', 'p1.weight'] }, 'one', 'The <p1.title> weighs <p1.weight>.'],
    [
      { ...base, move: 'history', slots: ['p1.title', 'h1.title'] },
      'one',
      'Beside your <h1.title>, the <p1.title> is worth a look.',
    ],
    [{ ...base, move: 'close', relation: 'call', slots: [] }, 'one', 'Have a look.'],
    [{ ...base, move: 'occasion', slots: ['u.occasion'] }, 'one', 'For <u.occasion>, it is worth a look.'],
  ] as const)('%j %s', (beat, number, sentence) => {
    expect(fallbackSentence(beat, [number])).toBe(sentence)
  })

  it('passes verification for every kind and move, alone and with the title, in both numbers', () => {
    const beats: Beat[] = FACT_KINDS.filter((kind) => kind !== 'title').flatMap((kind) => [
      { ...base, slots: [`p1.${kind}`] },
      { ...base, slots: ['p1.title', `p1.${kind}`] },
    ])
    beats.push(...MOVES.filter((move) => move !== 'fact').map((move): Beat => ({ ...base, move, slots: [] })))
    const problems = beats.flatMap((beat) =>
      (['one', 'many'] as const).flatMap((number) => {
        const sentence = fallbackSentence(beat, [number])
        const problem = sentenceProblem(sentence, { beat, claims: [], before: [], plural: number === 'many' })
        return problem ? [`${sentence} ${problem}`] : []
      }),
    )
    expect(problems).toEqual([])
  })
})
