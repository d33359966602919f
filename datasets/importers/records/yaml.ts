/** A YAML list of mappings to records, streaming: each list item is parsed alone, without aliases, so no document can unfold in memory. */
import { parse } from 'yaml'
import { ImportFileError } from '../errors'
import type { RecordOrRefusal } from '../types'
import { flatRecord } from './flatten'

/** Longest list item taken, in characters. */
const ITEM_MAX = 1 << 18
/** Deepest nesting of brackets in one item: what nests deeper is no product, and slow to parse. */
const NESTING_MAX = 64
const NOT_A_LIST = 'A YAML catalogue is a list: every product starts with "- " and has its fields below.'

/** How deep brackets nest; quoted ones count too, which only a text full of open brackets would notice. */
function nesting(text: string): number {
  let depth = 0
  let deepest = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 91 || code === 123) deepest = Math.max(deepest, (depth += 1))
    else if ((code === 93 || code === 125) && depth > 0) depth -= 1
  }
  return deepest
}

function toRecord(row: number, item: readonly string[]): RecordOrRefusal {
  const text = item.join('\n')
  if (text.length > ITEM_MAX)
    return { row, field: '', reason: `the record is longer than ${ITEM_MAX} characters` }
  if (nesting(text) > NESTING_MAX)
    return { row, field: '', reason: `the record nests more than ${NESTING_MAX} levels deep` }
  try {
    const list: unknown = parse(text, { maxAliasCount: 0, logLevel: 'error', uniqueKeys: true })
    return flatRecord(row, Array.isArray(list) ? list[0] : undefined, 'the row is not a mapping of fields')
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'unreadable'
    return { row, field: '', reason: `not valid YAML: ${message.slice(0, 160)}` }
  }
}

/** Reads the items of a YAML list, at the top or under one key. Throws ImportFileError when the file holds no list. */
export async function* yamlRecords(
  path: string,
  textLines: AsyncIterable<string>,
): AsyncGenerator<RecordOrRefusal> {
  let item: string[] = []
  let size = 0
  let indent = -1
  let row = 0
  let ended = false
  for await (const line of textLines) {
    if (line.startsWith('---') || line.startsWith('%') || line.startsWith('...')) continue
    const dash = /^( *)-(?: |$)/.exec(line)
    if (dash && indent < 0) indent = dash[1]?.length ?? 0
    if (dash && dash[1]?.length === indent) {
      if (item.length > 0) yield toRecord((row += 1), item)
      item = []
      size = 0
      ended = false
    }
    // A line at the list's own depth that is no item, no comment and not blank belongs to what comes after the list.
    else if (indent >= 0 && /^ *[^\s#]/.test(line) && line.search(/\S/) <= indent) ended = true
    if (indent < 0 || ended) continue
    size += line.length
    // An item that is too long is cut here and refused above: only its beginning is ever held.
    if (size <= ITEM_MAX + line.length) item.push(line)
  }
  if (item.length > 0) yield toRecord((row += 1), item)
  if (row === 0) throw new ImportFileError(path, 'holds no list of products', NOT_A_LIST)
}
