/** `shelftalk fairness probe`: flips one attribute, or the name, of one person or of several, and says what changes beside another seed. */
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import { probeFairness } from '../transports/operations'
import { checked, strictProbeFairnessSchema } from '../transports/validate'
import type { CliContext } from './command'
import type { FairnessOptions } from './fairnessFlags'
import { fairnessFlags, sharedRequest } from './fairnessFlags'
import { progressLine } from './progressLine'
import { audienceFlags, audienceOf, integer, withEngine } from './shared'
import { probeText } from './showFairness'
import { adapterUses, collect } from './variant'

interface Options extends FairnessOptions {
  readonly persona?: string
  readonly shopper?: string
  readonly profile?: string
  readonly people?: string
  readonly flip?: string
  readonly name?: string
  readonly occasion?: string
  readonly adapter?: readonly string[]
  readonly texts?: boolean | string
}

/** Adds the command to `fairness`. */
export function probeCommand(fairness: Command, context: CliContext): void {
  audienceFlags(
    fairnessFlags(
      fairness
        .command('probe')
        .description(
          'Flips one attribute or the name, all else held, and says what changes beside another seed.',
        ),
    ),
  )
    .option('--people <N>', 'instead of one person so many shoppers, drawn at random (default: 20)')
    .option('--flip <FIELD=VALUE>', 'what to make of them: ageBand=55+')
    .option('--name <NAME>', 'what to call them instead')
    .option('--adapter <NAME[:SCALE],...>', 'adapters that write the texts', collect)
    .option('--no-texts', 'compare the picks alone')
    .action((_: Options, command: Command) => run(command, context))
}

async function run(command: Command, context: CliContext): Promise<void> {
  // Flags before the last word belong to the command above, so they are read from both; --texts is a number there, and its own here.
  const options = { ...command.optsWithGlobals<Options>(), texts: command.opts<Options>().texts }
  const { people, occasion, adapter, texts } = options
  const one = [options.persona, options.shopper, options.profile].some((flag) => flag !== undefined)
  if (one && people !== undefined)
    throw new ShelftalkError(
      'BAD_INPUT',
      'One person is named, and --people asks for several.',
      'Give --persona, --shopper or --profile, or --people N.',
    )
  const request = checked(
    strictProbeFairnessSchema,
    {
      ...{ ...sharedRequest(options), occasion, texts, flip: flipOf(options) },
      adapters: adapter?.flatMap(adapterUses),
      ...(one ? { audience: await audienceOf(options) } : {}),
      people: people === undefined ? undefined : integer('--people', people),
    },
    'The command',
  )
  await withEngine(context, options, async (services) => {
    const line = progressLine(context)
    try {
      const json = await probeFairness(services, request, context.signal, ({ done, total }) =>
        line.show(`probing ${done} of ${total}`),
      )
      return { json, text: probeText(json) }
    } finally {
      line.end()
    }
  })
}

function flipOf({ flip, name }: Options) {
  const [, field, value] = /^([^=]+)=(.+)$/.exec(flip ?? '') ?? []
  if (name !== undefined && flip === undefined) return { what: 'name', name }
  if (name === undefined && field !== undefined && value !== undefined)
    return { what: 'segment', field: field.trim(), value: value.trim() }
  throw new ShelftalkError(
    'BAD_INPUT',
    flip === undefined
      ? 'It is not said what to flip.'
      : name === undefined
        ? `--flip takes FIELD=VALUE, not "${flip}".`
        : 'One thing is flipped at a time, the rest held: --flip or --name.',
    'For example --flip ageBand=55+, or --name "Priya Menon".',
  )
}
