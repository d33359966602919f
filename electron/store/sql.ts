/** The little SQL that filters need, with every value quoted. */

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
