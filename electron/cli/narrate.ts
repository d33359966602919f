/** `shelftalk narrate`. */
import type { Command } from 'commander'
import { writeRequestSchema } from '../../shared/contract/schemas'
import { narrate } from '../transports/operations'
import type { CliContext } from './command'
import type { BriefOptions } from './shared'
import { briefFlags, briefOf, withEngine } from './shared'
import { narrativeText } from './show'
import type { VariantOptions } from './variant'
import { variantFlags, variantOf } from './variant'

/** Adds the command. */
export function narrateCommand(program: Command, context: CliContext): void {
  variantFlags(
    briefFlags(program.command('narrate').description('Writes one narrative for one shopper.')),
  ).action(async (options: BriefOptions & VariantOptions) => {
    const variant = variantOf(options)
    const request = writeRequestSchema.parse({ ...(await briefOf(options)), variant })
    await withEngine(context, options, async (services) => {
      const narrative = await narrate(services, request, context.signal)
      return { json: narrative, text: narrativeText(narrative) }
    })
  })
}
