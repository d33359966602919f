/** JSON text to the objects of its list, as it arrives in pieces; a bracket or quotation mark too many or too few costs one object, not the rest. */

/** Longest object taken, in characters. */
const OBJECT_MAX = 1 << 22

/** An object as it stands, nested. */
export type JsonValue = Readonly<Record<string, unknown>>

/** One element of the list, or why it cannot be taken. */
export type Found = { readonly value: JsonValue } | { readonly reason: string }

/** How many brackets stand around a record: 0 for one object after the other, 1 for a list, 2 for a list inside an object. */
export type RecordDepth = 0 | 1 | 2

/** Why a text cannot be read on. */
export class JsonTextError extends Error {}

const NO_OBJECT: Found = { reason: 'the row is not an object' }
const UNMATCHED: Found = { reason: 'not valid JSON: its brackets or quotation marks do not match' }

const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN = 123
const CLOSE = 125
const isBreak = (code: number) => code === 10 || code === 13

/** Reads one element's text. */
export function jsonElement(text: string): Found {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { value: value as JsonValue }
      : NO_OBJECT
  } catch (cause) {
    return {
      reason: `not valid JSON: ${cause instanceof Error ? cause.message.slice(0, 120) : 'unreadable'}`,
    }
  }
}

/** Brackets that stand around a record, outermost first. */
const around: Readonly<Record<RecordDepth, readonly number[]>> = {
  0: [],
  1: [OPEN_LIST],
  2: [OPEN, OPEN_LIST],
}

/**
 * Finds whole objects and whatever else stands among them. Where brackets do not match, what is open is refused and reading goes on at the next line
 * that begins as the last record's did; where records do not begin on lines of their own nobody could tell which object is one, and it throws.
 */
export class ObjectScanner {
  /** Elements found so far. */
  rows = 0
  private found: Found[] = []
  private text = ''
  private at = 0
  private start = -1
  /** Codes of the brackets that are open. */
  private stack: number[] = []
  /** True while what is open is no object: a number, a string or a list among the records. */
  private loose = false
  private inString = false
  private escaped = false
  /** The last character that is no white space, strings left out. */
  private last = COMMA
  /** Where the line begins that has been white space so far; -1 where there was something else. */
  private margin = 0
  /** White space before the last record that began a line. */
  private indent: string | undefined
  /** An object that ended, until what follows shows that it was whole. */
  private pending: Found | undefined
  /** True where that object has several lines, and the last of them is another than a bracket below its first. */
  private early = false
  /** True between a fault and the next record. */
  private lost = false
  /** True behind a damaged object: what follows up to the next is its own. */
  private blamed = false
  /** Whether the open list holds records, and what else stood in it before the first. */
  private listed = false
  private ahead = 0
  private readonly depth: RecordDepth

  constructor(depth: RecordDepth) {
    this.depth = depth
  }

  /** Elements completed by this piece. Throws JsonTextError where the rest cannot be told apart, or an object is over `OBJECT_MAX`. */
  push(piece: string): readonly Found[] {
    this.text += piece
    if (this.lost) this.seek(0)
    for (; !this.lost && this.at < this.text.length; this.at++) this.step(this.text.charCodeAt(this.at))
    this.trim()
    if (this.text.length > OBJECT_MAX)
      throw new JsonTextError(`an object is longer than ${OBJECT_MAX} characters`)
    return this.found.splice(0)
  }

  /** What is left when the text has ended. Throws JsonTextError where it ends before its brackets do. */
  end(): readonly Found[] {
    const closed = this.lost
      ? this.last === (this.depth === 1 ? CLOSE_LIST : CLOSE)
      : this.stack.length === 0 && !this.inString
    if (!closed) throw new JsonTextError('it ends before its brackets are closed')
    this.confirm()
    return this.found.splice(0)
  }

  private add(found: Found): void {
    this.rows += 1
    this.found.push(found)
  }

  private get inList(): boolean {
    const { stack, depth } = this
    return this.start < 0 && stack.length === depth && (depth === 0 || stack[depth - 1] === OPEN_LIST)
  }

  /** Takes one character. */
  private step(code: number): void {
    if (this.inString) this.stepString(code)
    else if (code <= 32) {
      if (isBreak(code)) this.margin = this.at + 1
    } else {
      if (!this.stepMark(code)) return
      this.last = code
      this.margin = -1
    }
  }

  private stepString(code: number): void {
    if (this.escaped) this.escaped = false
    else if (code === 92) this.escaped = true
    else if (code === QUOTE) this.inString = false
    // A string ends on its line: this one lost its end.
    else if (isBreak(code) && this.indent !== undefined) this.fault()
  }

  /** A character outside strings; false where it is where it cannot be. */
  private stepMark(code: number): boolean {
    const inside = this.start >= 0 && (!this.loose || this.stack.length > this.depth)
    if (code === OPEN || code === CLOSE || code === CLOSE_LIST) return this.bracket(code)
    if (!inside && code === COMMA) this.divide()
    else if (
      !inside &&
      this.depth > 0 &&
      code === COLON &&
      this.stack.length === this.depth &&
      this.inRecords
    )
      return this.fault()
    else if (this.inList && (this.depth === 0 || (this.pending && this.last !== COMMA))) return this.fault()
    else if (this.inList) this.startLoose()
    if (code === QUOTE) this.inString = true
    if (code === OPEN_LIST) this.stack.push(code)
    return true
  }

