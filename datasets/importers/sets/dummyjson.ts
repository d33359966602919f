/**
 * DummyJSON (dummyjson.com, MIT): `products.json` with reviews inside, `users.json`, `carts.json`, each a list or the API's answer around one. A user
 * becomes a shopper, a line of a cart a cart event without a date, a review by somebody whose address is known a purchase on its day. Addresses, card
 * and identity numbers, passwords and the like are not kept.
 */
import { z } from 'zod'
import type { Shopper } from '../../../shared/domain/catalogue'
import type { ColumnUse } from '../../../shared/domain/importing'
import { findCurrency } from '../currency'
import { ImportFileError } from '../errors'
import { flatRecord } from '../records/flatten'
import type { JsonObject } from '../records/json'
import { jsonObjects, recordDepth } from '../records/json'
import { textOf } from '../records/read'
import { peek, productItems, settle } from '../rows'
import { ageBand, genderOf } from '../segments'
import { isBlank } from '../text'
import type { ImportItem, ImportSource, RecordOrRefusal, SourceTable } from '../types'
import { isRefusal } from '../types'
import type { SetFile, SetFiles } from './files'
import { Bytes, originOf } from './files'
import { Ledger } from './ledger'

const SHAPES = {
  products: /"discountPercentage"\s*:[\s\S]*"availabilityStatus"\s*:/,
  users: /"maidenName"\s*:/,
  carts: /"userId"\s*:[\s\S]*"totalProducts"\s*:|"totalProducts"\s*:[\s\S]*"userId"\s*:/,
} as const

const USES: Readonly<Record<string, ColumnUse>> = {
  id: { kind: 'field', field: 'id' },
  firstName: { kind: 'field', field: 'firstName' },
  lastName: { kind: 'field', field: 'lastName' },
  age: { kind: 'segment', segment: 'ageBand' },
  gender: { kind: 'segment', segment: 'gender' },
  'address.state': { kind: 'segment', segment: 'region' },
}

const id = z.union([z.string().min(1).max(200), z.number()]).transform(String)
const words = z.string().max(80).optional().catch(undefined)

const userSchema = z.object({
  id,
  firstName: words,
  lastName: words,
  age: z.number().int().min(1).max(120).optional().catch(undefined),
  gender: words,
  email: z.string().optional().catch(undefined),
  address: z.object({ state: words }).optional().catch(undefined),
})
const cartSchema = z.object({ id, userId: id, products: z.array(z.unknown()) })
const lineSchema = z.object({ id })
const reviewedSchema = z.object({ id, reviews: z.array(z.unknown()).optional().catch(undefined) })
const reviewSchema = z.object({ date: z.string(), reviewerEmail: z.string().min(1) })

const NO_OBJECT = 'the row is not an object'

/** The set's files by what they hold. */
interface Parts {
  readonly products: SetFile
  readonly users?: SetFile
  readonly carts?: SetFile
}

interface Reading {
  readonly parts: Parts
  readonly bytes: Bytes
  readonly currency: string
  readonly map: Readonly<Record<string, string>>
  readonly products: Set<string>
  readonly shoppers: Set<string>
  /** Shopper by e-mail address; forgotten with the import. */
  readonly addresses: Map<string, string>
}

const like = ({ files }: SetFiles, shape: RegExp) => files.find(({ sniffed }) => shape.test(sniffed.sample))

/** True when products of DummyJSON lie beside its users or carts. */
export function isDummyJson(set: SetFiles): boolean {
  const others = [SHAPES.users, SHAPES.carts].some((shape) => like(set, shape) !== undefined)
  return others && like(set, SHAPES.products) !== undefined
}

function objects(file: SetFile, bytes: Bytes): ReturnType<typeof jsonObjects> {
  const text = textOf({ ...file, format: 'json' }, bytes.count)
  return jsonObjects(file.path, text, recordDepth(file.sniffed.sample))
}

