/** Small summaries of lists of numbers. */

/** Arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Share of a list for which something holds, 0-1; NaN of nothing. */
export function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length
}

/** The value below which `portion` of the values lie, interpolated between neighbours; NaN of nothing. */
export function quantile(values: readonly number[], portion: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * portion
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? Number.NaN
  return low + (high - low) * (at - Math.floor(at))
}

/**
 * Perplexity: e to the mean of negative log likelihoods (nats a token), over all tokens of all texts, so that long texts weigh more.
 * 1 is certainty; the vocabulary's size is a blind guess. NaN of nothing. Jelinek et al. 1977.
 */
export function perplexity(nats: readonly (readonly number[])[]): number {
  return Math.exp(mean(nats.flat()))
}
