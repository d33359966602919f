import { expect, it } from 'vitest'
import type { RankedProduct } from '../../../shared/contract/parts/rules'
import { rulesSeen } from './rulePlaces'

const place = (change: RankedProduct['change'], otherPlace: number | undefined, words: string) => ({
  ...{ id: 'a', title: 'A', place: 1, reason: 'r', rules: [words], change, otherPlace },
})

it.each([
  ['before', place('removed', undefined, 'left out by rule X'), ['left out by rule X']],
  ['before', place('removed', 14, 'moved down by rule X'), []],
  ['before', place('up', 1, 'boosted by rule X'), []],
  ['before', place('same', 1, 'boosted by rule X'), []],
  ['after', place('up', 3, 'boosted by rule X'), ['boosted by rule X']],
  ['after', place('added', undefined, 'pinned by rule X'), ['pinned by rule X']],
] as const)('in the list %s, %j says %j', (list, product, said) => {
  expect(rulesSeen(product, list)).toEqual(said)
})
