import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SMALL_SHAPE, randomWeights } from '../onnx/randomWeights'
import { referenceLogits } from '../onnx/reference'
import type { Merge } from '../onnx/reference'
import { siteSizes } from '../onnx/shape'
import type { AdapterMix } from './adapterFeeds'
import { readAdapter } from './adapters'
import type { ScaledAdapter } from './adapters'
import { AdapterFolderError } from './errors'
import { Network } from './network'
import { xoshiro128 } from './random'
import { encodeTensors } from './safetensorsWriter'
import type { StoredTensor } from './safetensorsWriter'
import { projectionParts } from './weights'

const shape = SMALL_SHAPE
const weights = randomWeights(shape, xoshiro128(5))
const network = new Network(shape, () => Promise.resolve(weights), { arithmetic: 'float32', threads: 1 })
afterAll(() => network.dispose())
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelftalk-adapter-'))
})
afterEach(() => rm(folder, { recursive: true }))

const CONFIG = { peft_type: 'LORA', r: 4, lora_alpha: 8, target_modules: ['q_proj'] }
const tokens = [3, 1, 4, 1, 5, 9, 2, 6]
type Tensors = Record<string, StoredTensor>

/** Random factors for the stored linear layers whose name matches. */
function factors(rank: number, which: RegExp, seed: number): Tensors {
  const next = xoshiro128(seed)
  const random = (rows: number, columns: number): StoredTensor => ({
    type: 'F32',
    shape: [rows, columns],
    data: Float32Array.from({ length: rows * columns }, () => (next() - 0.5) * 0.3),
  })
  const tensors: Tensors = {}
  for (let layer = 0; layer < shape.layers; layer++) {
    for (const [site, parts] of Object.entries(projectionParts(shape))) {
      const { inputs } = siteSizes(shape)[site as keyof ReturnType<typeof siteSizes>]
      for (const { name, rows } of parts.filter((part) => which.test(part.name))) {
        const prefix = `base_model.model.model.layers.${layer}.${name}`
        tensors[`${prefix}.lora_A.weight`] = random(rank, inputs)
        tensors[`${prefix}.lora_B.weight`] = random(rows, rank)
      }
    }
  }
  return tensors
}

async function save(tensors: Tensors, config: object = CONFIG): Promise<string> {
  const target = await mkdtemp(join(folder, 'a-'))
  await writeFile(join(target, 'adapter_config.json'), JSON.stringify(config))
  await writeFile(join(target, 'adapter_model.safetensors'), encodeTensors(tensors))
  return target
}

/** Adds `strength * B A` to the weights of every layer the tensors name. */
const merged =
  (tensors: Tensors, rank: number, strength: number): Merge =>
  (plain, layer, site) => {
    const sum = plain.slice()
    const { inputs } = siteSizes(shape)[site]
    let row = 0
    for (const { name, rows } of projectionParts(shape)[site]) {
      const a = tensors[`base_model.model.model.layers.${layer}.${name}.lora_A.weight`]?.data
      const b = tensors[`base_model.model.model.layers.${layer}.${name}.lora_B.weight`]?.data
      for (let i = 0; a && b && i < rows * inputs; i++) {
        for (let r = 0; r < rank; r++) {
          sum[row * inputs + i]! +=
            strength * b[Math.floor(i / inputs) * rank + r]! * a[r * inputs + (i % inputs)]!
        }
      }
      row += rows
    }
    return sum
  }

async function logitsWith(mixes: readonly AdapterMix[]): Promise<Float32Array[]> {
  const decoder = await network.open(mixes)
  await decoder.feed(mixes.map((_, row) => ({ row, tokens })))
  await decoder.feed(mixes.map((_, row) => ({ row, tokens: [8] })))
  return mixes.map((_, row) => decoder.logits(row))
}

function expectClose(actual: Float32Array, expected: readonly number[]): void {
  for (const [id, value] of actual.entries()) expect(value).toBeCloseTo(expected[id]!, 4)
}

