/** Lines of cells, for files whose separators never stand inside a cell. */
import { lines } from '../decode'
import { textOf } from '../records/read'
import type { Bytes, SetFile } from './files'

/** A line's cells; `row` is its 1-based line. */
export interface CellRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** The rows of a file; empty lines are passed over. `separator` is what stands between cells. Throws ImportFileError. */
export async function* cellRows(file: SetFile, separator: string, bytes: Bytes): AsyncGenerator<CellRow> {
  let row = 0
  for await (const line of lines(file.path, textOf({ ...file, format: 'csv' }, bytes.count))) {
    row += 1
    if (line.trim() !== '') yield { row, cells: line.split(separator) }
  }
}

/** Rows looked at to tell what a file is. */
const LOOKED_AT = 20
/** Share of them that must fit: some may be damaged. */
const FIT = 0.8

/**
 * True when a file has the `header`, whatever follows it; where files of its kind have none, when at least `share` of its first lines fit `line`. A
 * share of 0 asks for one line that fits.
 */
export function looksLike(
  { sniffed: { sample } }: Pick<SetFile, 'sniffed'>,
  { line, header }: { readonly line?: RegExp; readonly header?: RegExp },
  share = FIT,
): boolean {
  const all = sample.split(/\r?\n/)
  // The sample may end in the middle of a line.
  const whole = (all.length > 1 ? all.slice(0, -1) : all)
    .filter((text) => text.trim() !== '')
    .slice(0, LOOKED_AT)
  if (header) return header.test(whole[0] ?? '')
  const fitting = whole.filter((text) => line?.test(text)).length
  return fitting > 0 && fitting >= whole.length * share
}
