/**
 * Reads a decoder's weights from a folder in Hugging Face layout. A matrix `NAME` is either stored 8-bit, as `NAME.q8` and
 * `NAME.scale`, or plain, and is then quantised while it is read. Matrices the graph multiplies as one are read into one.
 */
import { BLOCK, emptyMatrix, quantise } from '../onnx/quantise'
import type { QuantisedMatrix } from '../onnx/quantise'
import { siteSizes } from '../onnx/shape'
import type { DecoderShape, Site } from '../onnx/shape'
import type { BlockWeights, DecoderWeights } from '../onnx/weights'
import { refuseModel } from './errors'
import { TensorFolder } from './tensorFolder'

/** A stored linear layer: the part of its name inside a block, and its outputs. */
export interface ProjectionPart {
  readonly name: string
  readonly rows: number
}

/** The stored linear layers that make up each linear layer of the graph, in row order. */
export function projectionParts(shape: DecoderShape): Readonly<Record<Site, readonly ProjectionPart[]>> {
  const keyWidth = shape.keyValueHeads * shape.headDim
  return {
    qkv: [
      { name: 'self_attn.q_proj', rows: shape.heads * shape.headDim },
      { name: 'self_attn.k_proj', rows: keyWidth },
      { name: 'self_attn.v_proj', rows: keyWidth },
    ],
    output: [{ name: 'self_attn.o_proj', rows: shape.hidden }],
    gateUp: [
      { name: 'mlp.gate_proj', rows: shape.intermediate },
      { name: 'mlp.up_proj', rows: shape.intermediate },
    ],
    down: [{ name: 'mlp.down_proj', rows: shape.hidden }],
  }
}

/** Reads all weights of a model folder. Throws ModelFolderError for missing, truncated, damaged or misfitting files. */
export async function readWeights(folder: string, shape: DecoderShape): Promise<DecoderWeights> {
  const tensors = await TensorFolder.open(folder, 'model', refuseModel)
  try {
    const blocks: BlockWeights[] = []
    for (let layer = 0; layer < shape.layers; layer++) blocks.push(await readBlock(tensors, shape, layer))
    const embedding = [{ name: 'model.embed_tokens.weight', rows: shape.vocabulary }]
    return {
      embedding: await readMatrix(tensors, embedding, shape.hidden),
      blocks,
      finalNorm: await readVector(tensors, 'model.norm.weight', shape.hidden),
    }
  } finally {
    await tensors.close()
  }
}

async function readBlock(tensors: TensorFolder, shape: DecoderShape, layer: number): Promise<BlockWeights> {
  const prefix = `model.layers.${layer}.`
  const parts = projectionParts(shape)
  const site = (name: Site): Promise<QuantisedMatrix> => {
    const stored = parts[name].map((part) => ({ name: `${prefix}${part.name}.weight`, rows: part.rows }))
    return readMatrix(tensors, stored, siteSizes(shape)[name].inputs)
  }
  return {
    attentionNorm: await readVector(tensors, `${prefix}input_layernorm.weight`, shape.hidden),
    feedForwardNorm: await readVector(tensors, `${prefix}post_attention_layernorm.weight`, shape.hidden),
    qkv: await site('qkv'),
    output: await site('output'),
    gateUp: await site('gateUp'),
    down: await site('down'),
  }
}

async function readVector(tensors: TensorFolder, name: string, length: number): Promise<Float32Array> {
  const vector = new Float32Array(length)
  await tensors.readFloats(tensors.find(name, [length]), vector)
  return vector
}

async function readMatrix(
  tensors: TensorFolder,
  parts: readonly ProjectionPart[],
  columns: number,
): Promise<QuantisedMatrix> {
  const whole = emptyMatrix(
    parts.reduce((sum, part) => sum + part.rows, 0),
    columns,
  )
  let row = 0
  for (const part of parts) {
    await readRows(tensors, part.name, rowsOf(whole, row, part.rows))
    row += part.rows
  }
  return whole
}

/** A view of `count` rows. */
function rowsOf(matrix: QuantisedMatrix, from: number, count: number): QuantisedMatrix {
  const blocks = matrix.columns / BLOCK
  return {
    rows: count,
    columns: matrix.columns,
    values: matrix.values.subarray(from * matrix.columns, (from + count) * matrix.columns),
    scales: matrix.scales.subarray(from * blocks, (from + count) * blocks),
  }
}

async function readRows(tensors: TensorFolder, name: string, target: QuantisedMatrix): Promise<void> {
  const { rows, columns } = target
  if (tensors.has(`${name}.q8`)) {
    await tensors.readBytes(tensors.find(`${name}.q8`, [rows, columns]), target.values)
    await tensors.readFloats(tensors.find(`${name}.scale`, [rows, columns / BLOCK]), target.scales)
    return
  }
  const plain = new Float32Array(rows * columns)
  await tensors.readFloats(tensors.find(name, [rows, columns]), plain)
  const quantised = quantise(plain, rows, columns)
  target.values.set(quantised.values)
  target.scales.set(quantised.scales)
}
