/** One segment measured: every figure of every group, before the whole audit's correction. */
import type { FairnessGroup, FairnessMeasure, FairnessReport } from '../../shared/domain/fairness'
import { PICK_MEASURES, SMALL_GROUP, TEXT_MEASURES } from '../../shared/domain/fairness'
import type { Interval } from '../../shared/domain/recommendEvaluation'
import { seededRandom } from '../../shared/util/random'
import type { AuditData } from './audit'
import { rarefiedCoverage } from './coverage'
import type { ExposureColumns } from './exposures'
import { exposureTable } from './exposures'
import type { Figure, Figures } from './figures'
import { intervalOf, meanFigures } from './figures'
import type { RawGap } from './gaps'
import { gapOf } from './gaps'
import type { Grouping } from './groups'
import { groupShoppers } from './groups'
import { mixed, resampleGroups, rowsByGroup } from './resampling'

/** A segment whose contrasts are not corrected yet. */
export interface RawReport extends Omit<FairnessReport, 'gaps'> {
  readonly gaps: readonly RawGap[]
  /** Values behind each group's figures, by measure. */
  readonly counts: ReadonlyMap<FairnessMeasure, readonly number[]>
}

/** Measures a segment. Throws as `groupShoppers`. */
export function measureSegment(
  data: AuditData,
  exposures: readonly ExposureColumns[],
  fields: readonly string[],
): RawReport {
  const grouping = groupShoppers(data.shoppers, data.segmentsOf, fields)
  const names = grouping.groups.map(({ value }) => value)
  const rows = rowsByGroup({ of: grouping.of, groups: names.length })
  const picks = pickFigures(data, grouping, { rows, exposures })
  const figures = [...picks.figures, ...textFigures(data, grouping)]
  return {
    segment: grouping.segment,
    fields,
    groups: grouping.groups.map((group, at) => ({
      ...group,
      n: rows[at]!.length,
      texts: data.texts?.at.filter((shopper) => grouping.of[shopper] === at).length ?? 0,
      small: rows[at]!.length < SMALL_GROUP,
      ...figuresOf(figures, at),
    })),
    gaps: figures.flatMap((own) => gapOf(own, names, data.seed) ?? []),
    exposures: exposures.map((exposure, at) =>
      exposureTable(exposure, { names, rows, drawn: picks.exposed[at]!, seed: data.seed }),
    ),
    counts: new Map(figures.map(({ metric, groups }) => [metric, groups.map(({ n }) => n)])),
  }
}

function figuresOf(figures: readonly Figures[], at: number): Pick<FairnessGroup, 'metrics' | 'intervals'> {
  const metrics: Partial<Record<FairnessMeasure, number | null>> = {}
  const intervals: Partial<Record<FairnessMeasure, Interval>> = {}
  for (const { metric, groups, isYesNo } of figures) {
    const figure = groups[at]!
    metrics[metric] = Number.isFinite(figure.value) ? figure.value : null
    const interval = intervalOf(figure, isYesNo)
    if (interval) intervals[metric] = interval
  }
  return { metrics, intervals }
}

/** Everything measured of lists: all columns are drawn together, so that samples are drawn once. */
function pickFigures(
  data: AuditData,
  grouping: Grouping,
  {
    rows,
    exposures,
  }: { readonly rows: readonly Int32Array[]; readonly exposures: readonly ExposureColumns[] },
) {
  // Of those who have a list, so that both sides of the lift are of the same shoppers.
  const profiles = data.profilePopularity.map((value, at) => value + 0 * data.columns.popularity[at]!)
  const own = [...PICK_MEASURES.map((measure) => data.columns[measure]), profiles]
  const columns = [...own, ...exposures.flatMap((exposure) => exposure.columns)]
  const drawn = resampleGroups(columns, { of: grouping.of, groups: rows.length }, data)
  const drawnOf = (column: number) => drawn.map((group) => group[column]!)
  const means = PICK_MEASURES.map((measure, at) => meanFigures(measure, own[at]!, rows, drawnOf(at)))
  const popularity = means[PICK_MEASURES.indexOf('popularity')]!
  const profile = meanFigures('popularity', profiles, rows, drawnOf(PICK_MEASURES.length))
  let from = own.length
  return {
    figures: [...means, liftFigures(popularity, profile), coverageFigures(data, rows)],
    exposed: exposures.map((exposure) => {
      const [first, last] = [from, (from += exposure.columns.length)]
      return drawn.map((group) => group.slice(first, last))
    }),
  }
}

