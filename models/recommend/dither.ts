/** Places between places, so that a small factor moves some products and a larger one more, instead of none and then all at once. */

/**
 * How much further up than its number a product's place counts where classes are evened out, 0 up to 1: of the tenth and the eleventh, one
 * pair is nearly level and another nearly a whole place apart. A hash of the id (FNV-1a with the finaliser of MurmurHash3, both public
 * domain), so that a rule orders the same everywhere; the order of a list stays as it is where nothing has a factor.
 */
export function placeDither(id: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** The same for every product row. */
export function placeDithers(ids: readonly string[]): Float64Array {
  return Float64Array.from(ids, placeDither)
}
