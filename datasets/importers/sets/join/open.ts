/** Several tables joined to one catalogue: products, shoppers with segments, dated events. */
import { findCurrency } from '../../currency'
import { ROWS_MAX, productItems } from '../../rows'
import { readRecords } from '../../records/read'
import { isRefusal } from '../../types'
import type { ImportItem, ImportSource, RecordOrRefusal } from '../../types'
import { Bytes, originOf, readable } from '../files'
import type { SetFiles } from '../files'
import { Ids } from '../ids'
import { Ledger } from '../ledger'
import type { JoinPlan, TableFile } from './plan'
import { withNames } from './lookups'
import { planJoin } from './plan'
import { readEvent, readShopper } from './records'
import { joinSpec } from './spec'
import { foresee, survey } from './survey'
import type { Outlook, Survey } from './survey'
import { joinTables } from './tables'

/** What reading a join needs. */
interface Reading {
  readonly plan: JoinPlan
  readonly records: (file: TableFile) => AsyncIterable<RecordOrRefusal>
  readonly currency: string
  readonly products: Ids
  readonly shoppers: Ids
  /** What interactions may refer to: the ids taken, or anything. */
  readonly known: Readonly<Record<'products' | 'shoppers', Pick<ReadonlySet<string>, 'has'>>>
}

type Refused = Extract<ImportItem, { readonly type: 'refused' }>

function refusal(file: string, refused: Refused['refused']): Refused {
  return { type: 'refused', refused: { ...refused, file } }
}

/** Rows of products with what their keys stand for. */
async function* named(
  records: AsyncIterable<RecordOrRefusal>,
  lookups: JoinPlan['lookups'],
): AsyncGenerator<RecordOrRefusal> {
  for await (const record of records) yield withNames(record, lookups)
}

/** What became of the rows that name things. */
function* lookedUp({ lookups }: JoinPlan): Generator<ImportItem> {
  for (const { taken, refused } of lookups) {
    for (const row of refused) yield { type: 'refused', refused: row }
    yield { type: 'joined', rows: taken }
  }
}

async function* products(reading: Reading): AsyncGenerator<ImportItem> {
  const { files, fields } = reading.plan.products
  for (const file of files) {
    const items = productItems(file.path, named(reading.records(file), reading.plan.lookups), {
      format: file.format,
      map: fields,
      currency: reading.currency,
    })
    for await (const item of items) {
      if (item.type === 'refused') yield refusal(file.name, item.refused)
      else if (item.type !== 'product') yield item
      else {
        const { row, product } = item
        const reason = reading.products.refuse(product.id, file.name, row)
        yield reason === undefined
          ? { ...item, file: file.name }
          : refusal(file.name, { row, field: fields['id'] ?? 'id', reason })
      }
    }
  }
}

async function* shoppers(reading: Reading, found: Survey): AsyncGenerator<ImportItem> {
  const part = reading.plan.shoppers
  if (!part) return
  const known = { ...found, currency: reading.currency }
  for (const file of part.files) {
    for await (const record of reading.records(file)) {
      const shopper = isRefusal(record) ? record : readShopper(record, part, known)
      if ('reason' in shopper) {
        yield refusal(file.name, shopper)
        continue
      }
      const { row } = record
      const reason = reading.shoppers.refuse(shopper.id, file.name, row)
      yield reason === undefined
        ? { type: 'shopper', row, file: file.name, shopper }
        : refusal(file.name, { row, field: part.fields['id'] ?? 'id', reason })
    }
  }
}

async function* events(reading: Reading, found: Survey): AsyncGenerator<ImportItem> {
  const part = reading.plan.interactions
  if (!part) return
  const ledger = new Ledger({
    products: reading.known.products,
    ...(reading.plan.shoppers ? { shoppers: reading.known.shoppers } : {}),
    currency: reading.currency,
  })
  const named = { shopperField: part.fields['shopper'] ?? '', productField: part.fields['product'] ?? '' }
  for (const file of part.files) {
    for await (const record of reading.records(file)) {
      const event = isRefusal(record) ? record : readEvent(record, part.fields, found)
      if ('reason' in event || isRefusal(record)) {
        if ('reason' in event) yield refusal(file.name, event)
        continue
      }
      const place = { row: record.row, file: file.name, ...named }
      yield* ledger.items(place, event, Object.values(record.fields).join('\u0001'))
    }
  }
}

/** Shoppers and interactions of the first rows of their files, whatever these refer to. */
async function* firstItems(plan: JoinPlan, currency: string, { order }: Outlook): AsyncGenerator<ImportItem> {
  const anything = { has: () => true }
  const reading: Reading = {
    plan,
    records: async function* ({ first }) {
      yield* await Promise.resolve(first)
    },
    currency,
    products: new Ids(0),
    shoppers: new Ids(ROWS_MAX),
    known: { products: anything, shoppers: anything },
  }
  const found: Survey = { at: order, born: order, nowMs: Date.now(), cuts: [] }
  yield* shoppers(reading, found)
  yield* events(reading, found)
}

/**
 * Opens a set of tables as one catalogue, joined as `map` says and as their columns' names suggest (`joinSpec` tells the pairs). Throws ShelftalkError
 * `BAD_INPUT` for a mapping that cannot be read or does not fit, and where no file holds products; `items` throws it for dates that can be read both ways (`problem` of the interactions' table tells before).
 */
export async function openJoin(set: SetFiles, map: Readonly<Record<string, string>>): Promise<ImportSource> {
  const spec = joinSpec(map)
  const plan = await planJoin(set, spec)
  const outlook = await foresee(plan)
  const tables = joinTables(plan, spec, outlook.problem)
  const rows = (tables[0]?.first ?? []).flatMap((record) => (isRefusal(record) ? [] : [record]))
  const currencyFound = findCurrency(rows, tables[0]?.columns, plan.products.fields['currency'])
  const currency = currencyFound.code
  const used = [plan.products, plan.shoppers, plan.interactions].flatMap((part) => part?.files ?? [])
  const bytes = new Bytes(used)
  const known = { products: new Ids(ROWS_MAX), shoppers: new Ids(ROWS_MAX) }
  const reading: Reading = {
    plan,
    records: (file) => readRecords(readable(file, file.format), bytes.count),
    currency,
    ...known,
    known,
  }
  return {
    format: 'tables',
    origin: originOf(set, [...used, ...plan.lookups.map(({ file }) => file)], 'tables'),
    currency,
    currencyFound,
    totalBytes: bytes.total,
    bytesRead: bytes.soFar,
    tables,
    ...(outlook.warning === undefined ? {} : { warnings: [outlook.warning] }),
    ahead: () => firstItems(plan, currency, outlook),
    items: (async function* () {
      yield* lookedUp(plan)
      yield* products(reading)
      const found = yield* survey(plan)
      yield* shoppers(reading, found)
      yield* events(reading, found)
    })(),
  }
}
