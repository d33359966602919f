/** `shelftalk compare`. */
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import { compareRequestSchema } from '../../shared/contract/schemas'
import { STRATEGIES } from '../../shared/domain/narrative'
import { compare } from '../transports/operations'
import type { CliContext } from './command'
import type { BriefOptions } from './shared'
import { briefFlags, briefOf, withEngine } from './shared'
import { narrativeText } from './show'
import type { VariantOptions } from './variant'
import { variantFlags, variantFromJson } from './variant'

const VARIANTS_MAX = 6

type Options = BriefOptions & VariantOptions & { readonly variant?: readonly string[] }

/** Adds the command. Without `--variant` it compares the three strategies. */
export function compareCommand(program: Command, context: CliContext): void {
  const command = program
    .command('compare')
    .description('Writes the same brief in several variants, side by side.')
  variantFlags(briefFlags(command))
    .option(
      '--variant <JSON>',
      'one column, such as {"strategy":"popularity"}; give it again for more (default: the three strategies)',
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    )
    .action(async (options: Options) => {
      const given = options.variant ?? STRATEGIES.map((strategy) => JSON.stringify({ strategy }))
      if (given.length > VARIANTS_MAX)
        throw new ShelftalkError(
          'BAD_INPUT',
          `${given.length} variants are too many.`,
          `Give ${VARIANTS_MAX} at most.`,
        )
      const variants = given.map((text) => variantFromJson(text, options))
      const request = compareRequestSchema.parse({ ...(await briefOf(options)), variants })
      await withEngine(context, options, async (services) => {
        const result = await compare(services, request, context.signal)
        const columns = result.variants.map((narrative, at) => {
          const variant = variants[at]
          return `${variant?.label ?? `${at + 1}. ${narrative.strategy}`}\n\n${narrativeText(narrative)}`
        })
        return { json: result, text: columns.join('\n\n') }
      })
    })
}
