/** Which column of a foreign file means what: given by the person, else guessed from the header. */
import { z } from 'zod'
import { ShelftalkError } from '../../shared/contract/errors'
import { FACT_KINDS, isFactKind } from '../../shared/domain/facts'
import type { FactKind } from '../../shared/domain/facts'
import { isCurrency } from './price'

/** Product columns that are no listed facts. */
export const COLUMN_FIELDS = [
  'id',
  'title',
  'description',
  'price',
  'wasPrice',
  'currency',
  'brand',
  'category',
  'noun',
  'stock',
  'rating',
  'ratingCount',
  'listedOn',
] as const

/** One of them. */
export type ColumnField = (typeof COLUMN_FIELDS)[number]

/** Column names by meaning; `facts` holds the columns that are facts as they stand. */
export interface Columns {
  readonly fields: Readonly<Partial<Record<ColumnField, string>>>
  readonly facts: Readonly<Partial<Record<FactKind, string>>>
}

const identity = new Set<string>(['title', 'noun', 'brand', 'price', 'wasPrice', 'rating'])
const factNames = FACT_KINDS.filter((kind) => !identity.has(kind))

/** A mapping as a person gives it: meaning to column name. `currency` may also be an ISO 4217 code for the whole file. */
export const mapSchema = z.partialRecord(
  z.enum([...COLUMN_FIELDS, ...factNames] as [string, ...string[]]),
  z.string().min(1),
)

/** Header spellings, letters and digits only, lower case, most telling first. */
const spellings: Readonly<Record<ColumnField, readonly string[]>> = {
  id: [
    'id',
    'productid',
    'sku',
    'productsku',
    'asin',
    'itemid',
    'productkey',
    'uniqid',
    'handle',
    'code',
    'uid',
    'articleid',
    'variantsku',
    'pid',
  ],
  title: [
    'title',
    'name',
    'productname',
    'producttitle',
    'itemname',
    'producttitlename',
    'productdisplayname',
    'modelname',
    'item',
    'product',
  ],
  description: [
    'description',
    'productdescription',
    'bodyhtml',
    'body',
    'details',
    'longdescription',
    'desc',
    'aboutproduct',
    'about',
    'summary',
    'shortdescription',
    'detaildesc',
  ],
  price: [
    'price',
    'saleprice',
    'sellingprice',
    'discountedprice',
    'currentprice',
    'productprice',
    'variantprice',
    'unitprice',
    'amount',
    'finalprice',
    'cost',
    'mrp',
  ],
  wasPrice: [
    'wasprice',
    'listprice',
    'originalprice',
    'retailprice',
    'compareatprice',
    'variantcompareatprice',
    'regularprice',
    'actualprice',
    'oldprice',
    'previousprice',
  ],
  currency: ['currency', 'currencycode', 'pricecurrency'],
  brand: ['brand', 'brandname', 'vendor', 'manufacturer', 'maker', 'productbrand'],
  category: [
    'category',
    'categoryname',
    'productcategory',
    'producttype',
    'type',
    'categories',
    'productcategorytree',
    'department',
    'masterCategory'.toLowerCase(),
    'maincategory',
    'articletype',
    'subcategory',
  ],
  noun: ['noun'],
  stock: [
    'stock',
    'currentstock',
    'inventory',
    'quantity',
    'qty',
    'variantinventoryqty',
    'stockquantity',
    'instock',
  ],
  rating: ['rating', 'averagerating', 'stars', 'productrating', 'averagereviewrating', 'ratings'],
  ratingCount: [
    'ratingcount',
    'ratingscount',
    'numberofreviews',
    'reviewcount',
    'reviews',
    'numberofratings',
    'numreviews',
  ],
  listedOn: ['listedon', 'createdat', 'releasedate', 'launchdate', 'datefirstavailable', 'addedon'],
}
const factSpellings: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  material: ['material', 'fabric', 'materials', 'composition'],
  colour: ['colour', 'color', 'productcolor', 'basecolour', 'colourname', 'colorname'],
  size: ['size', 'dimensions', 'productsize'],
  weight: ['weight', 'itemweight', 'productweight'],
  capacity: ['capacity', 'volume'],
  battery: ['battery', 'batterylife'],
  power: ['power', 'wattage'],
  origin: ['origin', 'countryoforigin', 'madein'],
  warranty: ['warranty'],
  care: ['care', 'careinstructions'],
  pattern: ['pattern'],
  fit: ['fit'],
  flavour: ['flavour', 'flavor'],
  scent: ['scent'],
  season: ['season'],
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function guess(names: readonly string[], options: readonly string[]): string | undefined {
  for (const option of options) {
    const hit = names.find((name) => plain(name) === option)
    if (hit !== undefined) return hit
  }
  return undefined
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
      `The mapping names "${wrong ?? 'something'}", which is no product field. Fields: ${[...COLUMN_FIELDS, ...factNames].join(', ')}.`,
      names,
    )
  }
  const given = parsed.data as Readonly<Record<string, string>>
  for (const [field, column] of Object.entries(given)) {
    if (names.includes(column) || (field === 'currency' && isCurrency(column))) continue
    throw badMap(`The mapping ${field}=${column} names a column the file does not have.`, names)
  }
  return given
}

/**
 * Settles the columns: the mapping given wins, the rest is guessed by name, no column twice. Throws ShelftalkError `BAD_INPUT` for an unknown
 * field or column, and when no title can be found or nothing but a title.
 */
export function resolveColumns(names: readonly string[], map: unknown = {}): Columns {
  const given = checkMap(map, names)
  const taken = new Set(Object.values(given))
  const fields: Partial<Record<ColumnField, string>> = {}
  const facts: Partial<Record<FactKind, string>> = {}
  const settle = (field: string, options: readonly string[]) => {
    const column =
      given[field] ??
      guess(
        names.filter((name) => !taken.has(name)),
        options,
      )
    if (column !== undefined) taken.add(column)
    return column
  }
  for (const field of COLUMN_FIELDS) {
    const column = settle(field, spellings[field])
    if (column !== undefined) fields[field] = column
  }
  for (const kind of factNames) {
    const column = settle(kind, factSpellings[kind] ?? [])
    if (column !== undefined) facts[kind] = column
  }
  if (fields.title === undefined) throw badMap('No column looks like a title.', names)
  const telling =
    fields.price ?? fields.description ?? fields.brand ?? fields.category ?? Object.values(facts)[0]
  if (telling === undefined)
    throw badMap(`Besides the title ("${fields.title}") no column could be recognised.`, names)
  return { fields, facts }
}
