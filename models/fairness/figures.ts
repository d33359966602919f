/** One measure over the groups of a segment: each group's figure and that of all others, with what other samples would have given. */
import type { FairnessMeasure } from '../../shared/domain/fairness'
import type { Interval } from '../../shared/domain/recommendEvaluation'
import { wilson } from '../metrics/wilson'
import { normalP } from './distributions'
import { othersDrawn, shareDifference, spreadOf } from './resampling'
import type { Moments, Side } from './statistics'
import { differenceP, hedgesG, momentsOf, onlyParting, together } from './statistics'

/** A figure of some shoppers or texts. */
export interface Figure {
  /** NaN where there is nothing to measure. */
  readonly value: number
  /** Values behind it. */
  readonly n: number
  /** Of other samples, [draws]. */
  readonly drawn: Float64Array
  /** Of a mean. */
  readonly side?: Side
  /** Of a ratio of two means. */
  readonly ratio?: RatioSide
  /** Of anything else: its standard error. */
  readonly error?: number
}

/** What a ratio of two means is made of: value by value, neither with NaN. */
export interface RatioSide {
  readonly upper: Side
  readonly lower: Side
}

/** A measure over the groups of a segment. */
export interface Figures {
  readonly metric: FairnessMeasure
  /** In the order of the groups. */
  readonly groups: readonly Figure[]
  /** Of all others than each. */
  readonly others: readonly Figure[]
  /** Whether every value is 0 or 1, so that figures are shares of yes. */
  readonly isYesNo: boolean
}

/** Figures that are means of a column; `rows` are those of each group, `drawn` their resampled means. */
export function meanFigures(
  metric: FairnessMeasure,
  column: Float64Array,
  rows: readonly Int32Array[],
  drawn: readonly Float64Array[],
): Figures {
  return { metric, ...columnFigures(column, rows, drawn) }
}

/** The same, whatever the column is of. */
export function columnFigures(
  column: Float64Array,
  rows: readonly Int32Array[],
  drawn: readonly Float64Array[],
): Omit<Figures, 'metric'> {
  const values = rows.map((own) =>
    Float64Array.from(own, (row) => column[row]!).filter((one) => !Number.isNaN(one)),
  )
  const moments = values.map(momentsOf)
  const otherDrawn = othersDrawn(
    drawn,
    moments.map(({ n }) => n),
  )
  return {
    groups: values.map((own, group) => figureOf(moments[group]!, drawn[group]!, () => own)),
    others: otherDrawn.map((samples, group) =>
      figureOf(othersOf(moments, group), samples, () => joined(values.filter((_, at) => at !== group))),
    ),
    isYesNo: values.every((own) => own.every((value) => value === 0 || value === 1)),
  }
}

function figureOf(moments: Moments, drawn: Float64Array, values: () => Float64Array): Figure {
  return { value: moments.mean, n: moments.n, drawn, side: { moments, values } }
}

function othersOf(moments: readonly Moments[], group: number): Moments {
  const none: Moments = { n: 0, mean: Number.NaN, squares: 0 }
  return moments.reduce((sum, one, at) => (at === group ? sum : together(sum, one)), none)
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let filled = 0
  for (const part of parts) {
    all.set(part, filled)
    filled += part.length
  }
  return all
}

/** Where other samples put a figure: the score interval of a share of yes, else the bootstrap's. Undefined for fewer than two values. */
export function intervalOf({ value, n, drawn }: Figure, isYesNo: boolean): Interval | undefined {
  if (n < 2 || !Number.isFinite(value)) return undefined
  if (!isYesNo) return spreadOf(drawn)
  const [low, high] = wilson(Math.round(value * n), n)
  return { low, high }
}

/** One figure less another. */
export interface Difference extends Interval {
  readonly difference: number
  readonly p: number
  /** Hedges' g; null for group measures, and where nothing varies. */
  readonly effect: number | null
}

/** Compares two figures; undefined unless both have a value and two rows at least. */
export function differenceOf(
  one: Figure,
  other: Figure,
  { isYesNo, seed }: { readonly isYesNo: boolean; readonly seed: number },
): Difference | undefined {
  const difference = one.value - other.value
  if (one.n < 2 || other.n < 2 || !Number.isFinite(difference)) return undefined
  const drawn = one.drawn.map((value, draw) => value - other.drawn[draw]!)
  const spread = isYesNo ? shareDifference(yesOf(one), yesOf(other)) : spreadOf(drawn)
  if (!spread) return undefined
  if (one.side && other.side) {
    const effect = hedgesG(one.side.moments, other.side.moments)
    const p = differenceP(one.side, other.side, seed)
    return { difference, ...spread, p, effect: Number.isFinite(effect) ? effect : null }
  }
  const p = one.ratio && other.ratio ? ratioP(one.ratio, other.ratio, seed) : errorP(one, other)
  return { difference, ...spread, p, effect: null }
}

/**
 * Whether two ratios are one (Fieller 1954): if they are, what is above the line less the common ratio of what is below it has the same mean on
 * either side. Samples of a ratio lie askew, and their normal approximation finds too much.
 */
function ratioP(one: RatioSide, other: RatioSide, seed: number): number {
  const upper = together(one.upper.moments, other.upper.moments)
  const lower = together(one.lower.moments, other.lower.moments)
  const common = upper.mean / lower.mean
  return differenceP(leftOver(one, common), leftOver(other, common), seed)
}

function leftOver({ upper, lower }: RatioSide, common: number): Side {
  const below = lower.values()
  const values = upper.values().map((value, at) => value - common * below[at]!)
  return { moments: momentsOf(values), values: () => values }
}

const yesOf = ({ value, n }: Figure) => ({ yes: Math.round(value * n), n })

/** Figures that differ by less than this share of them differ by rounding. */
const ROUNDING = 1e-9

/** The normal approximation: the difference in standard errors. Where neither has any, the share of all ways to part the cases so. */
function errorP(one: Figure, other: Figure): number {
  const [difference, error] = [
    one.value - other.value,
    Math.hypot(one.error ?? Number.NaN, other.error ?? Number.NaN),
  ]
  if (Math.abs(difference) <= ROUNDING * Math.max(Math.abs(one.value), Math.abs(other.value))) return 1
  return error === 0 ? onlyParting(one.n, other.n) : normalP(difference / error)
}
