import { describe, expect, it } from 'vitest'
import { NOW, columnsOf } from './fixtures'
import type { Told } from './fixtures'
import { historyOf, interactionMatrix, itemRows, without } from './matrix'
import { DAY_MS } from './weights'

const ids = ['pack', 'mug', 'cup']

/** a looks at the mug, buys the pack, then the mug; b buys the cup; c only looks. */
const told: readonly Told[] = [
  ['a', 'mug', 'view', 9],
  ['b', 'cup', 'purchase', 8],
  ['a', 'pack', 'purchase', 7],
  ['a', 'mug', 'purchase', 5],
  ['c', 'cup', 'cart', 4],
  ['c', 'cup', 'view', 3],
  ['a', 'pack', 'view', 1],
]
const matrix = interactionMatrix(columnsOf(ids, told), ids.length)

describe('the matrix of interactions', () => {
  it('has one entry a pair, oldest first, of the strongest kind and the newest date', () => {
    expect([...matrix.start]).toEqual([0, 2, 3, 4])
    expect([...matrix.item].map((row) => ids[row])).toEqual(['mug', 'pack', 'cup', 'cup'])
    expect([...matrix.weight]).toEqual([1, 1, 1, 0.5])
    expect([...matrix.atMs].map((atMs) => (NOW - atMs) / DAY_MS)).toEqual([5, 1, 8, 3])
  })

  it('keeps the events it is told to keep, and an empty row for who has none', () => {
    const views = interactionMatrix(columnsOf(ids, told), ids.length, (event) => told[event]?.[2] === 'view')
    expect([...views.start]).toEqual([0, 2, 2, 3])
    // Where all anybody did was look, a look is the measure.
    expect([...views.weight]).toEqual([1, 1, 1])
  })

  it('gives rows as histories', () => {
    const { items, weights, user } = historyOf(matrix, 2, NOW)
    expect([[...items], [...weights], user]).toEqual([[2], [0.5], 2])
  })

  it('turns round', () => {
    const { start, user, entry } = itemRows(matrix)
    expect([[...start], [...user], [...entry]]).toEqual([
      [0, 1, 2, 4],
      [0, 0, 1, 2],
      [1, 0, 2, 3],
    ])
  })

  it('does without entries', () => {
    const less = without(matrix, new Set([0, 2]))
    expect([[...less.start], [...less.item], [...less.weight]]).toEqual([
      [0, 1, 1, 2],
      [0, 2],
      [1, 0.5],
    ])
  })
})
