/** `shelftalk personas`, `shoppers`, `catalogues` and `templates`. */
import type { Command } from 'commander'
import { searchSchema } from '../../shared/contract/schemas'
import { checked } from '../transports/validate'
import type { CliContext, CommonOptions, Work } from './command'
import { common, integer, withEngine } from './shared'
import { counted, tableText } from './show'

interface ShopperOptions extends CommonOptions {
  readonly search?: string
  readonly catalogue?: string
  readonly limit?: string
}

/** Adds the commands. */
export function listCommands(program: Command, context: CliContext): void {
  const list = (name: string, description: string, work: Work) =>
    common(program.command(name).description(description)).action((options: CommonOptions) =>
      withEngine(context, options, work),
    )

  list('personas', 'Lists personas.', async (services) => {
    const personas = await services.personas()
    const unreadable = (await services.unreadable()).filter(({ kind }) => kind === 'persona')
    const rows = personas.map(({ id, name, summary }) => [id, name, summary])
    const bad = unreadable.map(({ id, reason }) => `Left out, cannot be read: ${id}: ${reason}`)
    return {
      json: { personas, unreadable },
      text: [tableText(rows, 'There are no personas yet.'), ...bad].join('\n'),
    }
  })
  list('catalogues', 'Lists catalogues.', async (services) => {
    const catalogues = await services.catalogues()
    const rows = catalogues.map(({ name, version, products, shoppers, origin }) => [
      name,
      `version ${version}`,
      counted(products, 'product'),
      counted(shoppers, 'shopper'),
      origin,
    ])
    return { json: { catalogues }, text: tableText(rows, 'There are no catalogues yet.') }
  })
  common(program.command('shoppers').description('Finds shoppers of a catalogue.'))
    .option('--search <TEXT>', 'words of the name, id, interests or segments')
    .option('--catalogue <NAME>', 'catalogue (default: the invented shop)')
    .option('--limit <N>', 'how many (default: 30)')
    .action(async (options: ShopperOptions) => {
      const limit = options.limit === undefined ? undefined : integer('--limit', options.limit)
      const request = checked(
        searchSchema,
        { text: options.search, catalogue: options.catalogue, limit },
        'The command',
      )
      await withEngine(context, options, async (services) => {
        const { items: shoppers, total } = await services.searchShoppers(request)
        const rows = shoppers.map(({ id, name, interests, segments }) => [
          id,
          name,
          [...interests, ...Object.values(segments)].join(', '),
        ])
        const more = total > shoppers.length ? `\n${counted(total - shoppers.length, 'more shopper')}` : ''
        return { json: { shoppers, total }, text: tableText(rows, 'No shopper matches.') + more }
      })
    })
}
