import { describe, expect, it } from 'vitest'
import { DraftTable } from '../language/draftTable'
import { foresee, learnDrafts } from './drafting'

const END = 99
const SAY = 90
const priceHead = [80, 81, 82, 83, 70, SAY]
const closeHead = [84, 81, 82, 83, SAY]
const table = learnDrafts([
  { head: priceHead, sentence: [1, 2, 70, 3, END], count: 30 },
  { head: priceHead, sentence: [4, 2, 70, 5, END], count: 10 },
  { head: closeHead, sentence: [6, 7, 8, END], count: 20 },
  { head: [85, 81, 82, 83, SAY], sentence: [10, END], count: 1 },
  { head: [85, 81, 82, 83, SAY], sentence: [11, END], count: 1 },
  { head: [85, 81, 82, 83, SAY], sentence: [12, END], count: 1 },
])
const standing = { heads: [priceHead, closeHead], beat: 0, endBeat: END }

describe('foresee', () => {
  it.each<[string, number, number[], number[]]>([
    [
      'the likelier sentence, the next head, and the next sentence',
      0,
      [],
      [1, 2, 70, 3, END, ...closeHead, 6, 7, 8],
    ],
    ['the other sentence once it has begun', 0, [4], [2, 70, 5, END, ...closeHead, 6, 7, 8]],
    ['nothing after the last sentence', 1, [6, 7], [8]],
    ['nothing where nothing like it was learnt', 0, [50, 51, 52, 53], []],
  ])('guesses %s', (_name, beat, written, expected) => {
    expect(foresee(table, { ...standing, beat, written })).toEqual(expected)
  })

  it('guesses nothing where several go on equally often, nor from an empty table', () => {
    expect(foresee(table, { heads: [[85, 81, 82, 83, SAY]], beat: 0, written: [], endBeat: END })).toEqual([])
    expect(foresee(DraftTable.EMPTY, { ...standing, written: [] })).toEqual([])
  })
})
