/** Which file of a set is which, and which of its columns means what, by the names of the columns. */
import { FIELD_SPELLINGS } from '../../spellings'
import type { INTERACTION_FIELDS, SHOPPER_FIELDS } from './spec'

/** A file's columns. */
export interface Header {
  readonly name: string
  readonly columns: readonly string[]
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

const KEY = '(?:key|id|no|number|num|code|sk)?'
const shopperKey = new RegExp(
  `^(?:fk)?(?:customer|user|shopper|visitor|member|client|buyer|reviewer|account|person|consumer|household)${KEY}$`,
)
const productKey = new RegExp(
  `^(?:fk)?(?:product|item|article|sku|asin|stock|goods|variant|listing|movie|book)${KEY}$`,
)
/** Stock by itself is a number of pieces. */
const notKeys: ReadonlySet<string> = new Set(['stock', 'stockno', 'stocknumber', 'itemno', 'productnumber'])

/** Titles that only exports of whole databases spell so. */
const titles = [...FIELD_SPELLINGS.title, 'englishproductname', 'prodname', 'displayname']

type Spellings<Field extends string> = Readonly<Record<Field, readonly string[]>>

const shopperSpellings: Spellings<Exclude<(typeof SHOPPER_FIELDS)[number], 'id'>> = {
  name: ['name', 'fullname', 'customername', 'username', 'displayname', 'shoppername', 'membername'],
  firstName: ['firstname', 'givenname', 'forename'],
  lastName: ['lastname', 'surname', 'familyname'],
}

const segmentSpellings: Readonly<Record<string, readonly string[]>> = {
  ageBand: [
    'agegroup',
    'ageband',
    'agerange',
    'birthdate',
    'dateofbirth',
    'dob',
    'birthday',
    'yearofbirth',
    'age',
  ],
  gender: ['gender', 'sex'],
  incomeBand: [
    'incomeband',
    'incomelevel',
    'incomegroup',
    'incomebracket',
    'annualincome',
    'yearlyincome',
    'householdincome',
    'income',
    'salary',
  ],
  maritalStatus: ['maritalstatus', 'marital'],
  education: ['educationlevel', 'education', 'englisheducation'],
  occupation: ['occupation', 'profession', 'jobtitle', 'job', 'englishoccupation'],
  homeOwner: ['homeowner', 'houseownerflag', 'homeownerflag', 'ownshome'],
  children: ['totalchildren', 'numberofchildren', 'children', 'kids'],
  region: ['region', 'country', 'countryregion', 'territory', 'state', 'stateprovince', 'province'],
  membership: [
    'clubmemberstatus',
    'membership',
    'membershiplevel',
    'loyaltytier',
    'loyaltystatus',
    'customersegment',
    'segment',
  ],
}

/** Columns that only people have; two of them make a file one of shoppers. */
const personal: ReadonlySet<string> = new Set([
  ...Object.values(segmentSpellings)
    .flat()
    .filter((spelling) => !['region', 'country', 'state', 'segment', 'age'].includes(spelling)),
  'age',
  'email',
  'emailaddress',
  'firstname',
  'lastname',
  'surname',
  'phone',
])

const interactionSpellings: Spellings<Exclude<(typeof INTERACTION_FIELDS)[number], 'shopper' | 'product'>> = {
  at: [
    'orderdate',
    'purchasedate',
    'invoicedate',
    'transactiondate',
    'saledate',
    'eventtime',
    'timestamp',
    'datetime',
    'eventdate',
    'unixreviewtime',
    'reviewtime',
    'reviewdate',
    'createdat',
    'orderedat',
    'purchasedat',
    'tdat',
    'date',
    'time',
    'at',
    'day',
  ],
  kind: [
    'event',
    'eventtype',
    'eventname',
    'interactiontype',
    'interaction',
    'behavior',
    'behaviour',
    'behaviortype',
    'behaviourtype',
    'action',
    'actiontype',
    'kind',
  ],
  quantity: ['orderquantity', 'quantity', 'qty', 'units', 'unitssold', 'count'],
}

function first(columns: readonly string[], test: (spelled: string) => boolean): string | undefined {
  return columns.find((column) => test(plain(column)))
}

function spelled(columns: readonly string[], spellings: readonly string[]): string | undefined {
  for (const spelling of spellings) {
    const found = first(columns, (column) => column === spelling)
    if (found !== undefined) return found
  }
  return undefined
}

/** The column that names a shopper, a key before a name. */
function shopperColumn(columns: readonly string[]): string | undefined {
  return first(columns, (name) => shopperKey.test(name))
}

/** The column that names a product, a key before a name. */
function productColumn(columns: readonly string[]): string | undefined {
  const keys = columns.filter((column) => productKey.test(plain(column)) && !notKeys.has(plain(column)))
  return keys.find((column) => /(?:key|id|asin)$/.test(plain(column))) ?? keys[0]
}

/**
 * What joins tell of the products' columns beyond what any file of products does: the id is the column that events call a product by, else one
 * that looks like a key; a title may be called as databases call it.
 */
export function guessProducts(columns: readonly string[], referred: string | undefined) {
  const same = columns.find((column) => column === referred)
  const id = same ?? productColumn(columns) ?? spelled(columns, ['id', 'uid', 'code'])
  return Object.fromEntries([
    ...(id === undefined ? [] : [['id', id] as const]),
    ...found('title', columns, titles),
  ])
}

/** What a file looks like it holds; undefined for none of the three. */
export function guessRole({ columns }: Header): 'products' | 'shoppers' | 'interactions' | undefined {
  const shopper = shopperColumn(columns)
  const product = productColumn(columns)
  if (shopper !== undefined && product !== undefined) return 'interactions'
  const people = columns.filter((column) => personal.has(plain(column))).length
  if (product === undefined && (people >= 2 || (shopper !== undefined && people >= 1))) return 'shoppers'
  return spelled(columns, titles) === undefined ? undefined : 'products'
}

/** Columns of the shoppers' files: who it is, what she is called, and her segments. */
export function guessShoppers(columns: readonly string[]) {
  const id = shopperColumn(columns) ?? spelled(columns, ['id', 'uid', 'key'])
  const fields = Object.entries(shopperSpellings).flatMap(([field, spellings]) =>
    found(field, columns, spellings),
  )
  const segments = Object.entries(segmentSpellings).flatMap(([name, spellings]) =>
    found(name, columns, spellings),
  )
  return {
    fields: Object.fromEntries([...(id === undefined ? [] : [['id', id] as const]), ...fields]),
    segments: Object.fromEntries(segments),
  }
}

/** Columns of the interactions' files. */
export function guessInteractions(columns: readonly string[]): Readonly<Record<string, string>> {
  const shopper = shopperColumn(columns)
  const product = productColumn(columns)
  const rest = Object.entries(interactionSpellings).flatMap(([field, spellings]) =>
    found(field, columns, spellings),
  )
  return Object.fromEntries([
    ...(shopper === undefined ? [] : [['shopper', shopper] as const]),
    ...(product === undefined ? [] : [['product', product] as const]),
    ...rest,
  ])
}

function found(field: string, columns: readonly string[], spellings: readonly string[]) {
  const column = spelled(columns, spellings)
  return column === undefined ? [] : [[field, column] as const]
}
