import { afterAll, describe, expect, it } from 'vitest'
import { Network } from '../language/network'
import { xoshiro128 } from '../language/random'
import type { DecoderShape } from './shape'
import { SMALL_SHAPE, randomWeights } from './randomWeights'
import { referenceLogits } from './reference'

const SHAPES: readonly (readonly [string, DecoderShape])[] = [
  ['two query heads a key head', SMALL_SHAPE],
  ['three query heads a key head', { ...SMALL_SHAPE, heads: 6, keyValueHeads: 2, ropeTheta: 100_000 }],
  [
    'no sharing, heads wider than the stream',
    { ...SMALL_SHAPE, heads: 4, keyValueHeads: 4, headDim: 32, layers: 1 },
  ],
]

describe.each(SHAPES)('%s', (_name, shape) => {
  const weights = randomWeights(shape, xoshiro128(7))
  const network = new Network(shape, () => Promise.resolve(weights), { arithmetic: 'float32', threads: 1 })
  afterAll(() => network.dispose())

  it.each([[[3]], [[3, 1, 4, 1, 5, 9, 2, 6]], [Array.from({ length: 40 }, (_, i) => (i * 31) % 96)]])(
    'gives the logits of the plain loops for %j',
    async (tokens) => {
      const decoder = await network.open([[]])
      await decoder.feed([{ row: 0, tokens }])
      const expected = referenceLogits(shape, weights, tokens)
      for (const [id, value] of decoder.logits(0).entries()) expect(value).toBeCloseTo(expected[id]!, 4)
    },
  )
})