/** Reviews have no place in a product's row but as their number. */
async function* productRecords(file: SetFile, bytes: Bytes): AsyncGenerator<RecordOrRefusal> {
  for await (const object of objects(file, bytes)) {
    if ('reason' in object) yield object
    else {
      const { reviews } = object.value
      const count: Readonly<Record<string, string>> = Array.isArray(reviews)
        ? { 'reviews.count': String(reviews.length) }
        : {}
      const record = flatRecord(object.row, object.value, NO_OBJECT)
      yield isRefusal(record) ? record : { ...record, fields: { ...record.fields, ...count } }
    }
  }
}

/** `sku` is no id here: carts name products by their number. */
const withDefaults = (
  map: Readonly<Record<string, string>>,
  names: ReadonlySet<string>,
): Readonly<Record<string, string>> => ({
  ...(names.has('id') ? { id: 'id' } : {}),
  ...(names.has('reviews.count') ? { ratingCount: 'reviews.count' } : {}),
  ...map,
})

async function* productRows(
  reading: Reading,
  records: AsyncIterable<RecordOrRefusal>,
): AsyncGenerator<ImportItem> {
  const { parts, products, currency, map } = reading
  const { path, name } = parts.products
  for await (const item of productItems(path, records, { format: 'json', map, currency })) {
    if (item.type === 'product') products.add(item.product.id)
    if (item.type === 'refused') yield { ...item, refused: { ...item.refused, file: name } }
    else yield item.type === 'product' ? { ...item, file: name } : item
  }
}

function shopperOf(
  { id: shopper, firstName = '', lastName = '', age, gender, address }: z.output<typeof userSchema>,
  currency: string,
): Shopper {
  const name = [firstName, lastName].filter((part) => !isBlank(part)).join(' ')
  const state = address?.state
  return {
    id: shopper,
    name: name || `Shopper ${shopper}`,
    locale: 'en-US',
    currency,
    segments: {
      ...(age === undefined ? {} : { ageBand: ageBand(age) }),
      gender: genderOf(gender),
      ...(state === undefined || isBlank(state) ? {} : { region: state.slice(0, 60) }),
    },
    interests: [],
  }
}

const refused = (file: SetFile, row: number, field: string, reason: string): ImportItem => ({
  type: 'refused',
  refused: { file: file.name, row, field, reason },
})

/** Why an object does not fit its schema. */
function misfit(file: SetFile, row: number, error: z.ZodError): ImportItem {
  const issue = error.issues[0]
  return refused(file, row, (issue?.path ?? []).join('.'), issue?.message ?? 'unreadable')
}

async function* userRows(
  { bytes, currency, shoppers, addresses }: Reading,
  file: SetFile,
): AsyncGenerator<ImportItem> {
  for await (const object of objects(file, bytes)) {
    if ('reason' in object) {
      yield { type: 'refused', refused: { ...object, file: file.name } }
      continue
    }
    const { row } = object
    const parsed = userSchema.safeParse(object.value)
    if (!parsed.success) yield misfit(file, row, parsed.error)
    else if (shoppers.has(parsed.data.id))
      yield refused(file, row, 'id', `the id "${parsed.data.id}" was there before`)
    else {
      shoppers.add(parsed.data.id)
      if (parsed.data.email) addresses.set(parsed.data.email.toLowerCase(), parsed.data.id)
      yield { type: 'shopper', row, file: file.name, shopper: shopperOf(parsed.data, currency) }
    }
  }
}

/** The events of one cart: a line each. */
function* cartLines(file: SetFile, { row, value }: JsonObject, ledger: Ledger): Generator<ImportItem> {
  const cart = cartSchema.safeParse(value)
  if (!cart.success) yield misfit(file, row, cart.error)
  else if (cart.data.products.length === 0) yield refused(file, row, 'products', 'the cart is empty')
  for (const [index, raw] of (cart.data?.products ?? []).entries()) {
    const line = lineSchema.safeParse(raw)
    const place = { row, file: file.name, shopperField: 'userId', productField: `products.${index}.id` }
    if (!cart.success || !line.success) yield refused(file, row, place.productField, 'names no product')
    else {
      const event = { shopperId: cart.data.userId, productId: line.data.id, kind: 'cart', atMs: 0 } as const
      yield* ledger.items(place, event, `cart ${cart.data.id} ${index}`)
    }
  }
}

