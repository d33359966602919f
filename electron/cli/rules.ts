/** `shelftalk rules`: a catalogue's business rules: listing, saving, ordering, deleting, restoring, and seeing what they do to somebody. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { ShelftalkError } from '../../shared/contract/errors'
import type { RankedProduct, RulesPreview } from '../../shared/contract/parts/rules'
import { rulePreviewSchema, rulesSaveSchema } from '../../shared/contract/parts/rules'
import type { RuleDraft } from '../../shared/contract/ruleSchemas'
import { ruleDraftSchema } from '../../shared/contract/ruleSchemas'
import type { Services } from '../../shared/contract/services'
import { formatMoney } from '../../shared/domain/money'
import type { Rule, RuleBook } from '../../shared/domain/rules'
import { ruleStateWords, ruleWords } from '../../shared/domain/rules'
import { checked } from '../transports/validate'
import type { CliContext, CommonOptions, Outcome } from './command'
import type { BriefOptions } from './shared'
import { audienceFlags, briefOf, common, listed, parseJson, withEngine } from './shared'
import { counted, tableText } from './show'

interface Options extends CommonOptions {
  readonly catalogue?: string
  readonly file?: string
  readonly deleted?: boolean
}

type PreviewOptions = Options & BriefOptions & { readonly strategy?: string }

const inCatalogue = (command: Command) =>
  common(command).option('--catalogue <NAME>', 'catalogue (default: the invented shop)')

/** Adds the command. */
export function rulesCommand(program: Command, context: CliContext): void {
  const rules = inCatalogue(
    program.command('rules').description('Works on the business rules of a catalogue.'),
  )
    .argument('[what]', 'list, save, order, enable, disable, delete, restore or preview')
    .action((what: string | undefined, options: Options) => {
      if (what === undefined) return withEngine(context, options, (services) => list(services, options))
      const known = rules.commands.map((command) => command.name()).join(', ')
      const message = `There is nothing called "${what}" to do with rules.`
      throw new ShelftalkError('BAD_INPUT', message, `There is: ${known}.`)
    })
  const add = (usage: string, description: string) =>
    inCatalogue(rules.command(usage).description(description))
  /** Flags before the last word belong to the command above, so they are read from both. */
  const run = <Given extends Options>(
    command: Command,
    work: (services: Services, options: Given) => Promise<Outcome>,
  ) => {
    const options = command.optsWithGlobals<Given>()
    return withEngine(context, options, (services) => work(services, options))
  }

  add('list', 'Lists the rules in the order in which they hold.')
    .option('--deleted', 'list what was deleted and can be brought back')
    .action((_: Options, command: Command) => run(command, list))
  add('save', 'Keeps the rules of a file, all or none: known ids in their place, the others as new ones.')
    .requiredOption('--file <FILE>', 'JSON: one rule, a list of rules, or what "rules list --json" prints')
    .action(async ({ file = '' }: Options, command: Command) => {
      const drafts = await draftsFrom(file)
      await run(command, (services, { catalogue }) => save(services, catalogue, drafts))
    })
  add('order <IDS>', 'Puts the rules in this order: every id, with commas between.').action(
    (ids: string, _: Options, command: Command) =>
      run(command, async (services, { catalogue }) =>
        bookOutcome(services, await services.orderRules(catalogue, listed(ids))),
      ),
  )
  for (const [name, enabled] of [
    ['enable', true],
    ['disable', false],
  ] as const)
    add(`${name} <ID>`, `Switches a rule ${enabled ? 'on' : 'off'}.`).action(
      (id: string, _: Options, command: Command) =>
        run(command, async (services, { catalogue }) => {
          const rule = ruleOf(await services.rules(catalogue), id)
          return said(await services.saveRule({ catalogue, rule: { ...rule, enabled } }), `${name}d`)
        }),
    )
  add('delete <ID>', 'Takes a rule out; "restore" brings it back.').action(
    (id: string, _: Options, command: Command) =>
      run(command, async (services, { catalogue }) => {
        const { version } = await services.deleteRule(catalogue, id)
        const text = `Deleted "${id}". "shelftalk rules restore ${id}" brings it back.`
        return { json: { deleted: id, version }, text }
      }),
  )
  add('restore <ID>', 'Brings a deleted rule back to where it stood.').action(
    (id: string, _: Options, command: Command) =>
      run(command, async (services, { catalogue }) => {
        const book = await services.restoreRule(catalogue, id)
        return said({ rule: ruleOf(book, id), book }, 'brought back')
      }),
  )
  audienceFlags(add('preview', 'Shows what somebody would see without the rules and with them.'))
    .option('--strategy <NAME>', 'personalised, popularity or random (default: personalised)')
    .option('--file <FILE>', 'these rules instead of those that are kept')
    .action(async ({ file }: PreviewOptions, command: Command) => {
      const drafts = file === undefined ? undefined : await draftsFrom(file)
      await run<PreviewOptions>(command, (services, given) => preview(services, given, drafts))
    })
}

const ruleOf = (book: RuleBook, id: string): Rule => {
  const found = book.rules.find((rule) => rule.id === id)
  if (found) return found
  const known = book.rules.map((rule) => rule.id).join(', ')
  const hint = known === '' ? 'It has no rules yet.' : `Its rules are: ${known}.`
  throw new ShelftalkError('NOT_FOUND', `"${book.catalogue}" has no rule "${id}".`, hint)
}

