/** A finished narrative for elsewhere: plain, as JSON with its sources, or as HTML with sources in `data-` attributes. */
import type { Narrative } from '../../shared/domain/narrative'
import { pieces } from './spans'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character)

/** Text, spans, products, checks and how it was made; stable key order, two spaces. */
export function narrativeJson(narrative: Narrative): string {
  const {
    text,
    spans,
    products,
    checks,
    words,
    tokens,
    timing,
    seed,
    model,
    adapters,
    strategy,
    voice,
    channel,
  } = narrative
  const whole = {
    text,
    spans,
    products,
    checks,
    words,
    tokens,
    timing,
    seed,
    model,
    adapters,
    strategy,
    voice,
    channel,
  }
  return JSON.stringify(whole, null, 2)
}

/** One paragraph; each fact is a `<span>` that names its product, field and source column. */
export function narrativeHtml({ text, spans }: Narrative): string {
  const body = pieces(text, { start: 0, end: text.length }, { spans, unsupported: [] }).map((piece) => {
    const { span } = piece
    if (!span) return escape(piece.text)
    const source = span.sourceField === undefined ? '' : ` data-source-field="${escape(span.sourceField)}"`
    return `<span data-product="${escape(span.productId)}" data-field="${escape(span.field)}"${source}>${escape(piece.text)}</span>`
  })
  return `<p>${body.join('')}</p>`
}
