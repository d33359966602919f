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

/** Columns that are summed at once, and samples: as many sums as a processor has registers for. */
const PANEL = 4
const SAMPLES = 2

function resampleRows(
  columns: readonly Float64Array[],
  rows: Int32Array,
  { seed, draws }: Draws,
): readonly Float64Array[] {
  const { panels, countOf } = panelsOf(columns, rows)
  const means = columns.map(() => new Float64Array(draws))
  const times = new Float64Array(rows.length * SAMPLES)
  const sums = new Float64Array(panels.length * PANEL * SAMPLES)
  const random = seededRandom(seed)
  for (let draw = 0; draw < draws; draw += SAMPLES) {
    times.fill(0)
    for (let sample = 0; sample < SAMPLES; sample++)
      for (let drawn = 0; drawn < rows.length; drawn++) times[random.below(rows.length) * SAMPLES + sample]!++
    panels.forEach((panel, at) => addUp(panel, times, sums.subarray(at * PANEL * SAMPLES)))
    for (let sample = 0; sample < Math.min(SAMPLES, draws - draw); sample++)
      for (let column = 0; column < columns.length; column++)
        means[column]![draw + sample] =
          sums[column * SAMPLES + sample]! / sums[countOf[column]! * SAMPLES + sample]!
  }
  return means
}

/** The group's rows of all columns, and of how many are known where a column has gaps, four columns a panel: [rows x 4]. */
function panelsOf(columns: readonly Float64Array[], rows: Int32Array) {
  const own = columns.map((column) => Float64Array.from(rows, (row) => column[row]!))
  const known = own.map((column) => column.map((value) => Number(!Number.isNaN(value))))
  const gaps = [...known.keys()].filter((column) => known[column]!.includes(0))
  // The last says 1 for every row.
  const all = [
    ...own.map((column) => column.map((value) => (Number.isNaN(value) ? 0 : value))),
    ...gaps.map((column) => known[column]!),
    new Float64Array(rows.length).fill(1),
  ]
  const countOf = columns.map((_, column) =>
    gaps.includes(column) ? columns.length + gaps.indexOf(column) : all.length - 1,
  )
  const panels = Array.from({ length: Math.ceil(all.length / PANEL) }, (_, panel) => {
    const values = new Float64Array(rows.length * PANEL)
    all.slice(panel * PANEL, (panel + 1) * PANEL).forEach((column, place) => {
      column.forEach((value, row) => (values[row * PANEL + place] = value))
    })
    return values
  })
  return { panels, countOf }
}

/** Sums of four columns over two samples at once, written out so that all eight stay in registers. `sums`: [4 columns x 2 samples]. */
function addUp(panel: Float64Array, times: Float64Array, sums: Float64Array): void {
  let [a0, a1, b0, b1] = [0, 0, 0, 0]
  let [c0, c1, d0, d1] = [0, 0, 0, 0]
  for (let at = 0, row = 0; at < times.length; at += SAMPLES, row += PANEL) {
    const one = times[at]!
    const other = times[at + 1]!
    const a = panel[row]!
    const b = panel[row + 1]!
    const c = panel[row + 2]!
    const d = panel[row + 3]!
    a0 += one * a
    a1 += other * a
    b0 += one * b
    b1 += other * b
    c0 += one * c
    c1 += other * c
    d0 += one * d
    d1 += other * d
  }
  sums.set([a0, a1, b0, b1, c0, c1, d0, d1])
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

/** What so large a portion of what was drawn lies below, samples that held nothing known left out; undefined where all did. */
export function portion(drawn: Float64Array, share: number): number | undefined {
  const sorted = drawn.filter((value) => Number.isFinite(value)).sort()
  return sorted.length === 0 ? undefined : portionOf(sorted, share)
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