  /** True directly among the records of a list. */
  private get inRecords(): boolean {
    return this.stack[this.depth - 1] === OPEN_LIST
  }

  private bracket(code: number): boolean {
    const top = this.stack.at(-1)
    if (code === OPEN) {
      if (this.inList) this.startRecord()
      else if (top === undefined ? this.depth === 1 : top === OPEN && !this.mayOpen()) return this.fault()
      this.stack.push(code)
      return true
    }
    if (top !== (code === CLOSE ? OPEN : OPEN_LIST)) return this.fault()
    if (this.loose && this.stack.length === this.depth) this.divide()
    this.stack.pop()
    if (this.start >= 0 && !this.loose && this.stack.length === this.depth) return this.complete()
    if (this.stack.length < this.depth) this.endList()
    return true
  }

  /** Whether an object may begin inside another: as a value, or, as far as brackets go, where a colon is missing. */
  private mayOpen(): boolean {
    return this.last === COLON || this.last === QUOTE
  }

  private startRecord(): void {
    this.confirm()
    for (; this.ahead > 0; this.ahead--) this.add(NO_OBJECT)
    this.listed = true
    this.blamed = false
    this.start = this.at
    if (this.margin >= 0) this.indent = this.text.slice(this.margin, this.at)
  }

  private startLoose(): void {
    // On the line of the object before it, or behind one that ends out of line, it may be the rest of that object, closed too early.
    if (this.indent === undefined || (this.margin >= 0 && !this.early)) {
      this.confirm()
      this.blamed = false
    }
    this.start = this.at
    this.loose = true
  }

  /** The object that closes here; false where it had swallowed others. */
  private complete(): boolean {
    const text = this.text.slice(this.start, this.at + 1)
    const element = jsonElement(text)
    if ('reason' in element && this.holdsRecords(text)) return this.fault()
    this.pending = element
    const line = text.lastIndexOf('\n')
    this.early = line >= 0 && text.slice(line + 1) !== `${this.indent ?? ''}}`
    this.blamed = 'reason' in element
    this.start = -1
    return true
  }

  /** Whether the text of a damaged record holds the beginning of another. */
  private holdsRecords(text: string): boolean {
    if (this.indent !== undefined) return text.includes(`\n${this.indent}{`)
    const first = /^\{\s*"[^"]*"/.exec(text)?.[0]
    return first !== undefined && text.includes(`},${first}`)
  }

  /** A comma, or the end of the list, after an element. */
  private divide(): void {
    if (this.loose || this.depth === 0) this.confirm()
    if (!this.loose) return
    this.loose = false
    this.start = -1
    if (this.depth === 1 || this.listed) this.add(NO_OBJECT)
    else this.ahead += 1
  }

  private endList(): void {
    this.confirm()
    this.listed = false
    this.ahead = 0
  }

  private confirm(): void {
    if (this.pending) this.add(this.pending)
    this.pending = undefined
  }

  /** True where a line begins as the last record did. */
  private beginsLine(): boolean {
    return this.margin >= 0 && this.text.slice(this.margin, this.at) === this.indent
  }

  /** Refuses what is open and goes on at the next record. False. */
  private fault(): false {
    if (this.indent === undefined) throw new JsonTextError('its brackets or quotation marks do not match')
    const code = this.text.charCodeAt(this.at)
    // A list's object is followed by a comma or an end, and is spoilt by anything else.
    if (this.depth === 0 && code !== CLOSE && code !== CLOSE_LIST) this.confirm()
    // Where the list was closed too early nothing is lost.
    const stray = this.start < 0 && code === OPEN && this.beginsLine()
    if (this.pending !== undefined || (!stray && !this.blamed)) this.add(UNMATCHED)
    this.pending = undefined
    this.blamed = true
    const from = this.start >= 0 ? this.start + 1 : stray ? this.margin - 1 : this.at
    this.start = -1
    this.loose = this.inString = this.escaped = false
    this.stack = [...around[this.depth]]
    this.seek(from)
    return false
  }

  /** Goes on where a line begins as the last record did; lost where none does yet. */
  private seek(from: number): void {
    const begins = `\n${this.indent ?? ''}{`
    const next = this.text.indexOf(begins, from)
    this.lost = next < 0
    if (this.lost) {
      const rest = this.text.trimEnd()
      if (rest !== '') this.last = rest.charCodeAt(rest.length - 1)
      this.text = this.text.slice(-begins.length)
      this.at = this.text.length
    } else {
      this.last = COMMA
      this.margin = next + 1
      // Whoever called goes on to the next character: the bracket.
      this.at = next + begins.length - 2
    }
  }

  /** Lets go of what has been read. */
  private trim(): void {
    if (this.lost) return
    const line = this.margin > 0 ? this.margin - 1 : this.at
    const keep = Math.min(this.start >= 0 ? this.start : this.at, line)
    this.text = this.text.slice(keep)
    this.at -= keep
    if (this.start >= 0) this.start -= keep
    if (this.margin >= 0) this.margin = Math.max(0, this.margin - keep)
  }
}
