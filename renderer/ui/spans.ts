/** Splits narrative text into pieces that look alike: plain, a fact, an unsupported claim, or a fact within one. */
import type { Span, Unsupported } from '../../shared/domain/narrative'

/** A stretch of text with what marks it. Offsets are those of the narrative. */
export interface Piece {
  readonly start: number
  readonly text: string
  readonly span?: Span
  readonly unsupported?: Unsupported
}

interface Marks {
  readonly spans: readonly Span[]
  readonly unsupported: readonly Unsupported[]
}

interface Range {
  readonly start: number
  readonly end: number
}

const covers = (mark: Range, start: number, end: number) => mark.start <= start && mark.end >= end

/**
 * The pieces of `text` between `start` and `end`, in order, without gaps; joined they give the text again. Marks that reach over the
 * edges are cut; where two facts overlap the first wins.
 */
export function pieces(text: string, range: Range, { spans, unsupported }: Marks): readonly Piece[] {
  const { start, end } = range
  const inside = (at: number) => at > start && at < end
  const cuts = new Set([
    start,
    end,
    ...[...spans, ...unsupported].flatMap((mark) => [mark.start, mark.end]).filter(inside),
  ])
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end
    const span = spans.find((mark) => covers(mark, from, to))
    const claim = unsupported.find((mark) => covers(mark, from, to))
    return {
      start: from,
      text: text.slice(from, to),
      ...(span ? { span } : {}),
      ...(claim ? { unsupported: claim } : {}),
    }
  })
}
