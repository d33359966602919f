/** One strategy over all tested users: every product scored, those of the training part left out, the best k against what was held out. */
import type { RecommenderName } from '../../shared/domain/recommenders'
import { selfInformation } from '../metrics/exposure'
import { listMeasures } from '../metrics/ranking'
import { fit } from '../recommend/algorithm'
import type { Fitted } from '../recommend/algorithm'
import { historyOf } from '../recommend/matrix'
import type { Study } from './study'
import { askedMs, heldOutOf } from './study'
import { topRows } from './topRows'

/** What is kept of each tested user's list. */
export const LIST_COLUMNS = ['ndcg', 'hr', 'recall', 'mrr', 'novelty', 'popularity', 'replay'] as const

/** One of them. */
export type ListColumn = (typeof LIST_COLUMNS)[number]

/** Lists of one strategy, user by user in the order of `Study.users`. */
export interface Ranking {
  readonly strategy: RecommenderName
  readonly standIn?: NonNullable<Fitted['standIn']>
  /** [users x k] product rows, best first; -1 where there are no more. */
  readonly lists: Int32Array
  /**
   * The measures of `listMeasures`; `novelty` the mean self-information of what is shown, bits; `popularity` the mean share of users who have
   * it; `replay` the share of it that she took in the held-out part. Each [users].
   */
  readonly columns: Readonly<Record<ListColumn, Float64Array>>
  readonly fitMs: number
  /** A user. */
  readonly userMs: number
}

/** Fits a strategy and ranks for every tested user. `onUser` is told how many are done, after each. Throws what `fit` throws. */
export function rankUsers(
  study: Study,
  strategy: RecommenderName,
  onUser: (done: number) => void = () => undefined,
): Ranking {
  const { users, training, request } = study
  const begunMs = performance.now()
  const fitted = fit(strategy, training, {
    seed: request.seed,
    // Weights are fitted to what will be asked: the newest product, or any.
    validation: request.protocol === 'leave-last-out' ? 'newest' : 'any',
  })
  const fittedMs = performance.now()
  const lists = new Int32Array(users.length * request.k)
  const columns = emptyColumns(users.length)
  const scores = new Float64Array(training.matrix.items)
  users.forEach((user, at) => {
    const list = lists.subarray(at * request.k, (at + 1) * request.k)
    listFor(study, fitted, { user, scores, list })
    measure(study, user, list, (column, value) => (columns[column][at] = value))
    onUser(at + 1)
  })
  return {
    strategy,
    ...(fitted.standIn ? { standIn: fitted.standIn } : {}),
    ...{ lists, columns },
    fitMs: fittedMs - begunMs,
    userMs: (performance.now() - fittedMs) / Math.max(1, users.length),
  }
}

/** Fills `list` with the best of what the user does not have yet; `scores` is room to work in. */
function listFor(
  study: Study,
  fitted: Fitted,
  { user, scores, list }: { readonly user: number; readonly scores: Float64Array; readonly list: Int32Array },
): void {
  const history = historyOf(study.training.matrix, user, askedMs(study, user))
  fitted.score(history, scores)
  for (const item of history.items) scores[item] = -Infinity
  topRows(scores, Math.imul(user + 1, 0x9e3779b1) ^ study.request.seed, list)
}

function measure(
  study: Study,
  user: number,
  list: Int32Array,
  tell: (column: ListColumn, value: number) => void,
): void {
  const { takers, training } = study
  const wanted = heldOutOf(study, user)
  const shown = list.filter((item) => item >= 0)
  const places: number[] = []
  let [novelty, popularity] = [0, 0]
  shown.forEach((item, at) => {
    if (wanted.includes(item)) places.push(at + 1)
    novelty += selfInformation(takers[item]!, training.matrix.users)
    popularity += takers[item]! / training.matrix.users
  })
  const { ndcg, hr, recall, mrr } = listMeasures(places, wanted.length, list.length)
  const mean = (sum: number) => (shown.length > 0 ? sum / shown.length : 0)
  const told = { ndcg, hr, recall, mrr, novelty: mean(novelty), popularity: mean(popularity) }
  for (const column of LIST_COLUMNS) tell(column, column === 'replay' ? mean(places.length) : told[column])
}

function emptyColumns(users: number): Record<ListColumn, Float64Array> {
  const entries = LIST_COLUMNS.map((column) => [column, new Float64Array(users)])
  return Object.fromEntries(entries) as Record<ListColumn, Float64Array>
}

/** How often each product stands in a list, [items]. */
export function exposures({ lists }: Ranking, items: number): Int32Array {
  const shown = new Int32Array(items)
  for (const item of lists) if (item >= 0) shown[item]!++
  return shown
}
