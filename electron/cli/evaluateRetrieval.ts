/** `shelftalk evaluate retrieval`. */
import type { Command } from 'commander'
import type { RetrievalEvaluation, RetrievalFigure } from '../../shared/domain/retrieval'
import { checked, strictEvaluateRetrievalSchema } from '../transports/validate'
import type { CliContext, CommonOptions } from './command'
import { common, integer, keptLines, withEngine } from './shared'
import { tableText } from './show'

interface Options extends CommonOptions {
  readonly catalogue?: string
  readonly seed?: string
  readonly keep?: boolean
}

/** Adds the command to `evaluate`. */
export function retrievalCommand(evaluate: Command, context: CliContext): void {
  common(
    evaluate
      .command('retrieval')
      .description('Measures the search on judged queries: by words, by meaning, and both together.'),
  )
    .option('--catalogue <NAME>', 'the invented shop (default) or the imported retail demo store')
    .option('--seed <N>', 'of the queries over the invented shop and of the bootstrap (default: 1)')
    .option('--no-keep', 'keep no run of it')
    .action(async ({ catalogue, seed, keep, ...options }: Options) => {
      const request = checked(
        strictEvaluateRetrievalSchema,
        { catalogue, keep, seed: seed === undefined ? undefined : integer('--seed', seed) },
        'The command',
      )
      await withEngine(context, options, async (services) => {
        const json = await services.evaluateRetrieval(request, context.signal)
        return { json, text: [retrievalText(json), ...keptLines(json)].join('\n') }
      })
    })
}

const shown = ({ mean, low, high }: RetrievalFigure) =>
  `${mean.toFixed(3)} (${low.toFixed(3)}-${high.toFixed(3)})`

/** The table of systems, what the hybrid gains, and the queries it answers worst. */
export function retrievalText({
  catalogue,
  judged,
  queries,
  systems,
  comparisons,
  worst,
}: RetrievalEvaluation): string {
  const rows = systems.map(({ system, ndcg10, recall10, mrr10, medianMs }) => [
    system,
    ...[ndcg10, recall10, mrr10].map(shown),
    `${medianMs.toFixed(1)} ms`,
  ])
  return [
    `${queries} judged queries over "${catalogue}" (${judged})`,
    '',
    tableText([['', 'NDCG@10', 'recall@10', 'MRR@10', 'a query'], ...rows], ''),
    ...comparisons.map(
      ({ than, gain, p }) =>
        `hybrid over ${than}: ${gain < 0 ? '' : '+'}${gain.toFixed(3)} NDCG@10, p ${p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`}`,
    ),
    '',
    `answered worst: ${worst.map(({ query, ndcg10 }) => `${query} (${ndcg10.toFixed(2)})`).join(', ')}`,
  ].join('\n')
}
