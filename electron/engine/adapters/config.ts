/** `adapter_config.json` of a PEFT folder, and in words what about it cannot be used. Format: https://github.com/huggingface/peft */
import { z } from 'zod'
import { refused } from './refusal'

/** Ranks above this make no sense for a model of this size. */
const RANK_MAX = 256

const size = z.number().finite().positive()

/** What is said about an adapter; the rest of the file is looked at by `configProblem`. */
export const adapterConfigSchema = z.looseObject({
  r: size.int(),
  lora_alpha: size,
  target_modules: z
    .union([z.array(z.string().max(120)).max(64), z.string().max(400)])
    .transform((modules) => (typeof modules === 'string' ? [modules] : modules))
    .catch([]),
  base_model_name_or_path: z.string().max(400).nullish().catch(null),
  description: z.string().max(600).optional().catch(undefined),
})

/** A parsed configuration. */
export type AdapterConfig = z.output<typeof adapterConfigSchema>

type Rule = readonly [field: string, fine: (value: unknown) => boolean, words: (shown: string) => string]

const isEmpty = (value: unknown) => value === undefined || value === null || Object.keys(value).length === 0
const isOff = (value: unknown) => value === undefined || value === null || value === false

/** One sentence a rule; `shown` is the value as the file has it. */
const RULES: readonly Rule[] = [
  [
    'peft_type',
    (value) => value === 'LORA',
    (shown) => `It is no LoRA: peft_type is ${shown}. Only LoRA adapters can be scaled and mixed here`,
  ],
  [
    'task_type',
    (value) => isOff(value) || value === 'CAUSAL_LM',
    (shown) => `It was made for another kind of model: task_type is ${shown}, where CAUSAL_LM is needed`,
  ],
  [
    'use_dora',
    isOff,
    () => 'It is a DoRA (use_dora is true), which rescales whole weights. Train it again with use_dora off',
  ],
  [
    'bias',
    (value) => isOff(value) || value === 'none',
    (shown) =>
      `It changes biases (bias is ${shown}), which the model has none of. Train it again with bias "none"`,
  ],
  ['fan_in_fan_out', isOff, () => 'Its weights are stored the other way round (fan_in_fan_out is true)'],
  [
    'rank_pattern',
    isEmpty,
    () => 'It has different ranks in different layers (rank_pattern); one rank is needed',
  ],
  [
    'alpha_pattern',
    isEmpty,
    () => 'It has different alphas in different layers (alpha_pattern); one is needed',
  ],
  [
    'modules_to_save',
    isEmpty,
    (shown) => `It replaces whole layers (modules_to_save is ${shown}); only low-rank factors can be used`,
  ],
  [
    'r',
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= RANK_MAX,
    (shown) => `Its rank is ${shown}, where a whole number from 1 to ${RANK_MAX} is needed`,
  ],
  [
    'lora_alpha',
    (value) => typeof value === 'number' && Number.isFinite(value) && value > 0,
    (shown) => `Its lora_alpha is ${shown}, where a number above 0 is needed`,
  ],
]

/** What cannot be used about a configuration, in one sentence; undefined when it can. */
export function configProblem(config: Readonly<Record<string, unknown>>): string | undefined {
  for (const [field, fine, words] of RULES) {
    const value = config[field]
    if (!fine(value)) return `${words(value === undefined ? 'missing' : shortened(JSON.stringify(value)))}.`
  }
  return undefined
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** The configuration in a file's text. Throws ADAPTER_UNREADABLE, in words, for anything that cannot be used. */
export function readConfigText(text: string): AdapterConfig {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw refused(
      'Its adapter_config.json is not JSON, or ends early.',
      'Copy the folder again from where it came from.',
      cause,
    )
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refused(
      'Its adapter_config.json is no JSON object.',
      'Copy the folder again from where it came from.',
    )
  const problem = configProblem(value as Readonly<Record<string, unknown>>)
  if (problem !== undefined)
    throw refused(problem, 'Use a plain LoRA adapter that was trained for this model.')
  return adapterConfigSchema.parse(value)
}
