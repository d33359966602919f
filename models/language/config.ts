import { join } from 'node:path'
import { z } from 'zod'
import { BLOCK } from '../onnx/quantise'
import type { DecoderShape } from '../onnx/shape'
import { ModelFolderError, refuseModel } from './errors'
import { readJson } from './jsonFile'

const size = z.number().int().positive().max(1_000_000)

/** `config.json` of a Hugging Face `LlamaForCausalLM`, as far as it matters here. */
const configSchema = z.object({
  model_type: z.literal('llama'),
  hidden_act: z.literal('silu').default('silu'),
  attention_bias: z.literal(false).default(false),
  mlp_bias: z.literal(false).default(false),
  tie_word_embeddings: z.literal(true),
  rope_scaling: z.null().optional(),
  hidden_size: size,
  num_hidden_layers: size.max(200),
  num_attention_heads: size,
  num_key_value_heads: size.optional(),
  head_dim: size.nullish(),
  intermediate_size: size,
  vocab_size: size,
  max_position_embeddings: size,
  rope_theta: z.number().positive().default(10_000),
  rms_norm_eps: z.number().positive().max(1),
  bos_token_id: z.number().int().min(0).nullish(),
  eos_token_id: z.number().int().min(0).nullish(),
  shelftalk: z
    .object({ format: z.literal(1), name: z.string().max(120), trainedTokens: z.number().min(0).optional() })
    .optional(),
})

/** What a model folder says about itself. */
export interface ModelConfig {
  readonly shape: DecoderShape
  /** Its own name; null where it has none. */
  readonly name: string | null
  /** Put before every text, where the model was trained that way. */
  readonly beginToken: number | null
  /** Ends a text. */
  readonly endToken: number | null
  /** Tokens the model was trained on, where it says so. */
  readonly trainedTokens: number | null
}

/** Reads `config.json` of a model folder. Throws ModelFolderError for a missing, broken or unsupported one. */
export async function readConfig(folder: string): Promise<ModelConfig> {
  const file = join(folder, 'config.json')
  const config = await readJson(file, configSchema, refuseModel)
  const shape = toShape(config)
  const problem = findMisfit(shape)
  if (problem) throw unsupported(file, problem)
  return {
    shape,
    name: config.shelftalk?.name ?? null,
    beginToken: config.bos_token_id ?? null,
    endToken: config.eos_token_id ?? null,
    trainedTokens: config.shelftalk?.trainedTokens ?? null,
  }
}

function toShape(config: z.output<typeof configSchema>): DecoderShape {
  return {
    hidden: config.hidden_size,
    layers: config.num_hidden_layers,
    heads: config.num_attention_heads,
    keyValueHeads: config.num_key_value_heads ?? config.num_attention_heads,
    headDim: config.head_dim ?? config.hidden_size / config.num_attention_heads,
    intermediate: config.intermediate_size,
    vocabulary: config.vocab_size,
    context: config.max_position_embeddings,
    ropeTheta: config.rope_theta,
    normEpsilon: config.rms_norm_eps,
  }
}

/** Says what keeps a shape from running in the graph, or null. */
function findMisfit(shape: DecoderShape): string | null {
  const blocks = {
    hidden_size: shape.hidden,
    intermediate_size: shape.intermediate,
    'heads x head_dim': shape.heads * shape.headDim,
  }
  for (const [name, value] of Object.entries(blocks)) {
    if (value % BLOCK !== 0) return `${name} is ${value}, which is no multiple of ${BLOCK}`
  }
  if (shape.headDim % 8 !== 0) return `head_dim is ${shape.headDim}, which is no multiple of 8`
  if (shape.heads % shape.keyValueHeads !== 0)
    return `${shape.heads} heads do not share ${shape.keyValueHeads} key/value heads evenly`
  return null
}

function unsupported(file: string, problem: string): ModelFolderError {
  return new ModelFolderError({
    fault: 'UNSUPPORTED',
    file,
    message: `This model cannot run here: ${problem}`,
    hint: 'Use a Llama model whose sizes are multiples of 32.',
  })
}
