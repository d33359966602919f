/** Flags that say how a narrative is made. */
import type { Command } from 'commander'
import type { z } from 'zod'
import { ShelftalkError } from '../../shared/contract/errors'
import { STRATEGIES } from '../../shared/domain/narrative'
import { checked, strictVariantSchema } from '../transports/validate'
import { decimal, integer, parseJson } from './shared'

type VariantInput = z.input<typeof strictVariantSchema>
type Variant = z.output<typeof strictVariantSchema>

/** Flags of a variant. */
export interface VariantOptions {
  readonly strategy?: string
  readonly diversity?: string
  readonly calibration?: string
  readonly adapter?: readonly string[]
  readonly template?: string
  readonly seed?: string
  readonly temperature?: string
  readonly free?: boolean
}

/** A flag that may be given several times. */
export const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
]

/** Adds the flags of a variant. */
export function variantFlags(command: Command): Command {
  return command
    .option('--strategy <NAME>', `how products are picked: ${STRATEGIES.join(', ')}`)
    .option('--diversity <D>', 'how unlike one another the products are, 0 to 1 (default: some, from two on)')
    .option('--calibration <C>', 'how far the mix of products is that of the history, 0 to 1 (default: 0)')
    .option('--adapter <NAME[:SCALE],...>', 'adapters with their scales', collect)
    .option('--template <ID[@VERSION]>', 'a stored template; its latest version unless one is named')
    .option('--free', 'the model plans for itself, whatever the template says')
    .option('--seed <N>', 'seed of the sampling')
    .option('--temperature <T>', '0 is greedy, 2 is the most')
}

/** The variant that the flags describe, not yet checked. Throws BAD_INPUT naming a flag that cannot be read. */
export function variantInput({
  strategy,
  diversity,
  calibration,
  adapter,
  template,
  seed,
  temperature,
  free,
}: VariantOptions): VariantInput {
  const decoding = {
    ...(seed === undefined ? {} : { seed: integer('--seed', seed) }),
    ...(temperature === undefined ? {} : { temperature: decimal('--temperature', temperature) }),
  }
  return {
    ...(strategy === undefined ? {} : { strategy: strategy as NonNullable<VariantInput['strategy']> }),
    ...(diversity === undefined ? {} : { diversity: decimal('--diversity', diversity) }),
    ...(calibration === undefined ? {} : { calibration: decimal('--calibration', calibration) }),
    ...(template === undefined ? {} : templateUse(template)),
    ...(free ? { plan: 'free' as const } : {}),
    ...(adapter === undefined ? {} : { adapters: adapter.flatMap(adapterUses) }),
    decoding,
  }
}

/** `card@2` is the second version of `card`. */
function templateUse(text: string): Pick<VariantInput, 'templateId' | 'templateVersion'> {
  const [, id, version] = /^(.+)@([^@]*)$/.exec(text) ?? []
  if (id === undefined || version === undefined) return { templateId: text }
  return { templateId: id, templateVersion: integer('The version of --template', version) }
}

/** `warm:0.5,festive` is two uses, the second at full scale. */
export function adapterUses(text: string): { readonly name: string; readonly scale: number }[] {
  return text.split(',').map((part) => {
    const [name = '', scale, ...rest] = part.trim().split(':')
    if (name === '' || rest.length > 0) {
      throw new ShelftalkError(
        'BAD_INPUT',
        `--adapter cannot be read: "${part}".`,
        'Write NAME or NAME:SCALE, with commas between several.',
      )
    }
    return { name, scale: scale === undefined ? 1 : decimal('The scale of --adapter', scale) }
  })
}

/** The checked variant of a command line. */
export function variantOf(options: VariantOptions): Variant {
  return checked(strictVariantSchema, variantInput(options), 'The command')
}

/** A variant written as JSON, on top of what the flags say for all. */
export function variantFromJson(text: string, options: VariantOptions): Variant {
  const value = parseJson(text, 'A --variant')
  if (!isRecord(value)) {
    throw new ShelftalkError(
      'BAD_INPUT',
      `A --variant is not a JSON object: ${text}.`,
      `For example --variant '{"strategy":"popularity"}'.`,
    )
  }
  const base = variantInput(options)
  const given = value
  const decoding = isRecord(given['decoding'])
    ? { ...base.decoding, ...given['decoding'] }
    : (given['decoding'] ?? base.decoding)
  return checked(strictVariantSchema, { ...base, ...given, decoding }, `The --variant ${text}`)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
