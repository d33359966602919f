/** JSON to records, streaming: a list of objects, an object that holds one, or one object a line. */
import { ImportFileError } from '../errors'
import type { RefusedRow } from '../../../shared/domain/catalogue'
import type { RecordOrRefusal } from '../types'
import { flatten } from './flatten'

/** Longest object taken, in characters. */
const OBJECT_MAX = 1 << 22

/** Finds whole objects (and, in a list, whatever else stands among them) in text that arrives in pieces. `depth` is how many brackets stand around a record. */
class ObjectScanner {
  private text = ''
  private at = 0
  private start = -1
  private level = 0
  /** True while what is open is no object: a number, a string or a list among the records. */
  private loose = false
  private inString = false
  private escaped = false
  private readonly depth: number

  constructor(depth: number) {
    this.depth = depth
  }

  /** Objects completed by this piece. Throws RangeError on one over `OBJECT_MAX`. */
  push(piece: string): string[] {
    this.text += piece
    const found: string[] = []
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at)
      if (this.loose && !this.inString && this.level === 1 && (code === 44 || code === 93)) {
        found.push(this.text.slice(this.start, this.at))
        this.start = -1
        this.loose = false
      }
      const end = this.step(code)
      if (end) found.push(this.text.slice(this.start, this.at + 1))
      if (end) this.start = -1
    }
    const keep = this.start < 0 ? this.at : this.start
    this.text = this.text.slice(keep)
    this.at -= keep
    if (this.start >= 0) this.start = 0
    if (this.text.length > OBJECT_MAX)
      throw new RangeError(`an object is longer than ${OBJECT_MAX} characters`)
    return found
  }

  /** True while an object is open. */
  get open(): boolean {
    return this.start >= 0
  }

  /** Takes one character; true when it closes a record. */
  private step(code: number): boolean {
    if (this.inString) {
      if (this.escaped) this.escaped = false
      else if (code === 92) this.escaped = true
      else if (code === 34) this.inString = false
      return false
    }
    if (this.startsLoose(code)) {
      this.start = this.at
      this.loose = true
    }
    if (code === 34) this.inString = true
    else if (code === 123 || code === 91) {
      if (code === 123 && this.level === this.depth && this.start < 0) this.start = this.at
      this.level += 1
    } else if (code === 125 || code === 93) {
      this.level -= 1
      return code === 125 && this.level === this.depth && this.start >= 0 && !this.loose
    }
    return false
  }

  /** In a list every element is a row, whatever it is. */
  private startsLoose(code: number): boolean {
    return (
      this.depth === 1 &&
      this.level === 1 &&
      this.start < 0 &&
      code > 32 &&
      code !== 44 &&
      code !== 93 &&
      code !== 123
    )
  }
}

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
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '"') {
      const end = stringEnd(text, at)
      if (level === 1 && /^\s*:/.test(text.slice(end, end + 20))) key = text.slice(at + 1, end - 1)
      at = end - 1
    } else if (character === '{' || character === '[') {
      const rows = level === 1 && character === '[' && /^\s*\{/.test(text.slice(at + 1, at + 200))
      if (rows && !PARTS.has(key.toLowerCase())) return true
      level += 1
    } else if (character === '}' || character === ']') {
      level -= 1
      if (level === 0) return false
    }
  }
  return false
}

/** How many brackets stand around a record: 0 for one object a line, 1 for a list, 2 for a list inside an object. */
export function recordDepth(sample: string): 0 | 1 | 2 {
  const text = sample.trimStart()
  if (text.startsWith('[')) return 1
  return holdsRows(text) ? 2 : 0
}

/** One object of a list as it stands, nested. */
export interface JsonObject {
  readonly row: number
  readonly value: Readonly<Record<string, unknown>>
}

function toObject(row: number, text: string): JsonObject | RefusedRow {
  try {
    const value: unknown = JSON.parse(text)
    const plain = typeof value === 'object' && value !== null && !Array.isArray(value)
    return plain
      ? { row, value: value as Readonly<Record<string, unknown>> }
      : { row, field: '', reason: 'the row is not an object' }
  } catch (cause) {
    return {
      row,
      field: '',
      reason: `not valid JSON: ${cause instanceof Error ? cause.message.slice(0, 120) : 'unreadable'}`,
    }
  }
}

function toRecord(object: JsonObject | RefusedRow): RecordOrRefusal {
  return 'reason' in object ? object : { row: object.row, fields: flatten(object.value) ?? {} }
}

/** Reads the objects of a JSON list as they stand. Throws ImportFileError where one is longer than any sense. */
export async function* jsonObjects(
  path: string,
  chunks: AsyncIterable<string>,
  depth: 0 | 1 | 2,
): AsyncGenerator<JsonObject | RefusedRow> {
  const scanner = new ObjectScanner(depth)
  let row = 0
  for await (const chunk of chunks) {
    let found: readonly string[]
    try {
      found = scanner.push(chunk)
    } catch (cause) {
      throw new ImportFileError(
        path,
        `cannot be read after record ${row}: ${(cause as Error).message}`,
        'A catalogue is a list of small objects, one a product.',
        { cause },
      )
    }
    for (const text of found) yield toObject((row += 1), text)
  }
  if (scanner.open) yield { row: row + 1, field: '', reason: 'the file ends in the middle of this record' }
}

/** The same, flattened. */
export async function* jsonRecords(
  path: string,
  chunks: AsyncIterable<string>,
  depth: 0 | 1 | 2,
): AsyncGenerator<RecordOrRefusal> {
  for await (const object of jsonObjects(path, chunks, depth)) yield toRecord(object)
}

/** Reads one JSON object a line; empty lines are passed over, a bad line is refused by itself. */
export async function* jsonlRecords(textLines: AsyncIterable<string>): AsyncGenerator<RecordOrRefusal> {
  let row = 0
  for await (const line of textLines) {
    row += 1
    if (line.trim()) yield toRecord(toObject(row, line))
  }
}
