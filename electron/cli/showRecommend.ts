/** An evaluation of recommenders in words, for a terminal: tables in Markdown, which can be pasted into a document as they are. */
import type {
  ColdFigure,
  Interval,
  RecommendClicks,
  RecommendComparisons,
  RecommendEvaluation,
  RecommendMeasure,
  RecommendResult,
  Uplift,
} from '../../shared/domain/recommendEvaluation'
import { markdown } from './markdown'
import { counted } from './show'

/** Measures by column; with one product held out of each user recall is the hit rate, and its column is left out. */
const COLUMNS: readonly (readonly [measure: RecommendMeasure, head: string])[] = [
  ['ndcg', 'NDCG@k'],
  ['hr', 'HR@k'],
  ['recall', 'Recall@k'],
  ['mrr', 'MRR@k'],
  ['coverage', 'coverage'],
  ['novelty', 'novelty, bits'],
  ['gini', 'Gini'],
  ['popularityLift', 'popularity lift'],
]

/** The figures of every strategy, then clicks, those about whom little is known, and what else there is to say. */
export function recommendText(result: RecommendEvaluation): string {
  const { users, items, catalogue, invented, protocol, k, seed, heldOutPairs, trainingPairs } = result
  const held =
    protocol === 'leave-last-out'
      ? 'the last different product of each held out'
      : `a random fifth of all user-product pairs held out (${heldOutPairs.toLocaleString('en-GB')} of these users)`
  return [
    `${counted(users, 'user')} of "${catalogue}"${invented ? ' (an invented shop)' : ''}, ${held}; ${counted(trainingPairs, 'pair')} learnt from.`,
    `Every one of ${counted(items, 'product')} ranked, less those a user has; first ${k}; seed ${seed}; 95 % intervals over users (${counted(result.draws, 'resample')}).`,
    '',
    mainTable(result),
    ...(result.clicks ? ['', clicksText(result.clicks)] : []),
    ...(result.clicks ? ['', clickTable(result.clicks)] : []),
    '',
    `Users with at most ${counted(result.cold.users.atMost, 'product')} learnt from (${result.cold.users.n.toLocaleString('en-GB')}), and held-out products that at most ${counted(result.cold.items.atMost, 'user')} have (${result.cold.items.n.toLocaleString('en-GB')} pairs):`,
    '',
    coldTable(result),
    ...(result.notes.length > 0 ? ['', ...result.notes] : []),
    '',
    `${(result.ms / 1000).toFixed(1)} s`,
  ].join('\n')
}

function mainTable({ results, protocol, k }: RecommendEvaluation): string {
  const columns = COLUMNS.filter(([measure]) => measure !== 'recall' || protocol !== 'leave-last-out')
  const heads = columns.map(([, head]) => head.replace('@k', `@${k}`))
  return markdown(
    ['strategy', ...heads, 'NDCG by popularity', 'by random', 'a user'],
    results.map((row) => [
      row.standIn ? `${row.strategy} (${row.standIn.strategy})` : row.strategy,
      ...columns.map(([measure]) => cell(row, measure)),
      times(row.vsPopularity),
      times(row.vsRandom),
      `${row.userMs.toFixed(2)} ms`,
    ]),
  )
}

function cell({ metrics, intervals }: RecommendResult, measure: RecommendMeasure): string {
  const digits = measure === 'novelty' || measure === 'popularityLift' ? 2 : 3
  const isList = measure === 'ndcg' || measure === 'hr' || measure === 'recall' || measure === 'mrr'
  return figure(metrics[measure], isList ? intervals[measure] : undefined, digits)
}

function figure(value: number | null, interval: Interval | null | undefined, digits = 3): string {
  if (value === null) return '-'
  const spread = interval ? ` [${interval.low.toFixed(digits)}, ${interval.high.toFixed(digits)}]` : ''
  return value.toFixed(digits) + spread
}

/** `2.27 x, p .006`: how many times the baseline, and how likely chance makes such a difference, corrected for all of them. */
function times(comparisons: RecommendComparisons | null): string {
  if (!comparisons) return '-'
  const { ratio, pHolm } = comparisons.ndcg
  const p = pHolm < 0.01 ? 'p < .01' : `p ${pHolm.toFixed(2).replace(/^0/, '')}`
  return `${ratio === null ? '-' : `${ratio.toFixed(2)} x`}, ${p}`
}

function clicksText({ by, users }: RecommendClicks): string {
  return by === 'model'
    ? `Simulated click-through, ${counted(users, 'shopper')}: what the invented shop's own click model expects of each list.`
    : `Click-through by replay, ${counted(users, 'user')}: a shown product that the user took in the held-out part counts as clicked.`
}

function clickTable({ results }: RecommendClicks): string {
  const more = (uplift: Uplift | null) =>
    uplift
      ? `${percent(uplift.value, true)} [${percent(uplift.low, true)}, ${percent(uplift.high, true)}]`
      : '-'
  return markdown(
    ['strategy', 'clicks by products shown', 'over popularity', 'over random'],
    results.map(({ strategy, rate, low, high, overPopularity, overRandom }) => [
      strategy,
      `${percent(rate)} [${percent(low)}, ${percent(high)}]`,
      more(overPopularity),
      more(overRandom),
    ]),
  )
}

function percent(share: number, signed = false): string {
  const text = (100 * share).toFixed(signed ? 0 : 2)
  return `${signed && share > 0 ? '+' : ''}${text} %`
}

function coldTable({ cold, k }: RecommendEvaluation): string {
  const shown = ({ value, interval }: ColdFigure) => figure(value, interval)
  return markdown(
    ['strategy', `new users, NDCG@${k}`, `new users, HR@${k}`, `new products found@${k}`],
    cold.users.results.map(({ strategy, ndcg, hr }) => {
      const items = cold.items.results.find((one) => one.strategy === strategy)
      return [strategy, shown(ndcg), shown(hr), items ? shown(items.recall) : '-']
    }),
  )
}
