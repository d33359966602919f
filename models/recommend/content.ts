/** What is like the history: cosine of every product's vector with the history's weighted mean, 0 where it is negative. */
import type { ProductColumns } from '../../shared/domain/columns'
import type { Fit } from './algorithm'

/** Needs no interactions to learn from, so that it knows new products too; scores nothing where the catalogue has no vectors. */
export const fitContent: Fit = ({ products }) => ({
  name: 'content',
  score({ items, weights }, out) {
    const { dimensions, vectors } = products
    const profile = new Float32Array(dimensions)
    items.forEach((row, n) => {
      for (let at = 0; at < dimensions; at++) profile[at]! += weights[n]! * vectors[row * dimensions + at]!
    })
    const length = Math.sqrt(dot(profile, profile, 0))
    for (let row = 0; row < out.length; row++)
      out[row] = length > 0 ? Math.max(0, dot(profile, vectors, row * dimensions) / length) : 0
  },
  affinity: (known, item) => Math.max(0, cosine(products, known, item)),
})

/** Cosine of two products' vectors, which are of length 1; 0 where the catalogue has none. */
export function cosine({ dimensions, vectors }: ProductColumns, one: number, other: number): number {
  return dot(vectors.subarray(one * dimensions, (one + 1) * dimensions), vectors, other * dimensions)
}

/** Sum of products of all of `a` and as much of `b` from a place on; four sums at a time, since each waits for its last addition. */
function dot(a: Float32Array, b: Float32Array, from: number): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  let at = 0
  for (; at + 3 < a.length; at += 4) {
    first += a[at]! * b[from + at]!
    second += a[at + 1]! * b[from + at + 1]!
    third += a[at + 2]! * b[from + at + 2]!
    fourth += a[at + 3]! * b[from + at + 3]!
  }
  for (; at < a.length; at++) first += a[at]! * b[from + at]!
  return first + second + third + fourth
}
