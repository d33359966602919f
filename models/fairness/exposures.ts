/** Who is shown what: the share of places in lists that each class of products gets, group by group. */
import type { Exposure, ExposureRow, ExposureTable } from '../../shared/domain/fairness'
import { EXPOSURES, OTHER_EXPOSURE } from '../../shared/domain/fairness'
import type { ShownLists } from './coverage'
import type { ExposureClasses } from './merchandise'
import { othersDrawn, spreadOf } from './resampling'
import { momentsOf } from './statistics'

/** Classes told apart; the others go together. */
const CLASSES_MAX = 12

/** One way of sorting, as columns over shoppers. */
export interface ExposureColumns {
  readonly by: Exposure
  /** Names of the rows. */
  readonly values: readonly string[]
  readonly ofCatalogue: readonly number[]
  /** A row: by shopper the share of places in her list whose class is known; NaN where none is. */
  readonly columns: readonly Float64Array[]
}

/** The ways of sorting that tell at least two classes apart. */
export function exposureColumns(
  shown: ShownLists,
  shoppers: number,
  classes: Readonly<Record<Exposure, ExposureClasses>>,
): readonly ExposureColumns[] {
  return EXPOSURES.flatMap((by) => {
    const catalogue = sharesOf(classes[by].of, classes[by])
    if (catalogue.filter((share) => share > 0).length < 2) return []
    const whole = listShares(shown, shoppers, classes[by])
    const means = whole.map((column) => momentsOf(column).mean)
    const ranked = [...means.keys()].sort((a, b) => means[b]! - means[a]! || catalogue[b]! - catalogue[a]!)
    const kept = by === 'priceTier' ? [...means.keys()] : ranked.slice(0, CLASSES_MAX)
    const left = ranked.filter((value) => !kept.includes(value))
    const rest = left.length === 0 ? [] : [left]
    const rows = [...kept.map((value) => [value]), ...rest]
    return [
      {
        by,
        values: [...kept.map((value) => classes[by].values[value]!), ...rest.map(() => OTHER_EXPOSURE)],
        ofCatalogue: rows.map((row) => row.reduce((sum, value) => sum + catalogue[value]!, 0)),
        columns: rows.map((row) => summed(row.map((value) => whole[value]!))),
      },
    ]
  })
}

/** Share of each class among products whose class is known. */
function sharesOf(of: ArrayLike<number>, { values }: ExposureClasses): Float64Array {
  const counts = new Float64Array(values.length)
  let known = 0
  for (let at = 0; at < of.length; at++) {
    if (of[at]! < 0) continue
    counts[of[at]!]!++
    known++
  }
  return counts.map((count) => count / known)
}

/** [classes] of [shoppers]. */
function listShares(
  { lists, depth, k }: ShownLists,
  shoppers: number,
  { of, values }: ExposureClasses,
): readonly Float64Array[] {
  const columns = values.map(() => new Float64Array(shoppers))
  for (let at = 0; at < shoppers; at++) {
    let known = 0
    for (let place = 0; place < Math.min(k, depth); place++) {
      const item = lists[at * depth + place]!
      const value = item < 0 ? -1 : of[item]!
      if (value < 0) continue
      columns[value]![at]!++
      known++
    }
    for (const column of columns) column[at] = column[at]! / known
  }
  return columns
}

function summed(columns: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(), ...others] = columns
  return first.map((value, at) => others.reduce((sum, column) => sum + column[at]!, value))
}

/** A segment, as this table needs it. */
export interface ExposureSegment {
  /** In the order of the groups. */
  readonly names: readonly string[]
  readonly rows: readonly Int32Array[]
  /** [groups][rows of the table] of [draws]. */
  readonly drawn: readonly (readonly Float64Array[])[]
}

/** The table of one way of sorting; groups in whose lists no class is known have shares of 0. */
export function exposureTable(exposure: ExposureColumns, segment: ExposureSegment): ExposureTable {
  const { by, values, columns, ofCatalogue } = exposure
  const { names, rows, drawn } = segment
  const moments = columns.map((column) =>
    rows.map((own) => momentsOf(Float64Array.from(own, (row) => column[row]!))),
  )
  const counts = moments[0]?.map(({ n }) => n) ?? []
  const others = columns.map((_, row) =>
    othersDrawn(
      drawn.map((own) => own[row]!),
      counts,
    ),
  )
  return {
    by,
    rows: values.map((value, row): ExposureRow => ({
      value,
      ofCatalogue: ofCatalogue[row]!,
      shares: names.map((_, group) => {
        const share = moments[row]![group]!.n > 0 ? moments[row]![group]!.mean : 0
        return { share, ...(spreadOf(drawn[group]![row]!) ?? { low: share, high: share }) }
      }),
    })),
    distances: names.map((group, at) => ({
      group,
      ...distanceOf(
        moments.map((own) => [own[at]!.mean, othersMean(own, at)]),
        drawn[at]!.map((own, row) => [own, others[row]![at]!]),
      ),
    })),
  }
}

function othersMean(groups: readonly { readonly n: number; readonly mean: number }[], at: number): number {
  const others = groups.filter(({ n }, other) => other !== at && n > 0)
  return others.reduce((sum, { n, mean }) => sum + n * mean, 0) / others.reduce((sum, { n }) => sum + n, 0)
}

/**
 * Total variation distance: half the sum of differences, the share of places that would have to change. Samples of any two groups lie further
 * apart than the groups do, so the interval is the basic bootstrap's (Davison and Hinkley 1997, 5.2), which takes twice that off; it holds the
 * distance itself. 0 without others.
 */
function distanceOf(
  means: readonly (readonly [own: number, others: number])[],
  drawn: readonly (readonly [own: Float64Array, others: Float64Array])[],
) {
  const distance = means.reduce((sum, [own, others]) => sum + Math.abs(own - others) / 2, 0)
  if (!Number.isFinite(distance)) return { distance: 0, low: 0, high: 0 }
  const draws = drawn[0]?.[0].length ?? 0
  const samples = Float64Array.from({ length: draws }, (_, draw) =>
    drawn.reduce((sum, [own, others]) => sum + Math.abs(own[draw]! - others[draw]!) / 2, 0),
  )
  const spread = spreadOf(samples) ?? { low: distance, high: distance }
  return {
    distance,
    low: Math.max(0, Math.min(distance, 2 * distance - spread.high)),
    high: Math.min(1, Math.max(distance, 2 * distance - spread.low)),
  }
}
