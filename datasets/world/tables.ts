/**
 * The shop as four Parquet tables, and back. Rows lose nothing on the way:
 *
 * - `kinds`: kinds of things with what goes with them, their season and themes.
 * - `products`: one a row; vectors are the kind's themes plus `ornate` and `tier`; prices in minor units; facts as JSON, one
 *   `[kind, number, text]` for an attribute of its own and `[kind, number, start, end]` for words of the description.
 * - `shoppers`: segment attributes as columns, interests and latent taste as JSON.
 * - `interactions`: shopper by shopper, each in order of time.
 */
import type { ColumnSource } from 'hyparquet-writer'
import type { Interaction, InteractionKind } from '../../shared/domain/catalogue'
import type { FactKind, GrammaticalNumber } from '../../shared/domain/facts'
import { SHOP_CURRENCIES, priceField } from './prices'
import type { ProductRow } from './products'
import { SEGMENT_FIELDS } from './shoppers'
import type { ShopperRow } from './shoppers'
import { ORNATE, TIER } from './themes'
import type { KindRow } from './shelves'

/** A record as the Parquet reader gives it. */
export type StoredRow = Readonly<Record<string, unknown>>

const NUMBERS: readonly GrammaticalNumber[] = ['one', 'many', 'mass']
const PRICE_FIELDS = [false, true].flatMap((before) =>
  SHOP_CURRENCIES.map((code) => priceField(code, before)),
)

type StoredFact = readonly [FactKind, number, string] | readonly [FactKind, number, number, number]

function column<Row>(
  rows: readonly Row[],
  name: string,
  type: NonNullable<ColumnSource['type']>,
  value: (row: Row) => unknown,
): ColumnSource {
  return { name, type, data: rows.map(value) }
}

/** Columns of the table of kinds. */
export function kindColumns(rows: readonly KindRow[]): ColumnSource[] {
  return [
    column(rows, 'type', 'STRING', (row) => row.type),
    column(rows, 'goes', 'STRING', (row) => row.goes.join(' ')),
    column(rows, 'peakFrom', 'INT32', (row) => row.peak?.[0] ?? null),
    column(rows, 'peakTo', 'INT32', (row) => row.peak?.[1] ?? null),
    column(rows, 'themes', 'JSON', (row) => row.themes),
  ]
}

/** A kind from its record. */
export function readKind(row: StoredRow): KindRow {
  const [from, to] = [row['peakFrom'], row['peakTo']]
  return {
    type: String(row['type']),
    goes: String(row['goes']).split(' ').filter(Boolean),
    ...(typeof from === 'number' && typeof to === 'number' ? { peak: [from, to] as const } : {}),
    themes: row['themes'] as readonly number[],
  }
}

function storeFact({ kind, number, text, source: [, start, end] }: ProductRow['facts'][number]): StoredFact {
  const code = NUMBERS.indexOf(number)
  return start === undefined || end === undefined ? [kind, code, text] : [kind, code, start, end]
}

/** Columns of the table of products. */
export function productColumns(rows: readonly ProductRow[]): ColumnSource[] {
  const texts = [
    'id',
    'type',
    'title',
    'titleNumber',
    'noun',
    'nounNumber',
    'brand',
    'category',
    'aisle',
    'description',
    'listedOn',
  ] as const
  return [
    ...texts.map((name) => column(rows, name, 'STRING', (row) => row[name])),
    column(rows, 'facts', 'JSON', (row) => row.facts.map(storeFact)),
    ...PRICE_FIELDS.map((name) =>
      column(rows, name, 'INT32', ({ prices }) =>
        prices[name] === undefined ? null : Math.round(Number(prices[name]) * 100),
      ),
    ),
    column(rows, 'ratingMean', 'DOUBLE', (row) => row.ratingMean),
    column(rows, 'ratingCount', 'INT32', (row) => row.ratingCount),
    column(rows, 'stock', 'INT32', (row) => row.stock),
    column(rows, 'ornate', 'DOUBLE', (row) => row.vector[ORNATE]),
    column(rows, 'tier', 'DOUBLE', (row) => row.vector[TIER]),
    column(rows, 'popularity', 'DOUBLE', (row) => row.popularity),
  ]
}

