/** The little SQL that filters need, with every value quoted. */
import { CATEGORY_STEP } from '../../shared/domain/productFilter'

/** A string literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Rows whose column is one of the values; there must be one. */
export function isOneOf(column: string, values: readonly string[]): string {
  return `${column} IN (${values.map(quote).join(', ')})`
}

/** Rows whose lower-case column contains the text, in any case. */
export function contains(column: string, text: string): string {
  return `contains(lower(${column}), ${quote(text.toLowerCase())})`
}

/** Rows whose path is this one or lies below it. */
export function isBelow(column: string, path: string): string {
  return `(${column} = ${quote(path)} OR starts_with(${column}, ${quote(path + CATEGORY_STEP)}))`
}

/** Rows that every condition holds for; all rows where there is none. */
export function allOf(conditions: readonly string[]): string {
  return conditions.filter(Boolean).join(' AND ') || 'true'
}

/** Rows that one of the conditions holds for; empty, which is no condition, where there is none. */
export function anyOf(conditions: readonly string[]): string {
  return conditions.length > 1 ? `(${conditions.join(' OR ')})` : (conditions[0] ?? '')
}
