/** The operators the inference graph uses, each as a function with its parameters typed. Shapes: B rows, T tokens. */
import type { GraphBuilder, Value } from './graph'
import { BLOCK } from './quantise'
import type { QuantisedMatrix } from './quantise'

const MICROSOFT = 'com.microsoft'
const BITS = 8

/** How activations enter an 8-bit product: rounded to 8 bits in blocks of 32 (fast), or as 32-bit floats (exact, for parity tests). */
export type Arithmetic = 'int8' | 'float32'
const ACCURACY_LEVEL: Readonly<Record<Arithmetic, number>> = { int8: 4, float32: 1 }

/** A quantised matrix placed in a graph. */
export interface PlacedMatrix {
  readonly matrix: QuantisedMatrix
  /** [N, K / 32, 32] */
  readonly values: Value
  /** [N, K / 32] */
  readonly scales: Value
}

/** Puts a matrix into the graph as constants. */
export function placeMatrix(graph: GraphBuilder, name: string, matrix: QuantisedMatrix): PlacedMatrix {
  const { rows, columns } = matrix
  const values = graph.constant(`${name}.values`, matrix.values, [rows, columns / BLOCK, BLOCK])
  const scales = graph.constant(`${name}.scales`, matrix.scales, [rows, columns / BLOCK])
  return { matrix, values, scales }
}

/** `x W^T`: [B, T, K] to [B, T, N]. */
export function multiply(
  graph: GraphBuilder,
  x: Value,
  weights: PlacedMatrix,
  arithmetic: Arithmetic,
): Value {
  const { rows, columns } = weights.matrix
  return graph.apply('MatMulNBits', [x, weights.values, weights.scales], {
    domain: MICROSOFT,
    attributes: {
      K: columns,
      N: rows,
      bits: BITS,
      block_size: BLOCK,
      accuracy_level: ACCURACY_LEVEL[arithmetic],
    },
  })
}

/** Rows of `table` at `ids`: [B, T] to [B, T, K]. Reads the same constants as `multiply`. */
export function lookUp(graph: GraphBuilder, table: PlacedMatrix, ids: Value): Value {
  const { rows, columns } = table.matrix
  const flat = graph.apply('Reshape', [table.values, graph.integers([rows, columns])])
  return graph.apply('GatherBlockQuantized', [flat, ids, table.scales], {
    domain: MICROSOFT,
    attributes: { bits: BITS, block_size: BLOCK, gather_axis: 0, quantize_axis: 1 },
  })
}

/** RMS norm over the last axis. */
export function rmsNorm(graph: GraphBuilder, x: Value, scale: Value, epsilon: number): Value {
  return graph.apply('SimplifiedLayerNormalization', [x, scale], {
    attributes: { axis: -1, epsilon: { float: epsilon }, stash_type: 1 },
  })
}

/** The residual sum `x + delta` and its RMS norm, in one pass. */
export function addAndNorm(
  graph: GraphBuilder,
  terms: { readonly x: Value; readonly delta: Value },
  scale: Value,
  epsilon: number,
): { readonly sum: Value; readonly normed: Value } {
  const [normed, , , sum] = graph.node('SkipSimplifiedLayerNormalization', [terms.x, terms.delta, scale], {
    domain: MICROSOFT,
    outputs: [`${scale.name}.out`, '', '', `${scale.name}.sum`],
    attributes: { epsilon: { float: epsilon } },
  })
  return { sum: sum!, normed: normed! }
}

/** Splits the last axis into parts of the given sizes. */
export function splitLast(graph: GraphBuilder, x: Value, sizes: readonly number[]): Value[] {
  return graph.node('Split', [x, graph.integers(sizes)], { outputs: sizes.length, attributes: { axis: -1 } })
}

/** Positions and the tables of their angles, as rotary embedding needs them. */
export interface Rotary {
  /** [B, T] */
  readonly positions: Value
  /** [context, headDim / 2] */
  readonly cosines: Value
  /** [context, headDim / 2] */
  readonly sines: Value
}

/** Rotary position embedding of `heads` heads in half-split form: [B, T, heads * headDim], same out. */
export function rotate(
  graph: GraphBuilder,
  x: Value,
  rotary: Rotary,
  options: { readonly heads: number; readonly output?: string },
): Value {
  return graph.apply('RotaryEmbedding', [x, rotary.positions, rotary.cosines, rotary.sines], {
    domain: MICROSOFT,
    outputs: options.output ? [options.output] : 1,
    attributes: { num_heads: options.heads, interleaved: 0 },
  })
}

/** `x * sigmoid(x)`. */
export function silu(graph: GraphBuilder, x: Value): Value {
  return graph.apply('Mul', [x, graph.apply('Sigmoid', [x])])
}
