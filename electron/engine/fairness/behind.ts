/** Who stands behind a figure of an audit. Pure. */
import { groupShoppers } from '../../../models/fairness/groups'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { AuditedShoppersRequest } from '../../../shared/contract/parts/fairness'
import type { Page } from '../../../shared/contract/services'
import type { AuditedShopper, FairnessMeasure } from '../../../shared/domain/fairness'
import { PICK_MEASURES, TEXT_MEASURES } from '../../../shared/domain/fairness'
import { segmentWords } from '../../../shared/domain/fairnessWords'
import type { RememberedAudit } from './shelf'
import { DEPTH } from './tasks'

/** Shoppers of a group, by what they have of a measure, those without last. Throws NOT_FOUND for a group that the segment does not have. */
export function shoppersBehind(
  audit: RememberedAudit,
  request: AuditedShoppersRequest,
): Page<AuditedShopper> {
  const { metric, order, withText, limit, offset } = request
  const textOf = textsBy(audit)
  const values = valuesBy(audit, metric, textOf)
  const way = order === 'lowest' ? 1 : -1
  const members = membersOf(audit, request)
    .filter((at) => !withText || textOf.has(at))
    .map((at) => ({ at, value: values(at) }))
    .sort((a, b) => compared(a.value, b.value, way) || a.at - b.at)
  return {
    items: members
      .slice(offset, offset + limit)
      .map(({ at, value }) => shopperAt(audit, at, { value, text: textOf.get(at) })),
    total: members.length,
  }
}

/** Places of a group's shoppers. */
function membersOf(
  { people }: RememberedAudit,
  { segment, group }: AuditedShoppersRequest,
): readonly number[] {
  const { groups, of } = groupShoppers(people.length, (at) => people[at]?.segments ?? {}, segment)
  const index = groups.findIndex(({ value }) => value === group)
  if (index < 0)
    throw new ShelftalkError(
      'NOT_FOUND',
      `There is no group "${group}" by ${segmentWords(segment)} in this audit.`,
      `There is: ${groups.map(({ value }) => value).join(', ')}.`,
    )
  return [...people.keys()].filter((at) => of[at] === index)
}

/** The first text of each shopper who has one, by her place. */
function textsBy({ texts }: RememberedAudit): ReadonlyMap<number, number> {
  const first = new Map<number, number>()
  texts?.at.forEach((at, text) => {
    if (!first.has(at)) first.set(at, text)
  })
  return first
}

function valuesBy(
  { columns, profilePopularity, texts }: RememberedAudit,
  metric: FairnessMeasure,
  textOf: ReadonlyMap<number, number>,
): (at: number) => number | null {
  const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null)
  const pick = PICK_MEASURES.find((one) => one === metric)
  if (pick) return (at) => finite(columns[pick][at])
  const text = TEXT_MEASURES.find((one) => one === metric)
  if (text) return (at) => finite(texts?.columns[text][textOf.get(at) ?? -1])
  if (metric === 'popularityLift')
    return (at) => finite((columns.popularity[at] ?? Number.NaN) / (profilePopularity[at] ?? 0) - 1)
  // Coverage is of a group's lists together.
  return () => null
}

function compared(a: number | null, b: number | null, way: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return way * (a - b)
}

interface Behind {
  readonly value: number | null
  readonly text: number | undefined
}

function shopperAt(audit: RememberedAudit, at: number, { value, text }: Behind): AuditedShopper {
  const { people, lists, k, texts } = audit
  const { id = '', name = '', segments = {} } = people[at] ?? {}
  const rows = lists.subarray(at * DEPTH, at * DEPTH + Math.min(k, DEPTH)).filter((row) => row >= 0)
  const written = text === undefined ? undefined : texts?.written[text]
  return {
    ...{ id, name, segments, value },
    picks: Array.from(rows, (row) => pickAt(audit, row, row === audit.taken[at])),
    ...(written ? { text: written } : {}),
  }
}

function pickAt(
  { products, priceMinor, tiers, currency }: RememberedAudit,
  row: number,
  isTaken: boolean,
): AuditedShopper['picks'][number] {
  const [id, title] = [products.ids[row] ?? '', products.titles[row] ?? '']
  const minor = priceMinor[row] ?? Number.NaN
  const tier = tiers.get(id)
  return {
    ...{ id, title },
    ...(Number.isNaN(minor) ? {} : { price: { minor, currency } }),
    ...(tier ? { tier } : {}),
    ...(isTaken ? { taken: true as const } : {}),
  }
}
