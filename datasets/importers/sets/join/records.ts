/** One record of a joined file to a shopper or an event, or why not. */
import type { Interaction, InteractionKind, RefusedRow, Shopper } from '../../../../shared/domain/catalogue'
import { parseDate } from '../../dates'
import { ageBand, ageBandAt, genderOf, incomeAmount, incomeBand, segmentText } from '../../segments'
import { cleanText, isBlank } from '../../text'
import type { SourceRecord } from '../../types'
import type { JoinPlan } from './plan'
import { isKindWord } from './spec'
import type { Survey } from './survey'

type Names = Readonly<Record<string, string>>

/** Words that logs have for the three kinds, letters only. */
const kindWords: Readonly<Record<InteractionKind, readonly string[]>> = {
  view: [
    'view',
    'views',
    'viewed',
    'click',
    'clicks',
    'clicked',
    'pageview',
    'detail',
    'detailview',
    'productview',
    'pv',
  ],
  cart: ['cart', 'addtocart', 'addedtocart', 'basket', 'addtobasket'],
  purchase: [
    'purchase',
    'purchased',
    'transaction',
    'order',
    'ordered',
    'buy',
    'bought',
    'sale',
    'sold',
    'checkout',
  ],
}
const kinds = new Map(
  Object.entries(kindWords).flatMap(([kind, words]) =>
    words.map((word) => [word, kind as InteractionKind] as const),
  ),
)

/** A cell; empty where the part has no such column. */
function cell({ fields }: SourceRecord, column: string | undefined): string {
  return column === undefined ? '' : (fields[column] ?? '').trim()
}

/** `JON YANG` as `Jon Yang`; other spellings stand. */
function called(name: string): string {
  if (name !== name.toUpperCase()) return name
  return name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}

function nameOf(record: SourceRecord, names: Names): string {
  const whole = cell(record, names['name'])
  const parts = [cell(record, names['firstName']), cell(record, names['lastName'])].filter(
    (part) => !isBlank(part),
  )
  return called(cleanText(isBlank(whole) ? parts.join(' ') : whole, 80))
}

function ageSegment(text: string, { born, nowMs }: Survey): string | undefined {
  if (/^\d{1,3}(?:\.0+)?$/.test(text))
    return Number(text) >= 1 && Number(text) <= 120 ? ageBand(Number(text)) : undefined
  const ms = /^(?:19|20)\d{2}$/.test(text) ? Date.UTC(Number(text), 6, 1) : parseDate(text, born)
  return ms === undefined
    ? /\d.*(?:-|\+|to|–)|under|over/i.test(text)
      ? text
      : undefined
    : ageBandAt(ms, nowMs)
}

/** The value of one segment attribute; undefined where the file does not say. */
function segmentValue(attribute: string, text: string, found: Survey): string | undefined {
  if (attribute === 'gender') return genderOf(text)
  if (isBlank(text)) return undefined
  if (attribute === 'ageBand') return ageSegment(text, found)
  const amount = attribute === 'incomeBand' ? incomeAmount(text) : undefined
  return amount === undefined ? segmentText(attribute, text) : incomeBand(amount, found.cuts)
}

/** Reads one shopper; e-mail and street addresses are not kept. An attribute that cannot be read is left out, not the shopper. */
export function readShopper(
  record: SourceRecord,
  { fields, segments }: NonNullable<JoinPlan['shoppers']>,
  found: Survey & { readonly currency: string },
): Shopper | RefusedRow {
  const id = cell(record, fields['id'])
  if (isBlank(id)) return { row: record.row, field: fields['id'] ?? 'id', reason: 'names no shopper' }
  const values = Object.entries(segments).flatMap(([attribute, column]) => {
    const value = segmentValue(attribute, cell(record, column), found)
    return value === undefined ? [] : [[attribute, value] as const]
  })
  return {
    id,
    name: nameOf(record, fields) || `Shopper ${id}`,
    locale: 'en-US',
    currency: found.currency,
    segments: Object.fromEntries(values),
    interests: [],
  }
}

/** An event's kind: the same for all, as its column says, or a purchase where nothing says. */
function readKind(record: SourceRecord, column: string | undefined): InteractionKind | undefined {
  if (column === undefined) return 'purchase'
  return isKindWord(column)
    ? column
    : kinds.get(
        cell(record, column)
          .toLowerCase()
          .replace(/[^a-z]/g, ''),
      )
}

/** Why so many pieces are no purchase; undefined when they are one. */
function quantityFault(text: string): string | undefined {
  const count = isBlank(text) ? 1 : Number(text.replaceAll(',', ''))
  if (!Number.isFinite(count)) return `"${text.slice(0, 40)}" is no quantity`
  return count > 0 ? undefined : `a quantity of ${text}: nothing was bought`
}

/** Reads one event. One row is one interaction, whatever its quantity; a row without a readable date is refused where the file has dates. */
export function readEvent(
  record: SourceRecord,
  fields: Names,
  { at }: Pick<Survey, 'at'>,
): Interaction | RefusedRow {
  const refused = (field: string, reason: string): RefusedRow => ({
    row: record.row,
    field: fields[field] ?? '',
    reason,
  })
  const kind = readKind(record, fields['kind'])
  if (kind === undefined)
    return refused('kind', `"${cell(record, fields['kind']).slice(0, 40)}" is no view, cart or purchase`)
  const fault = kind === 'purchase' ? quantityFault(cell(record, fields['quantity'])) : undefined
  if (fault !== undefined) return refused('quantity', fault)
  const date = cell(record, fields['at'])
  const atMs = fields['at'] === undefined ? 0 : parseDate(date, at)
  if (atMs === undefined)
    return refused('at', isBlank(date) ? 'the date is empty' : `"${date.slice(0, 40)}" is no date`)
  if (atMs < 0) return refused('at', `"${date.slice(0, 40)}" is before 1970`)
  return {
    shopperId: cell(record, fields['shopper']),
    productId: cell(record, fields['product']),
    kind,
    atMs,
  }
}
