/** Whether an adapter folder can act on a model: the files are read as they are for writing, and thrown away. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readAdapter } from '../../../models/language/adapters'
import type { Adapter } from '../../../models/language/adapters'
import { AdapterFolderError } from '../../../models/language/errors'
import type { DecoderShape } from '../../../models/onnx/shape'
import type { AdapterConfig } from './config'
import { readConfigText } from './config'
import { readShort } from './files'
import { refused } from './refusal'

/** The model that adapters must fit. */
export interface Host {
  /** Its own name; empty where it has none. */
  readonly name: string
  readonly shape: DecoderShape
}

const FROM_PEFT = 'Save it with PEFT’s save_pretrained, and choose the folder that it wrote.'

/** Reads a folder for a model. Throws ADAPTER_UNREADABLE, in words, for anything that cannot be used or does not fit. */
export async function fitAdapter(folder: string, host: Host): Promise<Adapter> {
  const config = await lookInto(folder)
  try {
    const adapter = await readAdapter(folder, host.shape)
    mustBeFinite(adapter)
    return adapter
  } catch (cause) {
    throw misfit(cause, config.base_model_name_or_path ?? '', host)
  }
}

/** The configuration of a folder that has all its files. Throws ADAPTER_UNREADABLE saying what is missing or cannot be used. */
export async function lookInto(folder: string): Promise<AdapterConfig> {
  const text = await readShort(join(folder, 'adapter_config.json'))
  if (text === undefined) throw refused('It has no adapter_config.json.', FROM_PEFT)
  const config = readConfigText(text)
  await mustHaveWeights(folder)
  return config
}

async function mustHaveWeights(folder: string): Promise<void> {
  const there = async (name: string) =>
    stat(join(folder, name)).then(
      (found) => found.isFile(),
      () => false,
    )
  if (await there('adapter_model.safetensors')) return
  if (await there('adapter_model.safetensors.index.json'))
    throw refused('Its weights are split over several files.', 'Save them as one adapter_model.safetensors.')
  if (await there('adapter_model.bin'))
    throw refused(
      'Its weights are in adapter_model.bin, a format that can carry programs and is not read.',
      'Save them again with safe_serialization=True, which writes adapter_model.safetensors.',
    )
  throw refused('It has no adapter_model.safetensors.', FROM_PEFT)
}

/** A single value that is no number would spoil every word. */
function mustBeFinite({ blocks }: Adapter): void {
  const all = blocks.flatMap((block, layer) =>
    Object.entries(block).map(([site, { a, b }]) => ({ layer, site, values: [a, b] })),
  )
  const bad = all.find(({ values }) => values.some((list) => !list.every(Number.isFinite)))
  if (bad)
    throw refused(
      `Its weights for layer ${bad.layer} (${bad.site}) hold values that are no numbers.`,
      'Training went wrong; train it again with a lower learning rate.',
    )
}

/** A tensor that no model of this layout has. */
const OTHER_LAYOUT = /\badapts (?!base_model\.model\.(?:lm_head|model\.(?:layers|embed_tokens|norm))\b)(\S+),/

/** Whether an adapter says that it was made for another model; names may come with a path or an owner before them. */
export function madeForAnother(base: string, hostName: string): boolean {
  const own =
    base
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? ''
  return own !== '' && hostName !== '' && own !== hostName
}

/** The fault in words, with the model it was made for where that is another one. */
function misfit(cause: unknown, base: string, host: Host): Error {
  if (!(cause instanceof AdapterFolderError)) return cause instanceof Error ? cause : new Error(String(cause))
  if (cause.fault === 'SHARD_TRUNCATED' || cause.fault === 'SHARD_DAMAGED')
    return refused(`Its ${cause.message}.`, 'Copy the folder again from where it came from.', cause)
  const stranger = OTHER_LAYOUT.exec(cause.message)?.[1]
  const what =
    stranger === undefined
      ? cause.message.replace(/^The adapter \S+/, 'It').replace(/^adapter_/, 'Its adapter_')
      : `It was made for a model of another architecture: it adapts ${stranger}, and the model here has no such layer`
  const other = madeForAnother(base, host.name)
    ? ` It was made for "${base}"; the model here is "${host.name}".`
    : ''
  return refused(
    `${what}.${other}`,
    'Use an adapter that was trained for this model; it may change its linear layers only.',
    cause,
  )
}
