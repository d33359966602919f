import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dequantise } from '../onnx/quantise'
import type { QuantisedMatrix } from '../onnx/quantise'
import { SITES } from '../onnx/shape'
import type { DecoderShape } from '../onnx/shape'
import type { DecoderWeights } from '../onnx/weights'
import { readConfig } from './config'
import { ModelFolderError } from './errors'
import type { TensorType } from './safetensors'
import { encodeTensors } from './safetensorsWriter'
import type { StoredTensor } from './safetensorsWriter'
import { projectionParts, readWeights } from './weights'

const tiny = new URL('../onnx/fixtures/tiny/', import.meta.url).pathname
const SHARD = 'model-00001-of-00002.safetensors'
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelftalk-weights-'))
  await cp(tiny, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

const read = async (): Promise<unknown> => readWeights(folder, (await readConfig(folder)).shape)
const edit = (name: string, change: (text: string) => string) => async (): Promise<void> => {
  const file = join(folder, name)
  await writeFile(file, change(await readFile(file, 'latin1')), 'latin1')
}
const cut = (bytes: number) => (): Promise<void> => truncate(join(folder, SHARD), bytes)
const remove = (name: string) => (): Promise<void> => rm(join(folder, name))
const setConfig = (change: object) =>
  edit('config.json', (text) => JSON.stringify({ ...(JSON.parse(text) as object), ...change }))

describe('a damaged model folder', () => {
  it.each<[string, () => Promise<void>, string, RegExp]>([
    [
      'shard cut in its data',
      cut(40_000),
      'SHARD_TRUNCATED',
      /00001-of-00002.safetensors is cut short: it should be 54424 bytes and is 40000/,
    ],
    [
      'shard cut in its header',
      cut(100),
      'SHARD_TRUNCATED',
      /is cut short: it should be \d+ bytes and is 100/,
    ],
    ['shard cut in its first bytes', cut(3), 'SHARD_TRUNCATED', /should be 8 bytes and is 3/],
    ['empty shard', cut(0), 'SHARD_TRUNCATED', /should be 8 bytes and is 0/],
    ['shard missing', remove(SHARD), 'FILE_MISSING', /00001-of-00002.safetensors is missing/],
    [
      'shard that is a picture',
      edit(SHARD, () => '\x89PNG\r\n\x1a\n rest of it'),
      'SHARD_DAMAGED',
      /claims a header of \d+ bytes/,
    ],
    [
      'header that is no JSON',
      edit(SHARD, (text) => text.replace('{', '[')),
      'SHARD_DAMAGED',
      /header that cannot be read/,
    ],
    [
      'unknown element type',
      edit(SHARD, (text) => text.replace('"F16"', '"F64"')),
      'SHARD_DAMAGED',
      /embed_tokens.weight.scale in a way not understood/,
    ],
    [
      'byte range beside the shape',
      edit(SHARD, (text) => text.replace('[320,2]', '[320,3]').replace('[320, 2]', '[320, 3]')),
      'SHARD_DAMAGED',
      /bytes where its shape needs 1920/,
    ],
    [
      'tensor under another name',
      edit(SHARD, (text) => text.replaceAll('layers.0.self_attn.k_proj', 'layers.9.self_attn.k_proj')),
      'TENSOR_MISSING',
      /layers.0.self_attn.k_proj.weight is in none/,
    ],
    ['index missing', remove('model.safetensors.index.json'), 'FILE_MISSING', /model.safetensors is missing/],
    [
      'index cut',
      edit('model.safetensors.index.json', (text) => text.slice(0, 90)),
      'FILE_INVALID',
      /is not JSON, or ends early/,
    ],
    [
      'index pointing out of the folder',
      edit('model.safetensors.index.json', (text) => text.replace(SHARD, `../${SHARD}`)),
      'FILE_INVALID',
      /must name a .safetensors file of the same folder/,
    ],
    ['config missing', remove('config.json'), 'FILE_MISSING', /config.json is missing in the folder/],
    [
      'config without sizes',
      edit('config.json', () => '{"model_type":"llama"}'),
      'FILE_INVALID',
      /hidden_size/,
    ],
    ['another architecture', setConfig({ model_type: 'gpt2' }), 'FILE_INVALID', /model_type/],
    ['untied head', setConfig({ tie_word_embeddings: false }), 'FILE_INVALID', /tie_word_embeddings/],
    [
      'another vocabulary',
      setConfig({ vocab_size: 640 }),
      'TENSOR_WRONG',
      /embed_tokens.weight.q8 as 320 x 64, where 640 x 64 was expected/,
    ],
    [
      'sizes no block divides',
      setConfig({ hidden_size: 72 }),
      'UNSUPPORTED',
      /hidden_size is 72, which is no multiple of 32/,
    ],
    [
      'heads that do not share evenly',
      setConfig({ num_key_value_heads: 3 }),
      'UNSUPPORTED',
      /4 heads do not share 3 key\/value heads/,
    ],
  ])('%s', async (_name, damage, fault, message) => {
    await damage()
    const error: unknown = await read().catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ModelFolderError)
    expect(error).toMatchObject({
      code: 'MODEL_UNREADABLE',
      fault,
      message: expect.stringMatching(message) as string,
    })
    expect((error as ModelFolderError).hint).not.toBe('')
  })
})

