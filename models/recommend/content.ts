/** What is like the history: cosine of every product's vector with the history's weighted mean, 0 where it is negative. */
import type { Fit } from './algorithm'

/** Needs no interactions to learn from, so that it knows new products too; scores nothing where the catalogue has no vectors. */
export const fitContent: Fit = ({ products: { dimensions, vectors } }) => ({
  name: 'content',
  score({ items, weights }, out) {
    const profile = new Float64Array(dimensions)
    items.forEach((row, n) => {
      for (let at = 0; at < dimensions; at++) profile[at]! += weights[n]! * vectors[row * dimensions + at]!
    })
    const length = Math.hypot(...profile)
    out.fill(0)
    if (length === 0) return
    for (let row = 0; row < out.length; row++) {
      let dot = 0
      for (let at = 0; at < dimensions; at++) dot += profile[at]! * vectors[row * dimensions + at]!
      out[row] = Math.max(0, dot / length)
    }
  },
})
