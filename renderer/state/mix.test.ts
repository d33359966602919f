import { expect, it } from 'vitest'
import { addToMix, mixWords, scaleInMix, takeFromMix } from './mix'

const two = [
  { name: 'warm', scale: 1 },
  { name: 'value', scale: 0.6 },
]

it('adds at full strength, once, and four at most', () => {
  expect(addToMix(two, 'crisp')).toEqual([...two, { name: 'crisp', scale: 1 }])
  expect(addToMix(two, 'warm')).toBe(two)
  const full = ['a', 'b'].reduce(addToMix, two)
  expect(addToMix(full, 'c')).toBe(full)
})

it.each([
  [1.234, 1.25],
  [0.15000000000000002, 0.15],
  [-1, 0],
  [9, 2],
])('scales %d as %d and keeps the order', (scale, kept) => {
  expect(scaleInMix(two, 'warm', scale)).toEqual([{ name: 'warm', scale: kept }, two[1]])
})

it('takes one out, and says the rest in words', () => {
  expect([mixWords(two), mixWords(takeFromMix(two, 'warm')), mixWords([])]).toEqual([
    'warm × 1 + value × 0.6',
    'value × 0.6',
    '',
  ])
})
