/** Python's own spelling of dictionaries, in which the metadata of 2014 is published: `{'asin': '0001', 'price': 3.17, 'related': None}`. */

/** Brackets within brackets that are read. */
const DEPTH_MAX = 40

const words: Readonly<Record<string, unknown>> = {
  None: null,
  True: true,
  False: false,
  null: null,
  true: true,
  false: false,
}
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  a: '\u0007',
  v: '\u000b',
  '0': '\0',
  '\n': '',
}

class Reader {
  private at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  whole(): unknown {
    const value = this.value(0)
    this.blanks()
    if (this.at < this.text.length) throw this.odd()
    return value
  }

  private value(depth: number): unknown {
    if (depth > DEPTH_MAX) throw new SyntaxError(`brackets stand ${DEPTH_MAX} deep`)
    this.blanks()
    const next = this.text[this.at]
    if (next === '{') return this.dictionary(depth)
    if (next === '[' || next === '(') return this.list(next === '[' ? ']' : ')', depth)
    if (next === "'" || next === '"') return this.string()
    return this.word()
  }

  private dictionary(depth: number): Readonly<Record<string, unknown>> {
    const entries: [string, unknown][] = []
    this.at += 1
    while (!this.ends('}')) {
      const key = this.value(depth + 1)
      this.expect(':')
      entries.push([String(key), this.value(depth + 1)])
      this.comma('}')
    }
    return Object.fromEntries(entries)
  }

  private list(end: string, depth: number): readonly unknown[] {
    const items: unknown[] = []
    this.at += 1
    while (!this.ends(end)) {
      items.push(this.value(depth + 1))
      this.comma(end)
    }
    return items
  }

  /** True, having stepped over it, at the closing bracket. */
  private ends(end: string): boolean {
    this.blanks()
    if (this.text[this.at] !== end) return false
    this.at += 1
    return true
  }

  private comma(end: string): void {
    this.blanks()
    if (this.text[this.at] === ',') this.at += 1
    else if (this.text[this.at] !== end) throw this.odd()
  }

  private expect(sign: string): void {
    this.blanks()
    if (this.text[this.at] !== sign) throw this.odd()
    this.at += 1
  }

  private string(): string {
    const quote = this.text[this.at]
    let text = ''
    for (this.at += 1; this.at < this.text.length; this.at++) {
      const character = this.text[this.at] ?? ''
      if (character === quote) {
        this.at += 1
        return text
      }
      text += character === '\\' ? this.escaped() : character
    }
    throw new SyntaxError('a string is never closed')
  }

  /** What stands after a backslash; leaves `at` on its last character. */
  private escaped(): string {
    this.at += 1
    const sign = this.text[this.at] ?? ''
    const length = sign === 'x' ? 2 : sign === 'u' ? 4 : sign === 'U' ? 8 : 0
    if (length === 0) return escapes[sign] ?? sign
    const digits = this.text.slice(this.at + 1, this.at + 1 + length)
    const code = /^[0-9a-f]+$/i.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1
    if (code < 0 || code > 0x10ffff) return sign
    this.at += length
    return String.fromCodePoint(code)
  }

  private word(): unknown {
    // Python 2 writes u'text' and 5L.
    const prefixed = /^[ub]+(?=['"])/i.exec(this.text.slice(this.at, this.at + 3))
    if (prefixed) {
      this.at += prefixed[0].length
      return this.string()
    }
    const word = /^[-+.\w]+/.exec(this.text.slice(this.at, this.at + 60))?.[0]
    if (word === undefined) throw this.odd()
    const value = Object.hasOwn(words, word) ? words[word] : Number(word.replace(/L$/, ''))
    if (Number.isNaN(value)) throw this.odd()
    this.at += word.length
    return value
  }

  private blanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1
  }

  private odd(): SyntaxError {
    return new SyntaxError(
      this.at >= this.text.length
        ? 'it ends too soon'
        : `"${this.text.slice(this.at, this.at + 12)}" at ${this.at}`,
    )
  }
}

/** Reads one JSON value or, where it is none, one Python literal. Throws SyntaxError. */
export function parseLiteral(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return new Reader(text).whole()
  }
}
