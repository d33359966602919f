/**
 * The decoder written out in plain loops over 64-bit floats, for tests: slow, and easy to check against the papers. It takes plain
 * matrices, so an adapter can be merged into them.
 */
import { dequantise } from './quantise'
import type { QuantisedMatrix } from './quantise'
import type { DecoderShape, Site } from './shape'
import type { DecoderWeights } from './weights'

/** [outputs, inputs] row-major. */
type Matrix = Float64Array
type Vector = readonly number[]
/** Changes a linear layer's weights [outputs, inputs] before use: a merged adapter. */
export type Merge = (weights: Float32Array, layer: number, site: Site) => Float32Array

/** Logits after the last of `tokens`, [vocabulary]. */
export function referenceLogits(
  shape: DecoderShape,
  weights: DecoderWeights,
  tokens: readonly number[],
  merge: Merge = (plain) => plain,
): Vector {
  const embedding = plain(weights.embedding)
  const { hidden, normEpsilon } = shape
  let stream: Vector[] = tokens.map((id) => [...embedding.subarray(id * hidden, (id + 1) * hidden)])
  for (const [layer, block] of weights.blocks.entries()) {
    const site = (name: Site): Matrix => Float64Array.from(merge(dequantise(block[name]), layer, name))
    const normed = stream.map((x) => norm(x, block.attentionNorm, normEpsilon))
    const attended = attend(
      shape,
      normed.map((x) => product(site('qkv'), x)),
    )
    stream = stream.map((x, t) => add(x, product(site('output'), attended[t]!)))
    stream = stream.map((x) => {
      const both = product(site('gateUp'), norm(x, block.feedForwardNorm, normEpsilon))
      return add(x, product(site('down'), gated(both, shape.intermediate)))
    })
  }
  return product(embedding, norm(stream[stream.length - 1]!, weights.finalNorm, normEpsilon))
}

function plain(matrix: QuantisedMatrix): Matrix {
  return Float64Array.from(dequantise(matrix))
}

function product(matrix: Matrix, x: Vector): Vector {
  return Array.from({ length: matrix.length / x.length }, (_, row) =>
    x.reduce((sum, value, column) => sum + value * matrix[row * x.length + column]!, 0),
  )
}

function add(x: Vector, y: Vector): Vector {
  return x.map((value, i) => value + y[i]!)
}

function norm(x: Vector, scale: Float32Array, epsilon: number): Vector {
  const meanSquare = x.reduce((sum, value) => sum + value * value, 0) / x.length
  return x.map((value, i) => (value / Math.sqrt(meanSquare + epsilon)) * scale[i]!)
}

function gated(both: Vector, width: number): Vector {
  return Array.from({ length: width }, (_, i) => (both[i]! / (1 + Math.exp(-both[i]!))) * both[width + i]!)
}

/** Causal attention of every token over itself and those before it. */
function attend(shape: DecoderShape, qkv: readonly Vector[]): Vector[] {
  const { heads, keyValueHeads, headDim } = shape
  const head = (token: number, index: number): Vector =>
    qkv[token]!.slice(index * headDim, (index + 1) * headDim)
  const turned = (token: number, index: number): Vector => turn(head(token, index), token, shape.ropeTheta)
  return qkv.map((_, token) =>
    Array.from({ length: heads }, (_, h) => {
      const key = heads + Math.floor(h / (heads / keyValueHeads))
      const query = turned(token, h)
      const scores = Array.from(
        { length: token + 1 },
        (_, past) => dot(query, turned(past, key)) / Math.sqrt(headDim),
      )
      return mix(softmax(scores), (past) => head(past, key + keyValueHeads))
    }).flat(),
  )
}

function turn(x: Vector, position: number, theta: number): Vector {
  const half = x.length / 2
  return x.map((value, i) => {
    const angle = position * theta ** ((-2 * (i % half)) / x.length)
    const partner = i < half ? -x[i + half]! : x[i - half]!
    return value * Math.cos(angle) + partner * Math.sin(angle)
  })
}

function dot(x: Vector, y: Vector): number {
  return x.reduce((sum, value, i) => sum + value * y[i]!, 0)
}

function softmax(scores: Vector): Vector {
  const greatest = Math.max(...scores)
  const weights = scores.map((score) => Math.exp(score - greatest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

function mix(weights: Vector, valueAt: (index: number) => Vector): Vector {
  return weights.reduce<Vector>(
    (sum, weight, index) =>
      add(
        sum,
        valueAt(index).map((value) => value * weight),
      ),
    valueAt(0).map(() => 0),
  )
}
