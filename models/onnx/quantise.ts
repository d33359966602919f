/**
 * 8-bit weights in blocks of 32 along the inputs, symmetric about 128: `w = (q - 128) * scale`. It is what ONNX Runtime's
 * MatMulNBits (bits 8, block_size 32, no zero points) and GatherBlockQuantized read as it stands.
 */

/** Weights that share one scale. */
export const BLOCK = 32
/** The byte that stands for zero. */
export const ZERO_POINT = 128

/** A linear layer's or an embedding's weights. */
export interface QuantisedMatrix {
  /** N: outputs of a linear layer, or token ids. */
  readonly rows: number
  /** K: inputs of a linear layer, or width of an embedding. A multiple of 32. */
  readonly columns: number
  /** [N, K] row-major. */
  readonly values: Uint8Array
  /** [N, K / 32] row-major. */
  readonly scales: Float32Array
}

/** An unfilled matrix of `rows` by `columns`. Throws RangeError unless `columns` is a multiple of 32. */
export function emptyMatrix(rows: number, columns: number): QuantisedMatrix {
  if (columns % BLOCK !== 0)
    throw new RangeError(`Rows of ${columns} values do not divide into blocks of ${BLOCK}`)
  return {
    rows,
    columns,
    values: new Uint8Array(rows * columns),
    scales: new Float32Array((rows * columns) / BLOCK),
  }
}

/** Quantises `weights` [rows, columns]. The error of a value is at most half its block's scale. */
export function quantise(weights: Float32Array, rows: number, columns: number): QuantisedMatrix {
  const matrix = emptyMatrix(rows, columns)
  for (let block = 0; block < matrix.scales.length; block++) quantiseBlock(weights, matrix, block)
  return matrix
}

function quantiseBlock(weights: Float32Array, matrix: QuantisedMatrix, block: number): void {
  const start = block * BLOCK
  let largest = 0
  for (let i = start; i < start + BLOCK; i++) largest = Math.max(largest, Math.abs(weights[i]!))
  const scale = Math.fround(largest / 127)
  matrix.scales[block] = scale
  for (let i = start; i < start + BLOCK; i++) {
    const level = scale === 0 ? 0 : Math.round(weights[i]! / scale)
    matrix.values[i] = Math.max(-127, Math.min(127, level)) + ZERO_POINT
  }
}

/** The weights [rows, columns] a quantised matrix stands for. */
export function dequantise(matrix: QuantisedMatrix): Float32Array {
  const weights = new Float32Array(matrix.values.length)
  for (let i = 0; i < weights.length; i++) {
    weights[i] = (matrix.values[i]! - ZERO_POINT) * matrix.scales[Math.floor(i / BLOCK)]!
  }
  return weights
}
