/** From an audit's figures to what charts and tables show. Pure. */
import type { MarkLook } from '../../charts/marks'
import { markAt } from '../../charts/marks'
import type { Dot } from '../../charts/size'
import type { CurrencyCode } from '../../../shared/domain/catalogue'
import type {
  Estimate,
  ExposureShare,
  FairnessGroup,
  FairnessMeasure,
  FairnessReport,
} from '../../../shared/domain/fairness'
import { behind, placed, stands } from '../../../shared/domain/fairnessFigures'
import { FINDING_LEVEL } from '../../../shared/domain/fairnessSentences'
import { fairnessWords, intervalText } from '../../../shared/domain/fairnessWords'
import { metricText } from '../../../shared/domain/metricWords'
import { axisOver } from '../../../shared/util/axis'

/** How a group stands to all others in one measure: a shape and a colour each, so that it is told in black and white. */
export type Standing = 'alike' | 'differs'

const shapes: Readonly<Record<Standing, MarkLook>> = {
  alike: markAt(0),
  differs: { ...markAt(5), colour: markAt(1).colour },
}

/** The mark of a standing; hollow for a group too small to say much. */
export function standingMark(standing: Standing, small: boolean): MarkLook {
  return { ...shapes[standing], ...(small ? { hollow: true } : {}) }
}

/** A group in a chart. */
export interface GroupRow {
  readonly group: FairnessGroup
  readonly standing: Standing
  /** "22.4 % [20.1 %, 24.9 %]"; a dash where there was nothing to measure. */
  readonly text: string
  /** Its shoppers, or its texts where those are measured. */
  readonly n: number
  /** Too few of them to say much. */
  readonly small: boolean
  readonly dots: readonly Dot[]
}

/** The groups of a segment in one measure, in their order. */
export function groupRows(
  { groups, gaps }: FairnessReport,
  metric: FairnessMeasure,
  currency: CurrencyCode,
): readonly GroupRow[] {
  const gap = gaps.find((one) => one.metric === metric)
  return groups.map((group) => {
    const value = group.metrics[metric]
    const interval = group.intervals[metric]
    const standing: Standing = stands(gap, group.value) ? 'differs' : 'alike'
    const text = intervalText(metric, value, interval, currency)
    const ends = interval && { low: placed(metric, interval.low), high: placed(metric, interval.high) }
    const { n, small } = behind(group, metric)
    const look = standingMark(standing, small)
    const missing = value === null || value === undefined
    return {
      ...{ group, standing, text, n, small },
      dots: missing ? [] : [{ name: group.value, look, value: placed(metric, value), ...ends, text }],
    }
  })
}

/** What the axis of a chart must hold: the bounds of large groups, and every figure; a small group's long whiskers do not squeeze the rest. */
export function reachOf(rows: readonly GroupRow[]): readonly [low: number, high: number] | undefined {
  const large = rows.some(({ small, dots }) => !small && dots.length > 0)
  const ends = rows.flatMap(({ small, dots }) =>
    dots.flatMap(({ value, low, high }) => (small && large ? [value] : [value, low ?? value, high ?? value])),
  )
  return ends.length === 0 ? undefined : [Math.min(...ends), Math.max(...ends)]
}

/** A figure whose whiskers end where the axis over `domain` does. */
export function cutAt(domain: readonly [number, number] | undefined, dot: Dot): Dot {
  const { low, high } = dot
  if (low === undefined || high === undefined) return dot
  const axis = axisOver([], { domain })
  return { ...dot, low: Math.max(low, axis.low), high: Math.min(high, axis.high) }
}

/** A share over people as a dot has it: with whiskers, and an interval in its words, where there are two of them or more. */
export function measured(
  { value, low, high }: Estimate,
  people: number,
): Pick<Dot, 'value' | 'low' | 'high'> & { readonly text: string } {
  const text = metricText(value, 'share')
  if (people < 2) return { value, text }
  return { value, low, high, text: `${text} [${metricText(low, 'share')}, ${metricText(high, 'share')}]` }
}

/** How a group's share stands to that of all others, where chance does not explain it. */
export function standsOut(share: ExposureShare | null): 'more' | 'less' | undefined {
  const difference = share?.difference
  if (!difference || difference.pHolm >= FINDING_LEVEL || difference.value === 0) return undefined
  return difference.value > 0 ? 'more' : 'less'
}

/** Whether a measure is of texts. */
export const isOfTexts = (metric: FairnessMeasure) => fairnessWords(metric).over === 'texts'

/** For a figure that picks alone do not explain: that it is about a shopper's history too, which is not listed beside them. */
export function historyNote(metric: FairnessMeasure): string | undefined {
  if (metric === 'historyLevel')
    return 'This figure is about what a shopper took before, which is not listed here; below are the picks.'
  return BESIDE_HISTORY.has(metric)
    ? 'This figure sets the picks below beside what a shopper took before, which is not listed here.'
    : undefined
}

const BESIDE_HISTORY: ReadonlySet<FairnessMeasure> = new Set([
  'priceLift',
  'popularityLift',
  'miscalibration',
])

/** Room for the names of groups and how many they are, pixels. */
export function labelPx(rows: readonly GroupRow[]): number {
  const longest = Math.max(0, ...rows.map(({ group, small }) => group.value.length + (small ? 14 : 8)))
  return Math.round(Math.min(220, Math.max(96, longest * 6.4 + 8)))
}

/** A sentence in which no line ends between a number and its sign. */
export const unbroken = (text: string) => text.replaceAll(' %', '\u00a0%')

/** A sentence's first letter. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