/** Popularity lift (Abdollahpouri et al. 2019): the group's mean popularity of lists by that of profiles, less 1. */
function liftFigures(lists: Figures, profiles: Figures): Figures {
  const lift = (list: Figure, profile: Figure): Figure => ({
    value: profile.value > 0 ? list.value / profile.value - 1 : Number.NaN,
    n: list.n,
    drawn: list.drawn.map((value, draw) => value / profile.drawn[draw]! - 1),
    ...(list.side && profile.side ? { ratio: { upper: list.side, lower: profile.side } } : {}),
  })
  return {
    metric: 'popularityLift',
    groups: lists.groups.map((list, at) => lift(list, profiles.groups[at]!)),
    others: lists.others.map((list, at) => lift(list, profiles.others[at]!)),
    isYesNo: false,
  }
}

/**
 * Coverage among half as many shoppers as the smallest group that is large enough has, so that every one of them leaves a choice. Smaller groups,
 * and others who are fewer, have none: of few lists neither the figure nor its error says anything.
 */
function coverageFigures(data: AuditData, rows: readonly Int32Array[]): Figures {
  const large = rows.map(({ length }) => length).filter((length) => length >= SMALL_GROUP)
  const sample = large.length > 0 ? Math.floor(Math.min(...large) / 2) : 0
  const unknown = { value: Number.NaN, error: Number.NaN }
  const covered = (own: Int32Array, part: number): Figure => {
    const { value, error } = own.length < SMALL_GROUP ? unknown : rarefiedCoverage(data, own, sample)
    const drawn = normalDraws(value, error, { draws: data.draws, seed: mixed(data.seed, part) })
    return { value, error, n: own.length, drawn }
  }
  const everybody = Int32Array.from({ length: data.shoppers }, (_, at) => at)
  const groupOf = new Int32Array(data.shoppers)
  rows.forEach((own, group) => own.forEach((row) => (groupOf[row] = group)))
  return {
    metric: 'coverage',
    groups: rows.map((own, group) => covered(own, 2 * group)),
    others: rows.map((_, group) =>
      covered(
        everybody.filter((row) => groupOf[row] !== group),
        2 * group + 1,
      ),
    ),
    isYesNo: false,
  }
}

/** What a figure with a standard error would have been in other samples (Box and Muller 1958). */
function normalDraws(
  value: number,
  error: number,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): Float64Array {
  const random = seededRandom(seed)
  return Float64Array.from({ length: draws }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()))
    return value + error * radius * Math.cos(2 * Math.PI * random.next())
  })
}

/** Everything measured of texts; none where none were written. */
function textFigures({ texts, seed, draws }: AuditData, grouping: Grouping): readonly Figures[] {
  if (!texts) return []
  const parted = { of: texts.at.map((shopper) => grouping.of[shopper]!), groups: grouping.groups.length }
  const rows = rowsByGroup(parted)
  const columns = TEXT_MEASURES.map((measure) => texts.columns[measure])
  const drawn = resampleGroups(columns, parted, { seed: mixed(seed, 1), draws })
  return TEXT_MEASURES.map((measure, at) =>
    meanFigures(
      measure,
      columns[at]!,
      rows,
      drawn.map((group) => group[at]!),
    ),
  )
}
