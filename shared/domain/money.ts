/** Amounts of money as people read and type them. */
import type { CurrencyCode, Money } from './catalogue'

/** Decimals of a currency's amounts: 2 for USD, 0 for JPY. */
export function moneyDigits(currency: CurrencyCode): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** An amount in a locale, without decimals where they are zero. */
export function formatMoney({ minor, currency }: Money, locale = 'en-IN'): string {
  const digits = moneyDigits(currency)
  const major = minor / 10 ** digits
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(major) ? 0 : digits,
  }).format(major)
}