/** The reviews inside one product, each by somebody and on a day. */
function* reviewsOf(
  file: SetFile,
  object: JsonObject,
  reading: Reading,
  ledger: Ledger,
): Generator<ImportItem> {
  const product = reviewedSchema.safeParse(object.value)
  if (!product.success || !reading.products.has(product.data.id)) return
  for (const [index, raw] of (product.data.reviews ?? []).entries()) {
    const field = `reviews.${index}`
    const review = reviewSchema.safeParse(raw)
    const atMs = review.success ? Date.parse(review.data.date) : NaN
    const shopperId = review.success
      ? reading.addresses.get(review.data.reviewerEmail.toLowerCase())
      : undefined
    if (!review.success || Number.isNaN(atMs))
      yield refused(file, object.row, field, 'says neither by whom nor when')
    else if (shopperId === undefined) yield refused(file, object.row, field, 'is by nobody among the users')
    else {
      const place = {
        row: object.row,
        file: file.name,
        shopperField: `${field}.reviewerEmail`,
        productField: 'id',
      }
      const event = { shopperId, productId: product.data.id, kind: 'purchase', atMs } as const
      yield* ledger.items(place, event, `review ${product.data.id} ${index}`)
    }
  }
}

async function* eventRows(reading: Reading): AsyncGenerator<ImportItem> {
  const { parts, bytes, products, shoppers, currency } = reading
  const ledger = new Ledger({ products, currency, ...(parts.users ? { shoppers } : {}) })
  if (parts.carts) {
    for await (const object of objects(parts.carts, bytes)) {
      if ('reason' in object) yield { type: 'refused', refused: { ...object, file: parts.carts.name } }
      else yield* cartLines(parts.carts, object, ledger)
    }
  }
  if (!parts.users) return
  // What of a product could not be taken was told when it was read the first time.
  for await (const object of objects(parts.products, new Bytes([])))
    if (!('reason' in object)) yield* reviewsOf(parts.products, object, reading, ledger)
}

/** The first users as a table. */
async function usersTable(file: SetFile): Promise<SourceTable> {
  const records = async function* () {
    for await (const object of objects(file, new Bytes([])))
      yield 'reason' in object ? object : flatRecord(object.row, object.value, NO_OBJECT)
  }
  const { first, close } = await peek(records())
  await close()
  return { file: file.name, first, uses: USES }
}

/** Opens the set. Throws ImportFileError where its products are missing. */
export async function openDummyJson(
  set: SetFiles,
  given: Readonly<Record<string, string>>,
): Promise<ImportSource> {
  const products = like(set, SHAPES.products)
  if (!products)
    throw new ImportFileError(
      set.path,
      'holds no products of DummyJSON',
      'Give the folder that holds products.json.',
    )
  const users = like(set, SHAPES.users)
  const carts = like(set, SHAPES.carts)
  const used = [products, ...(users ? [users] : []), ...(carts ? [carts] : [])]
  const bytes = new Bytes(used)
  const { first, records, close } = await peek(productRecords(products, bytes))
  const rows = first.flatMap((record) => (isRefusal(record) ? [] : [record]))
  const map = withDefaults(given, new Set(rows.flatMap(({ fields }) => Object.keys(fields))))
  const columns = settle(first, { format: 'json', map })
  const currencyFound = findCurrency(rows, columns, map['currency'])
  const reading: Reading = {
    parts: { products, ...(users ? { users } : {}), ...(carts ? { carts } : {}) },
    bytes,
    currency: currencyFound.code,
    map,
    products: new Set(),
    shoppers: new Set(),
    addresses: new Map(),
  }
  return {
    format: 'dummyjson',
    origin: originOf(set, used, 'dummyjson'),
    currency: currencyFound.code,
    currencyFound,
    totalBytes: bytes.total,
    bytesRead: bytes.soFar,
    tables: [
      { file: products.name, first, ...(columns ? { columns } : {}) },
      ...(users ? [await usersTable(users)] : []),
    ],
    close,
    items: (async function* () {
      yield* productRows(reading, records)
      if (users) yield* userRows(reading, users)
      yield* eventRows(reading)
    })(),
  }
}
