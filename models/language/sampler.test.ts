import { describe, expect, it } from 'vitest'
import { xoshiro128 } from './random'
import { GREEDY, NothingAllowedError, candidates, draw, likeliest, sample, surprise } from './sampler'
import type { Sampling } from './sampler'

/** Logits whose probabilities are the given ones. */
const logitsOf = (...probabilities: number[]): Float32Array => Float32Array.from(probabilities, Math.log)
const open: Sampling = { ...GREEDY, temperature: 1 }

describe('candidates', () => {
  const logits = logitsOf(0.1, 0.4, 0.2, 0.3)
  it.each<[string, Partial<Sampling>, [number, number][]]>([
    [
      'no filter',
      {},
      [
        [1, 0.4],
        [3, 0.3],
        [2, 0.2],
        [0, 0.1],
      ],
    ],
    [
      'top-k 2',
      { topK: 2 },
      [
        [1, 4 / 7],
        [3, 3 / 7],
      ],
    ],
    [
      'top-k beyond the vocabulary',
      { topK: 9 },
      [
        [1, 0.4],
        [3, 0.3],
        [2, 0.2],
        [0, 0.1],
      ],
    ],
    [
      'top-p 0.6 needs two',
      { topP: 0.6 },
      [
        [1, 4 / 7],
        [3, 3 / 7],
      ],
    ],
    ['top-p below the likeliest keeps it', { topP: 0.01 }, [[1, 1]]],
    ['top-p counts what top-k left', { topK: 2, topP: 0.55 }, [[1, 1]]],
    [
      'min-p is relative to the likeliest',
      { minP: 0.6 },
      [
        [1, 4 / 7],
        [3, 3 / 7],
      ],
    ],
    [
      'temperature 0.5 squares',
      { temperature: 0.5 },
      [
        [1, 16 / 30],
        [3, 9 / 30],
        [2, 4 / 30],
        [0, 1 / 30],
      ],
    ],
    ['temperature 2 takes roots, then top-k', { temperature: 2, topK: 1 }, [[1, 1]]],
  ])('%s', (_name, settings, expected) => {
    const list = candidates(logits, { ...open, ...settings })
    expect(list.map(({ id }) => id)).toEqual(expected.map(([id]) => id))
    for (const [index, { probability }] of list.entries())
      expect(probability).toBeCloseTo(expected[index]![1], 5)
  })

  it('orders ties by id and leaves out what is forbidden', () => {
    const list = candidates(Float32Array.of(1, -Infinity, 2, 2), open)
    expect(list.map(({ id }) => id)).toEqual([2, 3, 0])
  })
})

describe('draw', () => {
  const list = [
    { id: 7, probability: 0.5 },
    { id: 3, probability: 0.3 },
    { id: 9, probability: 0.2 },
  ]
  it.each([
    [0, 7],
    [0.499, 7],
    [0.5, 3],
    [0.79, 3],
    [0.81, 9],
    [0.9999999999999999, 9],
  ])('%f gives %i', (uniform, id) => {
    expect(draw(list, uniform)).toBe(id)
  })
})

describe('sample', () => {
  it('is greedy at temperature 0, the lower id of equals', () => {
    expect(sample(Float32Array.of(1, 3, 3, 2), GREEDY, () => 0.9)).toBe(1)
  })

  it.each<[string, number[], number[], number]>([
    ['divides a positive logit', [3, 2.9], [0], 1],
    ['multiplies a negative one', [-1, -1.1], [0], 1],
    ['counts a token once', [4, 2.9], [0, 0, 0], 0],
    ['leaves unseen tokens alone', [3, 2.9], [], 0],
  ])('repetition penalty 1.3 %s', (_name, logits, seen, expected) => {
    expect(sample(Float32Array.from(logits), { ...GREEDY, repetitionPenalty: 1.3 }, () => 0, seen)).toBe(
      expected,
    )
  })

  it('does not change the logits it is given', () => {
    const logits = Float32Array.of(3, 2, 1)
    sample(logits, { ...open, repetitionPenalty: 2, topK: 1 }, () => 0.5, [0, 1])
    expect(logits).toEqual(Float32Array.of(3, 2, 1))
  })

  it('draws as often as the probabilities say', () => {
    const random = xoshiro128(11)
    const counts = [0, 0, 0]
    for (let i = 0; i < 20_000; i++) counts[sample(logitsOf(0.2, 0.5, 0.3), open, random)]!++
    expect(counts.map((count) => Math.round((count / 20_000) * 50) / 50)).toEqual([0.2, 0.5, 0.3])
  })

  it.each([
    ['all forbidden', Float32Array.of(-Infinity, -Infinity)],
    ['not numbers', Float32Array.of(NaN, NaN)],
  ])('refuses when %s', (_name, logits) => {
    expect(() => likeliest(logits)).toThrow(NothingAllowedError)
    expect(() => sample(logits, open, () => 0)).toThrow(NothingAllowedError)
  })
})

describe('surprise', () => {
  it('is minus the log of a softmax', () => {
    expect(surprise(Float32Array.from([0, Math.log(3)]), 0)).toBeCloseTo(Math.log(4), 6)
    expect(surprise(Float32Array.from([0, Math.log(3)]), 1)).toBeCloseTo(Math.log(4 / 3), 6)
    expect(surprise(Float32Array.from([0, -Infinity]), 0)).toBe(0)
  })
})
