/** What an adapter folder says about itself. Nothing in a card or a training report can break the list. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { AdapterInfo, AdapterOrigin, AdapterTraining } from '../../../shared/domain/adapter'
import { ADAPTER_FILES } from '../../../shared/domain/adapter'
import { adapterConfigSchema } from './config'
import { readShort } from './files'
import { madeForAnother } from './fit'

const count = z.number().int().nonnegative()
const loss = z.number().finite().nonnegative()

const trainingSchema = z.object({
  adapter: z.string().max(80),
  base: z.string().max(400),
  rank: count,
  alpha: z.number().finite().positive(),
  targetModules: z.array(z.string().max(120)).max(64),
  parameters: count,
  documents: count,
  steps: count,
  tokens: count,
  seconds: z.number().finite().nonnegative(),
  heldOutLoss: z.object({ before: loss, after: loss }),
  seed: count,
}) satisfies z.ZodType<AdapterTraining>

/** A folder on the shelf. */
export interface Place {
  readonly name: string
  readonly folder: string
  readonly origin: AdapterOrigin
}

/**
 * Describes a folder; undefined when it is no adapter at all.
 * @param misfit why the model in use cannot take it
 */
export async function describeAdapter(
  { name, folder, origin }: Place,
  hostName: string,
  misfit: string | undefined,
): Promise<AdapterInfo | undefined> {
  const [text, card, report, bytes] = await Promise.all([
    readShort(join(folder, 'adapter_config.json')),
    readShort(join(folder, 'README.md')),
    readShort(join(folder, 'training.json')),
    sizeOf(folder),
  ])
  if (text === undefined) return undefined
  const config = adapterConfigSchema.safeParse(parsed(text)).data
  const { training, note } = trainingOf(report)
  const base = config?.base_model_name_or_path ?? ''
  const shown = cardText(card ?? '')
  return {
    name,
    origin,
    rank: config?.r ?? 0,
    alpha: config?.lora_alpha ?? 0,
    targetModules: config?.target_modules ?? [],
    description: config?.description ?? firstParagraph(shown),
    base,
    bytes,
    card: shown,
    ...(training ? { training } : {}),
    ...(misfit === undefined ? {} : { misfit }),
    notes: [
      ...(note === undefined ? [] : [note]),
      ...(misfit === undefined && madeForAnother(base, hostName)
        ? [`It says it was made for "${base}"; it fits "${hostName}", but may act oddly.`]
        : []),
    ],
  }
}

function trainingOf(text: string | undefined): {
  readonly training?: AdapterTraining
  readonly note?: string
} {
  if (text === undefined) return {}
  const { data, error } = trainingSchema.safeParse(parsed(text))
  if (data) return { training: data }
  const field = error.issues[0]?.path.join('.')
  return { note: `Its training.json is left out: ${field ? `"${field}" is not usable` : 'it is not JSON'}.` }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = ADAPTER_FILES.map((name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** A card without its front matter. */
export function cardText(markdown: string): string {
  return markdown
    .replace(/^\uFEFF/, '')
    .replace(/^---\r?\n[\s\S]*?\r?\n---[ \t]*(\r?\n|$)/, '')
    .replaceAll('\r\n', '\n')
    .trim()
}

/** The first paragraph that is no heading, list or code, on one line, 240 characters at most. */
export function firstParagraph(card: string): string {
  const paragraph = card
    .split(/\n\s*\n/)
    .find((block) => /^[\p{L}\p{N}"“*_]/u.test(block.trim()) && !/^[*-] /.test(block.trim()))
  const line = (paragraph ?? '').replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim()
  return line.length > 240 ? `${line.slice(0, 239)}…` : line
}
