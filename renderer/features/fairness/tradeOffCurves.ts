/** From a trade-off to its two curves. Pure. */
import type { CurvePoint } from '../../charts/size'
import type { Estimate, TradeOff, TradeOffPoint } from '../../../shared/domain/fairness'
import { metricText } from '../../../shared/domain/metricWords'

/** A curve with what it says of itself. */
export interface TradeOffCurve {
  readonly title: string
  readonly meaning: string
  readonly data: readonly CurvePoint[]
  readonly tick: (value: number) => string
  readonly colour: string
  /** Its ends in words, for those who cannot see it. */
  readonly says: string
}

/** A strength as the slider says it: "60 %". */
export const strengthText = (strength: number) => `${Math.round(100 * strength)} %`

/** The point that is looked at: the one chosen, else the least strength that halves the gap, else the middle. */
export function pointAt({ points, halves }: TradeOff, chosen: number | undefined): TradeOffPoint {
  const wanted = chosen ?? halves ?? 0.5
  const away = ({ strength }: TradeOffPoint) => Math.abs(strength - wanted)
  const [first] = points
  if (!first) throw new Error('A trade-off has points')
  return points.reduce((best, one) => (away(one) < away(best) ? one : best), first)
}

/** A gap as it is told: logarithms of prices by what they stand for. */
export function toldGap(measure: TradeOff['measure'], { value, low, high }: Estimate): Estimate {
  if (measure === 'exposure') return { value, low, high }
  return { value: Math.expm1(value), low: Math.expm1(low), high: Math.expm1(high) }
}

/** The gap and what it costs, each by strength. Logarithms of prices stand for per cent. */
export function curvesOf({ points, measure, segment }: TradeOff): readonly TradeOffCurve[] {
  const gap = points.map(({ strength, gap: one }) => ({ x: strength, ...toldGap(measure, one) }))
  const costs = points.flatMap(({ strength, cost }) => (cost ? [{ x: strength, ...cost }] : []))
  return [
    {
      title: 'What it mends: the gap',
      meaning:
        measure === 'priceLevel'
          ? `Price for its kind, ${segment.value} beside all others`
          : `Share of places that would have to change for ${segment.value} to be shown what all others are`,
      ...{ data: gap, tick: tickOf(gap), colour: 'var(--series-2)', says: endsOf(gap) },
    },
    {
      title: 'What it costs: NDCG',
      meaning: 'Over all tested shoppers, beside no evening out',
      ...{ data: costs, tick: tickOf(costs), colour: 'var(--series-1)', says: endsOf(costs) },
    },
  ]
}

/** Whole per cent where the axis is long enough for them. */
function tickOf(data: readonly CurvePoint[]): (value: number) => string {
  const reach = Math.max(0, ...data.flatMap(({ low = 0, high = 0 }) => [Math.abs(low), Math.abs(high)]))
  return (value) => {
    const text = metricText(value, 'share')
    return reach >= 0.04 ? text.replace(/\.0(?= %)/, '') : text
  }
}

function endsOf(data: readonly CurvePoint[]): string {
  const words = (point: CurvePoint | undefined) =>
    point ? `${metricText(point.value, 'share')} at ${strengthText(point.x)}` : 'nothing'
  return `From ${words(data[0])} to ${words(data.at(-1))}`
}
