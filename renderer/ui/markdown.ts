/** The little of Markdown that a model card uses, as data: a page may not be given markup by a folder somebody sent. Pure. */

/** A stretch of a line. */
export interface Inline {
  readonly kind: 'plain' | 'code' | 'strong' | 'emphasis'
  readonly text: string
}

/** A block of a card. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|!?\[([^\]]*)\]\([^)]*\)/g

/** Code, strong and emphasised words; a link or picture becomes its text. */
export function inlines(text: string): readonly Inline[] {
  const found: Inline[] = []
  let from = 0
  const plain = (end: number) => {
    if (end > from) found.push({ kind: 'plain', text: text.slice(from, end) })
  }
  for (const match of text.matchAll(INLINE)) {
    plain(match.index)
    const [whole, code, strong, emphasis, label] = match
    if (code !== undefined) found.push({ kind: 'code', text: code })
    else if (strong !== undefined) found.push({ kind: 'strong', text: strong })
    else if (emphasis !== undefined) found.push({ kind: 'emphasis', text: emphasis })
    else found.push({ kind: 'plain', text: label ?? '' })
    from = match.index + whole.length
  }
  plain(text.length)
  return found
}

const FENCE = /^```/
const ITEM = /^\s*(?:[-*]|\d+\.)\s+/
const ROW = /^\s*\|.*\|\s*$/
const RULE = /^\s*\|[\s:|-]+\|\s*$/
const HEADING = /^(#{1,6})\s+/

/** The blocks of a card, in order. */
export function blocks(markdown: string): readonly Block[] {
  const lines = markdown.replaceAll('\r\n', '\n').split('\n')
  const found: Block[] = []
  let at = 0
  /** The lines from here on for which `more` holds. */
  const run = (more: (line: string) => boolean): string[] => {
    const from = at
    while (at < lines.length && more(lines[at] ?? '')) at++
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.trim() === '') at++
    else if (FENCE.test(line)) {
      at++
      found.push({ kind: 'code', text: run((one) => !FENCE.test(one)).join('\n') })
      at++
    } else if (HEADING.test(line)) {
      at++
      const level = HEADING.exec(line)?.[1]?.length ?? 1
      found.push({ kind: 'heading', level, inlines: inlines(line.replace(HEADING, '')) })
    } else if (ROW.test(line)) {
      const rows = run((one) => ROW.test(one)).filter((one) => !RULE.test(one))
      found.push({ kind: 'table', rows: rows.map(cells) })
    } else if (ITEM.test(line)) {
      found.push({ kind: 'list', items: items(run((one) => one.trim() !== '' && !FENCE.test(one))) })
    } else {
      const text = run(
        (one) => one.trim() !== '' && ![FENCE, HEADING, ITEM, ROW].some((sign) => sign.test(one)),
      )
      found.push({ kind: 'paragraph', inlines: inlines(text.join(' ')) })
    }
  }
  return found
}

const cells = (row: string) =>
  row
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => inlines(cell.trim()))

/** Lines that begin no item go on with the one before. */
function items(lines: readonly string[]): readonly (readonly Inline[])[] {
  const texts: string[] = []
  for (const line of lines) {
    if (ITEM.test(line)) texts.push(line.replace(ITEM, ''))
    else texts.push(`${texts.pop() ?? ''} ${line.trim()}`)
  }
  return texts.map(inlines)
}
