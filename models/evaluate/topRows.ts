/** The best rows of a score for every row. */

/**
 * Writes the rows of the highest scores into `out`, best first, and -1 where there are no more. Rows scored -Infinity never stand in it.
 * Equal scores come in the order of a hash of row and `salt`: the order of a catalogue, which often goes by popularity or age, must not
 * decide for a recommender that cannot. Throws RangeError for a score that is no number.
 */
export function topRows(scores: Float64Array, salt: number, out: Int32Array): void {
  let filled = 0
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!
    if (score === -Infinity) continue
    if (Number.isNaN(score)) throw new RangeError(`The score of row ${row} is no number`)
    if (filled === out.length && !ahead(row, out[filled - 1]!)) continue
    let place = filled < out.length ? filled++ : filled - 1
    for (; place > 0 && ahead(row, out[place - 1]!); place--) out[place] = out[place - 1]!
    out[place] = row
  }
  out.fill(-1, filled)

  function ahead(row: number, other: number): boolean {
    const difference = scores[row]! - scores[other]!
    if (difference !== 0) return difference > 0
    return hash(row, salt) < hash(other, salt)
  }
}

/** An unsigned number from two (the finaliser of MurmurHash3; Appleby, public domain). Different rows of one salt never meet. */
function hash(row: number, salt: number): number {
  let mixed = (row ^ salt) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
