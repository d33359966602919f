/** `shelftalk templates`: the list, one version, what changed between two, saving, restoring, deleting. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import { templateSaveSchema, templateVersionSchema } from '../../shared/contract/schemas'
import type { Services } from '../../shared/contract/services'
import type { Template } from '../../shared/domain/template'
import type { DiffLine, Fate } from '../../shared/util/textDiff'
import { lineDiff } from '../../shared/util/textDiff'
import { checked } from '../transports/validate'
import type { CliContext, CommonOptions, Outcome } from './command'
import { common, integer, withEngine } from './shared'
import { tableText } from './show'

interface Options extends CommonOptions {
  readonly version?: string
  readonly file?: string
  readonly name?: string
  readonly versions?: boolean
  readonly deleted?: boolean
}

/** Adds the command. */
export function templatesCommand(program: Command, context: CliContext): void {
  const templates = common(program.command('templates').description('Lists templates, or works on one.'))
    .option('--deleted', 'list what was deleted and can be brought back')
    .argument('[what]', 'show, diff, save, restore, delete or undelete')
    .action((what: string | undefined, options: Options) => {
      if (what === undefined) return withEngine(context, options, (services) => list(services, options))
      const known = templates.commands.map((command) => command.name()).join(', ')
      const message = `There is nothing called "${what}" to do with templates.`
      throw new ShelftalkError('BAD_INPUT', message, `There is: ${known}.`)
    })
  /** Flags before the last word belong to the command above, so they are read from both. */
  const add = (usage: string, description: string) =>
    common(templates.command(usage).description(description))
  const run = (command: Command, work: (services: Services) => Promise<Outcome>) =>
    withEngine(context, command.optsWithGlobals<Options>(), work)

  add('show <ID>', 'Prints one version of a template.')
    .option('--version <N>', 'this version (default: the latest)')
    .option('--versions', 'list every version instead')
    .action(async (id: string, options: Options, command: Command) => {
      const version = options.version === undefined ? undefined : versionOf('--version', options.version)
      await run(command, (services) =>
        options.versions ? history(services, id) : show(services, id, version),
      )
    })
  add('diff <ID> <A> <B>', 'Prints what changed from version A to version B.').action(
    async (...[id, a, b, , command]: [string, string, string, Options, Command]) => {
      const [from, to] = [versionOf('A', a), versionOf('B', b)]
      await run(command, (services) => difference(services, id, [from, to]))
    },
  )
  add('save <ID>', 'Saves a file as a new version of a template, or as a new template.')
    .requiredOption('--file <FILE>', 'directives, one a line')
    .option('--name <TEXT>', 'what it is called (default: as before, or its id)')
    .action(async (id: string, options: Options, command: Command) => {
      const text = await textFrom(options.file ?? '')
      await run(command, (services) => save(services, { id, text, name: options.name }))
    })
  add('restore <ID> <VERSION>', 'Saves the text of an old version as the newest.').action(
    async (...[id, given, , command]: [string, string, Options, Command]) => {
      const version = versionOf('VERSION', given)
      await run(command, async (services) =>
        said(await services.restoreTemplate(id, version), `Restored version ${version} as`),
      )
    },
  )
  add('delete <ID>', 'Takes a template out of the list; "undelete" brings it back.').action(
    (id: string, _: Options, command: Command) =>
      run(command, async (services) => {
        await services.deleteTemplate(id)
        return {
          json: { deleted: id },
          text: `Deleted "${id}". "shelftalk templates undelete ${id}" brings it back.`,
        }
      }),
  )
  add('undelete <ID>', 'Brings a deleted template back.').action((id: string, _: Options, command: Command) =>
    run(command, async (services) => said(await services.undeleteTemplate(id), 'Brought back')),
  )
}

const versionOf = (flag: string, text: string): number =>
  checked(templateVersionSchema.shape.version, integer(flag, text), flag)

const said = (template: Template, what: string): Outcome => ({
  json: { template },
  text: `${what} "${template.name}" (${template.id}), version ${template.version}.`,
})

async function list(services: Services, { deleted }: Options): Promise<Outcome> {
  const templates = await (deleted ? services.deletedTemplates() : services.templates())
  const unreadable = (await services.unreadable()).filter(({ kind }) => kind === 'template')
  const rows = templates.map(({ id, name, version, text }) => [
    id,
    name,
    `version ${version}`,
    text.replace(/\s*\n\s*/g, '; '),
  ])
  const bad = unreadable.map(
    ({ id, version, reason }) => `Left out, cannot be read: ${id}, version ${version ?? '?'}: ${reason}`,
  )
  const empty = deleted ? 'No template is deleted.' : 'There are no templates yet.'
  return { json: { templates, unreadable }, text: [tableText(rows, empty), ...bad].join('\n') }
}

async function show(services: Services, id: string, version: number | undefined): Promise<Outcome> {
  const template = await services.template(id, version)
  return { json: { template }, text: template.text }
}

async function history(services: Services, id: string): Promise<Outcome> {
  const versions = await services.templateVersions(id)
  const rows = versions.map(({ version, savedAtMs, savedBy, restoredFrom, text }) => [
    `version ${version}`,
    savedAtMs === undefined
      ? 'date unknown'
      : new Date(savedAtMs).toISOString().slice(0, 16).replace('T', ' '),
    savedBy ?? '',
    restoredFrom === undefined ? '' : `from version ${restoredFrom}`,
    text.replace(/\s*\n\s*/g, '; '),
  ])
  return { json: { versions }, text: tableText(rows, 'No version can be read.') }
}

const signs: Readonly<Record<Fate, string>> = { same: ' ', added: '+', removed: '-' }

async function difference(
  services: Services,
  id: string,
  [from, to]: readonly [number, number],
): Promise<Outcome> {
  const [before, after] = await Promise.all([services.template(id, from), services.template(id, to)])
  const lines = lineDiff(before.text, after.text)
  const changed = lines.some(({ fate }) => fate !== 'same')
  const shown = lines.map(({ fate, text }: DiffLine) => `${signs[fate]} ${text}`.trimEnd())
  return {
    json: { id, from, to, lines },
    text: changed ? shown.join('\n') : `Versions ${from} and ${to} of "${id}" say the same.`,
  }
}

interface Saving {
  readonly id: string
  readonly text: string
  readonly name: string | undefined
}

async function save(services: Services, { id, text, name }: Saving): Promise<Outcome> {
  const known = (await services.templates()).find((template) => template.id === id)
  const draft = { id, text, name: name ?? known?.name ?? id }
  const saved = await services.saveTemplate(checked(templateSaveSchema, draft, 'The template'))
  return known?.version === saved.version ? said(saved, 'Nothing has changed in') : said(saved, 'Saved')
}

/** The file's text; a last line end is the editor's, not the template's. */
async function textFrom(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').replace(/\r?\n$/, '')
  } catch (cause) {
    const hint = 'Give the path of a text file with one "directive: value" a line.'
    throw new ShelftalkError('BAD_INPUT', `The file ${file} cannot be read.`, hint, { cause })
  }
}
