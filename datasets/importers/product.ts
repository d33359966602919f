/** One source record with settled columns to a Product, or the reason why not. */
import type { Aisle } from '../../shared/domain/aisles'
import type { Money, Product, RefusedRow } from '../../shared/domain/catalogue'
import type { Fact, GrammaticalNumber } from '../../shared/domain/facts'
import type { ColumnField } from '../../shared/domain/importing'
import type { Columns } from './columns'
import { columnFacts } from './extract/columnFacts'
import { extractFacts } from './extract/extract'
import { aisleFor, categoryAisle } from './nouns/aisle'
import type { FoundNoun } from './nouns/noun'
import { categoryNoun, lastWordNumber, nounAisle, nounNumber, titleNoun } from './nouns/noun'
import { pluralWord, singularWord } from './nouns/number'
import { namedCurrency, parsePrice } from './price'
import { cleanText, isBlank } from './text'
import type { SourceRecord } from './types'

const TITLE_MAX = 160
/** Most columns of a row that are kept with its product. */
export const SOURCE_FIELDS_MAX = 60

/** Settings of one import. */
export interface BuildContext {
  readonly columns: Columns
  /** Currency of prices that name none. */
  readonly currency: string
  /** Facts that the format states in a way of its own, from the cleaned source row. */
  readonly stated?: (source: Readonly<Record<string, string>>) => readonly Fact[]
}

/** A field that cannot be taken; becomes the row's refusal. */
class FieldProblem extends Error {
  readonly field: string
  constructor(field: string, reason: string) {
    super(reason)
    this.field = field
  }
}

type Reader = (field: ColumnField) => string

/** How a row writes its amounts: in which currency where they name none, and in which columns a dot is a decimal point. */
interface MoneyStyle {
  readonly currency: string
  readonly pointed: (column: string) => boolean
}

function readPrice(
  read: Reader,
  field: 'price' | 'salePrice' | 'wasPrice',
  { currency, pointed }: MoneyStyle,
  column: string,
): Money | undefined {
  const text = read(field)
  if (isBlank(text)) return undefined
  const money = parsePrice(text, currency, pointed(column))
  if (!money) throw new FieldProblem(column, `"${text.slice(0, 40)}" is not one amount of money`)
  return money.minor > 0 ? money : undefined
}

function readCurrency(read: Reader, own: string, column: string): string {
  const text = read('currency')
  if (isBlank(text)) return own
  const named = namedCurrency(text, own)
  if (!named) throw new FieldProblem(column, `"${text.slice(0, 40)}" is no currency code`)
  return named.code
}

function readTitle(read: Reader, column: string): string {
  const title = read('title')
  if (isBlank(title)) throw new FieldProblem(column, 'the title is empty')
  if (!/\p{L}{2}/u.test(title)) throw new FieldProblem(column, `"${title.slice(0, 40)}" is not a title`)
  if (title.length > TITLE_MAX)
    throw new FieldProblem(column, `the title is longer than ${TITLE_MAX} characters`)
  return title
}

function readNumber(text: string, max: number): number | undefined {
  if (isBlank(text)) return undefined
  const value = Number(/-?\d+(?:\.\d+)?/.exec(text.replaceAll(',', ''))?.[0] ?? NaN)
  return Number.isFinite(value) && value >= 0 && value <= max ? value : undefined
}

/** A count; undefined for what is none, such as "1.2k" or a third of a piece: a column that is no use costs nobody the row. */
function wholeNumber(text: string): number | undefined {
  const value = readNumber(text, 1e9)
  return Number.isInteger(value) ? value : undefined
}

/** Ways to say that there is none, letters only; `OutOfStock` and the like are schema.org's ItemAvailability. */
const NONE_LEFT: ReadonlySet<string> = new Set(
  'outofstock soldout unavailable notavailable notinstock nostock discontinued false no n'.split(' '),
)

/**
 * Units in stock; a shop that says only "out of stock", or "false", has none, and one that has sold more than it had has none either. One that says
 * "in stock" does not tell how many.
 */
