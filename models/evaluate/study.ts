/** What an evaluation of recommenders stands on: a catalogue parted into what is learnt from and what is asked for. */
import type { InteractionColumns, ProductColumns } from '../../shared/domain/columns'
import type { Protocol } from '../../shared/domain/recommendEvaluation'
import type { TrainingSet } from '../recommend/algorithm'
import { interactionMatrix } from '../recommend/matrix'
import type { HeldOut } from './heldOut'
import { holdOut, staysInTraining, testedUsers } from './heldOut'

/** What is asked. */
export interface StudyRequest {
  readonly protocol: Protocol
  /** Products a list holds. */
  readonly k: number
  /** Of the split, the sample, chance's draws and the order of equal scores. */
  readonly seed: number
  /** Test a random sample of so many users; all where left out. Everybody is learnt from. */
  readonly sample?: number
}

/** A catalogue parted. */
export interface Study {
  readonly request: StudyRequest
  readonly heldOut: HeldOut
  /** Those tested, by their numbers in the matrix; what is told user by user is in this order. */
  readonly users: Int32Array
  readonly training: TrainingSet
  /** Users who have each product in the training part, [items]. */
  readonly takers: Int32Array
  /** The training part's events, by their numbers. */
  readonly isTraining: (event: number) => boolean
}

/** Parts a catalogue. The same catalogue and request give the same study. */
export function openStudy(
  events: InteractionColumns,
  products: ProductColumns,
  request: StudyRequest,
): Study {
  const items = products.ids.length
  const heldOut = holdOut(request.protocol, interactionMatrix(events, items), request.seed)
  const isTraining = staysInTraining(events, items, heldOut)
  const matrix = interactionMatrix(events, items, isTraining)
  const takers = new Int32Array(items)
  for (const item of matrix.item) takers[item]!++
  return {
    request,
    heldOut,
    users: testedUsers(heldOut, request.sample, request.seed),
    training: { matrix, products, nowMs: newest(matrix.atMs) },
    takers,
    isTraining,
  }
}

/**
 * The moment at which a user is recommended something: when she took what is held out, for `leave-last-out`; else, and where there is no
 * date, the newest moment of the training part.
 */
export function askedMs({ request, heldOut, training }: Study, user: number): number {
  const ownMs = request.protocol === 'leave-last-out' ? heldOut.atMs[heldOut.start[user]!]! : 0
  return ownMs > 0 ? ownMs : training.nowMs
}

/** What was held out of a user. */
export function heldOutOf({ heldOut }: Study, user: number): Int32Array {
  return heldOut.item.subarray(heldOut.start[user], heldOut.start[user + 1])
}

/** User-product pairs held out of the tested users. */
export function heldOutPairs({ heldOut, users }: Study): number {
  return users.reduce((sum, user) => sum + heldOut.start[user + 1]! - heldOut.start[user]!, 0)
}

/** How well known what each tested user has in the training part is: the mean share of users who have it, 0 for one who has nothing. */
export function profilePopularity({ training: { matrix }, takers, users }: Study): Float64Array {
  return Float64Array.from(users, (user) => {
    const [from, to] = [matrix.start[user]!, matrix.start[user + 1]!]
    let sum = 0
    for (let entry = from; entry < to; entry++) sum += takers[matrix.item[entry]!]!
    return to > from ? sum / (to - from) / matrix.users : 0
  })
}

function newest(atMs: Float64Array): number {
  return atMs.reduce((latest, at) => Math.max(latest, at), 0)
}
