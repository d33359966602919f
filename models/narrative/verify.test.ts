import { describe, expect, it } from 'vitest'
import type { Beat } from '../../shared/domain/beats'
import { editedProblem, sentenceProblem } from './verify'

const beat: Beat = {
  id: 'b1',
  move: 'fact',
  voice: 'warm',
  length: 'medium',
  slots: ['p1.title', 'p1.material'],
}
const context = { beat, claims: ['waterproof'], before: ['In the hills it rains.'], plural: false }

it.each([
  ['Take 3 of the waterproof <p1.title>, <p1.material>', undefined],
  ['Take the <p1.title>.', 'leaves out <p1.material>'],
  ['The <p1.title> is <p1.material>, <p2.price>.', 'says <p2.price> where it should not'],
  [' ', 'is empty'],
])('lets a person say what she likes, with the slots at hand: %s', (sentence, problem) => {
  expect(editedProblem(sentence, { beat })).toBe(problem)
})

it('keeps words out that are to be avoided, whole words only', () => {
  const avoid = ['love', 'water-based']
  const problem = (sentence: string) => sentenceProblem(sentence, { ...context, avoid })
  expect(problem('Love the <p1.title> in <p1.material>.')).toBe('says "love", which is to be avoided')
  expect(problem('Gloves go with the <p1.title> in <p1.material>.')).toBeUndefined()
})

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

  it.each([
    ['Nice bags, nice straps and nice pockets: the <p1.title> in <p1.material>, so nice.', 'harps on a word'],
    [
      `The <p1.title> in <p1.material>, ${Array.from({ length: 45 }, (_, i) => 'abcdefghij'.charAt(i % 10) + 'klmnopqrs'.charAt(i % 9)).join(' ')}.`,
      'runs on',
    ],
    ['The <p1.title> is cheaper in <p1.material>.', 'compares prices that are not there'],
  ])('%s', (sentence, problem) => {
    expect(sentenceProblem(sentence, context)).toBe(problem)
  })

  it.each([
    ['The <p1.title> is made of <p1.weight>.', 'p1.weight', 'puts the wrong verb before <p1.weight>'],
    [
      'The <p1.title> is made of <p1.compatibility>.',
      'p1.compatibility',
      'puts <p1.compatibility> where another kind belongs',
    ],
    ['The <p1.title>. Care: <p1.season>.', 'p1.season', 'puts <p1.season> where another kind belongs'],
    ['The <p1.title>. Care: <p1.care>.', 'p1.care', undefined],
    ['The <p1.title> will <p1.water>.', 'p1.water', 'lacks a verb before <p1.water>'],
    ['The <p1.title>, which have <p1.feature>.', 'p1.feature', 'does not agree in number'],
  ] as const)('knows what may complete an opening: %s', (sentence, slot, problem) => {
    expect(sentenceProblem(sentence, { ...context, beat: { ...beat, slots: ['p1.title', slot] } })).toBe(
      problem,
    )
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
