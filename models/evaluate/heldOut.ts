/**
 * What is held out of a catalogue's interactions to test recommenders on. A product is held out with every event between it and the user:
 * the views and the cart that led to a purchase go with it. Every kind of event counts as taking a product.
 *
 * leave-last-out  The last different product of each user: the one whose newest event is the newest; where dates tie, or there are none,
 *                 the later in the order of import. Users with one product stay in the training part and are not tested.
 * random-80-20    Of all user-product pairs (each once, however many events or ratings it has) a random fifth, rounded, drawn without
 *                 replacement whoever the user is. Users of whom nothing is drawn are not tested; one of whom everything is drawn is.
 *
 * Either way every product of the catalogue is ranked for each tested user, less those she has in the training part; nothing is sampled
 * (Krichene and Rendle 2020 on why).
 */
import type { InteractionColumns } from '../../shared/domain/columns'
import type { Protocol } from '../../shared/domain/recommendEvaluation'
import { seededRandom } from '../../shared/util/random'
import type { InteractionMatrix } from '../recommend/matrix'

/** Held-out products as compressed sparse rows: those of user `u` lie from `start[u]` up to `start[u + 1]`, oldest first. */
export interface HeldOut {
  /** [users + 1]. */
  readonly start: Int32Array
  /** Product rows. */
  readonly item: Int32Array
  /** Of the newest event between the two, milliseconds since the Unix epoch; 0 when not known. */
  readonly atMs: Float64Array
}

/** Share of the pairs that `random-80-20` holds out. */
const RANDOM_SHARE = 0.2

/** Holds products out by a protocol. `all` is the matrix of all interactions; `seed` is of the random draw alone. */
export function holdOut(protocol: Protocol, all: InteractionMatrix, seed: number): HeldOut {
  switch (protocol) {
    case 'leave-last-out':
      return chosen(all, lastOnes(all))
    case 'random-80-20':
      return chosen(all, randomOnes(all, seed))
  }
}

/** Whether an event stays in the training part, by its number. */
export function staysInTraining(
  events: InteractionColumns,
  items: number,
  { start, item }: HeldOut,
): (event: number) => boolean {
  const held = new Set<number>()
  for (let user = 0; user + 1 < start.length; user++)
    for (let at = start[user]!; at < start[user + 1]!; at++) held.add(user * items + item[at]!)
  return (event) => !held.has(events.shopper[event]! * items + events.product[event]!)
}

/** Users with something held out, in their order; a random `sample` of them where there are more. */
export function testedUsers({ start }: HeldOut, sample: number | undefined, seed: number): Int32Array {
  const users = Array.from({ length: start.length - 1 }, (_, user) => user)
  const tested = users.filter((user) => start[user + 1]! > start[user]!)
  if (sample === undefined || sample >= tested.length) return Int32Array.from(tested)
  return Int32Array.from(seededRandom(seed).shuffle(tested).slice(0, sample)).sort()
}

/** Marks the last entry of every user who has two or more. */
function lastOnes({ users, start, item }: InteractionMatrix): Uint8Array {
  const marks = new Uint8Array(item.length)
  for (let user = 0; user < users; user++)
    if (start[user + 1]! - start[user]! >= 2) marks[start[user + 1]! - 1] = 1
  return marks
}

/** Marks a fifth of all entries: the first of a Fisher-Yates shuffle. */
function randomOnes({ item }: InteractionMatrix, seed: number): Uint8Array {
  const random = seededRandom(seed)
  const order = Int32Array.from(item.keys())
  const marks = new Uint8Array(item.length)
  const wanted = Math.round(RANDOM_SHARE * item.length)
  for (let at = 0; at < wanted; at++) {
    const other = at + random.below(order.length - at)
    const entry = order[other]!
    order[other] = order[at]!
    marks[entry] = 1
  }
  return marks
}

function chosen(all: InteractionMatrix, marks: Uint8Array): HeldOut {
  const start = new Int32Array(all.users + 1)
  for (let user = 0; user < all.users; user++) {
    start[user + 1] = start[user]!
    for (let entry = all.start[user]!; entry < all.start[user + 1]!; entry++)
      start[user + 1]! += marks[entry]!
  }
  const entries = Int32Array.from(all.item.keys()).filter((entry) => marks[entry] === 1)
  return {
    start,
    item: entries.map((entry) => all.item[entry]!),
    atMs: Float64Array.from(entries, (entry) => all.atMs[entry]!),
  }
}
