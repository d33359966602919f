/** Delimited text (comma, semicolon, tab, bar) to records, streaming. RFC 4180 with what shops' exports do to it. */
import { ImportFileError } from '../errors'
import type { RecordOrRefusal } from '../types'
import type { DelimitedRow } from './delimited'
import { DelimitedError, RECORD_MAX, RowScanner } from './delimited'

const DELIMITERS = [',', ';', '\t', '|'] as const

/** One delimiter. */
export type Delimiter = (typeof DELIMITERS)[number]

/** The delimiter that stands most often in the first line outside quotes; a comma when none does. */
export function guessDelimiter(sample: string): Delimiter {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let quoted = false
  for (const character of sample.trimStart()) {
    if (character === '"') quoted = !quoted
    if (quoted) continue
    if (character === '\n') break
    const count = counts.get(character)
    if (count !== undefined) counts.set(character, count + 1)
  }
  const most = Math.max(...counts.values())
  return DELIMITERS.find((delimiter) => counts.get(delimiter) === most) ?? ','
}

/** Unique, trimmed names; an empty one becomes `column3`, a repeated one `name (2)`. */
export function headerNames(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cell.trim() || `column${index + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

function toRecord(row: number, names: readonly string[], { cells, doubt }: DelimitedRow): RecordOrRefusal {
  const refused = (reason: string) => ({ row, field: '', reason })
  if (doubt === 'damaged')
    return refused(
      'a quotation mark is not closed, or one stands inside a cell of several lines without being doubled',
    )
  if (cells.every((cell) => cell.trim() === '')) return refused('the row is empty')
  if (cells.slice(names.length).some((cell) => cell.trim() !== ''))
    return refused(`the row has ${cells.length} fields, the header names ${names.length}`)
  if (doubt === 'rest')
    return refused('the row is incomplete and stands below a quotation mark that is not closed')
  return { row, fields: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) }
}

/** The header's names. Throws ImportFileError when there is only one column. */
function checkHeader(path: string, cells: readonly string[]): readonly string[] {
  const names = headerNames(cells)
  if (names.length >= 2) return names
  throw new ImportFileError(
    path,
    `has a single column ("${(names[0] ?? '').slice(0, 40)}"), so no title column with anything beside it was found`,
    'A catalogue needs a title and at least one more column (price, description, brand, ...), separated by comma, semicolon, tab or bar.',
  )
}

function unreadable(path: string, row: number, cause: DelimitedError): ImportFileError {
  const hint = 'Look for a quotation mark that is never closed near that row.'
  if (cause.kind === 'never closed')
    return new ImportFileError(path, `opens a quotation mark after row ${row} that is never closed`, hint, {
      cause,
    })
  if (row > 0)
    return new ImportFileError(
      path,
      `has, after row ${row}, a row longer than ${RECORD_MAX} characters`,
      hint,
      { cause },
    )
  return new ImportFileError(
    path,
    `has a first line longer than ${RECORD_MAX} characters; no title column was found`,
    'The first line must name the columns. Is it really a table?',
    { cause },
  )
}

/** All rows of a text. Throws DelimitedError. */
async function* rowsOf(chunks: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<DelimitedRow> {
  const scanner = new RowScanner(delimiter)
  for await (const chunk of chunks) yield* scanner.push(chunk)
  yield* scanner.end()
}

/**
 * Reads delimited text. The header is row 1; blank lines are passed over and not counted. A row with too many fields, or with nothing but
 * separators, is refused by itself, and so is one with a quotation mark that swallows the rows below it: these are read as rows again. Throws
 * ImportFileError for a single column, a row over `RECORD_MAX` and a quotation mark never closed.
 */
export async function* csvRecords(
  path: string,
  chunks: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<RecordOrRefusal> {
  let names: readonly string[] | undefined
  let row = 0
  try {
    for await (const line of rowsOf(chunks, delimiter)) {
      row += 1
      if (names) yield toRecord(row, names, line)
      else names = checkHeader(path, line.cells)
    }
  } catch (cause) {
    throw cause instanceof DelimitedError ? unreadable(path, row, cause) : cause
  }
  if (!names) throw new ImportFileError(path, 'has no header', 'The first line must name the columns.')
}
