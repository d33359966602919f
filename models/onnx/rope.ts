import type { DecoderShape } from './shape'

/**
 * Cosines and sines of the rotary angles, each [context, headDim / 2]: position times `theta^(-2j / headDim)`
 * (Su et al., "RoFormer", 2021). Inverse frequencies are rounded to 32 bits first, as PyTorch keeps them.
 */
export function rotaryTables(shape: Pick<DecoderShape, 'context' | 'headDim' | 'ropeTheta'>): {
  readonly cosines: Float32Array
  readonly sines: Float32Array
} {
  const half = shape.headDim / 2
  const cosines = new Float32Array(shape.context * half)
  const sines = new Float32Array(shape.context * half)
  for (let j = 0; j < half; j++) {
    const frequency = Math.fround(shape.ropeTheta ** ((-2 * j) / shape.headDim))
    for (let position = 0; position < shape.context; position++) {
      const angle = Math.fround(position * frequency)
      cosines[position * half + j] = Math.cos(angle)
      sines[position * half + j] = Math.sin(angle)
    }
  }
  return { cosines, sines }
}
