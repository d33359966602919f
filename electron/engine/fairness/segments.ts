/** By which attributes shoppers can be parted, and by which an audit parts them. */
import { ShelftalkError } from '../../../shared/contract/errors'
import type { AuditFairnessRequest, SegmentField } from '../../../shared/contract/parts/fairness'
import { SEGMENTS_MAX } from '../../../shared/contract/parts/fairness'
import type { Shopper } from '../../../shared/domain/catalogue'
import { isProtected } from '../../../shared/domain/fairness'

/** Groups that an attribute splits shoppers into, at most: more are names, not segments. */
const VALUES_MAX = 50
/** Attributes that a refusal names. */
const NAMED = 12

type Segmented = Pick<Shopper, 'segments'>

/** Attributes that split shoppers into 2 to 50 groups; those of protected kinds first, then by name. */
export function segmentFieldsOf(shoppers: readonly Segmented[]): readonly SegmentField[] {
  return [...countsOf(shoppers)]
    .filter(([, values]) => values.size >= 2 && values.size <= VALUES_MAX)
    .map(([field, values]) => ({
      field,
      values: [...values].map(([value, n]) => ({ value, n })).sort((a, b) => b.n - a.n),
      missing: shoppers.length - [...values.values()].reduce((sum, n) => sum + n, 0),
      isProtected: isProtected(field),
    }))
    .sort((a, b) => Number(b.isProtected) - Number(a.isProtected) || a.field.localeCompare(b.field, 'en'))
}

/** How many shoppers have each value of each attribute; blank ones count as missing. */
function countsOf(shoppers: readonly Segmented[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  for (const { segments } of shoppers)
    for (const [field, text] of Object.entries(segments)) {
      const value = text.trim()
      if (value === '') continue
      const values = counts.get(field) ?? new Map<string, number>()
      counts.set(field, values.set(value, (values.get(value) ?? 0) + 1))
    }
  return counts
}

/** What an audit parts shoppers by. */
export interface SegmentsAsked {
  readonly wanted: readonly (readonly string[])[]
  /** Attributes that were not named and are left out, being too many. */
  readonly leftOut: readonly string[]
}

/**
 * The segments that were named, each once, else every attribute that splits shoppers. Throws BAD_INPUT for an attribute nobody has, and
 * where there is none.
 */
export function segmentsAsked(
  shoppers: readonly Segmented[],
  { segments }: Pick<AuditFairnessRequest, 'segments'>,
  catalogue: string,
): SegmentsAsked {
  if (segments) {
    for (const field of segments.flat()) checkAttribute(shoppers, field, catalogue)
    const once = new Map(segments.map((fields) => [JSON.stringify(fields), fields]))
    return { wanted: [...once.values()], leftOut: [] }
  }
  const fields = segmentFieldsOf(shoppers).map(({ field }) => field)
  if (fields.length === 0) throw noAttribute(catalogue)
  return {
    wanted: fields.slice(0, SEGMENTS_MAX).map((field) => [field]),
    leftOut: fields.slice(SEGMENTS_MAX),
  }
}

/** Throws BAD_INPUT for an attribute nobody has. */
export function checkAttribute(shoppers: readonly Segmented[], field: string, catalogue: string): void {
  const counts = countsOf(shoppers)
  if (counts.has(field)) return
  if (counts.size === 0) throw noAttribute(catalogue)
  const known = [...counts.keys()].sort((a, b) => a.localeCompare(b, 'en')).slice(0, NAMED)
  throw new ShelftalkError(
    'BAD_INPUT',
    `No shopper of "${catalogue}" has the attribute "${field}".`,
    `They have: ${known.join(', ')}${counts.size > NAMED ? ` and ${counts.size - NAMED} more` : ''}.`,
  )
}

const noAttribute = (catalogue: string) =>
  new ShelftalkError(
    'BAD_INPUT',
    `Shoppers of "${catalogue}" have no attribute that splits them into groups.`,
    'Import shoppers with columns such as age band, gender or region, or audit another catalogue.',
  )
