import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/util/random'
import { fit } from './algorithm'
import type { Blend } from './blend'
import { DEFAULT_BLEND } from './blend'
import { fitBlend, fittingBlend } from './blendFit'
import { boughtRows, plainProducts, rounded, trainingOf } from './fixtures'
import type { Told } from './fixtures'

const ids = ['pack', 'mug', 'cup', 'bag']
const few: readonly Told[] = [
  ['a', 'pack', 'purchase', 9],
  ['a', 'mug', 'purchase', 5],
  ['b', 'pack', 'purchase', 9],
  ['b', 'mug', 'purchase', 5],
  ['b', 'cup', 'purchase', 5],
  ['c', 'bag', 'purchase', 1],
]

/** Sixty products in twenty families of three; whoever takes one of a family takes the others after it. */
function families(users: number): readonly Told[] {
  const random = seededRandom(5)
  return Array.from({ length: users }, (_, user) => {
    const family = random.below(20)
    return random
      .shuffle([0, 1, 2])
      .map((member, place): Told => [`${user}`, `${family * 3 + member}`, 'purchase', 30 - place])
  }).flat()
}
const family = trainingOf(plainProducts(Array.from({ length: 60 }, (_, row) => `${row}`)), families(300))

describe('personalised', () => {
  it('is the weighted sum of its parts, each scaled to its largest', () => {
    const training = trainingOf(plainProducts(ids), few)
    const blend: Blend = { weights: { 'item-knn': 0.75, popularity: 0.25 }, users: 0 }
    const knn = rounded(fit('item-knn', training), boughtRows([0, 1]), 4)
    const most = Math.max(...knn)
    const popularity = [2, 2, 1, 1].map((count) => count / 2)
    const wanted = knn.map((score, row) => (0.75 * score) / most + 0.25 * (popularity[row] ?? 0))
    const found = rounded(fit('personalised', training, { blend }), boughtRows([0, 1]), 4)
    found.forEach((score, row) => expect(score).toBeCloseTo(wanted[row] ?? 0, 2))
    expect(found[1]).toBe(1)
  })

  it('is popularity for who has no history, whatever the weights', () => {
    const training = trainingOf(plainProducts(ids), few)
    const blend: Blend = { weights: { 'item-knn': 1 }, users: 0 }
    const out = new Float64Array(4)
    fit('personalised', training, { blend }).score(boughtRows(), out)
    expect([...out].map((score) => score / (out[0] ?? 1))).toEqual([1, 1, 0.5, 0.5])
  })

  it('has weights of its own where there is too little to fit them on', () => {
    expect(fitBlend(trainingOf(plainProducts(ids), few))).toEqual(DEFAULT_BLEND)
    expect(fitBlend(trainingOf(plainProducts([]), []))).toEqual(DEFAULT_BLEND)
    const sum = Object.values(DEFAULT_BLEND.weights).reduce((total, weight) => total + weight, 0)
    expect(sum).toBeCloseTo(1, 12)
  })
})

describe('fitting the weights', () => {
  it('finds what tells, leaves out what does not, and finds the same again', () => {
    const blend = fitBlend(family)
    expect(blend.users).toBe(300)
    const { weights } = blend
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect((weights['item-knn'] ?? 0) + (weights.ease ?? 0) + (weights.transitions ?? 0)).toBeGreaterThan(0.9)
    // Without vectors nothing is alike.
    expect(weights.content).toBe(0)
    expect(fitBlend(family)).toEqual(blend)
  })

  it('holds the newest out, or any, and makes a difference', () => {
    // What comes last in every row is all that popularity of late knows.
    const last: readonly Told[] = Array.from({ length: 400 }, (_, user): Told[] => [
      [`${user}`, `${user % 40}`, 'purchase', 900],
      [`${user}`, `${(user * 7 + 3) % 40}`, 'purchase', 900],
      [`${user}`, `${40 + (user % 2)}`, 'purchase', 1],
    ]).flat()
    const training = trainingOf(plainProducts(Array.from({ length: 60 }, (_, row) => `${row}`)), last)
    const [newest, any] = [fitBlend(training), fitBlend(training, { validation: 'any' })]
    expect(any.weights).not.toEqual(newest.weights)
  })

  it('holds out what came last, whatever kind of event it was', () => {
    // Everybody looked at two things, the first hundred have bought one before that.
    const looks = Array.from({ length: 400 }, (_, user): Told[] => [
      ...(user < 100 ? [[`${user}`, `${(user + 9) % 40}`, 'purchase', 50] as const] : []),
      [`${user}`, `${user % 40}`, 'view', 20],
      [`${user}`, `${(user + 1) % 40}`, 'view', 10],
    ]).flat()
    const training = trainingOf(plainProducts(Array.from({ length: 40 }, (_, row) => `${row}`)), looks)
    expect(fitBlend(training).users).toBe(400)
    // Any of the strongest kind: too few have bought two things.
    expect(fitBlend(training, { validation: 'any' })).toEqual(DEFAULT_BLEND)
  })

  it('never ends with no part at all, though that may foresee more than a part that is wrong', () => {
    // Everybody moves on to the newer half of the range, of which nothing is known once the last product is held out.
    const fashion = Array.from({ length: 260 }, (_, user): Told[] => [
      ...[0, 1, 2].map((step): Told => [`${user}`, `${(user + step) % 5}`, 'purchase', 90 - step]),
      [`${user}`, `${5 + (user % 5)}`, 'purchase', 1],
    ]).flat()
    const blend = fitBlend(trainingOf(plainProducts([...'0123456789']), fashion))
    expect(blend.users).toBe(260)
    const weights = Object.values(blend.weights)
    expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
  })

  it('breathes between steps', () => {
    expect([...fittingBlend(family)].length).toBeGreaterThan(10)
  })
})
