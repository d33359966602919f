/** Which column of a foreign file means what: given by the person, else guessed from the header. */
import { z } from 'zod'
import { ShelftalkError } from '../../shared/contract/errors'
import { isFactKind } from '../../shared/domain/facts'
import type { FactKind } from '../../shared/domain/facts'
import type { ColumnField } from '../../shared/domain/importing'
import { COLUMN_FIELDS, MEANINGS, MEANT_FACTS, NO_COLUMN } from '../../shared/domain/importing'
import { headerCurrency, isCurrency } from './price'
import { COSTS, FACT_SPELLINGS, FIELD_SPELLINGS, LIST_PRICES, UNIT_SPELLINGS } from './spellings'
import { headerUnit } from './units'

/** Column names by meaning; `facts` holds the columns that are facts as they stand. */
export interface Columns {
  readonly fields: Readonly<Partial<Record<ColumnField, string>>>
  readonly facts: Readonly<Partial<Record<FactKind, string>>>
  /** Units of facts whose cells are bare figures: as the header says, or the column that does. */
  readonly units?: Readonly<Partial<Record<FactKind, UnitSource>>>
  /** True where a dot in a price is a decimal point, whatever the currency's shops write. */
  readonly decimalPoints?: boolean
}

/** Where the unit of a column's figures stands. */
export type UnitSource = { readonly unit: string } | { readonly column: string }

/**
 * A mapping as a person gives it: meaning to column name, or `-` for no column at all. `currency` may also be an ISO 4217 code for the
 * whole file.
 */
export const mapSchema = z.partialRecord(z.enum(MEANINGS as [string, ...string[]]), z.string().min(1))

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** The first of `names` that is spelled as one of `options`, the most telling option first. */
function guess(
  names: readonly string[],
  options: readonly string[],
  spelled: (name: string) => string = plain,
): string | undefined {
  for (const option of options) {
    const hit = names.find((name) => spelled(name) === option)
    if (hit !== undefined) return hit
  }
  return undefined
}

const MONEY: ReadonlySet<ColumnField> = new Set(['price', 'salePrice', 'wasPrice'])

/** A column of money, spelled as one of `options`, or so but for its currency. */
function guessMoney(names: readonly string[], options: readonly string[]): string | undefined {
  const priced = names.filter((name) => headerCurrency(name) !== undefined)
  return (
    guess(names, options) ??
    guess(priced, options, (name) => plain(name.replace(/[^a-z]?[a-z]{3}\)?$|[€£₹₩]/i, '')))
  )
}

function guessField(field: ColumnField, names: readonly string[]): string | undefined {
  const options = FIELD_SPELLINGS[field]
  if (!MONEY.has(field)) return guess(names, options)
  const found = guessMoney(names, options)
  return field === 'price' ? (found ?? guessMoney(names, LIST_PRICES) ?? guessMoney(names, COSTS)) : found
}

/** True for a price column that may hold what the shop pays instead. */
export function mayBeCost(name: string): boolean {
  return guessMoney([name], COSTS) !== undefined
}

/** A fact's column: named as the fact is, or so but for the unit of its figures. */
function guessFact(kind: FactKind, names: readonly string[]): string | undefined {
  const options = FACT_SPELLINGS[kind] ?? []
  const measured = names.filter((name) => headerUnit(name, kind) !== undefined)
  return (
    guess(names, options) ?? guess(measured, options, (name) => plain(headerUnit(name, kind)?.name ?? ''))
  )
}

/** Units of the facts' columns, found in their headers or in columns beside them. */
function unitsOf(facts: Columns['facts'], names: readonly string[]): Columns['units'] {
  const found: Partial<Record<FactKind, UnitSource>> = {}
  for (const [name, column] of Object.entries(facts)) {
    const kind = name as FactKind
    const header = headerUnit(column, kind)
    const beside = guess(names, UNIT_SPELLINGS[kind] ?? [])
    if (header) found[kind] = { unit: header.unit }
    else if (beside !== undefined) found[kind] = { column: beside }
  }
  return Object.keys(found).length === 0 ? undefined : found
}

