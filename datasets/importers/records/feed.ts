/**
 * A product feed in XML to records, streaming: RSS 2.0 and Atom as Google Merchant Center reads them (its "Product data specification"). No
 * document type is ever looked into, so that no entity can unfold and nothing outside the file is read.
 */
import { Parser } from 'htmlparser2'
import { ImportFileError } from '../errors'
import type { RecordOrRefusal } from '../types'

/** Longest item taken, in characters. */
const ITEM_MAX = 1 << 20
/** Most characters without a single tag or text: a comment or an attribute that never ends. */
const SILENCE_MAX = 1 << 22
const FIELDS_MAX = 200
/** Deepest nesting inside an item, and around items. */
const ITEM_DEPTH_MAX = 32
const DEPTH_MAX = 10_000
const GOOGLE = 'http://base.google.com/ns/1.0'
/** Elements that may hold markup of their own. */
const prose: ReadonlySet<string> = new Set(['title', 'description', 'summary', 'content', 'content:encoded'])
const UNCLOSED = 'the item is never closed'
const EXPORT_AGAIN = 'Export the feed again, or import the table it was made from.'

interface OpenField {
  readonly name: string
  /** Of Google's own namespace: it counts before one of the same name that is not. */
  readonly own: boolean
  text: string
}

/** An item that is being read. */
interface OpenItem {
  readonly row: number
  readonly tag: string
  readonly fields: Map<string, { readonly own: boolean; readonly text: string }>
  readonly path: OpenField[]
  /** Markup open inside a field of prose. */
  inline: number
  size: number
  /** Why it cannot be taken, once that is known. */
  problem?: string
}

const isItem = (tag: string) => tag === 'item' || tag === 'entry'

/** Finds items in text that arrives in pieces. */
class FeedScanner {
  /** Records completed since they were last taken. */
  found: RecordOrRefusal[] = []
  rows = 0
  root = ''
  private prefix = 'g:'
  private depth = 0
  private silence = 0
  private item: OpenItem | undefined
  private readonly parser = new Parser(
    {
      onopentag: (name, attributes) => this.open(name, attributes),
      ontext: (text) => this.say(text),
      onclosetag: (name, implied) => this.close(name, implied),
    },
    { xmlMode: true },
  )

  /** Records completed by this piece. Throws RangeError where nothing sensible can come any more. */
  push(piece: string): readonly RecordOrRefusal[] {
    this.silence += piece.length
    this.parser.write(piece)
    if (this.silence > SILENCE_MAX)
      throw new RangeError(`more than ${SILENCE_MAX} characters without any element`)
    return this.found.splice(0)
  }

  /** What is left when the text has ended. Throws RangeError where the root element has not. */
  end(): readonly RecordOrRefusal[] {
    if (this.rows > 0 && this.depth > 0) throw new RangeError(`it ends before <${this.root}> is closed`)
    this.parser.end()
    return this.found.splice(0)
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.silence = 0
    this.depth += 1
    if (this.depth > DEPTH_MAX) throw new RangeError(`elements nest more than ${DEPTH_MAX} levels deep`)
    if (this.root === '') this.root = name
    for (const [attribute, value] of Object.entries(attributes))
      if (attribute.startsWith('xmlns:') && value === GOOGLE) this.prefix = `${attribute.slice(6)}:`
    if (isItem(name)) this.begin(name)
    else if (this.item) this.field(this.item, name, attributes)
  }

  /** An item that starts inside another means that the other was never closed. */
  private begin(tag: string): void {
    this.finish(UNCLOSED)
    this.rows += 1
    this.item = { row: this.rows, tag, fields: new Map(), path: [], inline: 0, size: 0 }
  }

