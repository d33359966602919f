import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/util/random'
import { fit } from './algorithm'
import { EASE_ITEMS_MAX, metItems } from './ease'
import { boughtRows, plainProducts, rounded, trainingOf } from './fixtures'
import type { Told } from './fixtures'
import { invertPositiveDefinite, triangleLength } from './inverse'
import { interactionMatrix } from './matrix'

/** Gauss-Jordan on a small full matrix, written apart from what it checks. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const work = matrix.map((row, r) => [...row, ...row.map((_, c) => Number(r === c))])
  for (let k = 0; k < size; k++) {
    const pivot = work[k]?.[k] ?? 0
    work[k] = (work[k] ?? []).map((value) => value / pivot)
    for (let r = 0; r < size; r++) {
      const factor = work[r]?.[k] ?? 0
      if (r !== k) work[r] = (work[r] ?? []).map((value, c) => value - factor * (work[k]?.[c] ?? 0))
    }
  }
  return work.map((row) => row.slice(size))
}

describe('the inverse', () => {
  // Below one tile, within one block, a block and a part of a tile, several blocks.
  it.each([1, 3, 4, 61, 131, 300])('of %i rows gives the unit matrix', (size) => {
    const random = seededRandom(size)
    const entries = Float64Array.from({ length: triangleLength(size) }, () => random.next() - 0.5)
    for (let row = 0; row < size; row++) entries[triangleLength(row) + row] = size
    const full = entries.slice()
    const at = (of: Float64Array, r: number, c: number) =>
      of[triangleLength(Math.max(r, c)) + Math.min(r, c)] ?? 0
    invertPositiveDefinite(entries, size)
    let worst = 0
    for (let r = 0; r < size; r++) {
      for (let c = 0; c < size; c += 7) {
        let sum = 0
        for (let k = 0; k < size; k++) sum += at(full, r, k) * at(entries, k, c)
        worst = Math.max(worst, Math.abs(sum - Number(r === c)))
      }
    }
    expect(worst).toBeLessThan(1e-12)
  })

  it('refuses a matrix that is not positive definite', () => {
    expect(() => invertPositiveDefinite(Float64Array.of(1, 2, 1), 2)).toThrow(/not positive definite/)
  })
})

describe('EASE', () => {
  const ids = ['pack', 'nobody', 'mug', 'cup']
  const told: readonly Told[] = [
    ['a', 'pack', 'purchase', 9],
    ['a', 'mug', 'purchase', 9],
    ['b', 'pack', 'purchase', 9],
    ['b', 'mug', 'purchase', 9],
    ['b', 'cup', 'view', 9],
    ['c', 'cup', 'purchase', 9],
  ]
  const training = trainingOf(plainProducts(ids), told)

  it('is the closed form', () => {
    // X^T X of pack, mug, cup over a (1 1 0), b (1 1 0.2), c (0 0 1), with 2 added to its diagonal.
    const p = inverseOf([
      [2 + 2, 2, 0.2],
      [2, 2 + 2, 0.2],
      [0.2, 0.2, 1.04 + 2],
    ])
    const weight = (from: number, to: number) => -(p[from]?.[to] ?? 0) / (p[to]?.[to] ?? 0)
    const ease = fit('ease', training, { regularisation: 2 })
    const [toMug, toCup] = [weight(0, 1), weight(0, 2)].map((value) => Math.round(value * 1e4) / 1e4)
    expect(rounded(ease, boughtRows([0, 1]), 4)).toEqual([0, 0, toMug, toCup])
    expect(toMug).toBeGreaterThan(0.4)
    expect(ease.affinity?.(2, 3)).toBeCloseTo(weight(1, 2), 6)
    expect([ease.affinity?.(0, 0), ease.affinity?.(1, 0)]).toEqual([0, 0])
    expect(ease.standIn).toBeUndefined()
  })

  it('penalises by the length of rows where it is not told', () => {
    // Six entries of three users: 2 each, six times.
    const told = fit('ease', training, { regularisation: 12 })
    expect(rounded(fit('ease', training), boughtRows([0, 1]), 4)).toEqual(
      rounded(told, boughtRows([0, 1]), 4),
    )
  })

  it('says nothing of products that nobody met', () => {
    expect([...metItems(training.matrix)]).toEqual([0, 2, 3])
    expect(rounded(fit('ease', training), boughtRows([1, 1]), 4)).toEqual([0, 0, 0, 0])
  })

  it('has item-kNN stand in for more products than it takes, and says so', () => {
    // Every product has a user of its own; the first of them took the second product too.
    const many = EASE_ITEMS_MAX + 1
    const users = Array.from({ length: many }, (_, user) => `${user}`)
    const matrix = interactionMatrix(
      {
        shoppers: users,
        shopper: Int32Array.from({ length: many + 1 }, (_, event) => event % many),
        product: Int32Array.from({ length: many + 1 }, (_, event) => (event === many ? 1 : event)),
        kind: new Uint8Array(many + 1).fill(2),
        atMs: new Float64Array(many + 1),
      },
      many,
    )
    const ease = fit('ease', { ...training, matrix })
    expect(ease.name).toBe('ease')
    expect(ease.standIn?.name).toBe('item-knn')
    expect(ease.standIn?.reason).toContain(`${many}`)
    const knn = fit('item-knn', { ...training, matrix })
    const scores = rounded(ease, boughtRows([0, 1]), many)
    expect(scores[1]).toBeGreaterThan(0)
    expect(scores).toEqual(rounded(knn, boughtRows([0, 1]), many))
  })
})
