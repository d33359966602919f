/** Small tables that name what products only have a key of: their categories, subcategories and brands. */
import type { RefusedRow } from '../../../../shared/domain/catalogue'
import { readRecords } from '../../records/read'
import { isBlank } from '../../text'
import { isRefusal } from '../../types'
import type { RecordOrRefusal } from '../../types'
import { readable } from '../files'
import type { TableFile } from './plan'

/** Most rows of one such table. */
const ROWS_MAX = 100_000

type Names = Readonly<Record<string, string>>

/** A table of names. */
export interface Lookup {
  readonly file: TableFile
  /** The column that products, or another table of names, refer by. */
  readonly key: string
  /** Its columns that products get, and what these are called there. */
  readonly gives: Names
  /** What products get, by key. */
  readonly names: ReadonlyMap<string, Names>
  /** Rows taken, and those that could not be. */
  readonly taken: number
  readonly refused: readonly RefusedRow[]
}

/** A lookup that is not read yet. */
type Found = Pick<Lookup, 'file' | 'key' | 'gives'>

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
/** What a key's column is called that one may look up, and the thing it is the key of. */
const KEY =
  /^(?:fk)?((?:product|item|article)?(?:sub)?category|(?:product)?brand|department|manufacturer|vendor)(?:key|id|code)$/
/** A key as text: programs that take it for a number write "31.0". */
const keyText = (text: string | undefined) => (text ?? '').trim().replace(/\.0+$/, '')

const things = (column: string) => KEY.exec(plain(column))?.[1]

/** The column that names the thing, and what products are to call it: "name" alone says nothing there. */
function nameOf(columns: readonly string[], thing: string): readonly [string, string] | undefined {
  const short = thing.replace(/^(?:product|item|article)/, '')
  const spelled = [thing, short].flatMap((one) => [`${one}name`, one, `english${one}name`, `${one}title`])
  const own = columns.find((column) => spelled.includes(plain(column)))
  const bare = own ?? columns.find((column) => ['name', 'title'].includes(plain(column)))
  return bare === undefined ? undefined : [bare, `${short} name`]
}

/** Tables of names that lead on from `columns`, each after those that lead to it. */
function find(tables: readonly TableFile[], columns: readonly string[]): readonly Found[] {
  const known = new Set(columns)
  const spelled = (name: string) => [...known].some((column) => plain(column) === plain(name))
  const found: Found[] = []
  for (let before = -1; before < found.length;) {
    before = found.length
    for (const file of tables) {
      if (found.some((one) => one.file === file)) continue
      const key = file.columns.find((column) => known.has(column) && things(column) !== undefined)
      const name = key === undefined ? undefined : nameOf(file.columns, things(key) ?? '')
      if (key === undefined || name === undefined || spelled(name[1])) continue
      const onward = file.columns.filter((column) => !known.has(column) && things(column) !== undefined)
      const gives = Object.fromEntries([name, ...onward.map((column) => [column, column] as const)])
      for (const column of Object.values(gives)) known.add(column)
      found.push({ file, key, gives })
    }
  }
  return found
}

/** What a row gives, or why it cannot be taken. */
function rowOf(record: RecordOrRefusal, { key, gives }: Found, names: ReadonlyMap<string, Names>) {
  if (isRefusal(record)) return record
  const { row, fields } = record
  const id = keyText(fields[key])
  if (isBlank(id)) return { row, field: key, reason: 'the key is empty' }
  if (names.has(id)) return { row, field: key, reason: `the key "${id.slice(0, 60)}" was there before` }
  if (names.size >= ROWS_MAX) return { row, field: key, reason: `only ${ROWS_MAX} rows are taken` }
  return {
    id,
    given: Object.fromEntries(Object.entries(gives).map(([from, to]) => [to, fields[from] ?? ''])),
  }
}

async function read(found: Found): Promise<Lookup> {
  const names = new Map<string, Names>()
  const refused: RefusedRow[] = []
  const { file } = found
  for await (const record of readRecords(readable(file, file.format), () => undefined)) {
    const line = rowOf(record, found, names)
    if ('reason' in line) refused.push({ ...line, file: file.name })
    else names.set(line.id, line.given)
  }
  return { ...found, names, taken: names.size, refused }
}

/** Finds and reads the tables of names among those that are nothing else. Throws what reading them throws. */
export async function readLookups(
  tables: readonly TableFile[],
  columns: readonly string[],
): Promise<readonly Lookup[]> {
  const lookups: Lookup[] = []
  for (const found of find(tables, columns)) lookups.push(await read(found))
  return lookups
}

/** A product's row with what its keys stand for. */
export function withNames(record: RecordOrRefusal, lookups: readonly Lookup[]): RecordOrRefusal {
  if (isRefusal(record) || lookups.length === 0) return record
  let { fields } = record
  for (const { key, names } of lookups) fields = { ...fields, ...names.get(keyText(fields[key])) }
  return { ...record, fields }
}
