import { expect, it } from 'vitest'
import type { Span } from './narrative'
import { verifiedFacts } from './narrative'

const span = (start: number, end: number, productIndex: number): Span => ({
  start,
  end,
  text: 'x'.repeat(end - start),
  productId: productIndex < 0 ? '' : 'p',
  field: 'material',
  productIndex,
})

it.each([
  { name: 'facts of every product', spans: [span(0, 4, 0), span(5, 9, 1)], marks: [], want: [0, 5] },
  { name: 'not what the shopper lent', spans: [span(0, 4, -1), span(5, 9, 0)], marks: [], want: [5] },
  {
    name: 'not what the checker questions, even in part',
    spans: [span(0, 4, 0), span(5, 9, 0), span(10, 14, 0)],
    marks: [{ start: 8, end: 11 }],
    want: [0],
  },
  {
    name: 'what only touches a questioned word',
    spans: [span(0, 4, 0)],
    marks: [{ start: 4, end: 6 }],
    want: [0],
  },
])('counts $name', ({ spans, marks, want }) => {
  expect(verifiedFacts(spans, marks).map(({ start }) => start)).toEqual(want)
})
