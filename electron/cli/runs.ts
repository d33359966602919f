/** `shelftalk runs`: the list, one run, several side by side, a file of them, MLflow, deleting and bringing back. */
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import type { PushedRun } from '../../shared/contract/parts/runs'
import {
  compareRunsSchema,
  exportRunsSchema,
  pushRunSchema,
  runsSchema,
  updateRunSchema,
} from '../../shared/contract/parts/runs'
import type { Services } from '../../shared/contract/services'
import { DELETED_RUN_DAYS } from '../../shared/domain/run'
import { checked } from '../transports/validate'
import type { CliContext, CommonOptions, Outcome } from './command'
import { common, integer, withEngine } from './shared'
import { counted } from './show'
import { comparisonText, listText, runText } from './showRuns'

interface Options extends CommonOptions {
  readonly kind?: string
  readonly catalogue?: string
  readonly search?: string
  readonly since?: string
  readonly deleted?: boolean
  readonly limit?: string
  readonly offset?: string
  readonly format?: string
  readonly values?: boolean
  readonly out?: string
  readonly mlflow?: string
  readonly experiment?: string
  readonly name?: string
  readonly notes?: string
}

/** Adds the command. */
export function runsCommand(program: Command, context: CliContext): void {
  const runs = filters(common(program.command('runs').description('Lists recorded runs, or works on some.')))
    .argument('[what]', 'list, show, compare, export, push, edit, delete or restore')
    .action((what: string | undefined, options: Options) => {
      if (what === undefined) return withEngine(context, options, (services) => list(services, options))
      const known = runs.commands.map((command) => command.name()).join(', ')
      const message = `There is nothing called "${what}" to do with runs.`
      throw new ShelftalkError('BAD_INPUT', message, `There is: ${known}.`)
    })
  /** Flags before the last word belong to the command above, so they are read from both. */
  const add = (
    usage: string,
    description: string,
    work: (services: Services, given: string | readonly string[], options: Options) => Promise<Outcome>,
  ) =>
    common(runs.command(usage).description(description)).action(async (...all: unknown[]) => {
      const command = all.at(-1) as Command
      const given = (typeof all[0] === 'string' || Array.isArray(all[0]) ? all[0] : []) as string | string[]
      const options = command.optsWithGlobals<Options>()
      await withEngine(context, options, (services) => work(services, given, options))
    })
  /** For those that take one run. */
  const one =
    (work: (services: Services, id: string, options: Options) => Promise<Outcome>) =>
    async (services: Services, given: string | readonly string[], options: Options) =>
      work(services, await idOf(services, String(given)), options)

  filters(add('list', 'Lists runs, newest first.', (services, _, options) => list(services, options)))
  add('show <ID>', 'Prints one run; "latest" is the newest.', one(show))
  add('compare <IDS...>', 'Compares runs with the first of them, metric by metric.', compare)
  add('export <IDS...>', 'Writes runs to a file.', exportRuns)
    .option('--format <NAME>', 'csv (default), json or parquet')
    .option('--values', 'each value behind the figures instead of the figures')
    .option('--out <FILE>', 'where to (default: a name of its own, in this folder)')
  add('push <IDS...>', 'Sends runs to an MLflow server.', push)
    .option('--mlflow <URL>', 'the server (default: SHELFTALK_MLFLOW)')
    .option('--experiment <NAME>', 'the MLflow experiment (default: shelftalk- and the kind)')
  add('edit <ID>', 'Renames a run, or changes its notes.', one(edit))
    .option('--name <TEXT>', 'what it is called')
    .option('--notes <TEXT>', 'notes, in place of those there are')
  add(
    'delete <ID>',
    `Takes a run out of the list; "restore" brings it back for ${DELETED_RUN_DAYS} days.`,
    one(remove),
  )
  add('restore <ID>', 'Brings a deleted run back.', one(restore))
}

function filters(command: Command): Command {
  return command
    .option('--kind <NAME>', 'recommend, narratives, retrieval, comparison, fairness or training')
    .option('--catalogue <NAME>', 'over this catalogue')
    .option('--search <TEXT>', 'words of the name, notes, parameters or adapters')
    .option('--since <WHEN>', 'a date such as 2026-09-01, or days such as 7d')
    .option('--deleted', 'those that were deleted and can be brought back')
    .option('--limit <N>', 'at most so many (default: 100)')
    .option('--offset <N>', 'after so many')
}

/** `latest` in the place of an id is the newest run. */
async function idOf(services: Services, given: string): Promise<string> {
  if (given !== 'latest') return given
  const { items } = await services.runs(runsSchema.parse({ limit: 1 }))
  if (items[0]) return items[0].id
  const hint = '"shelftalk evaluate retrieval" makes one in seconds.'
  throw new ShelftalkError('NOT_FOUND', 'There are no runs yet.', hint)
}

const idsOf = (services: Services, given: string | readonly string[]) =>
  Promise.all([given].flat().map((id) => idOf(services, id)))

