/** `shelftalk fairness`: audits a catalogue; its commands probe one flip, and draw the trade-off of evening one group's lists out. */
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import type { AuditFairnessEvent } from '../../shared/contract/parts/fairness'
import type { Services } from '../../shared/contract/services'
import type { FairnessAudit } from '../../shared/domain/fairness'
import { fairnessCsv } from '../../shared/report/fairnessCsv'
import { fairnessReportHtml } from '../../shared/report/fairnessReport'
import { auditFairness } from '../transports/operations'
import { checked, strictAuditFairnessSchema } from '../transports/validate'
import type { CliContext } from './command'
import type { FairnessOptions } from './fairnessFlags'
import { fairnessFlags, sharedRequest } from './fairnessFlags'
import { probeCommand } from './fairnessProbe'
import { tradeOffCommand } from './fairnessTradeOff'
import { progressLine } from './progressLine'
import { integer, keptLines, withEngine } from './shared'
import { auditText } from './showFairness'
import { adapterUses, collect } from './variant'

interface AuditOptions extends FairnessOptions {
  readonly segment?: readonly string[]
  readonly adapter?: readonly string[]
  readonly texts?: string
  readonly rules?: boolean
  readonly keep?: boolean
  readonly report?: string
  readonly csv?: string
}

/** Adds the command. */
export function fairnessCommand(program: Command, context: CliContext): void {
  const fairness = fairnessFlags(
    program.command('fairness').description('Measures how the shoppers of each segment are served.'),
  )
    .argument('[what]', 'probe or trade-off; an audit where left out')
    .option('--segment <FIELD>', 'an attribute, several with commas, or two crossed: ageBand×gender', collect)
    .option('--adapter <NAME[:SCALE],...>', 'adapters that write the texts', collect)
    .option('--texts <N>', 'texts to write and measure, as many for each group (default: 0)')
    .option('--no-rules', 'leave the business rules out')
    .option('--no-keep', 'keep no run of it')
    .option('--report <FILE.html>', 'write a page to hand on')
    .option('--csv <FILE.csv>', 'write every figure as a table')
    .action((what: string | undefined, options: AuditOptions) => {
      if (what === undefined) return audit(options, context)
      const known = fairness.commands.map((command) => command.name()).join(', ')
      const message = `There is nothing called "${what}" to do with fairness.`
      throw new ShelftalkError('BAD_INPUT', message, `There is: ${known}; without a word it audits.`)
    })
  probeCommand(fairness, context)
  tradeOffCommand(fairness, context)
}

async function audit(options: AuditOptions, context: CliContext): Promise<void> {
  const { segment, adapter, texts, rules, keep } = options
  const given = checked(
    strictAuditFairnessSchema.omit({ segments: true }),
    {
      ...sharedRequest(options),
      ...{ rules, keep, adapters: adapter?.flatMap(adapterUses) },
      texts: texts === undefined ? undefined : integer('--texts', texts),
    },
    'The command',
  )
  await withEngine(context, options, async (services) => {
    const segments = segment && (await segmentsOf(services, given.catalogue, segment))
    const request = checked(strictAuditFairnessSchema, { ...given, segments }, 'The command')
    const line = progressLine(context)
    try {
      const found = await auditFairness(services, request, context.signal, (event) =>
        line.show(progressText(event)),
      )
      const written = await writeFiles(found, options)
      return {
        json: { ...found.reports[0], ...found },
        text: [auditText(found, segments !== undefined), ...written, ...keptLines(found)].join('\n'),
      }
    } finally {
      line.end()
    }
  })
}

/** `ageBand,gender×region`; a bare x crosses too, where both sides of it are attributes that shoppers have. */
async function segmentsOf(
  services: Pick<Services, 'segmentFields'>,
  catalogue: string | undefined,
  flags: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const names = flags.flatMap((flag) => flag.split(',')).map((name) => name.trim())
  const known = new Set((await services.segmentFields(catalogue)).map(({ field }) => field))
  return names.map((name) => crossed(name, known))
}

function crossed(name: string, known: ReadonlySet<string>): readonly string[] {
  if (known.has(name)) return [name]
  const parts = name.split(/\s*[×*]\s*|\s+x\s+/)
  if (parts.length > 1) return parts
  const at = [...name.matchAll(/x/g)].find(
    ({ index }) => known.has(name.slice(0, index)) && known.has(name.slice(index + 1)),
  )
  return at ? [name.slice(0, at.index), name.slice(at.index + 1)] : [name]
}

function progressText({
  stage,
  done,
  total,
}: Exclude<AuditFairnessEvent, { readonly type: 'done' }>): string {
  if (total === 0) return stage
  return stage === 'writing'
    ? `writing ${done} of ${total} texts`
    : `${stage} ${Math.floor((100 * done) / total)} %`
}

/** Writes what was asked for; says where, a line each. Throws BAD_INPUT for a file that cannot be written. */
async function writeFiles(audit: FairnessAudit, { report, csv }: AuditOptions): Promise<readonly string[]> {
  const files = [
    ...(report === undefined ? [] : [{ file: report, text: fairnessReportHtml(audit) }]),
    ...(csv === undefined ? [] : [{ file: csv, text: fairnessCsv(audit) }]),
  ]
  for (const { file, text } of files)
    await writeFile(file, text).catch((cause: unknown) => {
      throw new ShelftalkError(
        'BAD_INPUT',
        `${file} cannot be written.`,
        'Give the path of a file in a folder that is there.',
        { cause },
      )
    })
  return files.map(({ file }) => `wrote ${file}`)
}
