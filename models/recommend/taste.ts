/** A history as tastes: what was long ago says less. */
import type { History } from './algorithm'
import { decay } from './weights'

/** Days until something a shopper did counts half: tastes last longer than fashions. */
const TASTE_HALF_LIFE_DAYS = 180

/** The history with every weight halved as it ages; dates and products as they are. */
export function tasted(history: History): History {
  const { weights, atMs, nowMs } = history
  return {
    ...history,
    weights: weights.map((weight, n) => weight * decay(atMs[n]!, nowMs, TASTE_HALF_LIFE_DAYS)),
  }
}
