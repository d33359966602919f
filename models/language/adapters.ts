/**
 * Reads LoRA adapters in PEFT form (`adapter_config.json`, `adapter_model.safetensors`) and lays them out for the graph.
 * LoRA: Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", 2021; file form: https://github.com/huggingface/peft
 */
import { basename, join } from 'node:path'
import { z } from 'zod'
import { SITES, siteSizes } from '../onnx/shape'
import type { DecoderShape, Site } from '../onnx/shape'
import { AdapterFolderError, refuseAdapter } from './errors'
import { readJson } from './jsonFile'
import { TensorFolder } from './tensorFolder'
import { projectionParts } from './weights'

/** Ranks above this make no sense for a model of this size. */
const RANK_MAX = 256
const emptyRecord = z
  .record(z.string(), z.unknown())
  .refine((value) => Object.keys(value).length === 0, 'must be empty')

const adapterConfigSchema = z.object({
  peft_type: z.literal('LORA'),
  r: z.number().int().min(1).max(RANK_MAX),
  lora_alpha: z.number().positive(),
  use_rslora: z.boolean().default(false),
  use_dora: z.literal(false).default(false),
  bias: z.literal('none').default('none'),
  fan_in_fan_out: z.literal(false).default(false),
  rank_pattern: emptyRecord.nullish(),
  alpha_pattern: emptyRecord.nullish(),
  modules_to_save: z.array(z.string()).max(0).nullish(),
})

/** The factors of one linear layer: its output gains `x a b`. */
export interface Factors {
  readonly rank: number
  /** [inputs, rank] */
  readonly a: Float32Array
  /** [rank, outputs], scaled */
  readonly b: Float32Array
}
/** Factors of one block, by linear layer; a layer not adapted is absent. */
export type BlockFactors = Partial<Readonly<Record<Site, Factors>>>
/** A loaded adapter. */
export interface Adapter {
  /** Folder name. */
  readonly name: string
  /** Rank the folder states. */
  readonly rank: number
  readonly blocks: readonly BlockFactors[]
}
/** An adapter and how strongly it acts; 1 is as trained. */
export interface ScaledAdapter {
  readonly adapter: Adapter
  readonly scale: number
}

/** Reads an adapter folder for a model of this shape. Throws AdapterFolderError, in words, for anything that does not fit. */
export async function readAdapter(folder: string, shape: DecoderShape): Promise<Adapter> {
  const file = join(folder, 'adapter_config.json')
  const config = await readJson(file, adapterConfigSchema, refuseAdapter)
  const scale = config.lora_alpha / (config.use_rslora ? Math.sqrt(config.r) : config.r)
  const tensors = await TensorFolder.open(folder, 'adapter_model', refuseAdapter)
  try {
    refuseStrangers(tensors, shape)
    const reader: Reader = { tensors, shape, rank: config.r, scale }
    const blocks: BlockFactors[] = []
    for (let layer = 0; layer < shape.layers; layer++) blocks.push(await readBlock(reader, layer))
    return { name: basename(folder), rank: config.r, blocks }
  } finally {
    await tensors.close()
  }
}

interface Reader {
  readonly tensors: TensorFolder
  readonly shape: DecoderShape
  readonly rank: number
  readonly scale: number
}

const PREFIX = 'base_model.model.model.layers.'

function tensorName(layer: number, part: string, factor: 'A' | 'B'): string {
  return `${PREFIX}${layer}.${part}.lora_${factor}.weight`
}

/** Refuses tensors that would otherwise be silently left out. */
function refuseStrangers(tensors: TensorFolder, shape: DecoderShape): void {
  const parts = Object.values(projectionParts(shape)).flat()
  const known = new Set<string>()
  for (let layer = 0; layer < shape.layers; layer++) {
    for (const { name } of parts) known.add(tensorName(layer, name, 'A')).add(tensorName(layer, name, 'B'))
  }
  const stranger = tensors.names.find((name) => !known.has(name))
  if (stranger === undefined && tensors.names.length > 0) return
  const what =
    stranger === undefined ? 'holds no tensors' : `adapts ${stranger}, which the model does not have`
  throw new AdapterFolderError({
    fault: 'TENSOR_WRONG',
    file: tensors.folder,
    message: `The adapter ${basename(tensors.folder)} ${what}`,
    hint: 'Use an adapter trained for this model; it may adapt its linear layers only.',
  })
}

async function readBlock(reader: Reader, layer: number): Promise<BlockFactors> {
  const block: Partial<Record<Site, Factors>> = {}
  for (const site of SITES) {
    const factors = await readSite(reader, layer, site)
    if (factors) block[site] = factors
  }
  return block
}

/** The stored parts of one linear layer of the graph, their ranks side by side, each acting on its own outputs only. */
async function readSite(reader: Reader, layer: number, site: Site): Promise<Factors | null> {
  const { inputs, outputs } = siteSizes(reader.shape)[site]
  const found: Factors[] = []
  let column = 0
  for (const part of projectionParts(reader.shape)[site]) {
    const names = { a: tensorName(layer, part.name, 'A'), b: tensorName(layer, part.name, 'B') }
    if (reader.tensors.has(names.a) || reader.tensors.has(names.b)) {
      const a = await readMatrix(reader.tensors, names.a, [reader.rank, inputs])
      const b = await readMatrix(reader.tensors, names.b, [part.rows, reader.rank])
      const span = { column, width: part.rows, outputs }
      found.push({ rank: reader.rank, a: transpose(a, reader.rank, inputs), b: spread(b, reader, span) })
    }
    column += part.rows
  }
  return found.length === 0 ? null : joinFactors(found, { inputs, outputs })
}

async function readMatrix(
  tensors: TensorFolder,
  name: string,
  shape: readonly [number, number],
): Promise<Float32Array> {
  const matrix = new Float32Array(shape[0] * shape[1])
  await tensors.readFloats(tensors.find(name, shape), matrix)
  return matrix
}

/** [rows, columns] to [columns, rows]. */
function transpose(matrix: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(matrix, (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)]!)
}

/** [width, rank] to [rank, outputs], scaled, in the columns from `column`. */
function spread(
  b: Float32Array,
  { rank, scale }: Reader,
  { column, width, outputs }: { column: number; width: number; outputs: number },
): Float32Array {
  const wide = new Float32Array(rank * outputs)
  for (let i = 0; i < width; i++) {
    for (let r = 0; r < rank; r++) wide[r * outputs + column + i] = b[i * rank + r]! * scale
  }
  return wide
}

/**
 * Factors that act as the sum of the given ones: their ranks side by side.
 * @param ranks the joint rank is padded with zeros up to this
 */
export function joinFactors(
  list: readonly Factors[],
  { inputs, outputs }: { readonly inputs: number; readonly outputs: number },
  ranks = 0,
): Factors {
  const rank = Math.max(
    ranks,
    list.reduce((sum, factors) => sum + factors.rank, 0),
  )
  const a = new Float32Array(inputs * rank)
  const b = new Float32Array(rank * outputs)
  let at = 0
  for (const factors of list) {
    for (let k = 0; k < inputs; k++)
      a.set(factors.a.subarray(k * factors.rank, (k + 1) * factors.rank), k * rank + at)
    b.set(factors.b, at * outputs)
    at += factors.rank
  }
  return { rank, a, b }
}