function readFacts(
  stored: readonly StoredFact[],
  description: string,
): Pick<ProductRow, 'facts' | 'attributes'> {
  const attributes: Record<string, string> = {}
  let features = 0
  const facts = stored.map((entry) => {
    const [kind, code, third, end] = entry
    const order = kind === 'feature' ? ++features : 0
    const base = { id: order ? `${kind}.${order}` : kind, kind, number: NUMBERS[code] ?? 'one' }
    if (typeof third === 'number' && end !== undefined) {
      return { ...base, text: description.slice(third, end), source: ['description', third, end] as const }
    }
    const field = order ? `${kind}${order}` : kind
    attributes[field] = String(third)
    return { ...base, text: String(third), source: [field] as const }
  })
  return { facts, attributes }
}

/** A product row from its record; `themes` is the theme part of its vector. */
export function readProduct(row: StoredRow, themes: readonly number[]): ProductRow {
  const text = (name: string): string => String(row[name])
  const prices = PRICE_FIELDS.filter((name) => typeof row[name] === 'number')
  return {
    id: text('id'),
    type: text('type'),
    title: text('title'),
    titleNumber: text('titleNumber') as GrammaticalNumber,
    noun: text('noun'),
    nounNumber: text('nounNumber') as GrammaticalNumber,
    brand: text('brand'),
    category: text('category'),
    aisle: text('aisle') as ProductRow['aisle'],
    description: text('description'),
    ...readFacts(row['facts'] as readonly StoredFact[], text('description')),
    prices: Object.fromEntries(prices.map((name) => [name, (Number(row[name]) / 100).toFixed(2)])),
    ratingMean: Number(row['ratingMean']),
    ratingCount: Number(row['ratingCount']),
    stock: Number(row['stock']),
    listedOn: text('listedOn'),
    vector: [...themes, Number(row['ornate']), Number(row['tier'])],
    popularity: Number(row['popularity']),
  }
}

/** A shopper as stored: all but how she moved through the year. */
export type StoredShopper = Omit<ShopperRow, 'joinedOn' | 'visitsPerYear'>

/** Columns of the table of shoppers. */
export function shopperColumns(rows: readonly StoredShopper[]): ColumnSource[] {
  return [
    ...(['id', 'name', 'locale', 'currency'] as const).map((name) =>
      column(rows, name, 'STRING', (row) => row[name]),
    ),
    ...SEGMENT_FIELDS.map((name) => column(rows, name, 'STRING', (row) => row.segments[name] ?? null)),
    column(rows, 'interests', 'JSON', (row) => row.interests),
    column(rows, 'taste', 'JSON', (row) => row.taste),
  ]
}

/** A shopper from her record. */
export function readShopper(row: StoredRow): StoredShopper {
  const known = SEGMENT_FIELDS.filter((name) => typeof row[name] === 'string')
  return {
    id: String(row['id']),
    name: String(row['name']),
    locale: String(row['locale']),
    currency: String(row['currency']),
    segments: Object.fromEntries(known.map((name) => [name, String(row[name])])),
    interests: row['interests'] as readonly string[],
    taste: row['taste'] as readonly number[],
  }
}

/** Columns of the table of interactions. */
export function interactionColumns(rows: readonly Interaction[]): ColumnSource[] {
  return [
    column(rows, 'shopperId', 'STRING', (row) => row.shopperId),
    column(rows, 'productId', 'STRING', (row) => row.productId),
    column(rows, 'kind', 'STRING', (row) => row.kind),
    { ...column(rows, 'at', 'TIMESTAMP', (row) => new Date(row.atMs)), encoding: 'DELTA_BINARY_PACKED' },
  ]
}

/** An interaction from its record. */
export function readInteraction(row: StoredRow): Interaction {
  return {
    shopperId: String(row['shopperId']),
    productId: String(row['productId']),
    kind: String(row['kind']) as InteractionKind,
    atMs: Number(row['at']),
  }
}
