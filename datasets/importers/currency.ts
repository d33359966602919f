/** Which currency a file's prices are in: told, read off the file, or assumed and said so. */
import type { CurrencyFinding } from '../../shared/domain/importing'
import type { Columns } from './columns'
import { currencyMark, decimalMark, headerCurrency, isCurrency, namedCurrency } from './price'
import type { SourceRecord } from './types'

/** ISO 4217 code of prices in files that name no currency. */
export const DEFAULT_CURRENCY = 'USD'

/** The value that stands most often, the first of several; undefined for none. */
function majority<Value>(
  values: readonly Value[],
): { readonly value: Value; readonly count: number } | undefined {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: { readonly value: Value; readonly count: number } | undefined
  for (const [value, count] of counts) if (count > (best?.count ?? 0)) best = { value, count }
  return best
}

/** Everything the first rows say in the columns that hold prices. */
function priceTexts(records: readonly SourceRecord[], { fields }: Columns): readonly string[] {
  const columns = [fields.price, fields.salePrice, fields.wasPrice].filter((name) => name !== undefined)
  return records
    .flatMap((record) => columns.map((name) => (record.fields[name] ?? '').trim()))
    .filter(Boolean)
}

function fromColumn(records: readonly SourceRecord[], column: string): CurrencyFinding | undefined {
  const named = records.flatMap((record) => namedCurrency(record.fields[column] ?? '') ?? [])
  const codes = named.map(({ code }) => code)
  const most = majority(codes)
  if (!most) return undefined
  const others = codes.length - most.count
  const rest = others > 0 ? `; ${others} of the first ${codes.length} rows name another` : ''
  const sure = !named.some(({ shared }) => shared)
  const doubt = sure ? '' : ` Several currencies share its sign: say which where ${most.value} is wrong.`
  return {
    code: most.value,
    how: 'column',
    sure,
    note: `The column "${column}" names ${most.value}${rest}.${doubt}`,
  }
}

function fromPrices(texts: readonly string[]): CurrencyFinding | undefined {
  const marks = texts.map((text) => ({ text, found: currencyMark(text) })).filter(({ found }) => found)
  const most = majority(marks.map(({ found }) => found?.code))
  const example = marks.find(({ found }) => found?.code === most?.value)
  if (most?.value === undefined || !example?.found) return undefined
  const others = marks.length - most.count
  const rest = others > 0 ? `; ${others} of the first ${marks.length} that carry a sign are in another` : ''
  const sign = example.found.mark
  const doubt = example.found.shared
    ? ` Several currencies write "${sign}": say which where ${most.value} is wrong.`
    : ''
  return {
    code: most.value,
    how: 'prices',
    sure: !example.found.shared,
    note: `Prices say ${most.value} ("${example.text.slice(0, 20)}")${rest}.${doubt}`,
  }
}

function fromHeader({ fields }: Columns): CurrencyFinding | undefined {
  const column = fields.price ?? fields.salePrice
  const code = column === undefined ? undefined : headerCurrency(column)
  if (column === undefined || code === undefined) return undefined
  return { code, how: 'header', sure: true, note: `The column "${column}" says ${code}.` }
}

function fromCommas(texts: readonly string[]): CurrencyFinding | undefined {
  const marks = texts.map(decimalMark).filter((mark) => mark !== undefined)
  const commas = marks.filter((mark) => mark === ',').length
  if (commas === 0 || commas * 2 <= marks.length) return undefined
  return {
    code: 'EUR',
    how: 'commas',
    sure: false,
    note: 'No price names a currency; they are written with decimal commas and taken as EUR. Say which where that is wrong.',
  }
}

/**
 * The currency of prices that carry no sign of their own, from the first rows: `given` wins, then a column of codes, the sign or code most
 * prices carry, a code in the header of the price column, decimal commas, and US dollars where nothing tells.
 */
export function findCurrency(
  records: readonly SourceRecord[],
  columns: Columns | undefined,
  given: string | undefined,
): CurrencyFinding {
  if (given !== undefined && isCurrency(given))
    return {
      code: given,
      how: 'given',
      sure: true,
      note: `Prices that name no currency are taken as ${given}, as told.`,
    }
  const assumed: CurrencyFinding = {
    code: DEFAULT_CURRENCY,
    how: 'default',
    sure: false,
    note: `Nothing in the file names a currency; prices are taken as ${DEFAULT_CURRENCY}. Say which where that is wrong.`,
  }
  if (!columns) return assumed
  const texts = priceTexts(records, columns)
  const column = columns.fields.currency
  return (
    (column === undefined ? undefined : fromColumn(records, column)) ??
    fromPrices(texts) ??
    fromHeader(columns) ??
    fromCommas(texts) ??
    assumed
  )
}
