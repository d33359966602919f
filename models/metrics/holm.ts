/** Many tests at once: the step-down correction that keeps the chance of any false finding among them at the level of one (Holm 1979). */

/**
 * Adjusted p values, in the order given: the i-th smallest of m, from 0, times m - i, at most 1, and never below that of a smaller one. What
 * is below .05 afterwards is a finding at 5 % for the whole family. Throws RangeError for a value outside 0-1.
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const wrong = pValues.find((p) => !(p >= 0 && p <= 1))
  if (wrong !== undefined) throw new RangeError(`${wrong} is no p value`)
  const order = pValues.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p)
  const adjusted = pValues.map(() => 1)
  let least = 0
  order.forEach(({ p, at }, rank) => {
    least = Math.max(least, Math.min(1, p * (pValues.length - rank)))
    adjusted[at] = least
  })
  return adjusted
}
