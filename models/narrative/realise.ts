/** The realiser: a sentence with slot tokens becomes text with the catalogue's own values, every value recorded as a span. */
import indefinite from 'indefinite'
import type { SlotName } from '../../shared/domain/beats'
import type { Span } from '../../shared/domain/narrative'
import type { SlotFill } from './values'

/** Text and spans; spans are relative to the text. */
export interface Realised {
  readonly text: string
  readonly spans: readonly Span[]
}

const TOKEN = /\s*<((?:p[1-4]|h[12]|u)\.[a-zA-Z]+)>/g

/** Fills a sentence's slots. A slot without a fill throws: the guard never lets one through. */
export function realiseSentence(template: string, fills: ReadonlyMap<SlotName, SlotFill>): Realised {
  const spans: Span[] = []
  let text = ''
  let from = 0
  for (const match of template.matchAll(TOKEN)) {
    text = appendPlain(text, template.slice(from, match.index))
    const fill = fills.get(match[1] as SlotName)
    if (!fill) throw new Error(`No value for <${match[1] ?? ''}> in "${template}"`)
    text = appendFill(text, fill, spans)
    from = match.index + match[0].length
  }
  return {
    text: capitalised(appendPlain(text, template.slice(from))),
    spans: spans.map((span) => recased(span, spans)),
  }
}

/** Sentences joined by a space into one text, spans shifted; `starts[i]` is where sentence i begins. */
export function joinSentences(
  sentences: readonly Realised[],
): Realised & { readonly starts: readonly number[] } {
  let text = ''
  const spans: Span[] = []
  const starts: number[] = []
  for (const sentence of sentences) {
    if (text !== '') text += ' '
    const offset = text.length
    starts.push(offset)
    spans.push(
      ...sentence.spans.map((span) => ({ ...span, start: span.start + offset, end: span.end + offset })),
    )
    text += sentence.text
  }
  return { text, spans, starts }
}

const appendPlain = (text: string, plain: string) => text + plain.replace(/\s+/g, ' ')

function appendFill(before: string, fill: SlotFill, spans: Span[]): string {
  const { text: lead, value } = meetArticle(before, fill)
  const gap = lead === '' || /[\s('"“-]$/.test(lead) ? '' : ' '
  const head = lead + gap + article(fill, lead)
  const cased = startsSentence(head) ? capitalised(value) : value
  spans.push({
    start: head.length,
    end: head.length + cased.length,
    text: cased,
    productId: fill.productId,
    field: fill.field,
    productIndex: fill.productIndex,
    ...(fill.factId ? { factId: fill.factId } : {}),
    ...(fill.sourceField ? { sourceField: fill.sourceField } : {}),
  })
  return head + cased
}

/** "the The Hesper Lamp" and "your A Year at Sea" lose the title's own article; "a" before a vowel becomes "an", and the other way round. */
function meetArticle(before: string, fill: SlotFill): { readonly text: string; readonly value: string } {
  if (/\b(the|your|this)\s*$/i.test(before) && /^(the|an?)\s/i.test(fill.text))
    return { text: before, value: fill.text.replace(/^(the|an?)\s+/i, '') }
  const trailing = /(^|\s)(an?)(\s*)$/i.exec(before)
  if (!trailing) return { text: before, value: fill.text }
  const word = indefinite(fill.text, { articleOnly: true })
  const cased = /^A/.test(trailing[2] ?? '') ? capitalised(word) : word
  return {
    text: before.slice(0, trailing.index) + (trailing[1] ?? '') + cased + (trailing[3] ?? ''),
    value: fill.text,
  }
}

const determined = /\b(the|your|this|that|its|their|a|an|one|no)\s*$/i

/** "a " or "an " before a countable singular noun phrase that has no determiner yet; capital at a sentence start. */
function article(fill: SlotFill, lead: string): string {
  if (fill.form !== 'np' || fill.number !== 'one' || determined.test(lead)) return ''
  const word = indefinite(fill.text, { articleOnly: true })
  return `${startsSentence(lead) ? capitalised(word) : word} `
}

const startsSentence = (before: string) => /(^|[.!?]["”']?\s*)$/.test(before)

/** First letter in capitals; words with a capital inside ("iPad") stay. */
function capitalised(text: string): string {
  return /^[a-z][a-z]*[A-Z]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
}

/** Only the text's first character may change case after its span was recorded. */
function recased(span: Span, spans: readonly Span[]): Span {
  return span.start === 0 && spans[0] === span ? { ...span, text: capitalised(span.text) } : span
}
