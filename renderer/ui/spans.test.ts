import { describe, expect, it } from 'vitest'
import type { Span, Unsupported } from '../../shared/domain/narrative'
import { pieces } from './spans'

const text = 'The Roll-top Pack is 1.2 kg and vegan.'
const span = (start: number, end: number, field: string): Span => ({
  start,
  end,
  text: text.slice(start, end),
  productId: 'P-1',
  field,
  productIndex: 0,
})
const claim = (start: number, end: number): Unsupported => ({
  start,
  end,
  text: text.slice(start, end),
  kind: 'claim',
  reason: 'no fact says so',
})
const look = (from: number, to: number, spans: readonly Span[], unsupported: readonly Unsupported[]) =>
  pieces(text, { start: from, end: to }, { spans, unsupported }).map((piece) => [
    piece.text,
    ...(piece.span ? [piece.span.field] : []),
    ...(piece.unsupported ? ['unsupported'] : []),
  ])

describe('pieces', () => {
  const title = span(4, 17, 'title')
  const weight = span(21, 27, 'weight')
  it.each([
    { name: 'no marks', spans: [], claims: [], from: 0, to: text.length, want: [[text]] },
    {
      name: 'facts and a claim',
      spans: [title, weight],
      claims: [claim(32, 37)],
      from: 0,
      to: text.length,
      want: [
        ['The '],
        ['Roll-top Pack', 'title'],
        [' is '],
        ['1.2 kg', 'weight'],
        [' and '],
        ['vegan', 'unsupported'],
        ['.'],
      ],
    },
    {
      name: 'a claim inside a fact',
      spans: [title],
      claims: [claim(13, 17)],
      from: 0,
      to: 17,
      want: [['The '], ['Roll-top ', 'title'], ['Pack', 'title', 'unsupported']],
    },
    {
      name: 'marks that reach over the edges',
      spans: [title, weight],
      claims: [],
      from: 9,
      to: 24,
      want: [['top Pack', 'title'], [' is '], ['1.2', 'weight']],
    },
    { name: 'an empty range', spans: [title], claims: [], from: 5, to: 5, want: [] },
  ])('$name', ({ spans, claims, from, to, want }) => {
    expect(look(from, to, spans, claims)).toEqual(want)
  })

  it('never loses or repeats a character', () => {
    const marks = { spans: [title, weight], unsupported: [claim(13, 22), claim(32, 37)] }
    const parts = pieces(text, { start: 0, end: text.length }, marks)
    expect(parts.map((piece) => piece.text).join('')).toBe(text)
    expect(parts.map((piece) => piece.start)).toEqual(
      [...parts.map((piece) => piece.start)].sort((a, b) => a - b),
    )
  })
})
