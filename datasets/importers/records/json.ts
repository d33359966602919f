/** JSON to records, streaming: a list of objects, an object that holds one, or one object a line. */
import { ImportFileError } from '../errors'
import type { RefusedRow } from '../../../shared/domain/catalogue'
import type { RecordOrRefusal } from '../types'
import { flatRecord } from './flatten'
import type { Found, JsonValue, RecordDepth } from './objects'
import { JsonTextError, ObjectScanner, jsonElement } from './objects'

/** Lists that a record has inside itself. */
const PARTS: ReadonlySet<string> = new Set(
  'reviews images variants options comments ratings tags offers attributes specifications media videos features'.split(
    ' ',
  ),
)

/** Where the string that opens at `at` ends: one past its closing quotation mark, or the text's end. */
function stringEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i += 1
    else if (text[i] === '"') return i + 1
  }
  return text.length
}

/** Whether the object that `text` starts with holds a list of objects that are its rows, not its parts. */
function holdsRows(text: string): boolean {
  let level = 0
  let key = ''
  let list = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '"') {
      const end = stringEnd(text, at)
      if (level === 1 && /^\s*:/.test(text.slice(end, end + 20))) key = text.slice(at + 1, end - 1)
      at = end - 1
    } else if (character === '{' || character === '[') {
      if (level === 1) list = character === '[' && !PARTS.has(key.toLowerCase())
      if (level === 2 && list && character === '{') return true
      level += 1
    } else if (character === '}' || character === ']') {
      level -= 1
      if (level === 0) return false
    }
  }
  return false
}

/** How many brackets stand around a record: 0 for one object a line, 1 for a list, 2 for a list inside an object. */
export function recordDepth(sample: string): RecordDepth {
  const text = sample.trimStart()
  if (text.startsWith('[')) return 1
  return holdsRows(text) ? 2 : 0
}

/** One object of a list as it stands, nested. */
export interface JsonObject {
  readonly row: number
  readonly value: JsonValue
}

function toObject(row: number, found: Found): JsonObject | RefusedRow {
  return 'value' in found ? { row, value: found.value } : { row, field: '', reason: found.reason }
}

function toRecord(object: JsonObject | RefusedRow): RecordOrRefusal {
  return 'reason' in object ? object : flatRecord(object.row, object.value, 'the row is not an object')
}

/**
 * Reads the objects of a JSON list as they stand; an element that is no object, or whose brackets do not match, is refused by itself. Throws
 * ImportFileError where an object is longer than any sense, where nobody could tell which brackets do not match, and where the file is cut off.
 */
export async function* jsonObjects(
  path: string,
  chunks: AsyncIterable<string>,
  depth: RecordDepth,
): AsyncGenerator<JsonObject | RefusedRow> {
  const scanner = new ObjectScanner(depth)
  const guarded = (read: () => readonly Found[]) => {
    try {
      return read()
    } catch (cause) {
      if (!(cause instanceof JsonTextError)) throw cause
      throw new ImportFileError(
        path,
        `cannot be read after record ${scanner.rows}: ${cause.message}`,
        'A catalogue is a list of small objects, one a product. Look at the records near that place, or export the file again.',
        { cause },
      )
    }
  }
  let row = 0
  for await (const chunk of chunks)
    for (const found of guarded(() => scanner.push(chunk))) yield toObject((row += 1), found)
  for (const found of guarded(() => scanner.end())) yield toObject((row += 1), found)
}

/** The same, flattened. */
export async function* jsonRecords(
  path: string,
  chunks: AsyncIterable<string>,
  depth: RecordDepth,
): AsyncGenerator<RecordOrRefusal> {
  for await (const object of jsonObjects(path, chunks, depth)) yield toRecord(object)
}

/** Reads one JSON object a line; empty lines are passed over, a bad line is refused by itself. */
export async function* jsonlRecords(textLines: AsyncIterable<string>): AsyncGenerator<RecordOrRefusal> {
  let row = 0
  for await (const line of textLines) {
    row += 1
    if (line.trim()) yield toRecord(toObject(row, jsonElement(line)))
  }
}
