/** `shelftalk evaluate recommend`. */
import type { Command } from 'commander'
import type { EvaluateRecommendEvent } from '../../shared/contract/parts/recommend'
import { PROTOCOLS } from '../../shared/domain/recommendEvaluation'
import { RECOMMENDERS } from '../../shared/domain/recommenders'
import { evaluateRecommend } from '../transports/operations'
import { checked, strictEvaluateRecommendSchema } from '../transports/validate'
import type { CliContext, CommonOptions } from './command'
import { common, integer, keptLines, listed, withEngine } from './shared'
import { recommendText } from './showRecommend'
import { progressLine } from './progressLine'

interface Options extends CommonOptions {
  readonly catalogue?: string
  readonly protocol?: string
  readonly k?: string
  readonly strategies?: string
  readonly seed?: string
  readonly users?: string
  readonly clicks?: boolean
  readonly keep?: boolean
}

/** Adds the command to `evaluate`. */
export function recommendCommand(evaluate: Command, context: CliContext): void {
  common(
    evaluate
      .command('recommend')
      .description(
        'Measures how well each way of picking foresees what shoppers took, and what they would click.',
      ),
  )
    .option('--catalogue <NAME>', 'catalogue with interactions (default: the invented shop)')
    .option('--protocol <NAME>', `what is held out: ${PROTOCOLS.join(' or ')} (default: ${PROTOCOLS[0]})`)
    .option('--k <N>', 'products a list holds (default: 10)')
    .option('--strategies <A,B,...>', `of ${RECOMMENDERS.join(', ')} (default: all)`)
    .option('--seed <N>', 'of the split, chance and the resamples (default: 1)')
    .option('--users <N>', 'test a random sample of so many users (default: all)')
    .option('--no-clicks', 'simulate no click-through')
    .option('--no-keep', 'keep no run of it')
    .action((options: Options) => run(options, context))
}

async function run(options: Options, context: CliContext): Promise<void> {
  const number = (flag: string, text: string | undefined) =>
    text === undefined ? undefined : integer(flag, text)
  const { catalogue, protocol, strategies, clicks, keep } = options
  const request = checked(
    strictEvaluateRecommendSchema,
    {
      ...{ catalogue, protocol, clicks, keep },
      k: number('--k', options.k),
      seed: number('--seed', options.seed),
      users: number('--users', options.users),
      strategies: strategies === undefined ? undefined : listed(strategies),
    },
    'The command',
  )
  await withEngine(context, options, async (services) => {
    const line = progressLine(context)
    try {
      const json = await evaluateRecommend(services, request, context.signal, (event) =>
        line.show(progressText(event)),
      )
      return { json, text: [recommendText(json), ...keptLines(json)].join('\n') }
    } finally {
      line.end()
    }
  })
}

function progressText({
  stage,
  done,
  total,
  strategies,
}: Exclude<EvaluateRecommendEvent, { readonly type: 'done' }>): string {
  if (stage !== 'ranking') return stage
  return `ranking ${Math.floor((100 * done) / total)} %${strategies.length > 0 ? `: ${strategies.join(', ')}` : ''}`
}
