/** Delimited text (comma, semicolon, tab, bar) to records, streaming. RFC 4180 with what shops' exports do to it. */
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { ImportFileError } from '../errors'
import type { RecordOrRefusal } from '../types'

/** Longest record taken, in characters. */
const RECORD_MAX = 1 << 20
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

function toRecord(row: number, names: readonly string[], cells: readonly string[]): RecordOrRefusal {
  if (cells.every((cell) => cell.trim() === '')) return { row, field: '', reason: 'the row is empty' }
  if (cells.slice(names.length).some((cell) => cell.trim() !== '')) {
    return { row, field: '', reason: `the row has ${cells.length} fields, the header names ${names.length}` }
  }
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

function unreadable(path: string, rowsRead: number, cause: unknown): ImportFileError {
  // The parser may be ahead of the rows handed on: its own count is the true one.
  const { code, records } = cause as { readonly code?: string; readonly records?: number }
  const row = records ?? rowsRead
  if (code === 'CSV_MAX_RECORD_SIZE') {
    const where = row === 0 ? 'has a first line' : `has, after row ${row}, a row`
    const hint =
      row === 0
        ? 'The first line must name the columns. Is it really a table?'
        : 'Look for a quotation mark that is never closed near that row.'
    return new ImportFileError(
      path,
      `${where} longer than ${RECORD_MAX} characters${row === 0 ? '; no title column was found' : ''}`,
      hint,
      { cause },
    )
  }
  const message = cause instanceof Error ? cause.message : String(cause)
  const quote = code === 'CSV_QUOTE_NOT_CLOSED'
  const problem = quote
    ? `opens a quotation mark after row ${row} that is never closed`
    : `stops being readable after row ${row}: ${message}`
  return new ImportFileError(path, problem, 'Look for a quotation mark that is never closed near that row.', {
    cause,
  })
}

/**
 * Reads delimited text. The header is row 1; blank lines are passed over and not counted. A row with too many fields, or with nothing but
 * separators, is refused by itself. Throws ImportFileError for a single column, a row over `RECORD_MAX` and a quotation mark never closed.
 */
export async function* csvRecords(
  path: string,
  chunks: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<RecordOrRefusal> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: RECORD_MAX,
    skip_empty_lines: true,
  })
  const source = Readable.from(chunks)
  source.on('error', (cause) => parser.destroy(cause))
  source.pipe(parser)
  let names: readonly string[] | undefined
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      row += 1
      if (names) yield toRecord(row, names, cells)
      else names = checkHeader(path, cells)
    }
  } catch (cause) {
    throw cause instanceof ImportFileError ? cause : unreadable(path, row, cause)
  } finally {
    source.destroy()
    parser.destroy()
  }
  if (!names) throw new ImportFileError(path, 'has no header', 'The first line must name the columns.')
}