function badMap(message: string, names: readonly string[]): ShelftalkError {
  return new ShelftalkError(
    'BAD_INPUT',
    message,
    `Columns of this file: ${names.slice(0, 40).join(', ')}. Map them with --map title=COLUMN,price=COLUMN,...`,
  )
}

function checkMap(map: unknown, names: readonly string[]): Readonly<Record<string, string>> {
  const parsed = mapSchema.safeParse(map)
  if (!parsed.success) {
    const wrong = Object.keys(map ?? {}).find(
      (key) => !(COLUMN_FIELDS as readonly string[]).includes(key) && !isFactKind(key),
    )
    throw badMap(
      `The mapping names "${wrong ?? 'something'}", which is no product field. Fields: ${MEANINGS.join(', ')}.`,
      names,
    )
  }
  const given = parsed.data as Readonly<Record<string, string>>
  for (const [field, column] of Object.entries(given)) {
    if (names.includes(column) || column === NO_COLUMN || (field === 'currency' && isCurrency(column)))
      continue
    throw badMap(`The mapping ${field}=${column} names a column the file does not have.`, names)
  }
  return given
}

/** What the columns seem to mean, whether that makes a catalogue or not. Throws ShelftalkError `BAD_INPUT` for an unknown field or column of the mapping. */
export function guessColumns(names: readonly string[], map: unknown = {}): Columns {
  const given = checkMap(map, names)
  const taken = new Set(Object.values(given))
  const fields: Partial<Record<ColumnField, string>> = {}
  const facts: Partial<Record<FactKind, string>> = {}
  const settle = (meaning: string, found: (free: readonly string[]) => string | undefined) => {
    const told = given[meaning]
    if (told === NO_COLUMN && !names.includes(NO_COLUMN)) return undefined
    const column = told ?? found(names.filter((name) => !taken.has(name)))
    if (column !== undefined) taken.add(column)
    return column
  }
  for (const field of COLUMN_FIELDS) {
    const column = settle(field, (free) => guessField(field, free))
    if (column !== undefined) fields[field] = column
  }
  for (const kind of MEANT_FACTS) {
    const column = settle(kind, (free) => guessFact(kind, free))
    if (column !== undefined) facts[kind] = column
  }
  const units = unitsOf(facts, names)
  return { fields, facts, ...(units ? { units } : {}) }
}

/**
 * Settles the columns: the mapping given wins, the rest is guessed by name, no column twice. Throws ShelftalkError `BAD_INPUT` for an unknown
 * field or column, for a table of reviews, and when no title can be found or nothing but a title.
 */
export function resolveColumns(
  names: readonly string[],
  map: Readonly<Record<string, string>> = {},
): Columns {
  const columns = guessColumns(names, map)
  if (map['title'] === undefined) mustBeProducts(columns.fields, names)
  mustBeUsable(columns, names)
  return columns
}

const REVIEWS: ReadonlySet<string> = new Set([
  'reviewtext',
  'reviewbody',
  'reviewcontent',
  'reviewdescription',
])

/** A table of reviews has titles too, but none of a product. */
function mustBeProducts({ title, price }: Columns['fields'], names: readonly string[]): void {
  const review = names.find((name) => REVIEWS.has(plain(name)))
  const vague = title !== undefined && ['title', 'summary', 'name'].includes(plain(title))
  if (review === undefined || !vague || price !== undefined) return
  throw badMap(
    `The rows look like reviews (column "${review}"), and "${title}" like the title of a review, not of a product.`,
    names,
  )
}

function mustBeUsable({ fields, facts }: Columns, names: readonly string[]): void {
  if (fields.title === undefined) throw badMap('No column looks like a title.', names)
  const telling =
    fields.price ?? fields.description ?? fields.brand ?? fields.category ?? Object.values(facts)[0]
  if (telling === undefined)
    throw badMap(`Besides the title ("${fields.title}") no column could be recognised.`, names)
}
