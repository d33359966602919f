import { describe, expect, it } from 'vitest'
import { readPage } from '../../../shared/domain/phrasebook'
import { recurringOpenings, recurringRuns } from './repetition'
import type { Sampled } from './sample'
import { withExamples } from './sample'

const sampled = (sentences: readonly string[]): Sampled => {
  const [pattern] = readPage({ aisles: [], patterns: { 'fact warm': ['About {material}.'] } })
  if (!pattern) throw new Error('no pattern')
  return { page: 'test', pattern, sentences }
}

const sample = [
  sampled(['At <p1.weight>, lighter than most, it goes.', 'So light: <p1.weight>.']),
  sampled(['At <p1.weight>, lighter than a coat.']),
]

describe('what recurs', () => {
  it('counts a run by the share of expansions that hold it, slots as words', () => {
    expect(recurringRuns(sample, 1)).toEqual([
      { words: 'at <p1.weight> lighter than', where: 'warm', patterns: 1.5, pages: ['test'] },
    ])
  })

  it('counts openings by move and voice, and keeps to the limit', () => {
    expect(recurringOpenings(sample, 1).map(({ words, where }) => `${where}: ${words}`)).toEqual([
      'fact warm: at <p1.weight> lighter',
    ])
    expect(recurringOpenings(sample, 1.5)).toEqual([])
  })
})

describe('withExamples', () => {
  it('sets articles and capitals as the realiser does', () => {
    expect(withExamples('<p1.feature>, with <p1.finish>. <p1.material> in the <p1.pack>.')).toBe(
      'A padded laptop sleeve, with a matte finish. Waxed canvas in the set of 6.',
    )
  })
})
