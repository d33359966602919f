/** Interactions as compressed sparse rows, one row a user: what recommenders are fitted on. */
import type { InteractionColumns } from '../../shared/domain/columns'
import type { History } from './algorithm'
import { KIND_WEIGHTS } from './weights'

/** Who met which product. The entries of user `u` lie from `start[u]` up to `start[u + 1]`, oldest first, one a product. */
export interface InteractionMatrix {
  readonly users: number
  readonly items: number
  /** [users + 1]. */
  readonly start: Int32Array
  /** Product rows. */
  readonly item: Int32Array
  /** 0-1: the strongest kind of event between the two, as a share of the strongest kind there is in the matrix. */
  readonly weight: Float32Array
  /** Of the newest event between the two, milliseconds since the Unix epoch; 0 when not known. */
  readonly atMs: Float64Array
}

/**
 * The matrix of interactions. Users are numbered as in `events.shoppers`; one without an event has an empty row.
 * @param items how many products there are
 * @param keep tells by its number whether an event is part of it; all by default
 */
export function interactionMatrix(
  events: InteractionColumns,
  items: number,
  keep: (event: number) => boolean = () => true,
): InteractionMatrix {
  const users = events.shoppers.length
  const byUser = eventsByUser(events, keep)
  const kept = byUser.event.length
  const [item, weight, atMs] = [new Int32Array(kept), new Float32Array(kept), new Float64Array(kept)]
  const start = new Int32Array(users + 1)
  // Where the entry of a product lies, valid if it lies in the row being filled.
  const entryOf = new Int32Array(items).fill(-1)
  let filled = 0
  for (let user = 0; user < users; user++) {
    // Newest first, so that an entry's first event gives its date and its place; the row is turned round at its end.
    for (let at = byUser.start[user + 1]! - 1; at >= byUser.start[user]!; at--) {
      const event = byUser.event[at]!
      const product = events.product[event]!
      const strength = KIND_WEIGHTS[events.kind[event]!]!
      const entry = entryOf[product]!
      if (entry >= start[user]!) {
        weight[entry] = Math.max(weight[entry]!, strength)
        continue
      }
      entryOf[product] = filled
      item[filled] = product
      weight[filled] = strength
      atMs[filled++] = events.atMs[event]!
    }
    start[user + 1] = filled
    for (const column of [item, weight, atMs]) column.subarray(start[user], filled).reverse()
  }
  const matrix = { users, items, start, item: item.slice(0, filled), atMs: atMs.slice(0, filled) }
  return { ...matrix, weight: scaled(weight.slice(0, filled)) }
}

/** A user's row as a history. */
export function historyOf(matrix: InteractionMatrix, user: number, nowMs: number): History {
  const [from, to] = [matrix.start[user]!, matrix.start[user + 1]!]
  return {
    user,
    items: matrix.item.subarray(from, to),
    weights: matrix.weight.subarray(from, to),
    atMs: matrix.atMs.subarray(from, to),
    nowMs,
  }
}

/** Users by product, as compressed sparse rows; users of one product come in their own order. */
export interface ItemRows {
  /** [items + 1]. */
  readonly start: Int32Array
  readonly user: Int32Array
  /** The same pair's place in the matrix. */
  readonly entry: Int32Array
}

/** The matrix turned round: who met each product. */
export function itemRows({ users, items, start, item }: InteractionMatrix): ItemRows {
  const first = starts(item, items)
  const rows = { start: first, user: new Int32Array(item.length), entry: new Int32Array(item.length) }
  const next = first.slice()
  for (let user = 0; user < users; user++) {
    for (let entry = start[user]!; entry < start[user + 1]!; entry++) {
      const at = next[item[entry]!]!++
      rows.user[at] = user
      rows.entry[at] = entry
    }
  }
  return rows
}

/** The matrix without some entries, told by their places. */
export function without(matrix: InteractionMatrix, leftOut: ReadonlySet<number>): InteractionMatrix {
  const { users, items } = matrix
  const start = new Int32Array(users + 1)
  const kept = new Int32Array(matrix.item.length)
  let filled = 0
  for (let user = 0; user < users; user++) {
    for (let entry = matrix.start[user]!; entry < matrix.start[user + 1]!; entry++)
      if (!leftOut.has(entry)) kept[filled++] = entry
    start[user + 1] = filled
  }
  const entries = kept.subarray(0, filled)
  return {
    ...{ users, items, start },
    item: entries.map((entry) => matrix.item[entry]!),
    weight: Float32Array.from(entries, (entry) => matrix.weight[entry]!),
    atMs: Float64Array.from(entries, (entry) => matrix.atMs[entry]!),
  }
}

/** Numbers of the events kept, user by user, each user's in the order in which they came. */
function eventsByUser(
  { shopper, shoppers }: InteractionColumns,
  keep: (event: number) => boolean,
): { readonly start: Int32Array; readonly event: Int32Array } {
  const kept = Int32Array.from(shopper.keys()).filter(keep)
  const start = starts(
    kept.map((event) => shopper[event]!),
    shoppers.length,
  )
  const next = start.slice()
  const event = new Int32Array(kept.length)
  for (const number of kept) event[next[shopper[number]!]!++] = number
  return { start, event }
}

/** Where each group begins, from the group of every entry. */
function starts(groups: Int32Array, count: number): Int32Array {
  const start = new Int32Array(count + 1)
  for (const group of groups) start[group + 1]!++
  for (let group = 0; group < count; group++) start[group + 1]! += start[group]!
  return start
}

/** Where all anybody did was look, a look is worth 1. */
function scaled(weight: Float32Array): Float32Array {
  const strongest = weight.reduce((most, one) => Math.max(most, one), 0)
  return strongest > 0 && strongest < 1 ? weight.map((one) => one / strongest) : weight
}
