import { describe, expect, it } from 'vitest'
import { fit } from './algorithm'
import { boughtRows, plainProducts, rounded, trainingOf } from './fixtures'
import type { Told } from './fixtures'

const ids = ['pack', 'mug', 'cup', 'bag']

/** Four bought the pack and the mug, one of them the cup too, another looked at the cup; the bag is alone. */
const told: readonly Told[] = [
  ...['a', 'b', 'c', 'd'].map((who): Told => [who, 'pack', 'purchase', 9]),
  ...['a', 'b', 'c', 'd'].map((who): Told => [who, 'mug', 'purchase', 8]),
  ['a', 'cup', 'purchase', 7],
  ['b', 'cup', 'view', 7],
  ['e', 'bag', 'purchase', 6],
]
const training = trainingOf(plainProducts(ids), told)

describe('item-kNN', () => {
  it('is the cosine over users, shrunk', () => {
    const knn = fit('item-knn', training, { shrinkage: 3 })
    // mug: 4 / (2 x 2 + 3); cup: (1 + 0.2) / (2 x sqrt(1.04) + 3).
    expect(rounded(knn, boughtRows([0, 1]), 4)).toEqual([0, 0.5714, 0.2381, 0])
    expect(rounded(knn, boughtRows([3, 1]), 4)).toEqual([0, 0, 0, 0])
    expect(knn.affinity?.(0, 1)).toBeCloseTo(4 / 7, 6)
    expect([knn.affinity?.(0, 3), knn.affinity?.(0, 0)]).toEqual([0, 0])
  })

  it('adds up over the history by weight', () => {
    const knn = fit('item-knn', training, { shrinkage: 0 })
    const history = { ...boughtRows([0, 1], [1, 1]), weights: Float32Array.of(1, 0.5) }
    const cosine = 1.2 / (2 * Math.sqrt(1.04))
    expect(rounded(knn, history, 4)).toEqual([0.5, 1, Math.round(1.5 * cosine * 1e4) / 1e4, 0])
  })

  it('asks a product for its own nearest few', () => {
    const nearest = fit('item-knn', training, { shrinkage: 3, neighbours: 1 })
    // Nearest to the pack is the mug, and the other way round; to the cup both alike, and the pack comes first.
    expect(rounded(nearest, boughtRows([0, 1]), 4)).toEqual([0, 0.5714, 0.2381, 0])
    expect(rounded(nearest, boughtRows([1, 1]), 4)).toEqual([0.5714, 0, 0, 0])
    expect(rounded(nearest, boughtRows([2, 1]), 4)).toEqual([0, 0, 0, 0])
  })
})

describe('transitions', () => {
  /** Two went from the pack to mug and cup at once; one from the pack to the bag; one has no dates. */
  const moves = trainingOf(plainProducts(ids), [
    ['d', 'pack', 'purchase', null],
    ['d', 'bag', 'purchase', null],
    ...['a', 'b'].flatMap((who): Told[] => [
      [who, 'pack', 'purchase', 9],
      [who, 'mug', 'purchase', 5],
      [who, 'cup', 'purchase', 5],
    ]),
    ['c', 'pack', 'purchase', 4],
    ['c', 'bag', 'purchase', 3],
  ])
  const transitions = fit('transitions', moves)

  it.each([
    // Left three times: to mug and cup by 2 x 1/2 each, to the bag once; each by 3 + 3.
    ['from the pack', boughtRows([0, 1]), [0, 0.1667, 0.1667, 0.1667]],
    ['from the newest basket alone', boughtRows([0, 9], [3, 1]), [0, 0, 0, 0]],
    ['from every product of the newest basket', boughtRows([0, 1], [3, 1]), [0, 0.1667, 0.1667, 0.1667]],
    ['among the lines of one order nothing comes next', boughtRows([1, 1]), [0, 0, 0, 0]],
    ['without a date nothing comes next', boughtRows([0, null]), [0, 0, 0, 0]],
    ['from nothing', boughtRows(), [0, 0, 0, 0]],
  ])('%s', (_, history, scores) => {
    expect(rounded(transitions, history, 4)).toEqual(scores)
  })

  it('tells how often one follows another', () => {
    expect([transitions.affinity?.(0, 3), transitions.affinity?.(3, 0)]).toEqual([1 / 6, 0])
  })
})

describe('content', () => {
  const products = {
    ...plainProducts(ids),
    dimensions: 2,
    vectors: Float32Array.of(1, 0, 0, 1, 0.6, 0.8, -1, 0),
  }
  const content = fit('content', trainingOf(products, told))

  it.each([
    ['one thing', boughtRows([0, 1]), [1, 0, 0.6, 0]],
    // The mean of both points to (1, 1) / sqrt 2.
    ['two things', boughtRows([0, 1], [1, 1]), [0.7071, 0.7071, 0.9899, 0]],
    ['nothing', boughtRows(), [0, 0, 0, 0]],
  ])('is the cosine with the mean of %s', (_, history, scores) => {
    expect(rounded(content, history, 4)).toEqual(scores)
  })

  it('knows nothing where there are no vectors', () => {
    expect(rounded(fit('content', training), boughtRows([0, 1]), 4)).toEqual([0, 0, 0, 0])
  })
})
