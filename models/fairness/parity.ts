/**
 * Exposure parity by re-ranking: one factor for each class of products, by which its products compete as if they stood further up, so that a
 * group's lists show the classes in the shares wished. Demographic parity of exposure as a constraint on a group's rankings (Singh and
 * Joachims 2018, "Fairness of exposure in rankings") has one multiplier a class in its dual; here it scales places, as the rules of a
 * catalogue do, so that what is fitted here is a rule like any other (`RuleAction`, kind `parity`).
 */

/** Lists to re-rank. */
export interface ParityLists {
  /** [lists x depth] product rows, best first; -1 where there are no more. */
  readonly lists: Int32Array
  readonly depth: number
  /** How many of a list are seen. */
  readonly k: number
  /** Class of each product, [items]; -1 where it has none, which counts as a factor of 1. */
  readonly classOf: Int32Array
  /** How many classes there are. */
  readonly classes: number
  /** How much further up than its number a product's place counts, [items] (`placeDithers`). */
  readonly dither: Float64Array
}

/** The furthest that a class can be moved: ten to one between any two would take the hundredth to the tenth place. */
const FACTOR_MAX = Math.sqrt(10)
/** Rounds of fitting at most, and the total variation distance from the shares wished that is near enough. */
const ROUNDS = 40
const NEAR = 0.001

/**
 * The first k of a list with the factors of classes, into `out`, -1 where there are no more. A place, from 1 and less the product's dither, divided by
 * the factor decides; of two that come to the same the one from further down goes first, as for rules.
 */
export function rerankList(
  { depth, k, classOf, dither }: Pick<ParityLists, 'depth' | 'k' | 'classOf' | 'dither'>,
  list: Int32Array,
  factors: ArrayLike<number>,
  out: Int32Array,
): void {
  const places = new Float64Array(k)
  let filled = 0
  for (let at = 0; at < depth; at++) {
    const item = list[at]!
    if (item < 0) break
    const owned = classOf[item]!
    const place = (at + 1 - dither[item]!) / (owned < 0 ? 1 : factors[owned]!)
    if (filled === k && place > places[k - 1]!) continue
    let slot = filled < k ? filled++ : k - 1
    for (; slot > 0 && places[slot - 1]! >= place; slot--) {
      places[slot] = places[slot - 1]!
      out[slot] = out[slot - 1]!
    }
    places[slot] = place
    out[slot] = item
  }
  out.fill(-1, filled, k)
}

/** The first k of every list in `rows`, re-ranked: [rows x k]. */
export function rerankLists(data: ParityLists, rows: Int32Array, factors: ArrayLike<number>): Int32Array {
  const { lists, depth, k } = data
  const all = new Int32Array(rows.length * k)
  rows.forEach((row, at) => {
    rerankList(
      data,
      lists.subarray(row * depth, (row + 1) * depth),
      factors,
      all.subarray(at * k, (at + 1) * k),
    )
  })
  return all
}

/**
 * Share of the places in lists of k that each class has, each list counting alike, [classes]. Places of products without a class are left out;
 * a list without any other is, too. NaN where no list has a class.
 */
export function classShares(
  { k, classOf, classes }: Pick<ParityLists, 'k' | 'classOf' | 'classes'>,
  shown: Int32Array,
): Float64Array {
  const sums = new Float64Array(classes)
  const own = new Float64Array(classes)
  let counted = 0
  for (let from = 0; from < shown.length; from += k) {
    const known = countClasses(shown.subarray(from, from + k), classOf, own)
    if (known === 0) continue
    counted++
    own.forEach((count, index) => (sums[index]! += count / known))
  }
  return sums.map((sum) => sum / counted)
}

/** Counts the classes of one list into `own`; returns how many places have one. */
export function countClasses(list: Int32Array, classOf: Int32Array, own: Float64Array): number {
  own.fill(0)
  let known = 0
  for (const item of list) {
    const owned = item < 0 ? -1 : classOf[item]!
    if (owned < 0) continue
    own[owned]!++
    known++
  }
  return known
}

/** Half of what two distributions differ by, class by class: total variation distance, 0-1. */
export function variationDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += Math.abs(a[index]! - b[index]!)
  return sum / 2
}

/**
 * Factors with which the lists in `rows` show the classes in the shares wished, as nearly as lists of this depth allow: each factor is
 * multiplied by the share wished over the share there is, until they agree (iterative proportional fitting; Deming and Stephan 1940). None
 * is moved further than a square root of ten either way. `from` are factors to begin with.
 */
export function fitFactors(
  data: ParityLists,
  rows: Int32Array,
  { wished, from }: { readonly wished: Float64Array; readonly from: Float64Array },
): Float64Array {
  let factors = from
  let best = { factors: from, distance: Infinity }
  for (let round = 0; round < ROUNDS; round++) {
    const shares = classShares(data, rerankLists(data, rows, factors))
    const distance = variationDistance(shares, wished)
    if (distance < best.distance) best = { factors, distance }
    if (!(distance > NEAR)) break
    factors = levelled(factors.map((factor, at) => factor * stepOf(wished[at]!, shares[at]!)))
  }
  return best.factors
}

/** How far one round moves a factor: half the way on a logarithmic scale, and no more than by two. */
function stepOf(wished: number, share: number): number {
  if (wished === 0 || share === 0) return wished === share ? 1 : wished > share ? 2 : 0.5
  return Math.min(2, Math.max(0.5, Math.sqrt(wished / share)))
}

/** Factors with their geometric middle at 1, which leaves every order as it is, and none too far from it. */
function levelled(factors: Float64Array): Float64Array {
  const logs = factors.map(Math.log)
  const middle = (Math.max(...logs) + Math.min(...logs)) / 2
  return logs.map((log) => Math.min(FACTOR_MAX, Math.max(1 / FACTOR_MAX, Math.exp(log - middle))))
}
