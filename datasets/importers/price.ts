/** Amounts of money as shops spell them. */
import type { CurrencyCode, Money } from '../../shared/domain/catalogue'

const symbols: Readonly<Record<string, CurrencyCode>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  rs: 'INR',
  'rs.': 'INR',
  '¥': 'JPY',
  sr: 'SAR',
  a$: 'AUD',
  c$: 'CAD',
  '₩': 'KRW',
  chf: 'CHF',
  kr: 'SEK',
  zł: 'PLN',
  r$: 'BRL',
}

/** Signs that several currencies share: the file's own currency decides among them. */
const shared: Readonly<Record<string, ReadonlySet<CurrencyCode>>> = {
  $: new Set(['AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN', 'CLP', 'COP', 'ARS', 'TWD']),
  '¥': new Set(['CNY']),
  kr: new Set(['NOK', 'DKK', 'ISK']),
  rs: new Set(['PKR', 'LKR', 'NPR', 'MUR']),
  'rs.': new Set(['PKR', 'LKR', 'NPR', 'MUR']),
  sr: new Set(['SCR']),
}
const known = new Set(Intl.supportedValuesOf('currency'))
/** Currencies whose shops write 1.250 for a thousand two hundred and fifty. */
const dotGroups = new Set([
  'EUR',
  'BRL',
  'IDR',
  'VND',
  'CLP',
  'COP',
  'ARS',
  'DKK',
  'NOK',
  'SEK',
  'PLN',
  'TRY',
  'CZK',
  'HUF',
])

/** True for an ISO 4217 code in capitals. */
export function isCurrency(text: string): boolean {
  return known.has(text)
}

/** The sign or code that a price carries and the currency it means where nothing else tells; undefined where it carries none. */
export function currencyMark(
  text: string,
): { readonly mark: string; readonly code: CurrencyCode; readonly shared: boolean } | undefined {
  for (const [mark] of text.slice(0, 60).matchAll(/[a-z]{0,2}\$|[€£₹¥₩]|\p{L}+\.?/giu)) {
    const sign = mark.toLowerCase()
    const code = Object.hasOwn(symbols, sign) ? symbols[sign] : isCurrency(mark) ? mark : undefined
    if (code !== undefined) return { mark, code, shared: Object.hasOwn(shared, sign) }
  }
  return undefined
}

/**
 * The currency that a cell names by its code, in whatever letters, or by its sign; `shared` where several currencies write it so, of which `own` is
 * taken where it is one. Undefined for anything else.
 */
export function namedCurrency(
  text: string,
  own?: CurrencyCode,
): { readonly code: CurrencyCode; readonly shared: boolean } | undefined {
  const sign = text.trim().toLowerCase()
  if (isCurrency(sign.toUpperCase())) return { code: sign.toUpperCase(), shared: false }
  const code = Object.hasOwn(symbols, sign) ? symbols[sign] : undefined
  if (code === undefined) return undefined
  const others = Object.hasOwn(shared, sign) ? shared[sign] : undefined
  return { code: own !== undefined && others?.has(own) ? own : code, shared: others !== undefined }
}

/** The code or sign in a column's name, as in "Price (GBP)", "price_eur" and "PriceUSD"; undefined where it names none. */
export function headerCurrency(name: string): CurrencyCode | undefined {
  const sign = /[€£₹₩]/.exec(name)?.[0]
  if (sign !== undefined) return symbols[sign]
  const capitals = /(?:^|[^A-Z])([A-Z]{3})\)?$/.exec(name.trim())?.[1]
  const small =
    /[\s_(](usd|eur|gbp|inr|cad|aud|nzd|chf|jpy|cny|sek|nok|dkk|pln|brl|mxn|zar|sgd|pkr)\)?$/.exec(
      name.trim(),
    )?.[1]
  const code = (capitals ?? small ?? '').toUpperCase()
  return isCurrency(code) ? code : undefined
}

