/** `shelftalk versions`: a catalogue's versions: listing, comparing, going back, importing again, deleting the whole. */
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import { catalogueVersionSchema, versionDiffSchema } from '../../shared/contract/parts/versions'
import type { Services } from '../../shared/contract/services'
import type { FieldChange, ProductChange, VersionDiff } from '../../shared/domain/versions'
import { importAgain } from '../transports/operations'
import { checked } from '../transports/validate'
import type { CliContext, CommonOptions, Outcome } from './command'
import { progressLine } from './progressLine'
import { common, integer, withEngine } from './shared'
import { counted, importText, tableText } from './show'

interface Options extends CommonOptions {
  readonly fate?: string
  readonly limit?: string
  readonly offset?: string
  readonly yes?: boolean
}

/** Adds the command. */
export function versionsCommand(program: Command, context: CliContext): void {
  const versions = common(program.command('versions').description('Works on the versions of a catalogue.'))
    .argument('[what]', 'list, diff, restore, import or delete')
    .action((what: string | undefined) => {
      const known = versions.commands.map((command) => command.name()).join(', ')
      const said =
        what === undefined ? 'It is not said what to do' : `There is nothing called "${what}" to do`
      throw new ShelftalkError('BAD_INPUT', `${said} with versions.`, `There is: ${known}.`)
    })
  const add = (usage: string, description: string) => common(versions.command(usage).description(description))
  const run = (command: Command, work: (services: Services) => Promise<Outcome>) =>
    withEngine(context, command.optsWithGlobals<Options>(), work)

  add('list <CATALOGUE>', 'Lists the versions that are kept, newest first.').action(
    (catalogue: string, _: Options, command: Command) =>
      run(command, (services) => list(services, catalogue)),
  )
  add('diff <CATALOGUE> <A> <B>', 'Prints which products differ from version A to version B, and in what.')
    .option('--fate <FATE>', 'only added, removed or changed products')
    .option('--limit <N>', 'how many products (default: 50)')
    .option('--offset <N>', 'after how many (default: 0)')
    .action(async (...[catalogue, a, b, options, command]: [string, string, string, Options, Command]) => {
      const request = checked(
        versionDiffSchema,
        {
          catalogue,
          before: integer('A', a),
          after: integer('B', b),
          fate: options.fate,
          limit: options.limit === undefined ? undefined : integer('--limit', options.limit),
          offset: options.offset === undefined ? undefined : integer('--offset', options.offset),
        },
        'The command',
      )
      await run(command, async (services) => {
        const diff = await services.versionDiff(request)
        return { json: diff, text: diffText(diff, request.offset) }
      })
    })
  add('restore <CATALOGUE> <VERSION>', 'Makes an old version current again, as a new one.').action(
    async (...[catalogue, given, , command]: [string, string, Options, Command]) => {
      const version = integer('VERSION', given)
      checked(catalogueVersionSchema, { catalogue, version }, 'The command')
      await run(command, (services) => restore(services, catalogue, version))
    },
  )
  add('import <CATALOGUE>', 'Imports the files of a catalogue anew, each as it was imported then.').action(
    (catalogue: string, _: Options, command: Command) =>
      run(command, (services) => again(services, catalogue, context)),
  )
  add('delete <CATALOGUE>', 'Deletes a catalogue for good, with every version and its rules.')
    .option('--yes', 'it is meant')
    .action(async (catalogue: string, { yes }: Options, command: Command) => {
      if (!yes) {
        const message = `Deleting "${catalogue}" cannot be undone.`
        throw new ShelftalkError('BAD_INPUT', message, 'Say --yes if it is meant.')
      }
      await run(command, async (services) => {
        await services.deleteCatalogue(catalogue)
        return { json: { deleted: catalogue }, text: `Deleted "${catalogue}" with every version.` }
      })
    })
}

async function list(services: Services, catalogue: string): Promise<Outcome> {
  const versions = await services.catalogueVersions(catalogue)
  const rows = versions.map(({ version, createdAtMs, products, shoppers, interactions, origin }) => [
    `version ${version}`,
    new Date(createdAtMs).toISOString().slice(0, 16).replace('T', ' '),
    counted(products, 'product'),
    counted(shoppers, 'shopper'),
    counted(interactions, 'interaction'),
    origin,
  ])
  return { json: { catalogue, versions }, text: tableText(rows, 'There are no versions.') }
}

async function again(services: Services, catalogue: string, context: CliContext): Promise<Outcome> {
  const line = progressLine(context)
  try {
    const result = await importAgain(services, catalogue, context.signal, (event) => {
      line.show(event.type === 'progress' ? `${counted(event.rows, 'row')} read` : 'Indexing')
    })
    return { json: result, text: importText(result) }
  } finally {
    line.end()
  }
}

async function restore(services: Services, catalogue: string, version: number): Promise<Outcome> {
  const [before] = await services.catalogueVersions(catalogue)
  const now = await services.rollBack(catalogue, version)
  const undo =
    before === undefined ? '' : ` "shelftalk versions restore ${catalogue} ${before.version}" undoes it.`
  return {
    json: { catalogue: now },
    text: `Version ${version} of "${catalogue}" is current again, as version ${now.version}.${undo}`,
  }
}

const signs = { added: '+', removed: '-', changed: '~' } as const

function diffText({ before, after, counts, items, total }: VersionDiff, offset: number): string {
  const head = `"${after.name}", version ${before.version} to ${after.version}: ${counted(counts.added, 'product')} added, ${counts.removed.toLocaleString('en-GB')} removed, ${counts.changed.toLocaleString('en-GB')} changed, ${counts.same.toLocaleString('en-GB')} the same.`
  const rest = total - offset - items.length
  const more = rest > 0 ? [`and ${counted(rest, 'more product')}; --offset ${offset + items.length}`] : []
  return [head, ...items.flatMap(changeLines), ...more].join('\n')
}

function changeLines({ id, title, fate, fields }: ProductChange): readonly string[] {
  const own = fields.filter(({ part }) => part !== 'source')
  const shown = own.length > 0 ? own : fields
  return [`${signs[fate]} ${title} (${id})`, ...shown.map((field) => `    ${fieldText(field)}`)]
}

function fieldText({ label, before, after }: FieldChange): string {
  const short = (value: string | undefined) => {
    if (value === undefined) return 'nothing'
    const line = value.replace(/\s+/g, ' ')
    return line.length > 60 ? `"${line.slice(0, 59)}…"` : `"${line}"`
  }
  return `${label}: ${short(before)} to ${short(after)}`
}
