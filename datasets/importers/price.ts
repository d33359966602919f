/** Amounts of money as shops spell them. */
import type { CurrencyCode, Money } from '../../shared/domain/catalogue'

const symbols: Readonly<Record<string, CurrencyCode>> = {
  $: 'USD', us$: 'USD', '€': 'EUR', '£': 'GBP', '₹': 'INR', rs: 'INR', 'rs.': 'INR', '¥': 'JPY', sr: 'SAR', 'a$': 'AUD', 'c$': 'CAD', '₩': 'KRW',
  chf: 'CHF', kr: 'SEK', 'zł': 'PLN', r$: 'BRL',
}

/** Digits after the decimal point of a currency: 2 for EUR, 0 for JPY, 3 for KWD. Throws RangeError on a malformed code. */
export function currencyDigits(currency: CurrencyCode): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** The figure's value; undefined when its separators make no sense. A comma before one or two last digits is a decimal comma. */
function amountOf(figure: string): number | undefined {
  const compact = figure.replace(/[\s'’ ]/g, '')
  const lastDot = compact.lastIndexOf('.')
  const lastComma = compact.lastIndexOf(',')
  const decimalAt = lastComma > lastDot ? (/,\d{1,2}$/.test(compact) ? lastComma : -1) : /\.\d*$/.test(compact) && compact.indexOf('.') === lastDot ? lastDot : -1
  const whole = decimalAt < 0 ? compact : compact.slice(0, decimalAt)
  if (!/^\d+$/.test(whole) && !/^\d{1,3}([.,]\d{2,3})+$/.test(whole)) return undefined
  const fraction = decimalAt < 0 ? '' : compact.slice(decimalAt + 1)
  return Number(`${whole.replace(/[.,]/g, '')}.${fraction || '0'}`)
}

/**
 * Reads one amount: `$1,250.00`, `265,0`, `SR 2,375`, `549.00 PKR`, `1.250,00 €`. `currency` is taken when the text names none. Undefined
 * when the text is not one single amount (a range, a price for a pack, words), or when the amount is negative or beyond a billion.
 */
export function parsePrice(text: string, currency: CurrencyCode): Money | undefined {
  const match = /^([a-z]{1,3}\.?\$?|[$€£₹¥₩]|us\$)?\s*(\d[\d.,'’\s ]*)\s*([a-z]{2,3}\.?|zł|[$€£₹¥₩])?$/i.exec(text.trim().replace(/ /g, ' '))
  if (!match) return undefined
  const mark = (match[1] ?? match[3] ?? '').toLowerCase()
  const code = mark === '' ? currency : (symbols[mark] ?? (/^[a-z]{3}$/.test(mark) ? mark.toUpperCase() : undefined))
  const amount = amountOf((match[2] ?? '').trim())
  if (code === undefined || amount === undefined || amount > 1e9) return undefined
  return { minor: Math.round(amount * 10 ** currencyDigits(code)), currency: code }
}
