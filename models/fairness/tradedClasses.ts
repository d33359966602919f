/** Classes of products that a trade-off tells apart. Pure. */
import type { Exposure } from '../../shared/domain/fairness'
import { OTHER_EXPOSURE } from '../../shared/domain/fairness'
import type { ExposureClasses } from './merchandise'

/** A rule with more factors would be no rule that anybody reads; aisles and tiers are few anyway. */
const CLASSES_MAX = 12

/** Of brands and categories the largest twelve, by products, and all others together; the rest as they are. */
export function largestClasses(classes: ExposureClasses, by: Exposure): ExposureClasses {
  const { of, values } = classes
  if (by === 'priceTier' || by === 'aisle' || values.length <= CLASSES_MAX) return classes
  const sizes = new Int32Array(values.length)
  for (const at of of) if (at >= 0) sizes[at]!++
  const largest = [...values.keys()]
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b)
    .slice(0, CLASSES_MAX)
    .sort((a, b) => a - b)
  const places = new Map(largest.map((old, at) => [old, at]))
  return {
    of: of.map((old) => (old < 0 ? -1 : (places.get(old) ?? CLASSES_MAX))),
    values: [...largest.map((old) => values[old]!), OTHER_EXPOSURE],
  }
}
