/** `shelftalk fairness trade-off`: what evening one group's lists out mends and costs; a point of it can be kept as a rule. */
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import type { TradeOff, TradeOffPoint } from '../../shared/domain/fairness'
import { EXPOSURES } from '../../shared/domain/fairness'
import { fairnessTradeOff } from '../transports/operations'
import { checked, strictTradeOffSchema } from '../transports/validate'
import type { CliContext } from './command'
import type { FairnessOptions } from './fairnessFlags'
import { fairnessFlags, sharedRequest } from './fairnessFlags'
import { keepPoint, keptWords } from './fairnessSave'
import { progressLine } from './progressLine'
import { decimal, integer, withEngine } from './shared'
import { tradeOffText } from './showFairness'

interface Options extends FairnessOptions {
  readonly segment?: string | readonly string[]
  readonly by?: string
  readonly steps?: string
  readonly save?: string
  readonly strength?: string
}

/** Adds the command to `fairness`. */
export function tradeOffCommand(fairness: Command, context: CliContext): void {
  fairnessFlags(
    fairness
      .command('trade-off')
      .description("Moves one group's lists towards what all others are shown, and says what that costs."),
  )
    .option('--segment <FIELD=VALUE>', 'the group: ageBand=55+')
    .option('--by <WHAT>', `what is evened out: ${EXPOSURES.join(', ')} (default: ${EXPOSURES[0]})`)
    .option('--steps <N>', 'points of the curve besides 0 (default: 10)')
    .option(
      '--save <NAME>',
      'keep a point as a business rule, in the place of one for the same group; "rules delete" takes it out',
    )
    .option('--strength <S>', 'of the rule, 0 to 1 (default: the least that halves the gap)')
    .action((_: Options, command: Command) => run(command.optsWithGlobals<Options>(), context))
}

async function run(options: Options, context: CliContext): Promise<void> {
  const { by, steps, save, strength } = options
  const request = checked(
    strictTradeOffSchema,
    {
      ...{ ...sharedRequest(options), by, segment: groupOf(options) },
      steps: steps === undefined ? undefined : integer('--steps', steps),
    },
    'The command',
  )
  const wanted = strength === undefined ? undefined : decimal('--strength', strength)
  if (wanted !== undefined && (wanted > 1 || save === undefined)) throw noStrength(strength ?? '', save)
  await withEngine(context, options, async (services) => {
    const line = progressLine(context)
    try {
      const found = await fairnessTradeOff(services, request, context.signal, ({ stage, done, total }) =>
        line.show(total === 0 ? stage : `${stage} ${Math.floor((100 * done) / total)} %`),
      )
      if (save === undefined) return { json: found, text: tradeOffText(found) }
      const point = pointAt(found, wanted)
      const kept = await keepPoint(services, found, { name: save, point })
      const told = keptWords(kept, found, point)
      return { json: { ...found, ...kept }, text: [tradeOffText(found), '', told].join('\n') }
    } finally {
      line.end()
    }
  })
}

/** `ageBand=55+`; a value may hold further signs of equality. */
function groupOf({ segment }: Options): { readonly field: string; readonly value: string } {
  const text = typeof segment === 'string' ? segment : segment?.at(-1)
  const [, field, value] = /^([^=]+)=(.+)$/.exec(text ?? '') ?? []
  if (field !== undefined && value !== undefined) return { field: field.trim(), value: value.trim() }
  throw new ShelftalkError(
    'BAD_INPUT',
    text === undefined
      ? 'It is not said whose lists to even out.'
      : `--segment takes FIELD=VALUE, not "${text}".`,
    'For example --segment ageBand=55+.',
  )
}

const noStrength = (strength: string, save: string | undefined) =>
  new ShelftalkError(
    'BAD_INPUT',
    save === undefined ? '--strength says nothing without --save.' : `--strength is 0 to 1, not ${strength}.`,
    'For example --save "Even prices" --strength 0.6.',
  )

/** The point of that strength, or the nearest; without one the least that halves the gap. */
function pointAt({ points, halves }: TradeOff, wanted: number | undefined): TradeOffPoint {
  const strength = wanted ?? halves
  const [first, ...others] = points
  if (strength === undefined || !first)
    throw new ShelftalkError(
      'BAD_INPUT',
      'No strength halves the gap, so none was saved.',
      'Say how strong the rule is to be: --strength 0.6.',
    )
  const away = (point: TradeOffPoint) => Math.abs(point.strength - strength)
  return others.reduce((best, one) => (away(one) < away(best) ? one : best), first)
}