/** How a price is written: with a decimal comma, a decimal point, or without either. */
export function decimalMark(text: string): ',' | '.' | undefined {
  const figure = /\d[\d.,'’\s]*/.exec(text)?.[0].trim() ?? ''
  if (/,\d{1,2}$/.test(figure)) return ','
  return /\.\d{1,2}$/.test(figure) ? '.' : undefined
}

/** Digits after the decimal point of a currency as the runtime knows it: 2 for EUR, 0 for JPY and PKR, 3 for KWD. Throws RangeError on a malformed code. */
export function currencyDigits(currency: CurrencyCode): number {
  const before = digits.get(currency)
  if (before !== undefined) return before
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const found = format.resolvedOptions().maximumFractionDigits ?? 2
  digits.set(currency, found)
  return found
}

/** Making a formatter costs more than reading a price, and an import reads a price a row. */
const digits = new Map<CurrencyCode, number>()

/** Where the decimal separator stands in a figure without spaces, or -1. A comma is one only before one or two last digits. */
function decimalPoint(figure: string, groupsDots: boolean): number {
  const dot = figure.lastIndexOf('.')
  const comma = figure.lastIndexOf(',')
  if (comma > dot) return /,\d{1,2}$/.test(figure) ? comma : -1
  if (dot < 0 || figure.indexOf('.') !== dot) return -1
  const groups = comma < 0 && groupsDots && /^[1-9]\d{0,2}\.\d{3}$/.test(figure)
  return groups ? -1 : dot
}

/** The figure's value; undefined when its separators make no sense. */
function amountOf(text: string, groupsDots: boolean): number | undefined {
  const figure = text.replace(/[\s'’]/g, '')
  const at = decimalPoint(figure, groupsDots)
  const whole = at < 0 ? figure : figure.slice(0, at)
  if (!/^\d+$/.test(whole) && !/^\d{1,3}(?:[.,]\d{2,3})+$/.test(whole)) return undefined
  const fraction = at < 0 ? '' : figure.slice(at + 1)
  return Number(`${whole.replace(/[.,]/g, '')}.${fraction || '0'}`)
}

function currencyOf(mark: string, own: CurrencyCode): CurrencyCode | undefined {
  if (mark === '') return own
  if (shared[mark]?.has(own)) return own
  const code = symbols[mark] ?? mark.toUpperCase()
  return isCurrency(code) ? code : undefined
}

/**
 * Reads one amount: `$1,250.00`, `265,0`, `SR 2,375`, `549.00 PKR`, `1.250,00 €`, `Rs. 1,299/-`. `currency` is taken when the text names none; with
 * `decimalPoints` a lone dot groups no thousands, as `1.250 €` else does. Undefined when the text is not one single amount (a range, a price for a pack, words), or when the amount is negative or beyond a billion.
 */
export function parsePrice(text: string, currency: CurrencyCode, decimalPoints = false): Money | undefined {
  const match = /^([a-z]{1,3}\.?\$?|[$€£₹¥₩]|us\$)?\s*(\d[\d.,'’\s ]*)\s*([a-z]{2,3}\.?|zł|[$€£₹¥₩])?$/i.exec(
    text
      .replace(/\s*\/-\s*$/, '')
      .replace(/\u00a0/g, ' ')
      .trim(),
  )
  if (!match) return undefined
  // A sign on both sides ("$10 USD") is one price too: the code says which dollar.
  const marks = [match[1], match[3]].map((mark) => (mark ?? '').toLowerCase())
  const mark = marks.find((one) => /^[a-z]{3}$/.test(one)) ?? (marks[0] || marks[1] || '')
  const code = currencyOf(mark, currency)
  const amount =
    code === undefined ? undefined : amountOf((match[2] ?? '').trim(), !decimalPoints && dotGroups.has(code))
  if (code === undefined || amount === undefined || amount > 1e9) return undefined
  return { minor: Math.round(amount * 10 ** currencyDigits(code)), currency: code }
}