async function list(services: Services, options: Options): Promise<Outcome> {
  const { kind, catalogue, search, since, deleted, limit, offset } = options
  const request = checked(
    runsSchema,
    {
      ...{ kind, catalogue, deleted, text: search },
      sinceMs: since === undefined ? undefined : sinceOf(since, Date.now()),
      limit: limit === undefined ? undefined : integer('--limit', limit),
      offset: offset === undefined ? undefined : integer('--offset', offset),
    },
    'The command',
  )
  const [{ items, total }, unreadable] = await Promise.all([services.runs(request), services.unreadable()])
  const bad = unreadable.filter((item) => item.kind === 'run')
  return {
    json: { runs: items, total, unreadable: bad },
    text: listText(items, { total, unreadable: bad, deleted: deleted === true }),
  }
}

/** Milliseconds since 1970. Throws BAD_INPUT. */
function sinceOf(text: string, nowMs: number): number {
  const days = /^(\d{1,5})d$/.exec(text)?.[1]
  if (days !== undefined) return Math.max(0, nowMs - Number(days) * 86_400_000)
  const at = /^\d{4}-\d\d-\d\d(T[\d:.]+Z?)?$/.test(text) ? Date.parse(text) : NaN
  if (!Number.isNaN(at)) return Math.max(0, at)
  const message = `--since takes a date or a number of days, not "${text}".`
  throw new ShelftalkError('BAD_INPUT', message, 'For example --since 2026-09-01, or --since 7d.')
}

async function show(services: Services, id: string): Promise<Outcome> {
  const [run, findings] = await Promise.all([services.run(id), services.runFindings(id)])
  return { json: { run, findings }, text: runText(run, findings) }
}

async function compare(services: Services, given: string | readonly string[]): Promise<Outcome> {
  const { ids } = checked(compareRunsSchema, { ids: await idsOf(services, given) }, 'The command')
  const json = await services.compareRuns(ids)
  return { json, text: comparisonText(json) }
}

async function exportRuns(
  services: Services,
  given: string | readonly string[],
  { format = 'csv', values, out }: Options,
): Promise<Outcome> {
  const ids = await idsOf(services, given)
  const order = checked(exportRunsSchema, { ids, format, values }, 'The command')
  const { name, data, encoding } = await services.exportRuns(order)
  const [file, content] = [out ?? name, Buffer.from(data, encoding)]
  await writeFile(file, content).catch((cause: unknown) => {
    const hint = 'Give a path in a folder that exists.'
    throw new ShelftalkError('BAD_INPUT', `${file} cannot be written.`, hint, { cause })
  })
  return {
    json: { file, bytes: content.byteLength, runs: ids },
    text: `Wrote ${counted(ids.length, 'run')} to ${file} (${counted(content.byteLength, 'byte')}).`,
  }
}

async function push(
  services: Services,
  given: string | readonly string[],
  { mlflow, experiment }: Options,
): Promise<Outcome> {
  const ids = await idsOf(services, given)
  const pushed = []
  for (const id of ids) {
    const request = checked(pushRunSchema, { id, url: mlflow, experiment }, 'The command')
    pushed.push({ run: id, ...(await services.pushRun(request)) })
  }
  return { json: { pushed }, text: pushed.map((one) => pushedText(one, experiment)).join('\n') }
}

/** A line on a run that was sent, where `wanted` is the experiment that was named. */
function pushedText(
  { run, page, isNew, artifacts, experiment }: PushedRun & { readonly run: string },
  wanted: string | undefined,
): string {
  const notes = [
    ...(wanted === undefined || wanted.trim() === experiment
      ? []
      : [`it stays in "${experiment}": MLflow moves no run to another experiment`]),
    ...(artifacts.length === 0 ? ['without files: the server keeps them elsewhere'] : []),
  ]
  const end = notes.length === 0 ? '' : ` (${notes.join('; ')})`
  return `${isNew ? 'Pushed' : 'Brought up to date'} ${run}: ${page}${end}`
}

async function edit(services: Services, id: string, { name, notes }: Options): Promise<Outcome> {
  if (name === undefined && notes === undefined) {
    throw new ShelftalkError('BAD_INPUT', 'It is not said what to change.', 'Give --name or --notes.')
  }
  const run = await services.updateRun(checked(updateRunSchema, { id, name, notes }, 'The command'))
  return { json: { run }, text: `Changed ${run.id}, "${run.name}".` }
}

async function remove(services: Services, id: string): Promise<Outcome> {
  await services.deleteRun(id)
  const text = `Deleted ${id}. "shelftalk runs restore ${id}" brings it back for ${DELETED_RUN_DAYS} days.`
  return { json: { deleted: id }, text }
}

async function restore(services: Services, id: string): Promise<Outcome> {
  const run = await services.restoreRun(id)
  return { json: { run }, text: `Brought back ${run.id}, "${run.name}".` }
}