function readStock(text: string): number | undefined {
  const word = text
    .toLowerCase()
    .replace(/^https?:\/\/schema\.org\//, '')
    .replace(/[^a-z]/g, '')
  if (NONE_LEFT.has(word) && !/\d/.test(text)) return 0
  return /^-\s*\d[\d.,]*$/.test(text) ? 0 : wholeNumber(text)
}

function readDate(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
}

/** True when a text names the noun's last word, in either number. */
function mentions(text: string, noun: string): boolean {
  const last = noun.split(' ').at(-1) ?? noun
  return [singularWord(last), pluralWord(last)].some((form) => new RegExp(`\\b${form}\\b`).test(text))
}

/** The noun: as mapped, as the title ends, as the category is called, somewhere in the title, else "piece". */
function nounOf(read: Reader, title: string, category: string): FoundNoun {
  const mapped = read('noun').toLowerCase()
  const fromTitle = titleNoun(title, categoryAisle(category))
  if (mapped)
    return {
      noun: mapped,
      number: nounNumber(mapped),
      ends: fromTitle?.noun === mapped,
      aisle: nounAisle(mapped),
    }
  if (fromTitle?.ends) return fromTitle
  const levels = category.split(/\s*(?:>|\/|\|)\s*/).reverse()
  const said = `${title} ${read('description')}`.toLowerCase()
  const fromCategory = levels
    .map(categoryNoun)
    .find(
      (found) => found !== undefined && (said.trim() === title.toLowerCase() || mentions(said, found.noun)),
    )
  return fromTitle ?? fromCategory ?? { noun: 'piece', number: 'one', ends: false }
}

/** The row as it is kept: cells that hold something, those that mean something before others where there are too many. */
function cleanSource(
  fields: Readonly<Record<string, string>>,
  { fields: mapped, facts, units }: Columns,
): Readonly<Record<string, string>> {
  const entries = Object.entries(fields)
    .map(([name, value]) => [name, cleanText(value)] as const)
    .filter(([, value]) => value !== '')
  if (entries.length <= SOURCE_FIELDS_MAX) return Object.fromEntries(entries)
  const telling = new Set([
    ...Object.values(mapped),
    ...Object.values(facts),
    ...Object.values(units ?? {}).map((unit) => ('column' in unit ? unit.column : '')),
  ])
  let others = SOURCE_FIELDS_MAX - entries.filter(([name]) => telling.has(name)).length
  return Object.fromEntries(entries.filter(([name]) => telling.has(name) || others-- > 0))
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<Key, Value>)
}

/** Identity columns that the interface can point at. */
const POINTED = ['title', 'brand', 'price', 'wasPrice', 'rating'] as const

/** Where the identity columns were read, as far as the names differ; the noun is read from the title or the category. */
function sourceFieldsOf(
  fields: Columns['fields'],
  source: Readonly<Record<string, string>>,
  onSale: boolean,
): Product['sourceFields'] {
  const sale = onSale ? { price: fields.salePrice, wasPrice: fields.price ?? fields.wasPrice } : {}
  const known = POINTED.flatMap((field) => {
    const column = { ...fields, ...sale }[field]
    return column !== undefined && column in source ? [[field, column] as const] : []
  })
  const noun = fields.noun ?? fields.title
  return Object.fromEntries([
    ...known,
    ...(noun !== undefined && noun in source ? [['noun', noun] as const] : []),
  ])
}

function titleNumber(noun: FoundNoun, title: string): GrammaticalNumber {
  return noun.ends ? noun.number : lastWordNumber(title)
}

function gatherFacts(
  source: Readonly<Record<string, string>>,
  { columns, stated }: BuildContext,
  noun: FoundNoun,
  aisle: Aisle,
): readonly Fact[] {
  const own = stated?.(source) ?? []
  const said = new Set(own.map(({ kind }) => kind))
  const listed = [...own, ...columnFacts(source, columns).filter(({ kind }) => !said.has(kind))]
  const { title, description } = columns.fields
  const texts = [title, description]
    .filter((field) => field !== undefined)
    .map((field) => ({ field, text: source[field] ?? '' }))
  return extractFacts({
    texts,
    noun: noun.noun,
    festive: aisle === 'festive',
    aisle: aisle === 'festive' ? (noun.aisle ?? aisle) : aisle === 'general' ? undefined : aisle,
    listed,
  })
}

