/** What things mean to the retrieval and to the planner: texts as vectors, and how near two of them are. */
import type { Affinity } from '../../models/narrative/relevance'
import type { Embedder } from '../../models/embed/embedder'
import { productText } from '../../models/embed/productText'

/** Cosine similarity between a phrase and a product or another phrase; vectors are remembered for as long as the function lives. */
export function createAffinity(embedder: Embedder): Affinity {
  const known = new Map<string, Float32Array>()
  const vectorOf = (text: string) => {
    const found = known.get(text) ?? embedder.embed(text)
    known.set(text, found)
    return found
  }
  return (phrase, to) => dot(vectorOf(phrase), vectorOf(typeof to === 'string' ? to : productText(to)))
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
