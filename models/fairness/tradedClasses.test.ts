import { expect, it } from 'vitest'
import { OTHER_EXPOSURE } from '../../shared/domain/fairness'
import { largestClasses } from './tradedClasses'

/** Brand b0 has one product, b1 two and so on; the last row has none. */
const values = Array.from({ length: 14 }, (_, at) => `b${at}`)
const of = Int32Array.from([...values.flatMap((_, at) => Array<number>(at + 1).fill(at)), -1])

it('the largest twelve brands stay, all others are one class', () => {
  const large = largestClasses({ of, values }, 'brand')
  expect(large.values).toEqual([...values.slice(2), OTHER_EXPOSURE])
  const named = (at: number) => (at < 0 ? undefined : large.values[at])
  expect([...large.of.slice(0, 4)].map(named)).toEqual([...Array<string>(3).fill(OTHER_EXPOSURE), 'b2'])
  expect([...large.of.slice(-3)].map(named)).toEqual(['b13', 'b13', undefined])
})

it('fewer stay as they are, and so do tiers and aisles however many', () => {
  const few = { of: Int32Array.of(0, 1, -1), values: ['a', 'b'] }
  expect(largestClasses(few, 'category')).toBe(few)
  const many = { of, values }
  expect(largestClasses(many, 'aisle')).toBe(many)
})