describe('an adapter fed in', () => {
  it.each<[string, RegExp, object, number]>([
    ['on every linear layer', /./, {}, 2],
    ['on query and value only', /[qv]_proj/, {}, 2],
    ['on one half of the feed-forward input', /up_proj/, {}, 2],
    ['scaled by the root of its rank', /down_proj|o_proj/, { use_rslora: true }, 4],
  ])('acts as it would merged into the weights: %s', async (_name, which, config, strength) => {
    const tensors = factors(4, which, 3)
    const adapter = await readAdapter(await save(tensors, { ...CONFIG, ...config }), shape)
    const [actual] = await logitsWith([[{ adapter, scale: 0.5 }]])
    expectClose(actual!, referenceLogits(shape, weights, [...tokens, 8], merged(tensors, 4, strength * 0.5)))
  })

  it('mixes by adding up, each row its own, rank 0 and others beside each other', async () => {
    const one = factors(4, /./, 1)
    const two = factors(2, /q_proj|down_proj/, 2)
    const first: ScaledAdapter = { adapter: await readAdapter(await save(one), shape), scale: 1 }
    const config = { ...CONFIG, r: 2 }
    const second: ScaledAdapter = { adapter: await readAdapter(await save(two, config), shape), scale: -0.5 }
    const rows = await logitsWith([[first], [], [first, second]])
    const all = [...tokens, 8]
    expectClose(rows[0]!, referenceLogits(shape, weights, all, merged(one, 4, 2)))
    expectClose(rows[1]!, referenceLogits(shape, weights, all))
    const both: Merge = (plain, layer, site) =>
      merged(two, 2, -2)(merged(one, 4, 2)(plain, layer, site), layer, site)
    expectClose(rows[2]!, referenceLogits(shape, weights, all, both))
  })
})

describe('rank 0', () => {
  it('gives exactly the logits of the graph that takes no adapters', async () => {
    const empty = await network.open([[]], true)
    const plain = await network.open([[]], false)
    for (const run of [tokens, [8], [9]]) {
      await empty.feed([{ row: 0, tokens: run }])
      await plain.feed([{ row: 0, tokens: run }])
      expect(empty.logits(0)).toEqual(plain.logits(0))
    }
  })
})

describe('an adapter that does not fit', () => {
  const rename = (from: string, to: string): Tensors =>
    Object.fromEntries(
      Object.entries(factors(4, /q_proj/, 1)).map(([name, tensor]) => [name.replace(from, to), tensor]),
    )
  const without = (ending: string): Tensors =>
    Object.fromEntries(
      Object.entries(factors(4, /q_proj/, 1)).filter(
        ([name]) => !name.endsWith(`layers.0.self_attn.${ending}`),
      ),
    )
  it.each<[string, Tensors, object, string, RegExp]>([
    [
      'a layer too many',
      rename('layers.1.', 'layers.7.'),
      {},
      'TENSOR_WRONG',
      /adapts .*layers.7.self_attn.q_proj.*, which the model does not have/,
    ],
    [
      'an adapted embedding',
      rename('layers.1.self_attn.q_proj', 'embed_tokens'),
      {},
      'TENSOR_WRONG',
      /embed_tokens/,
    ],
    [
      'another rank than stated',
      factors(4, /q_proj/, 1),
      { r: 8 },
      'TENSOR_WRONG',
      /lora_A.weight as 4 x 64, where 8 x 64 was expected/,
    ],
    [
      'half a pair',
      without('q_proj.lora_B.weight'),
      {},
      'TENSOR_MISSING',
      /layers.0.self_attn.q_proj.lora_B.weight is in none/,
    ],
    ['no tensors', {}, {}, 'TENSOR_WRONG', /holds no tensors/],
    ['another method', factors(4, /q_proj/, 1), { peft_type: 'IA3' }, 'FILE_INVALID', /peft_type/],
    ['DoRA', factors(4, /q_proj/, 1), { use_dora: true }, 'FILE_INVALID', /use_dora/],
    [
      'ranks by layer',
      factors(4, /q_proj/, 1),
      { rank_pattern: { q_proj: 8 } },
      'FILE_INVALID',
      /rank_pattern/,
    ],
    ['rank 0', factors(4, /q_proj/, 1), { r: 0 }, 'FILE_INVALID', /r$/m],
  ])('is refused in words: %s', async (...[, tensors, config, fault, message]) => {
    const target = await save(tensors, { ...CONFIG, ...config })
    const error: unknown = await readAdapter(target, shape).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(AdapterFolderError)
    expect(error).toMatchObject({
      code: 'ADAPTER_UNREADABLE',
      fault,
      message: expect.stringMatching(message) as string,
    })
  })
})
