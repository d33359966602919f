/** Delimited text to rows of cells as it arrives in pieces: RFC 4180, with loose quotation marks, and a way back where one swallows rows. */

/** Longest row taken, in characters. */
export const RECORD_MAX = 1 << 20

/** One row. */
export interface DelimitedRow {
  readonly cells: readonly string[]
  /**
   * `damaged`: a quotation mark is never closed in it, so only its first line belongs to it. `rest`: it stands below such a row and is no whole row
   * itself, but rather what was left of a cell.
   */
  readonly doubt?: 'damaged' | 'rest'
}

/** Why a text cannot be read on. */
export class DelimitedError extends Error {
  readonly kind: 'too long' | 'never closed'
  constructor(kind: DelimitedError['kind']) {
    super(kind)
    this.kind = kind
  }
}

const QUOTE = '"'
/** A text with an odd number of quotation marks. */
const LOOSE = /^[^"]*"(?:[^"]*"[^"]*")*[^"]*$/

/** A cell that ends at `end`; undefined where more text must come first. */
type Cell = { readonly text: string; readonly end: number } | 'damaged' | undefined

const isLineEnd = (character: string | undefined) => character === '\n' || character === '\r'

/** Finds rows in text that arrives in pieces. */
export class RowScanner {
  private text = ''
  /** Where the text begins within the whole. */
  private base = 0
  private at = 0
  private ended = false
  /** Up to where, within the whole, a damaged row had reached. */
  private swallowed = 0
  /** Cells of the first row. */
  private width = 0
  private afterRest = false
  private readonly delimiter: string

  constructor(delimiter: string) {
    this.delimiter = delimiter
  }

  /** Rows completed by this piece; an empty line is none. Throws DelimitedError. */
  *push(piece: string): Generator<DelimitedRow> {
    this.text = this.text.slice(this.at) + piece
    this.base += this.at
    this.at = 0
    yield* this.rows()
    if (this.text.length - this.at > RECORD_MAX) throw new DelimitedError('too long')
  }

  /** What is left when the text has ended. Throws DelimitedError. */
  *end(): Generator<DelimitedRow> {
    this.ended = true
    yield* this.rows()
  }

  private *rows(): Generator<DelimitedRow> {
    for (;;) {
      while (isLineEnd(this.text[this.at])) this.at += 1
      const start = this.at
      const row = start < this.text.length ? this.row(start) : undefined
      if (!row) return
      if (this.at - start > RECORD_MAX) throw new DelimitedError('too long')
      if (this.width === 0) this.width = row.cells.length
      this.afterRest = row.doubt === undefined && this.isRest(start, row)
      yield this.afterRest ? { ...row, doubt: 'rest' } : row
    }
  }

  /** True for a row among those that were swallowed, or below the rest of a cell, that has too few cells or a loose quotation mark. */
  private isRest(start: number, { cells }: DelimitedRow): boolean {
    if (this.base + start >= this.swallowed && !this.afterRest) return false
    return cells.length < this.width || LOOSE.test(cells.join(this.delimiter))
  }

  /** The row that begins at `start`; what comes after it is at `at`. */
  private row(start: number): DelimitedRow | undefined {
    const cells: string[] = []
    for (let from = start; ;) {
      const cell = this.text[from] === QUOTE ? this.quoted(start, from) : this.open(from, from, '')
      if (cell === undefined) return undefined
      if (cell === 'damaged') return this.firstLine(start)
      cells.push(cell.text)
      if (this.text[cell.end] !== this.delimiter) {
        this.at = cell.end
        return { cells }
      }
      from = cell.end + 1
    }
  }

  /** A cell without quotation marks around it, or the rest of one behind a mark that closes nothing: it ends where a cell can. */
  private open(from: number, search: number, before: string): Cell {
    let end = search
    while (end < this.text.length && this.text[end] !== this.delimiter && !isLineEnd(this.text[end])) end += 1
    if (end === this.text.length && !this.ended) return undefined
    return { text: before + this.text.slice(from, end), end }
  }

  private quoted(start: number, from: number): Cell {
    const { text } = this
    for (let search = from + 1; ;) {
      const close = text.indexOf(QUOTE, search)
      if ((close < 0 ? text.length : close) - start > RECORD_MAX) throw new DelimitedError('too long')
      if (close < 0 && this.ended) throw new DelimitedError('never closed')
      const next = text[close + 1]
      if (close < 0 || (next === undefined && !this.ended)) return undefined
      search = close + 2
      if (next === QUOTE) continue
      const inner = text.slice(from + 1, close).replaceAll('""', QUOTE)
      if (next === undefined || next === this.delimiter || isLineEnd(next))
        return { text: inner, end: close + 1 }
      if (!/[\r\n]/.test(inner)) return this.open(close, close, QUOTE + inner)
      this.swallowed = Math.max(this.swallowed, this.base + close)
      return 'damaged'
    }
  }

  private firstLine(start: number): DelimitedRow {
    const length = this.text.slice(start).search(/[\r\n]/)
    this.at = start + length
    return { cells: [this.text.slice(start, this.at)], doubt: 'damaged' }
  }
}
