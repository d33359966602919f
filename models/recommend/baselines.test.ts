import { describe, expect, it } from 'vitest'
import { fit } from './algorithm'
import { NOW, boughtRows, plainProducts, rounded, trainingOf } from './fixtures'
import type { Told } from './fixtures'
import { lately } from './popularity'

const ids = ['pack', 'bag', 'mug', 'tent']
const told: readonly Told[] = [
  ['c', 'mug', 'purchase', null],
  ['a', 'pack', 'purchase', 60],
  ['b', 'pack', 'purchase', 60],
  ['a', 'mug', 'purchase', 30],
  ['b', 'bag', 'view', 0],
]
const training = trainingOf(plainProducts(ids), told)
const nobody = boughtRows()

describe('popularity', () => {
  it.each([
    ['popularity', {}, [2, 0.2, 2, 0]],
    // pack 2 x 1/4, bag 0.2, mug 1/2 and a half for the one without a date.
    ['popularity-recent', {}, [0.5, 0.2, 1, 0]],
    ['popularity-recent', { halfLifeDays: 60 }, [1, 0.2, 1.2071, 0]],
  ] as const)('%s, told %j', (name, options, scores) => {
    expect(rounded(fit(name, training, options), nobody, 4)).toEqual(scores)
  })

  it('counts who came lately', () => {
    expect([...lately(training.matrix, NOW)]).toEqual([0, 1, 0, 0])
  })
})

describe('chance', () => {
  const draw = (seed: number, user: number) =>
    rounded(fit('random', training, { seed }), { ...nobody, user }, 4)

  it('is the same for a seed and a user, and another for others', () => {
    expect(draw(7, 3)).toEqual(draw(7, 3))
    const draws = [draw(7, 3), draw(7, 4), draw(8, 3), draw(8, 4)].map(String)
    expect(new Set(draws).size).toBe(4)
  })

  it('is uniform', () => {
    const all = Array.from({ length: 2000 }, (_, user) => draw(1, user)).flat()
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...all)).toBeLessThanOrEqual(1)
    expect(all.reduce((sum, one) => sum + one, 0) / all.length).toBeCloseTo(0.5, 1)
  })
})
