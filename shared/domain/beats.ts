import type { FactKind } from './facts'
import type { Voice } from './voices'

/**
 * Rhetorical moves a beat can make.
 *
 * - `hook`: opens with the shopper or the moment, no product fact.
 * - `history`: links something the shopper owns to the product.
 * - `occasion`: links the occasion to the product.
 * - `interest`: links a lasting interest to the product.
 * - `introduce`: names the product and what it is.
 * - `fact`: one fact and what it changes for the shopper.
 * - `compare`: two products, one relation, both named.
 * - `choose`: how to decide between two products.
 * - `price`: says the price once, plainly.
 * - `rating`: what other buyers gave it.
 * - `limit`: an honest limit that the data shows.
 * - `objection`: a doubt a shopper would have, answered by a fact.
 * - `gift`: links the product to the person it is for.
 * - `close`: ends, with or without a call to action.
 */
export const MOVES = [
  'hook',
  'history',
  'occasion',
  'interest',
  'introduce',
  'fact',
  'compare',
  'choose',
  'price',
  'rating',
  'limit',
  'objection',
  'gift',
  'close',
] as const

/** One rhetorical move. */
export type Move = (typeof MOVES)[number]

/**
 * What code knows about the values behind a beat's slots and tells the model, so that a benefit can follow from the value.
 *
 * Price: `under`, `near`, `over` the shopper's budget or the aisle's typical price; `reduced` when there is a higher previous price.
 * Measures: `low`, `high` against the aisle's typical value of that kind (a light bag, a long battery).
 * Comparison, first slot's product against the second's: `cheaper`, `dearer`, `lighter`, `heavier`, `rated` (higher rated), `newer`,
 * `bigger`, `longer`.
 * History: `same` (the shopper owns one of these), `goes` (it goes with what she owns).
 * Close: `call` (with a call to action), `quiet` (without).
 * Limit: `stock` (few left) and otherwise the kind says it.
 */
export const RELATIONS = [
  'under',
  'near',
  'over',
  'reduced',
  'low',
  'high',
  'cheaper',
  'dearer',
  'lighter',
  'heavier',
  'rated',
  'newer',
  'bigger',
  'longer',
  'same',
  'goes',
  'call',
  'quiet',
  'stock',
] as const

/** One relation. */
export type Relation = (typeof RELATIONS)[number]

/** Sentence length bands: at most 10 words, 11 to 18, more. */
export const LENGTHS = ['short', 'medium', 'long'] as const

/** One length band. */
export type Length = (typeof LENGTHS)[number]

/** Products are numbered 1-4 in the order shown; history items 1-2; `u` is the shopper. */
export type SlotOwner = 'p1' | 'p2' | 'p3' | 'p4' | 'h1' | 'h2' | 'u'

/** What the shopper herself can lend to a sentence. */
export type ShopperField = 'occasion' | 'interest' | 'recipient' | 'name'

/** `p1.material`, `h1.title`, `u.occasion`: the text inside a slot token. */
export type SlotName =
  `${'p1' | 'p2' | 'p3' | 'p4'}.${FactKind}` | `${'h1' | 'h2'}.${'title' | 'noun'}` | `u.${ShopperField}`

/** One planned sentence (at times two): what it does, what it must say, and how. */
export interface Beat {
  /** Stable while the storyboard is edited. */
  readonly id: string
  readonly move: Move
  readonly voice: Voice
  readonly length: Length
  readonly relation?: Relation
  /** `easy`: short common words, for a plain reading level; absent where any sentence will do. */
  readonly level?: 'easy'
  /** Every slot appears exactly once in the sentence. */
  readonly slots: readonly SlotName[]
  /** Which fact of the product a slot stands for, by fact id, where a product has several of one kind. */
  readonly factIds?: Readonly<Partial<Record<SlotName, string>>>
  /**
   * How much a planned beat is needed: `optional` ones are left out where the text would grow too long, `spare` ones written only where it
   * would stay too short. Absent: always written.
   */
  readonly need?: 'optional' | 'spare'
  /** True when a person set it: the planner keeps it when the plan is made again. */
  readonly pinned?: boolean
}

/** Splits a slot name into its owner and field; throws on a malformed one. */
export function splitSlot(slot: SlotName): { readonly owner: SlotOwner; readonly field: string } {
  const dot = slot.indexOf('.')
  if (dot < 1) throw new Error(`Malformed slot name "${slot}"`)
  return { owner: slot.slice(0, dot) as SlotOwner, field: slot.slice(dot + 1) }
}
