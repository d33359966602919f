/** Why a product was picked, in words a shopper would accept; each says no more than the data does. */
import type { InteractionKind } from '../../shared/domain/catalogue'
import type { RecommendRequest } from './types'

/** From this many shoppers on, "often" and "popular" are no exaggeration. */
const OFTEN = 3

/** A product of the history, as reasons speak of it. */
export interface Known {
  readonly title: string
  readonly kind: InteractionKind
}

/** "your The Ridgeway Cross-body" loses a "The". */
const named = (title: string) => title.replace(/^The /, '')

/** The pick goes with a product of the history; `boughtBoth` shoppers bought both. */
export function togetherReason({ title, kind }: Known, boughtBoth: number): string {
  if (kind !== 'purchase') return `Others who looked at the ${named(title)} chose this too`
  if (boughtBoth >= OFTEN) return `Often bought with your ${named(title)}`
  return boughtBoth > 0
    ? `Also bought by another owner of your ${named(title)}`
    : `Others with your ${named(title)} took an interest`
}

/** Others moved on to the pick from a product of the history. */
export function nextReason({ title, kind }: Known): string {
  return kind === 'purchase'
    ? `Others with your ${named(title)} went on to this`
    : `Others who looked at the ${named(title)} went on to this`
}

/** The pick is like a product of the history. */
export function alikeReason({ title, kind }: Known): string {
  return kind === 'purchase'
    ? `Close in kind to your ${named(title)}`
    : `Close in kind to the ${named(title)} you looked at`
}

/** The pick was found for what was asked. */
export function foundReason({
  occasion,
  interests = [],
}: Pick<RecommendRequest, 'occasion' | 'interests'>): string {
  if (occasion) return `Fits ${occasion}`
  const [only] = interests
  if (!only) return 'Close to what you have'
  return interests.length === 1 ? `Matches an interest in ${only}` : 'Matches your interests'
}

/** The pick is liked by the shop at large: how many shoppers met it lately, and ever. */
export function popularReason(shoppersLately: number, shoppers: number): string {
  if (shoppersLately >= OFTEN) return 'Popular this month'
  if (shoppers >= OFTEN) return 'Popular with other shoppers'
  if (shoppers > 1) return 'Others took an interest'
  return shoppers === 1 ? 'Another shopper took an interest' : 'From the range'
}

/** Adds that the shop has no history to go by. */
export function coldReason(reason: string): string {
  return `${reason} (no history in this shop yet)`
}

/** Adds that it is a present, for which the giver's own history says nothing. */
export function giftReason(reason: string, recipient: string): string {
  return `${reason}; a gift for ${recipient}, so your own tastes play no part`
}

/** The pick is a draw. */
export const RANDOM_REASON = 'Picked at random'
