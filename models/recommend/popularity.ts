/** What everybody likes, the same for all: the baseline that is hard to beat where tastes are alike. */
import type { Fit } from './algorithm'
import type { InteractionMatrix } from './matrix'
import { DAY_MS, decay } from './weights'

/** Days until an event counts half, where nothing else is said. */
const HALF_LIFE_DAYS = 30
const LATELY_DAYS = 30

/** Users by product, each with the weight of the entry. */
export const fitPopularity: Fit = ({ matrix, nowMs }) => {
  const scores = popularity(matrix, nowMs, Infinity)
  return { name: 'popularity', score: (_, out) => out.set(scores) }
}

/** The same, each entry halved every `halfLifeDays` (30 by default). One without a date counts as one half-life old. */
export const fitRecentPopularity: Fit = ({ matrix, nowMs }, { halfLifeDays = HALF_LIFE_DAYS } = {}) => {
  const scores = popularity(matrix, nowMs, halfLifeDays)
  return { name: 'popularity-recent', score: (_, out) => out.set(scores) }
}

/** Users who met each product in the 30 days before now, [items]. */
export function lately({ items, item, atMs }: InteractionMatrix, nowMs: number): Int32Array {
  const counts = new Int32Array(items)
  item.forEach((row, entry) => {
    if (atMs[entry]! > nowMs - LATELY_DAYS * DAY_MS) counts[row]!++
  })
  return counts
}

function popularity(matrix: InteractionMatrix, nowMs: number, halfLifeDays: number): Float64Array {
  const scores = new Float64Array(matrix.items)
  matrix.item.forEach((item, entry) => {
    const age = halfLifeDays === Infinity ? 1 : decay(matrix.atMs[entry]!, nowMs, halfLifeDays)
    scores[item]! += matrix.weight[entry]! * age
  })
  return scores
}