const currencyOf = async (services: Services, catalogue: string): Promise<string> =>
  (await services.catalogues()).find(({ name }) => name === catalogue)?.currency ?? 'USD'

async function list(services: Services, { catalogue, deleted }: Options): Promise<Outcome> {
  const book = await services.rules(catalogue)
  if (!deleted) return bookOutcome(services, book)
  const rules = await services.deletedRules(catalogue)
  const currency = await currencyOf(services, book.catalogue)
  const rows = rules.map((rule) => [rule.id, rule.name, ruleWords(rule, currency)])
  return { json: { catalogue: book.catalogue, rules }, text: tableText(rows, 'No rule is deleted.') }
}

async function bookOutcome(services: Services, book: RuleBook): Promise<Outcome> {
  const currency = await currencyOf(services, book.catalogue)
  const rows = book.rules.map((rule, at) => [
    String(at + 1),
    rule.id,
    rule.name,
    rule.enabled ? 'on' : 'off',
    ruleWords(rule, currency),
  ])
  const empty = `"${book.catalogue}" has no rules yet.`
  return { json: book, text: [tableText(rows, empty), ...warningLines(book)].join('\n') }
}

const warningLines = ({ warnings }: Pick<RuleBook, 'warnings'>): readonly string[] =>
  warnings.map(({ ruleId, message }) => `Look at ${ruleId}: ${message}`)

function said({ rule, book }: { readonly rule: Rule; readonly book: RuleBook }, done: string): Outcome {
  const warnings = book.warnings.filter(({ ruleId }) => ruleId === rule.id)
  const text = `Rule "${rule.name}" (${rule.id}) of "${book.catalogue}" ${done}.`
  return { json: { rule, book }, text: [text, ...warningLines({ warnings })].join('\n') }
}

/** Rules of a file: one, a list of them, or a whole rule book. Each shape is checked as itself, so that a mistake is named by its field. */
async function draftsFrom(file: string): Promise<readonly RuleDraft[]> {
  const where = `The file ${file}`
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ShelftalkError(
      'BAD_INPUT',
      `${where} cannot be read.`,
      'Give the path of a JSON file of rules.',
      {
        cause,
      },
    )
  })
  const value = parseJson(text.replace(/^\uFEFF/, ''), where)
  if (Array.isArray(value)) return checked(z.array(ruleDraftSchema), value, where)
  if (typeof value === 'object' && value !== null && 'rules' in value)
    return checked(z.object({ rules: z.array(ruleDraftSchema) }), value, where).rules
  return [checked(ruleDraftSchema, value, where)]
}

async function save(
  services: Services,
  catalogue: string | undefined,
  drafts: readonly RuleDraft[],
): Promise<Outcome> {
  const { rules } = checked(rulesSaveSchema, { rules: drafts }, 'The file')
  const { saved, unchanged, book } = await services.saveRules({ catalogue, rules })
  const ids = new Set([...saved, ...unchanged].map(({ id }) => id))
  const lines = [
    ...saved.map(({ id, name }) => `Saved "${name}" (${id}) in "${book.catalogue}".`),
    ...unchanged.map(({ id, name }) => `"${name}" (${id}) is in "${book.catalogue}" already, just so.`),
  ]
  const warnings = book.warnings.filter(({ ruleId }) => ids.has(ruleId))
  return {
    json: { saved, unchanged, book },
    text: [...lines, ...warningLines({ warnings })].join('\n') || 'The file holds no rule.',
  }
}

async function preview(
  services: Services,
  options: PreviewOptions,
  drafts: readonly RuleDraft[] | undefined,
): Promise<Outcome> {
  const { audience, occasion, catalogue } = await briefOf(options)
  const rules = drafts?.map((rule, at) => ({ ...rule, id: rule.id ?? `rule-${at + 1}` }))
  const { strategy } = options
  const request = checked(
    rulePreviewSchema,
    { audience, occasion, catalogue, strategy, rules },
    'The command',
  )
  const found = await services.previewRules(request)
  return { json: found, text: previewText(found) }
}

const signs: Readonly<Record<RankedProduct['change'], string>> = {
  same: ' ',
  up: '↑',
  down: '↓',
  added: '+',
  removed: '-',
}

function previewText(preview: RulesPreview): string {
  const rows = (list: readonly RankedProduct[]) =>
    list.map(({ place, change, otherPlace, id, title, price, reason, rules }) => [
      `${signs[change]} ${String(place).padStart(2)}`,
      otherPlace === undefined || otherPlace === place ? '' : `(${otherPlace})`,
      id,
      title,
      price ? formatMoney(price) : '',
      [...rules, reason].join('; '),
    ])
  const effects = preview.effects.map(({ ruleId, state, matching, touched }) => [
    ruleId,
    ruleStateWords(state),
    `means ${counted(matching, 'product')}`,
    `acts on ${touched} here`,
  ])
  return [
    `${preview.persona}, without rules (in brackets the place with them):`,
    tableText(rows(preview.before), 'Nothing is left to recommend.'),
    'With rules (in brackets the place without them):',
    tableText(rows(preview.after), 'Nothing is left to recommend.'),
    'Rules:',
    tableText(effects, 'There are no rules.'),
    ...warningLines(preview),
  ].join('\n')
}
