import { describe, expect, it } from 'vitest'
import { trainClassifier } from './naiveBayes'

describe('trainClassifier', () => {
  const classify = trainClassifier([
    { label: 'a', text: 'red red blue' },
    { label: 'b', text: 'green blue' },
  ])

  it.each([
    ['red', 'a'],
    ['Green!', 'b'],
    // (1 + 0.2) / (5 + 6 * 0.2) with a, (1 + 0.2) / (3 + 6 * 0.2) with b: rarer grams, surer b.
    ['blue', 'b'],
    // Two reds outweigh a blue: a.
    ['blue red red', 'a'],
    // Nothing known: priors are equal, and the first class wins.
    ['violet', 'a'],
  ])('%s is %s', (text, label) => {
    expect(classify(text)).toBe(label)
  })

  it('cannot be trained on nothing', () => {
    expect(() => trainClassifier([])).toThrow(RangeError)
  })
})
