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
  const header = /^(?:"(?:[^"]|"")*"|[^"\n])*/.exec(sample.trimStart())?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
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

/** Yields the header's names once. Throws ImportFileError when there is no header or only one column. */
function checkHeader(path: string, cells: readonly string[]): readonly string[] {
  const names = headerNames(cells)
  if (names.length >= 2) return names
  throw new ImportFileError(
    path,
    `has a single column ("${(names[0] ?? '').slice(0, 40)}")`,
    'A catalogue needs a title and at least one more column (price, description, brand, ...), separated by comma, semicolon, tab or bar.',
  )
}

/** Reads delimited text. The header is row 1. A malformed record is refused by itself. */
export async function* csvRecords(path: string, chunks: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<RecordOrRefusal> {
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, max_record_size: RECORD_MAX, skip_empty_lines: true })
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
    if (cause instanceof ImportFileError) throw cause
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new ImportFileError(path, `stops being readable after row ${row}: ${message}`, 'Look for a quotation mark that is never closed near that row.', {
      cause,
    })
  } finally {
    source.destroy()
    parser.destroy()
  }
  if (!names) throw new ImportFileError(path, 'has no header', 'The first line must name the columns.')
}
