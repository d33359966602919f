/** What speaks for a pick: which of the things it was scored by says most, and which product of the history stands behind it. */
import type { ProductColumns } from '../../shared/domain/columns'
import type { Because } from '../../shared/domain/narrative'
import type { Fitted, History } from './algorithm'
import type { BlendPart } from './blend'
import type { Liked } from './likings'
import type { InteractionMatrix, ItemRows } from './matrix'
import type { Known } from './reasons'
import { alikeReason, foundReason, nextReason, popularReason, togetherReason } from './reasons'
import { newestBasket } from './transitions'
import type { RecommendRequest } from './types'

/** One of the things that a ranking is scored by. */
export interface Voice {
  /** `found` is what was retrieved for the occasion or the interests. */
  readonly by: BlendPart | 'found'
  readonly weight: number
  /** 0-1, by product row. */
  readonly scores: Float64Array
  /** The recommender it comes from. */
  readonly fitted?: Fitted
}

/** What reasons are read from. */
export interface Ground {
  readonly request: RecommendRequest
  readonly products: ProductColumns
  readonly liked: readonly Liked[]
  /** The same products in the same order, aged. */
  readonly history: History
  readonly matrix: InteractionMatrix
  readonly users: ItemRows
  /** Users who met each product lately, by row. */
  readonly lately: Int32Array
}

/** Why a product was picked. */
export interface Why {
  readonly reason: string
  /** The product of the history that the reason names. */
  readonly because?: Because
}

/** Two products as near as this (cosine) are of one kind: of the shop's pairs of one noun 99 of 100 are, of all other pairs 1 of 500. */
const ALIKE = 0.65

/** Says why: by the voice that counts most for the product, and by the next one where that has nothing to say that is true. */
export function whyPicked(row: number, voices: readonly Voice[], ground: Ground): Why {
  const told = [...voices]
    .filter(({ scores }) => scores[row]! > 0)
    .sort((a, b) => b.weight * b.scores[row]! - a.weight * a.scores[row]!)
  for (const voice of told) {
    const why = said(row, voice, ground)
    if (why) return why
  }
  return { reason: popularity(row, ground) }
}

function said(row: number, { by, fitted }: Voice, ground: Ground): Why | undefined {
  switch (by) {
    case 'found': {
      const { request, products } = ground
      return { reason: request.found?.(products.ids[row]!) ?? foundReason(request) }
    }
    case 'popularity':
    case 'popularity-recent':
      return { reason: popularity(row, ground) }
    case 'item-knn':
    case 'ease':
      return because(strongest(row, fitted, ground), ground, (known, at) =>
        togetherReason(known, boughtBoth(ground, at, row)),
      )
    case 'transitions': {
      const newest = new Set(newestBasket(ground.history))
      return because(
        strongest(row, fitted, ground, (known) => newest.has(known)),
        ground,
        nextReason,
      )
    }
    case 'content':
      return because(
        strongest(row, fitted, ground, (known) => (fitted?.affinity?.(known, row) ?? 0) >= ALIKE),
        ground,
        alikeReason,
      )
  }
}

/** The product of the history that says most for another, by weight and affinity; none where nothing does. */
function strongest(
  row: number,
  fitted: Fitted | undefined,
  { liked, history }: Ground,
  counts: (known: number) => boolean = () => true,
): Liked | undefined {
  let best: Liked | undefined
  let most = 0
  liked.forEach((one, at) => {
    const says = counts(one.row) ? history.weights[at]! * (fitted?.affinity?.(one.row, row) ?? 0) : 0
    if (says > most) [best, most] = [one, says]
  })
  return best
}

function because(
  known: Liked | undefined,
  { products }: Ground,
  reason: (known: Known, row: number) => string,
): Why | undefined {
  if (!known) return undefined
  const title = products.titles[known.row]!
  return {
    reason: reason({ title, kind: known.kind }, known.row),
    because: { productId: products.ids[known.row]!, title },
  }
}

/** Users who took both in the strongest way there is. */
function boughtBoth({ matrix, users }: Ground, one: number, other: number): number {
  const owners = new Set(ownersOf(matrix, users, one))
  return ownersOf(matrix, users, other).filter((user) => owners.has(user)).length
}

function ownersOf({ weight }: InteractionMatrix, { start, user, entry }: ItemRows, row: number) {
  const owners: number[] = []
  for (let at = start[row]!; at < start[row + 1]!; at++) if (weight[entry[at]!] === 1) owners.push(user[at]!)
  return owners
}

function popularity(row: number, { lately, users }: Ground): string {
  return popularReason(lately[row]!, users.start[row + 1]! - users.start[row]!)
}
