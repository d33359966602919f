/** How strategies do where little is known: of users with short histories, and of products that hardly anybody has. */
import type { ColdFigure, RecommendCold } from '../../shared/domain/recommendEvaluation'
import type { Ranking } from './rankUsers'
import type { Resampled } from './resamples'
import { intervalOf, ratioOf, resample } from './resamples'
import type { Study } from './study'
import { heldOutOf } from './study'

/** Products in the training part up to which a user counts as new. */
export const COLD_USER_PRODUCTS = 3
/** Users in the training part up to which a product counts as new. */
export const COLD_ITEM_USERS = 3

/** Cold users and cold items, strategy by strategy. */
export function coldOf(study: Study, rankings: readonly Ranking[]): RecommendCold {
  return { users: coldUsers(study, rankings), items: coldItems(study, rankings) }
}

function coldUsers(study: Study, rankings: readonly Ranking[]): RecommendCold['users'] {
  const { start } = study.training.matrix
  const cold = placesWhere(study, (user) => start[user + 1]! - start[user]! <= COLD_USER_PRODUCTS)
  const columns: Record<string, Float64Array> = {}
  for (const { strategy, columns: own } of rankings)
    for (const measure of ['ndcg', 'hr'] as const)
      columns[`${strategy} ${measure}`] = Float64Array.from(cold, (at) => own[measure][at]!)
  const resampled = resample(columns, study.request.seed)
  return {
    ...{ atMost: COLD_USER_PRODUCTS, n: cold.length },
    results: rankings.map(({ strategy }) => ({
      strategy,
      ndcg: figure(resampled[`${strategy} ndcg`]!),
      hr: figure(resampled[`${strategy} hr`]!),
    })),
  }
}

/** Pairs are resampled with their users, so that the share is a ratio of two means. */
function coldItems(study: Study, rankings: readonly Ranking[]): RecommendCold['items'] {
  const { users, takers, request } = study
  const isCold = (item: number) => takers[item]! <= COLD_ITEM_USERS
  const concerned = placesWhere(study, (user) => heldOutOf(study, user).some(isCold))
  const wanted = concerned.map((at) => heldOutOf(study, users[at]!).filter(isCold))
  const columns: Record<string, Float64Array> = { pairs: Float64Array.from(wanted, (items) => items.length) }
  for (const { strategy, lists } of rankings) {
    columns[strategy] = Float64Array.from(concerned, (at, place) => {
      const list = lists.subarray(at * request.k, (at + 1) * request.k)
      return wanted[place]!.filter((item) => list.includes(item)).length
    })
  }
  const resampled = resample(columns, request.seed)
  return {
    atMost: COLD_ITEM_USERS,
    n: wanted.reduce((sum, items) => sum + items.length, 0),
    results: rankings.map(({ strategy }) => ({
      strategy,
      recall: figure(ratioOf(resampled[strategy]!, resampled['pairs']!)),
    })),
  }
}

/** Places in `Study.users` of those for whom something holds. */
function placesWhere({ users }: Study, holds: (user: number) => boolean): readonly number[] {
  return [...users.keys()].filter((at) => holds(users[at]!))
}

function figure(resampled: Resampled): ColdFigure {
  const interval = intervalOf(resampled) ?? null
  return { value: interval && resampled.mean, interval }
}
