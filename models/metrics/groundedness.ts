/** Groundedness of a set of texts, from what the checker (`models/narrative/checker.ts`) found in each. */
import type { Unsupported } from '../../shared/domain/narrative'
import { share } from './summary'

/**
 * Invented facts: figures (prices and numbers) and names (products, brands, places) that stand in no shown catalogue row nor with the
 * shopper, counted over all texts. 0 and up.
 */
export function inventedFacts(found: readonly (readonly Unsupported[])[]): number {
  return found.flat().filter(({ kind }) => kind === 'number' || kind === 'name').length
}

/** Share of texts in which the checker found anything at all: figure, name, claim or comparison. 0-1; NaN of nothing. */
export function unsupportedClaimNarratives(found: readonly (readonly Unsupported[])[]): number {
  return share(found, (list) => list.length > 0)
}
