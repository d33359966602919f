/**
 * How often shoppers of the invented shop would click what a strategy shows them: the shop's own click model (`datasets/world/clicks.ts`),
 * whose truth is known, asked for each product of a list at its place on the page. The expected share is taken instead of a draw of clicks,
 * which would only add noise. The page is shown at the moment at which the shopper took what is held out; what she bought before it in the
 * training part decides what goes with something and what she has had enough of.
 */
import type { ClickProduct } from '../../../datasets/world/clicks'
import { LATELY_DAYS, clickChances, relationTo } from '../../../datasets/world/clicks'
import type { WorldTruth } from '../../../datasets/world/read'
import type { Ranking } from '../../../models/evaluate/rankUsers'
import type { Study } from '../../../models/evaluate/study'
import { askedMs } from '../../../models/evaluate/study'
import type { InteractionColumns } from '../../../shared/domain/columns'
import { INTERACTION_KINDS } from '../../../shared/domain/columns'

const PURCHASE = INTERACTION_KINDS.indexOf('purchase')
const DAY_MS = 86_400_000

/** What simulated shoppers go by. */
export interface ClickWorld {
  readonly truth: WorldTruth
  readonly events: InteractionColumns
  /** Events of each tested user's purchases in the training part, in the order of `Study.users`. */
  readonly purchases: readonly (readonly number[])[]
}

/** Gathers what the clicks on any list depend on. */
export function clickWorld(study: Study, events: InteractionColumns, truth: WorldTruth): ClickWorld {
  const byUser = new Map<number, number[]>([...study.users].map((user) => [user, []]))
  events.shopper.forEach((user, event) => {
    if (events.kind[event] === PURCHASE && study.isTraining(event)) byUser.get(user)?.push(event)
  })
  return { truth, events, purchases: [...byUser.values()] }
}

/**
 * The expected click rate of each tested user's list, 0-1: clicks by products shown. Throws RangeError for a shopper or a product that the
 * shop does not have.
 */
export function worldClicks(
  study: Study,
  { lists }: Pick<Ranking, 'lists'>,
  world: ClickWorld,
): Float64Array {
  const { k } = study.request
  return Float64Array.from(study.users, (user, at) => {
    const shown = lists.subarray(at * k, (at + 1) * k).filter((item) => item >= 0)
    const moment = momentOf(study, world, { user, at })
    const shopper = known(world.truth.shoppers, world.events.shoppers[user])
    const chances = Array.from(shown, (item, place) => {
      const product = known(world.truth.products, study.training.products.ids[item])
      const { month, lately } = moment
      return clickChances(shopper, product, { position: place + 1, month, ...relationTo(lately, product) })
        .view
    })
    return chances.reduce((sum, view) => sum + view, 0) / Math.max(1, chances.length)
  })
}

/** When she looks, and what she bought lately. */
function momentOf(
  study: Study,
  { truth, events, purchases }: ClickWorld,
  { user, at }: { readonly user: number; readonly at: number },
): { readonly month: number; readonly lately: readonly ClickProduct[] } {
  const nowMs = askedMs(study, user)
  const lately = (purchases[at] ?? []).filter((event) => {
    const ageMs = nowMs - (events.atMs[event] ?? 0)
    return ageMs >= 0 && ageMs < LATELY_DAYS * DAY_MS
  })
  return {
    month: new Date(nowMs).getUTCMonth() + 1,
    lately: lately.map((event) =>
      known(truth.products, study.training.products.ids[events.product[event] ?? -1]),
    ),
  }
}

function known<Value>(all: ReadonlyMap<string, Value>, id: string | undefined): Value {
  const found = id === undefined ? undefined : all.get(id)
  if (!found) throw new RangeError(`The invented shop has no "${id ?? ''}"`)
  return found
}
