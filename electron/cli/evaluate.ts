/** `shelftalk evaluate narratives`. */
import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import type { EvaluateNarrativesEvent } from '../../shared/contract/events'
import type { NarrativeEvaluation } from '../../shared/domain/evaluation'
import { evaluateNarratives } from '../transports/operations'
import { checked, strictEvaluateNarrativesSchema } from '../transports/validate'
import type { CliContext, CommonOptions } from './command'
import { common, integer, keptLines, parseJson, withEngine } from './shared'
import { evaluationText } from './showEvaluation'
import { recommendCommand } from './evaluateRecommend'
import { retrievalCommand } from './evaluateRetrieval'
import { progressLine } from './progressLine'
import type { VariantOptions } from './variant'
import { variantInput } from './variant'

type Options = CommonOptions &
  Pick<VariantOptions, 'adapter' | 'strategy' | 'seed' | 'temperature'> & {
    readonly catalogue?: string
    readonly count?: string
    readonly heldOut?: boolean
    readonly free?: boolean
    readonly texts?: string
    readonly save?: string
    readonly keep?: boolean
  }

/** Adds the command. */
export function evaluateCommand(program: Command, context: CliContext): void {
  const evaluate = program
    .command('evaluate')
    .description('Measures what Shelftalk does.')
    .argument('[what]', 'what to measure, such as narratives')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((what: string | undefined) => {
      const message =
        what === undefined || what.startsWith('-')
          ? 'It is not said what to evaluate.'
          : `There is no evaluation of "${what}".`
      const known = evaluate.commands.map((command) => command.name()).join(', ')
      throw new ShelftalkError('BAD_INPUT', message, `There are evaluations of: ${known}.`)
    })
  common(
    evaluate
      .command('narratives')
      .description('Writes the narratives of a fixed list of cases and measures them.'),
  )
    .option('--catalogue <NAME>', 'catalogue (default: the invented shop)')
    .option('--count <N>', 'cases (default: 200)')
    .option('--seed <N>', 'which list of cases (default: 1)')
    .option('--strategy <NAME>', 'how products are picked (default: personalised)')
    .option(
      '--adapter <NAME[:SCALE],...>',
      'adapters with their scales',
      (value: string, before?: string[]) => [...(before ?? []), value],
    )
    .option('--temperature <T>', '0 is greedy, 2 is the most')
    .option('--held-out', 'only products that training never saw, of the invented shop')
    .option('--free', 'the model plans for itself')
    .option(
      '--texts <FILE>',
      'judge these texts for the same cases instead of writing; JSON lines {"case": 0, "text": "..."}',
    )
    .option('--save <FILE>', 'write every text with what it was asked to be, as JSON lines')
    .option('--no-keep', 'keep no run of it')
    .action((options: Options) => run(options, context))
  retrievalCommand(evaluate, context)
  recommendCommand(evaluate, context)
}

async function run(options: Options, context: CliContext): Promise<void> {
  const request = await requestOf(options)
  await withEngine(context, options, async (services) => {
    const line = progressLine(context)
    try {
      const result = await evaluateNarratives(services, request, context.signal, (event) =>
        line.show(progressText(event)),
      )
      if (options.save !== undefined) await save(options.save, result)
      // The texts are for --save: a reader of the figures would have to scroll past them.
      const json = Object.fromEntries(Object.entries(result).filter(([name]) => name !== 'texts'))
      return { json, text: [evaluationText(result), ...keptLines(result)].join('\n') }
    } finally {
      line.end()
    }
  })
}

async function requestOf(options: Options) {
  const { decoding, adapters, strategy } = variantInput(options)
  return checked(
    strictEvaluateNarrativesSchema,
    {
      ...{ catalogue: options.catalogue, strategy, adapters, heldOut: options.heldOut, free: options.free },
      count: options.count === undefined ? undefined : integer('--count', options.count),
      seed: decoding?.seed,
      temperature: decoding?.temperature,
      keep: options.keep,
      texts: options.texts === undefined ? undefined : await textsFrom(options.texts),
    },
    'The command',
  )
}

/** JSON lines as values; what each must be is checked with the rest of the request. */
async function textsFrom(file: string): Promise<readonly unknown[]> {
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    const hint = 'Give the path of a file of JSON lines, one {"case": 0, "text": "..."} a line.'
    throw new ShelftalkError('BAD_INPUT', `The texts ${file} cannot be read.`, hint, { cause })
  })
  return content
    .split('\n')
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => {
      const value = parseJson(line, `Line ${at + 1} of ${file}`) as {
        readonly case?: unknown
        readonly text?: unknown
      } | null
      return { case: value?.case, text: value?.text }
    })
}

async function save(file: string, { texts }: NarrativeEvaluation): Promise<void> {
  const lines = texts.map((one) => JSON.stringify(one)).join('\n')
  await writeFile(file, `${lines}\n`).catch((cause: unknown) => {
    throw new ShelftalkError(
      'BAD_INPUT',
      `${file} cannot be written.`,
      'Give a path in a folder that exists.',
      { cause },
    )
  })
}

function progressText({
  stage,
  done,
  total,
}: Exclude<EvaluateNarrativesEvent, { readonly type: 'done' }>): string {
  return stage === 'writing' ? `${done} of ${total} narratives` : stage
}
