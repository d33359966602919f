/** A trade-off that was never drawn: a gap that shrinks and a quality that gives, along a made-up curve. */
import type { TradeOffRequest } from '../../../shared/contract/parts/fairness'
import type { TradeOff, TradeOffPoint } from '../../../shared/domain/fairness'
import { halvingStrength, tradeOffSentence } from '../../../shared/domain/tradeOffSentence'

const NDCG = 0.079

const CLASSES: Readonly<Record<TradeOffRequest['by'], TradeOff['classes']>> = {
  priceTier: [
    { value: 'budget', own: 0.422, others: 0.377 },
    { value: 'middle', own: 0.355, others: 0.359 },
    { value: 'premium', own: 0.223, others: 0.264 },
  ],
  aisle: [
    { value: 'Clothing', own: 0.23, others: 0.21 },
    { value: 'Kitchen', own: 0.2, others: 0.17 },
    { value: 'all others', own: 0.57, others: 0.62 },
  ],
  category: [
    { value: 'Clothing', own: 0.24, others: 0.22 },
    { value: 'all others', own: 0.76, others: 0.78 },
  ],
  brand: [
    { value: 'Fenmoor', own: 0.08, others: 0.07 },
    { value: 'all others', own: 0.92, others: 0.93 },
  ],
}

const about = (value: number, width: number) => ({ value, low: value - width, high: value + width })

/** A trade-off as asked for. */
export function cannedTradeOff(request: TradeOffRequest): TradeOff {
  const { catalogue, strategy, segment, by, k, seed, steps } = request
  const classes = CLASSES[by]
  const start = by === 'priceTier' ? -0.068 : 0.041
  const points = Array.from({ length: steps + 1 }, (_, at) => pointAt(at / steps, classes, start))
  const halves = halvingStrength(points)
  const measure = by === 'priceTier' ? 'priceLevel' : 'exposure'
  const told = { measure, by, points, ...(halves === undefined ? {} : { halves }) } as const
  return {
    ...{ catalogue: catalogue ?? 'shelf', version: 1, invented: true, strategy, segment },
    ...{ classes, n: 518, others: 2762, k, seed, ...told },
    sentence: tradeOffSentence(told),
    ms: 3_120,
  }
}

function pointAt(strength: number, classes: TradeOff['classes'], start: number): TradeOffPoint {
  const shares = classes.map(({ own, others }) => own + strength * (others - own))
  const cost = -0.012 * strength ** 2
  return {
    ...{ strength, shares },
    factors: classes.map(({ own, others }) => (others / own) ** (1.8 * strength)),
    ndcg: about(NDCG * (1 + cost), 0.006),
    groupNdcg: about(0.074 * (1 + 4 * cost), 0.015),
    cost: strength === 0 ? about(0, 0) : about(cost, 0.004),
    groupCost: strength === 0 ? about(0, 0) : about(4 * cost, 0.018),
    gap: about(start * (1 - 1.05 * strength), Math.abs(start) * 0.4),
  }
}
