/** What a share over a few cases says about all cases, also where it is none or all of them. */

/** The middle 95 of 100 of a normal distribution, standard deviations either way. */
const Z = 1.959964

/**
 * The score interval of a share, `holds` of `cases` (Wilson 1927): unlike resamples it is no point where all cases agree. NaN of nothing.
 */
export function wilson(holds: number, cases: number): readonly [low: number, high: number] {
  const [share, z2] = [holds / cases, Z ** 2 / cases]
  const middle = share + z2 / 2
  const half = Z * Math.sqrt((share * (1 - share)) / cases + z2 / (4 * cases))
  return [Math.max(0, (middle - half) / (1 + z2)), Math.min(1, (middle + half) / (1 + z2))]
}