describe('readWeights', () => {
  it('joins the rows of query, key and value, and of gate and up', async () => {
    const { shape } = await readConfig(folder)
    const weights = await readWeights(folder, shape)
    const sizes = ({ rows, columns }: QuantisedMatrix): number[] => [rows, columns]
    const { qkv, output, gateUp, down } = weights.blocks[0]!
    expect([qkv, output, gateUp, down, weights.embedding].map(sizes)).toEqual([
      [128, 64],
      [64, 64],
      [256, 64],
      [64, 128],
      [320, 64],
    ])
    expect(weights.blocks).toHaveLength(2)
  })

  it.each<[TensorType, number]>([
    ['F32', 0],
    ['F16', 1],
    ['BF16', 1],
  ])('quantises a plain %s model to within %i step of its 8-bit form', async (type, stepsMax) => {
    const { shape } = await readConfig(folder)
    const before = await readWeights(folder, shape)
    await writePlainModel(before, shape, type)
    const after = await readWeights(folder, shape)
    const steps = (a: QuantisedMatrix, b: QuantisedMatrix): number =>
      Math.max(...a.values.map((value, i) => Math.abs(value - b.values[i]!)))
    expect(steps(before.embedding, after.embedding)).toBeLessThanOrEqual(stepsMax)
    for (const [layer, block] of before.blocks.entries()) {
      for (const site of SITES)
        expect(steps(block[site], after.blocks[layer]![site])).toBeLessThanOrEqual(stepsMax)
      expect(after.blocks[layer]!.attentionNorm[5]).toBeCloseTo(block.attentionNorm[5]!, 1)
    }
  })
})

/** Replaces the weights by one safetensors file of the plain matrices. */
async function writePlainModel(
  weights: DecoderWeights,
  shape: DecoderShape,
  type: TensorType,
): Promise<void> {
  const tensors: Record<string, StoredTensor> = {}
  const put = (name: string, values: Float32Array, dims: readonly number[]): void => {
    tensors[name] = { type, shape: dims, data: narrow(values, type) }
  }
  put('model.embed_tokens.weight', dequantise(weights.embedding), [shape.vocabulary, shape.hidden])
  put('model.norm.weight', weights.finalNorm, [shape.hidden])
  for (const [layer, block] of weights.blocks.entries()) {
    put(`model.layers.${layer}.input_layernorm.weight`, block.attentionNorm, [shape.hidden])
    put(`model.layers.${layer}.post_attention_layernorm.weight`, block.feedForwardNorm, [shape.hidden])
    for (const site of SITES) {
      let plain = dequantise(block[site])
      for (const { name, rows } of projectionParts(shape)[site]) {
        const size = rows * block[site].columns
        put(`model.layers.${layer}.${name}.weight`, plain.subarray(0, size), [rows, block[site].columns])
        plain = plain.subarray(size)
      }
    }
  }
  await rm(join(folder, 'model.safetensors.index.json'))
  await writeFile(join(folder, 'model.safetensors'), encodeTensors(tensors))
}

/** The bit patterns of `values` in a narrower type, by truncation. */
function narrow(values: Float32Array, type: TensorType): Float32Array | Uint16Array {
  if (type === 'F32') return values
  const bits = new Uint32Array(values.slice().buffer)
  if (type === 'BF16') return Uint16Array.from(bits, (word) => word >>> 16)
  return Uint16Array.from(bits, (word) => {
    const exponent = ((word >>> 23) & 255) - 112
    return exponent <= 0 ? 0 : ((word >>> 16) & 0x8000) | (exponent << 10) | ((word >>> 13) & 1023)
  })
}
