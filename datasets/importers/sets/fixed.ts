/** What sets whose columns are fixed let a mapping say, and how they show themselves as tables. */
import { ShelftalkError } from '../../../shared/contract/errors'
import type { ColumnUse, CurrencyFinding } from '../../../shared/domain/importing'
import { findCurrency } from '../currency'
import { SAMPLE_BYTES } from '../detect'
import { isCurrency } from '../price'
import { headerNames } from '../records/csv'
import { RowScanner } from '../records/delimited'
import type { RecordOrRefusal, SetFormat, SourceTable } from '../types'
import type { SetFile } from './files'

/** Rows of a file that a table shows. */
const FIRST = 50

/** What columns become, by name. */
export type Uses = Readonly<Record<string, ColumnUse>>

/**
 * The currency that a mapping says; undefined where it says none. Throws ShelftalkError `BAD_INPUT` for anything else in the mapping: the columns
 * of such a set mean what its publishers say.
 */
export function mappedCurrency(
  format: SetFormat,
  map: Readonly<Record<string, string>>,
): CurrencyFinding | undefined {
  const hint = 'Only the currency can be said here, for example --map currency=EUR.'
  const other = Object.keys(map).find((key) => key !== 'currency')
  if (other !== undefined)
    throw new ShelftalkError(
      'BAD_INPUT',
      `The mapping names "${other.slice(0, 40)}", and the columns of ${format} are fixed.`,
      hint,
    )
  const code = map['currency']
  if (code === undefined) return undefined
  if (!isCurrency(code))
    throw new ShelftalkError(
      'BAD_INPUT',
      `The mapping says currency=${code.slice(0, 40)}, which is no currency code.`,
      hint,
    )
  return findCurrency([], undefined, code)
}

/** A use as one of the fields that products, shoppers or interactions have. */
export const field = (name: string): ColumnUse => ({ kind: 'field', field: name })

/** A use as a segment of shoppers. */
export const segment = (name: string): ColumnUse => ({ kind: 'segment', segment: name })

/** A file with its first records as a table of fixed columns. */
export function fixedTable(
  { name, sniffed }: SetFile,
  first: readonly RecordOrRefusal[],
  uses: Uses,
): SourceTable {
  const { gzip, zip, encoding } = sniffed
  return {
    file: name,
    encoding,
    ...(gzip ? { packed: 'gzip' as const } : zip ? { packed: 'zip' as const } : {}),
    first: first.slice(0, FIRST),
    uses,
  }
}

/** The first whole lines of a file that are not blank, with their numbers. */
export function firstLines({
  sniffed: { sample, totalBytes, gzip, zip },
}: Pick<SetFile, 'sniffed'>): readonly { readonly row: number; readonly line: string }[] {
  const all = sample.split(/\r?\n/)
  // A sample may end in the middle of a line, unless it is the whole file.
  const cut = gzip || zip !== undefined || totalBytes > SAMPLE_BYTES
  const whole = cut && all.length > 1 ? all.slice(0, -1) : all
  return whole
    .map((line, at) => ({ row: at + 1, line }))
    .filter(({ line }) => line.trim() !== '')
    .slice(0, FIRST)
}

/** A file of cells as a table; its first line names them. */
export function headedTable(file: SetFile, delimiter: string, uses: Uses): SourceTable {
  const text = firstLines(file).map(({ line }) => `${line}\n`)
  const [header, ...rows] = new RowScanner(delimiter).push(text.join(''))
  const names = headerNames(header?.cells ?? [])
  return fixedTable(
    file,
    rows.map(({ cells }, at) => ({ row: at + 2, fields: byName(names, cells) })),
    uses,
  )
}

/** The same of a file whose columns are only named elsewhere, and whose separators never stand inside a cell. */
export function cellTable(
  file: SetFile,
  separator: string,
  names: readonly string[],
  uses: Uses,
): SourceTable {
  const rows = firstLines(file).map(({ row, line }) => ({
    row,
    fields: byName(names, line.split(separator)),
  }))
  return fixedTable(file, rows, uses)
}

const byName = (names: readonly string[], cells: readonly string[]) =>
  Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
