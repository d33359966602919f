/** What other samples of each group would have given: the stratified bootstrap behind every interval of an audit. */
import type { Interval } from '../../shared/domain/recommendEvaluation'
import { seededRandom } from '../../shared/util/random'
import { wilson } from '../metrics/wilson'

/** Rows (shoppers, or texts) parted into groups. */
export interface Parted {
  /** Group of each row. */
  readonly of: Int32Array
  readonly groups: number
}

/** How samples are drawn. */
export interface Draws {
  readonly seed: number
  readonly draws: number
}

/** Rows of each group, ascending. */
export function rowsByGroup({ of, groups }: Parted): readonly Int32Array[] {
  const rows = Array.from({ length: groups }, () => [] as number[])
  of.forEach((group, row) => rows[group]!.push(row))
  return rows.map((own) => Int32Array.from(own))
}

/**
 * Means of columns over samples of each group's rows, drawn with replacement, as many rows each; within a group every column sees the same
 * samples. NaN in a column is left out of its means. Returns [groups][columns] of [draws]; NaN where a sample held nothing known.
 */
export function resampleGroups(
  columns: readonly Float64Array[],
  parted: Parted,
  { seed, draws }: Draws,
): readonly (readonly Float64Array[])[] {
  return rowsByGroup(parted).map((rows, group) =>
    resampleRows(columns, rows, { seed: mixed(seed, group), draws }),
  )
}

/** A seed of its own for each part of an audit. */
export function mixed(seed: number, part: number): number {
  return (Math.imul(part + 1, 0x9e3779b1) ^ seed) >>> 0
}

function resampleRows(
  columns: readonly Float64Array[],
  rows: Int32Array,
  { seed, draws }: Draws,
): readonly Float64Array[] {
  const { table, width, countOf } = tableOf(columns, rows)
  const means = columns.map(() => new Float64Array(draws))
  const [times, sums] = [new Int32Array(rows.length), new Float64Array(width)]
  const random = seededRandom(seed)
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0)
    sums.fill(0)
    for (let drawn = 0; drawn < rows.length; drawn++) times[random.below(rows.length)]!++
    addUp(table, times, sums)
    for (let column = 0; column < columns.length; column++)
      means[column]![draw] = sums[column]! / sums[countOf[column]!]!
  }
  return means
}

/** Row by row, so that a drawn row is read at one place: sums' shares first, then how many are known, where columns differ in that. */
function tableOf(columns: readonly Float64Array[], rows: Int32Array) {
  const gaps = columns.map((column) => rows.some((row) => Number.isNaN(column[row]!)))
  const counted = [...gaps.keys()].filter((column) => gaps[column])
  // The last holds 1 for every row.
  const width = columns.length + counted.length + 1
  const countOf = Int32Array.from(columns, (_, column) =>
    gaps[column] ? columns.length + counted.indexOf(column) : width - 1,
  )
  const table = new Float64Array(rows.length * width)
  rows.forEach((row, at) => {
    const base = at * width
    columns.forEach((column, place) => (table[base + place] = Number.isNaN(column[row]!) ? 0 : column[row]!))
    counted.forEach((column, place) => {
      table[base + columns.length + place] = Number(!Number.isNaN(columns[column]![row]!))
    })
    table[base + width - 1] = 1
  })
  return { table, width, countOf }
}

function addUp(table: Float64Array, times: Int32Array, sums: Float64Array): void {
  const width = sums.length
  for (let row = 0; row < times.length; row++) {
    const count = times[row]!
    if (count === 0) continue
    const base = row * width
    for (let at = 0; at < width; at++) sums[at]! += count * table[base + at]!
  }
}

/**
 * Means over all other groups, sample by sample: those of the groups, each by how many values it has. What a sample of a group lacks counts
 * for nothing. Summed from both ends and never taken away again, so that others who have nothing have exactly 0.
 */
export function othersDrawn(
  drawn: readonly Float64Array[],
  counts: readonly number[],
): readonly Float64Array[] {
  const draws = drawn[0]?.length ?? 0
  const others = drawn.map(() => ({ sum: new Float64Array(draws), weight: new Float64Array(draws) }))
  const sweep = (order: readonly number[]) => {
    const [sum, weight] = [new Float64Array(draws), new Float64Array(draws)]
    for (const group of order) {
      const [own, to, count] = [drawn[group]!, others[group]!, counts[group]!]
      for (let draw = 0; draw < draws; draw++) {
        to.sum[draw]! += sum[draw]!
        to.weight[draw]! += weight[draw]!
        if (Number.isNaN(own[draw]!)) continue
        sum[draw]! += count * own[draw]!
        weight[draw]! += count
      }
    }
  }
  sweep([...drawn.keys()])
  sweep([...drawn.keys()].reverse())
  return others.map(({ sum, weight }) =>
    sum.map((value, draw) => (weight[draw]! > 0 ? value / weight[draw]! : Number.NaN)),
  )
}

/** The middle 95 of 100 of what was drawn, samples that held nothing known left out; undefined where all did. */
export function spreadOf(drawn: Float64Array): Interval | undefined {
  const sorted = drawn.filter((value) => Number.isFinite(value)).sort()
  if (sorted.length === 0) return undefined
  return { low: portionOf(sorted, 0.025), high: portionOf(sorted, 0.975) }
}

function portionOf(sorted: Float64Array, portion: number): number {
  const at = (sorted.length - 1) * portion
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}

/** A share of yes and no: so many of so many. */
export interface Share {
  readonly yes: number
  readonly n: number
}

/** Newcombe's interval (1998, method 10) of the difference of two shares, from their score intervals: no point where all cases agree. */
export function shareDifference(one: Share, other: Share): Interval {
  const [a, b] = [one.yes / one.n, other.yes / other.n]
  const [[lowA, highA], [lowB, highB]] = [wilson(one.yes, one.n), wilson(other.yes, other.n)]
  return {
    low: a - b - Math.hypot(a - lowA, highB - b),
    high: a - b + Math.hypot(highA - a, b - lowB),
  }
}
