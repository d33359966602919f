import { describe, expect, it } from 'vitest'
import type { Beat } from '../../shared/domain/beats'
import { sentenceProblem } from './verify'

const beat: Beat = {
  id: 'b1',
  move: 'fact',
  voice: 'warm',
  length: 'medium',
  slots: ['p1.title', 'p1.material'],
}
const context = { beat, claims: ['waterproof'], before: ['In the hills it rains.'], plural: false }

describe('sentenceProblem', () => {
  it.each([
    ['The <p1.title> is made of <p1.material>.', undefined],
    ['The <p1.title> is made well.', 'leaves out <p1.material>'],
    ['The <p1.title> is made of <p1.material> and <p1.material>.', 'says <p1.material> where it should not'],
    ['The <p1.title> is made of <p1.material>, <p1.weight>.', 'says <p1.weight> where it should not'],
    ['The <p1.title> is made of <p1.material>', 'does not end'],
    ['The 3 <p1.title> is made of <p1.material>.', 'spells a figure'],
    ['The <p1.title> is waterproof <p1.material>.', 'claims "waterproof"'],
    ['The <p1.title> weighs <p1.material>.', 'puts the wrong verb before <p1.material>'],
    ['The the <p1.title> is <p1.material>.', 'repeats a word'],
    ['In the end the <p1.title> is <p1.material>.', 'opens like the sentence before'],
    ['The <p1.title> are made of <p1.material>.', 'does not agree in number'],
    ['The <p1.title> is made of <p1.material> and the.', 'breaks off'],
    ['The <p1.title> , made of <p1.material>.', 'has stray punctuation'],
  ])('%s', (sentence, problem) => {
    expect(sentenceProblem(sentence, context)).toBe(problem)
  })

  it('wants "are" after a plural title', () => {
    expect(sentenceProblem('The <p1.title> is made of <p1.material>.', { ...context, plural: true })).toBe(
      'does not agree in number',
    )
    expect(
      sentenceProblem('The <p1.title> are made of <p1.material>.', { ...context, plural: true }),
    ).toBeUndefined()
  })
})
