/** Who is shown what: the share of places in lists that each class of products gets, group by group. */
import type {
  Exposure,
  ExposureDistance,
  ExposureRow,
  ExposureShare,
  ExposureTable,
} from '../../shared/domain/fairness'
import { EXPOSURES, OTHER_EXPOSURE } from '../../shared/domain/fairness'
import { holm } from '../metrics/holm'
import type { ShownLists } from './coverage'
import type { Difference, Figure, Figures } from './figures'
import { columnFigures, differenceOf } from './figures'
import type { ExposureClasses } from './merchandise'
import { portion, spreadOf } from './resampling'

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
    const means = meanShares(shown, shoppers, classes[by])
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
        columns: columnsOf(shown, { shoppers, of: classes[by].of, rows }),
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

/** Tells each place of a list whose class is known; says how many there are. */
function forEachClass(
  { lists, depth, k }: ShownLists,
  { row, of }: { readonly row: number; readonly of: ArrayLike<number> },
  tell: (value: number) => void,
): number {
  let known = 0
  for (let place = 0; place < Math.min(k, depth); place++) {
    const item = lists[row * depth + place]!
    const value = item < 0 ? -1 : of[item]!
    if (value < 0) continue
    tell(value)
    known++
  }
  return known
}

/** Mean share of each class: a first look at every list, for there may be as many classes as products, and few are kept. */
function meanShares(shown: ShownLists, shoppers: number, { of, values }: ExposureClasses): Float64Array {
  const sums = new Float64Array(values.length)
  let lists = 0
  for (let row = 0; row < shoppers; row++) {
    const known = forEachClass(shown, { row, of }, () => undefined)
    if (known === 0) continue
    lists++
    forEachClass(shown, { row, of }, (value) => (sums[value]! += 1 / known))
  }
  return sums.map((sum) => (lists > 0 ? sum / lists : 0))
}

/** [rows of the table] of [shoppers]; each row is of some classes. */
function columnsOf(
  shown: ShownLists,
  {
    shoppers,
    of,
    rows,
  }: {
    readonly shoppers: number
    readonly of: ArrayLike<number>
    readonly rows: readonly (readonly number[])[]
  },
): readonly Float64Array[] {
  const columns = rows.map(() => new Float64Array(shoppers))
  const rowOf = new Map(rows.flatMap((row, at) => row.map((value) => [value, at] as const)))
  for (let row = 0; row < shoppers; row++) {
    const known = forEachClass(shown, { row, of }, (value) => columns[rowOf.get(value)!]![row]!++)
    for (const column of columns) column[row] = column[row]! / known
  }
  return columns
}

/** A segment, as this table needs it. */
export interface ExposureSegment {
  /** In the order of the groups. */
  readonly names: readonly string[]
  readonly rows: readonly Int32Array[]
  /** [groups][rows of the table] of [draws]. */
  readonly drawn: readonly (readonly Float64Array[])[]
  /** Of permutations. */
  readonly seed: number
}

/** One class over the groups. */
type ClassFigures = Omit<Figures, 'metric'>

/** The table of one way of sorting; groups in whose lists no class is known have no shares. */
export function exposureTable(exposure: ExposureColumns, segment: ExposureSegment): ExposureTable {
  const { by, values, columns, ofCatalogue } = exposure
  const { names, rows, drawn, seed } = segment
  const figures = columns.map((column, row) =>
    columnFigures(
      column,
      rows,
      drawn.map((own) => own[row]!),
    ),
  )
  const differences = differencesOf(figures, seed)
  return {
    by,
    rows: values.map((value, row): ExposureRow => ({
      value,
      ofCatalogue: ofCatalogue[row]!,
      shares: names.map((_, group) => shareOf(figures[row]!, group, differences[row]![group]!)),
    })),
    distances: names.map((group, at) => distanceOf(group, figures, at)),
  }
}

function shareOf(
  { groups }: ClassFigures,
  group: number,
  difference: ExposureShare['difference'],
): ExposureShare | null {
  const { n, value: share, drawn } = groups[group]!
  return n === 0 ? null : { share, ...(spreadOf(drawn) ?? { low: share, high: share }), difference }
}

/** Each group less all others in each class, corrected over the table; of two groups each is the other's rest, and one test. [classes][groups]. */
function differencesOf(
  figures: readonly ClassFigures[],
  seed: number,
): readonly (readonly ExposureShare['difference'][])[] {
  const found = figures.map(({ groups, others, isYesNo }) =>
    groups.map((group, at) => differenceOf(group, others[at]!, { isYesNo, seed })),
  )
  const known = figures[0]?.groups.filter(({ n }) => n > 0).length ?? 0
  const tests = found.map((row) => (known === 2 ? [row.find((one) => one !== undefined)] : row))
  const tested = tests.flat().filter((one) => one !== undefined)
  const corrected = holm(tested.map(({ p }) => p))
  const pOf = new Map(tested.map((one, at) => [one, corrected[at]!]))
  return found.map((row, at) =>
    row.map((one) => (one ? told(one, pOf.get(known === 2 ? tests[at]![0]! : one)!) : null)),
  )
}

const told = ({ difference: value, low, high }: Difference, pHolm: number) => ({ value, low, high, pHolm })

/**
 * Total variation distance: half the sum of differences, the share of places that would have to change. Samples of any two groups lie further
 * apart than the groups do, by no more than the distance of their errors; so the interval reaches as far as that does in 95 of 100 samples, for all
 * groups of the table at once (Bonferroni). Null without others.
 */
function distanceOf(group: string, figures: readonly ClassFigures[], at: number): ExposureDistance | null {
  const sides = figures.map(({ groups, others }) => ({ own: groups[at]!, others: others[at]! }))
  const distance = sides.reduce((sum, { own, others }) => sum + Math.abs(own.value - others.value) / 2, 0)
  if (!Number.isFinite(distance)) return null
  const draws = sides[0]?.own.drawn.length ?? 0
  const errors = Float64Array.from({ length: draws }, (_, draw) =>
    sides.reduce((sum, { own, others }) => sum + Math.abs(errorIn(own, draw) - errorIn(others, draw)) / 2, 0),
  )
  const reach = portion(errors, 1 - 0.05 / testsOf(figures[0]!)) ?? 0
  return { group, distance, low: Math.max(0, distance - reach), high: Math.min(1, distance + reach) }
}

const errorIn = ({ drawn, value }: Figure, draw: number) => drawn[draw]! - value

/** Groups that are held against their others; of two, one. */
function testsOf({ groups }: ClassFigures): number {
  const known = groups.filter(({ n }) => n > 0).length
  return known === 2 ? 1 : known
}