  private field(item: OpenItem, tag: string, attributes: Readonly<Record<string, string>>): void {
    if (item.inline > 0 || prose.has(item.path.at(-1)?.name ?? '')) {
      item.inline += 1
      this.say(' ')
      return
    }
    if (item.path.length >= ITEM_DEPTH_MAX)
      item.problem ??= `the item nests more than ${ITEM_DEPTH_MAX} levels deep`
    const own = tag.startsWith(this.prefix)
    // Atom keeps an address in an attribute.
    const text = tag === 'link' ? (attributes['href'] ?? '') : ''
    if (!item.problem) item.path.push({ name: own ? tag.slice(this.prefix.length) : tag, own, text })
  }

  private say(text: string): void {
    this.silence = 0
    const { item } = this
    const field = item?.path.at(-1)
    if (!item || item.problem) return
    item.size += text.length
    if (item.size > ITEM_MAX) item.problem = `the item is longer than ${ITEM_MAX} characters`
    else if (field) field.text += text
  }

  private close(name: string, implied: boolean): void {
    this.silence = 0
    this.depth -= 1
    const { item } = this
    if (!item) return
    if (name === item.tag) this.finish(implied ? UNCLOSED : undefined)
    else if (item.inline > 0) {
      item.inline -= 1
      this.say(' ')
    } else if (!item.problem) keep(item)
  }

  /** Hands the open item over, refused where there is a reason. */
  private finish(reason: string | undefined): void {
    const { item } = this
    if (!item) return
    this.item = undefined
    const problem = item.problem ?? reason
    const fields = Object.fromEntries([...item.fields].map(([name, { text }]) => [name, text]))
    this.found.push(
      problem === undefined ? { row: item.row, fields } : { row: item.row, field: '', reason: problem },
    )
  }
}

/** Keeps the field that has just ended; one that stands several times becomes a list. */
function keep(item: OpenItem): void {
  const field = item.path.at(-1)
  if (!field) return
  const name = item.path.map((part) => part.name).join('.')
  item.path.pop()
  const text = field.text.trim()
  const before = item.fields.get(name)
  if (text === '' || (before === undefined && item.fields.size >= FIELDS_MAX)) return
  if (before === undefined || (field.own && !before.own)) item.fields.set(name, { own: field.own, text })
  else if (field.own === before.own)
    item.fields.set(name, { own: before.own, text: `${before.text}, ${text}` })
}

const decodable =
  /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|iso-8859-1|iso-8859-15|latin-?1|windows-1252|cp1252)$/i

/** Throws where the file says that it is written in an encoding that would be misread. */
function checkEncoding(path: string, sample: string): void {
  const encoding = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([^"']{1,40})["']/.exec(sample)?.[1]
  if (encoding === undefined || decodable.test(encoding)) return
  throw new ImportFileError(path, `is written in ${encoding}`, 'Save it as UTF-8 and import that.')
}

/**
 * Reads the items of a feed. `g:` names lose their prefix and count before others of the same name, nested elements are joined by dots, an
 * element that stands several times becomes a list. An item that is never closed, too long or too deep is refused by itself. Throws
 * ImportFileError for another encoding than it can read, for XML without any item, for a file that is cut off, and where no more sense can be made
 * of the text.
 */
export async function* feedRecords(
  path: string,
  chunks: AsyncIterable<string>,
  sample: string,
): AsyncGenerator<RecordOrRefusal> {
  checkEncoding(path, sample)
  const scanner = new FeedScanner()
  const guarded = (read: () => readonly RecordOrRefusal[]) => {
    try {
      return read()
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause
      const after = scanner.rows === 0 ? '' : ` after item ${scanner.rows}`
      throw new ImportFileError(path, `cannot be read${after}: ${cause.message}`, EXPORT_AGAIN, { cause })
    }
  }
  for await (const chunk of chunks) yield* guarded(() => scanner.push(chunk))
  yield* guarded(() => scanner.end())
  if (scanner.rows > 0) return
  const page = scanner.root.toLowerCase() === 'html'
  throw new ImportFileError(
    path,
    page
      ? 'is a web page, not a table of products'
      : `is XML ("${scanner.root.slice(0, 40)}") without any item or entry`,
    'A product feed is RSS with <item>s or Atom with <entry>s, as Google Merchant Center reads it.',
  )
}
