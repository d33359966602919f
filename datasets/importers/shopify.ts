/**
 * Shopify's product export: one row a variant. The first row of a product holds its title; those below repeat the handle, name no title, and
 * bring a variant or nothing but a picture. https://help.shopify.com/en/manual/products/import-export/using-csv
 */
import type { RefusedRow } from '../../shared/domain/catalogue'
import type { Fact, FactKind } from '../../shared/domain/facts'
import { sentenceCase } from './extract/phrases'
import { pluralWord } from './nouns/number'
import { parsePrice } from './price'
import { isBlank } from './text'
import { isRefusal } from './types'
import type { RecordOrRefusal, SourceRecord } from './types'

const HANDLE = 'Handle'
const TITLE = 'Title'
const PRICE = 'Variant Price'
const WAS_PRICE = 'Variant Compare At Price'
const STOCK = 'Variant Inventory Qty'
const TRACKER = 'Variant Inventory Tracker'
const POLICY = 'Variant Inventory Policy'
const PUBLISHED = 'Published'
const STATUS = 'Status'
const GRAMS = 'Variant Grams'
const PRICE_RANGE = 'Price range'
/** What an option's values are kept under: `Options: Size`. */
const OPTIONS = 'Options: '
const OPTION_COUNT = 3
/** Most rows of one product; Shopify itself takes 2,048 variants. */
const ROWS_MAX = 10_000
/** Values that are named one by one; more are counted. */
const NAMED_MAX = 3
const FACT_LETTERS_MAX = 60
const WORDS_MAX = 4

/** True for the columns of a Shopify export. */
export function isShopify(names: readonly string[]): boolean {
  const has = (name: string) => names.includes(name)
  return has(HANDLE) && has(TITLE) && (has(PRICE) || has('Variant SKU') || has('Option1 Value'))
}

const cell = (record: SourceRecord, name: string): string => (record.fields[name] ?? '').trim()

/** The rows of one product while they come. */
interface Group {
  readonly head: SourceRecord
  /** The rows that bring a variant, the first among them. */
  readonly variants: SourceRecord[]
  /** What became of the rows below the first. */
  readonly rest: (number | RefusedRow)[]
}

/** Why a row below the first cannot go into its product; only a price nobody can read keeps one out. */
function misfit(record: SourceRecord): RefusedRow | undefined {
  for (const field of [PRICE, WAS_PRICE]) {
    const text = cell(record, field)
    if (!isBlank(text) && !parsePrice(text, 'USD'))
      return { row: record.row, field, reason: `"${text.slice(0, 40)}" is not one amount of money` }
  }
  return undefined
}

const isVariant = (record: SourceRecord): boolean =>
  [PRICE, 'Variant SKU', 'Option1 Value', STOCK].some((name) => cell(record, name) !== '')

/** Variants with the price each can be read as, the cheapest first; those without a price are left out, and those for nothing where others cost. */
function priced(variants: readonly SourceRecord[]) {
  const all = variants
    .map((record) => ({ record, minor: parsePrice(cell(record, PRICE), 'USD')?.minor }))
    .filter(
      (one): one is { readonly record: SourceRecord; readonly minor: number } => one.minor !== undefined,
    )
    .sort((a, b) => a.minor - b.minor)
  const paid = all.filter(({ minor }) => minor > 0)
  return paid.length > 0 ? paid : all
}

/** The price of the cheapest variant, what that one cost before, and the range where they differ. */
function pricesOf(variants: readonly SourceRecord[]): Readonly<Record<string, string>> {
  const order = priced(variants)
  const [low] = order
  const high = order.at(-1)
  if (!low || !high) return {}
  const range: Readonly<Record<string, string>> =
    low.minor === high.minor
      ? {}
      : { [PRICE_RANGE]: `${cell(low.record, PRICE)} to ${cell(high.record, PRICE)}` }
  return { [PRICE]: cell(low.record, PRICE), [WAS_PRICE]: cell(low.record, WAS_PRICE), ...range }
}

/** True for a variant that is sold whatever its quantity says: nobody counts it, or it is sold on when there is none. */
function isEndless(record: SourceRecord): boolean {
  if (record.fields[TRACKER] !== undefined && isBlank(cell(record, TRACKER))) return true
  return cell(record, POLICY).toLowerCase() === 'continue' && Number(cell(record, STOCK)) <= 0
}

/** Pieces of all variants together; what is oversold counts as none. Nothing is told where one of them never runs out. */
function stockOf(variants: readonly SourceRecord[]): Readonly<Record<string, string>> {
  if (variants.some(isEndless)) return { [STOCK]: '' }
  const counts = variants.map((record) => cell(record, STOCK)).filter((text) => /^-?\d{1,9}$/.test(text))
  if (counts.length === 0) return {}
  return { [STOCK]: String(counts.reduce((sum, text) => sum + Math.max(0, Number(text)), 0)) }
}

/** The weight where every variant has the same; else it says nothing of the product. */
function weightOf(variants: readonly SourceRecord[]): Readonly<Record<string, string>> {
  const weights = new Set(variants.map((record) => cell(record, GRAMS)))
  return weights.size > 1 ? { [GRAMS]: '' } : {}
}