/** What it costs now and, where a sale price stands beside the price, what it cost before. */
function readPrices(
  read: Reader,
  fields: Columns['fields'],
  style: MoneyStyle,
): { readonly price: Money | undefined; readonly wasPrice: Money | undefined; readonly onSale: boolean } {
  const amount = (field: 'price' | 'salePrice' | 'wasPrice') =>
    readPrice(read, field, style, fields[field] ?? field)
  const [price, marked, was] = [amount('price'), amount('salePrice'), amount('wasPrice')]
  // A sale that begins and ends by the calendar would be told when it is over.
  const sale = isBlank(read('saleDates')) ? marked : undefined
  if (!sale || (price && sale.currency === price.currency && sale.minor >= price.minor))
    return { price: price ?? sale, wasPrice: was, onSale: !price && sale !== undefined }
  return { price: sale, wasPrice: price ?? was, onSale: true }
}

/** The category path with the subcategory as its last level; a bare number is a key into another table and says nothing. */
function readCategory(read: Reader): string {
  const [category, sub] = (['category', 'subcategory'] as const)
    .map(read)
    .map((text) => (/^\d*$/.test(text) || isBlank(text) ? '' : text))
  if (!category || !sub) return category || sub || ''
  return category.toLowerCase().includes(sub.toLowerCase()) ? category : `${category} > ${sub}`
}

function build(record: SourceRecord, context: BuildContext): Product {
  const { fields } = context.columns
  const source = cleanSource(record.fields, context.columns)
  const read: Reader = (field) => source[fields[field] ?? ''] ?? ''
  const title = readTitle(read, fields.title ?? 'title')
  if (fields.id !== undefined && isBlank(read('id'))) throw new FieldProblem(fields.id, 'the id is empty')
  const currency = readCurrency(read, context.currency, fields.currency ?? 'currency')
  const { columns } = context
  const pointed = (column: string) =>
    columns.decimalPoints === true || record.fractions?.includes(column) === true
  const { price, wasPrice, onSale } = readPrices(read, fields, { currency, pointed })
  const rating = readNumber(read('rating'), 5)
  const category = readCategory(read)
  const noun = nounOf(read, title, category)
  const aisle = aisleFor(noun, category)
  return {
    sourceFields: sourceFieldsOf(fields, source, onSale),
    id: fields.id === undefined ? `row-${record.row}` : read('id').slice(0, 200),
    title,
    titleNumber: titleNumber(noun, title),
    noun: noun.noun,
    nounNumber: noun.number,
    ...optional('brand', isBlank(read('brand')) ? undefined : read('brand').slice(0, 80)),
    category,
    aisle,
    description: read('description'),
    ...optional('price', price),
    // A "previous" price that is not higher would make a false claim.
    ...optional(
      'wasPrice',
      wasPrice && price && wasPrice.currency === price.currency && wasPrice.minor > price.minor
        ? wasPrice
        : undefined,
    ),
    ...optional(
      'rating',
      rating === undefined || rating === 0
        ? undefined
        : { mean: rating, count: wholeNumber(read('ratingCount')) ?? 0 },
    ),
    ...optional('stock', readStock(read('stock'))),
    ...optional('listedOn', readDate(read('listedOn'))),
    facts: gatherFacts(source, context, noun, aisle),
    source,
  }
}

/** Builds a product from a record; a refusal names the field and says why. */
export function buildProduct(record: SourceRecord, context: BuildContext): Product | RefusedRow {
  try {
    return build(record, context)
  } catch (cause) {
    if (cause instanceof FieldProblem) return { row: record.row, field: cause.field, reason: cause.message }
    throw cause
  }
}
