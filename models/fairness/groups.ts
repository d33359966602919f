/** Shoppers parted by an attribute, or by two crossed. */
import { ShelftalkError } from '../../shared/contract/errors'
import type { FairnessGroup } from '../../shared/domain/fairness'
import { NOT_KNOWN } from '../../shared/domain/fairness'
import { segmentWords } from '../../shared/domain/fairnessWords'

/** Groups of one segment, at most: more are names, not groups. */
export const GROUPS_MAX = 100

/** Attributes of a shopper, by her place among those tested. */
export type SegmentsOf = (at: number) => Readonly<Record<string, string>>

/** A segment's groups, and who is in which. */
export interface Grouping {
  readonly fields: readonly string[]
  /** "ageBand × gender". */
  readonly segment: string
  /** By value, those without it last. */
  readonly groups: readonly Pick<FairnessGroup, 'value' | 'values'>[]
  /** Place in `groups`, by shopper. */
  readonly of: Int32Array
}

/**
 * Parts shoppers; a blank or missing attribute is a group of its own, and no two groups are called alike, also where a shop spells a value
 * "not known" or with the sign that crosses. Throws ShelftalkError (BAD_INPUT) where that makes more than 100 groups.
 */
export function groupShoppers(shoppers: number, segmentsOf: SegmentsOf, fields: readonly string[]): Grouping {
  const parted = new Map<string, { readonly values: readonly (string | null)[]; readonly at: number[] }>()
  for (let at = 0; at < shoppers; at++) {
    const own = segmentsOf(at)
    const values = fields.map((field) => (Object.hasOwn(own, field) ? own[field]?.trim() || null : null))
    const key = JSON.stringify(values)
    const group = parted.get(key) ?? { values, at: [] }
    if (group.at.length === 0) parted.set(key, group)
    group.at.push(at)
  }
  if (parted.size > GROUPS_MAX) throw tooMany(fields, parted.size)
  const sorted = [...parted.values()].sort((a, b) => compared(a.values, b.values))
  const names = unlike(sorted.map(({ values }) => values.map(nameOf).join(' × ')))
  const of = new Int32Array(shoppers)
  sorted.forEach(({ at }, group) => {
    for (const shopper of at) of[shopper] = group
  })
  return {
    fields,
    segment: fields.join(' × '),
    groups: sorted.map(({ values }, at) => ({
      value: names[at]!,
      values: Object.fromEntries(fields.map((field, place) => [field, values[place] ?? null])),
    })),
    of,
  }
}

/** A shop's own "not known" stands in quotation marks. */
function nameOf(value: string | null): string {
  if (value === null) return NOT_KNOWN
  return value === NOT_KNOWN ? `“${value}”` : value
}

function unlike(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let own = name
    for (let number = 2; taken.has(own); number++) own = `${name} (${number})`
    taken.add(own)
    return own
  })
}

function compared(one: readonly (string | null)[], other: readonly (string | null)[]): number {
  for (const [place, a] of one.entries()) {
    const b = other[place] ?? null
    if (a === b) continue
    if (a === null || b === null) return a === null ? 1 : -1
    const order = a.localeCompare(b, 'en', { numeric: true })
    return order || (a < b ? -1 : 1)
  }
  return 0
}

const tooMany = (fields: readonly string[], groups: number) =>
  new ShelftalkError(
    'BAD_INPUT',
    `“${segmentWords(fields)}” makes ${groups} groups of shoppers; an audit tells ${GROUPS_MAX} apart at most`,
    'Choose an attribute with fewer values, or one attribute instead of two crossed.',
  )