/** Each option with its different values, in the order of the file. */
function optionsOf(head: SourceRecord, variants: readonly SourceRecord[]): Readonly<Record<string, string>> {
  const options: Record<string, string> = {}
  for (let option = 1; option <= OPTION_COUNT; option++) {
    const name = cell(head, `Option${option} Name`)
    const values = [...new Set(variants.map((record) => cell(record, `Option${option} Value`)))].filter(
      (value) => !isBlank(value) && !/^default( title)?$/i.test(value),
    )
    if (name === '' || values.length === 0) continue
    const between = values.some((value) => value.includes(',')) ? '; ' : ', '
    options[`${OPTIONS}${name.slice(0, 40)}`] = values.join(between)
  }
  return options
}

/** Why a product is not for sale; undefined where it is. */
function unsold(head: SourceRecord): SourceRecord['fault'] {
  if (/^(?:false|no|0)$/i.test(cell(head, PUBLISHED)))
    return { field: PUBLISHED, reason: 'the product is not published' }
  const status = cell(head, STATUS).toLowerCase()
  return status === 'draft' || status === 'archived'
    ? { field: STATUS, reason: `the product is ${status === 'draft' ? 'a draft' : status}` }
    : undefined
}

function merged({ head, variants, rest }: Group): SourceRecord {
  // A first row that cannot be taken is left as it is: the product is refused for it, and its other rows with it.
  const own = misfit(head)
    ? {}
    : {
        ...pricesOf(variants),
        ...stockOf(variants),
        ...weightOf(variants),
        ...optionsOf(head, variants),
      }
  const fault = unsold(head)
  return {
    ...head,
    fields: { ...head.fields, ...own },
    ...(fault ? { fault } : {}),
    ...(rest.length > 0 ? { rest } : {}),
  }
}

/** Whether a row belongs to the product above it. */
function joins(group: Group, record: SourceRecord): boolean {
  if (group.rest.length >= ROWS_MAX) return false
  const title = cell(record, TITLE)
  const same = cell(record, HANDLE) !== '' && cell(record, HANDLE) === cell(group.head, HANDLE)
  return same && (title === '' || title === cell(group.head, TITLE))
}

/**
 * The rows of each product as one record: the lowest price (with `Price range` where they differ), the stock of all variants, options with
 * their values under `Options: NAME`, and in `rest` the rows below the first. A product that is not for sale carries why in `fault`. A row that
 * continues a product further up is refused.
 */
export async function* mergeVariants(
  records: AsyncIterable<RecordOrRefusal>,
): AsyncGenerator<RecordOrRefusal> {
  const ended = new Map<string, number>()
  let group: Group | undefined
  for await (const record of records) {
    if (isRefusal(record)) {
      if (group) group.rest.push(record)
      else yield record
      continue
    }
    if (group && joins(group, record)) {
      const fault = misfit(record)
      group.rest.push(fault ?? record.row)
      if (!fault && isVariant(record)) group.variants.push(record)
      continue
    }
    if (group) yield merged(group)
    group = undefined
    const handle = cell(record, HANDLE)
    const before = cell(record, TITLE) === '' ? ended.get(handle) : undefined
    if (before !== undefined) yield stray(record.row, handle, before)
    else group = { head: record, variants: [record], rest: [] }
    if (!ended.has(handle)) ended.set(handle, record.row)
  }
  if (group) yield merged(group)
}

function stray(row: number, handle: string, before: number): RefusedRow {
  const reason = `continues "${handle.slice(0, 60)}" of row ${before} but does not stand below it`
  return { row, field: HANDLE, reason }
}

/** Options that are facts in themselves, by what shops call them. */
const kinds: Readonly<Record<string, FactKind>> = {
  color: 'colour',
  colour: 'colour',
  material: 'material',
  fabric: 'material',
  metal: 'material',
  wood: 'material',
  flavor: 'flavour',
  flavour: 'flavour',
  scent: 'scent',
  fragrance: 'scent',
  pattern: 'pattern',
}
/** Options that are worth counting though their values are codes. */
const counted: ReadonlySet<string> = new Set(['size', 'style', 'model', 'length', 'width', 'design'])
const numbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** `red, green or blue`. */
function listed(values: readonly string[]): string {
  return values.length < 2 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`
}

function choice(name: string, count: number): string {
  return `choice of ${numbers[count - 2] ?? String(count)} ${pluralWord(name)}`
}

/** A word of a sentence, not a code or leftover of markup. */
const isWord = (value: string) => /\p{L}{3}/u.test(value) && !/[<>{}|/;:#=\d]/.test(value)

function optionFact(field: string, cellText: string): Fact | undefined {
  const name = field.slice(OPTIONS.length).trim().toLowerCase()
  const values = cellText.split(cellText.includes('; ') ? '; ' : ', ')
  const source = { field }
  const kind = kinds[name]
  const text = listed(values.map(sentenceCase))
  const sayable = values.every(isWord) && text.length <= FACT_LETTERS_MAX
  if (kind !== undefined && values.length <= NAMED_MAX && sayable) {
    if (kind !== 'colour' || text.split(' ').length <= WORDS_MAX)
      return { id: kind, kind, text, number: 'mass', source }
  }
  if (values.length < 2 || (kind === undefined && !counted.has(name))) return undefined
  return { id: 'feature', kind: 'feature', text: choice(name, values.length), number: 'one', source }
}

/** What a product's options say: colours and materials by name, how many sizes there are to choose from. One choice is told at most. */
export function optionFacts(source: Readonly<Record<string, string>>): readonly Fact[] {
  const facts = new Map<string, Fact>()
  for (const [field, text] of Object.entries(source)) {
    const fact = field.startsWith(OPTIONS) ? optionFact(field, text) : undefined
    if (fact && !facts.has(fact.id)) facts.set(fact.id, fact)
  }
  return [...facts.values()]
}
