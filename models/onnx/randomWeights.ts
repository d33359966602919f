import { quantise } from './quantise'
import type { QuantisedMatrix } from './quantise'
import { siteSizes } from './shape'
import type { DecoderShape, SiteSize } from './shape'
import type { DecoderWeights } from './weights'

/** Sizes of the smallest decoder worth testing: every part once or twice, in milliseconds. */
export const SMALL_SHAPE: DecoderShape = {
  hidden: 64,
  layers: 2,
  heads: 4,
  keyValueHeads: 2,
  headDim: 16,
  intermediate: 128,
  vocabulary: 96,
  context: 160,
  ropeTheta: 10_000,
  normEpsilon: 1e-5,
}

/**
 * Weights drawn evenly from ±1.7 / sqrt(inputs), for tests and benches, which need a model's sizes and not its knowledge.
 * @param next uniform in [0, 1)
 */
export function randomWeights(shape: DecoderShape, next: () => number): DecoderWeights {
  const sizes = siteSizes(shape)
  const matrix = ({ inputs, outputs }: SiteSize): QuantisedMatrix => {
    const width = 1.7 / Math.sqrt(inputs)
    return quantise(uniform(inputs * outputs, width, next), outputs, inputs)
  }
  const norm = (): Float32Array => uniform(shape.hidden, 0.2, next).map((value) => 1 + value)
  return {
    embedding: matrix({ inputs: shape.hidden, outputs: shape.vocabulary }),
    blocks: Array.from({ length: shape.layers }, () => ({
      attentionNorm: norm(),
      feedForwardNorm: norm(),
      qkv: matrix(sizes.qkv),
      output: matrix(sizes.output),
      gateUp: matrix(sizes.gateUp),
      down: matrix(sizes.down),
    })),
    finalNorm: norm(),
  }
}

function uniform(count: number, width: number, next: () => number): Float32Array {
  const values = new Float32Array(count)
  for (let i = 0; i < count; i++) values[i] = (next() * 2 - 1) * width
  return values
}
