import { expect, it } from 'vitest'
import { windowOf } from './useWindowed'

it.each([
  { name: 'at the top', view: { top: 0, view: 480, count: 3000, rowPx: 48 }, want: { first: 0, end: 17 } },
  {
    name: 'in the middle',
    view: { top: 4800, view: 480, count: 3000, rowPx: 48 },
    want: { first: 94, end: 117 },
  },
  {
    name: 'at the end',
    view: { top: 143_520, view: 480, count: 3000, rowPx: 48 },
    want: { first: 2984, end: 3000 },
  },
  { name: 'a short list', view: { top: 0, view: 480, count: 4, rowPx: 48 }, want: { first: 0, end: 4 } },
  {
    name: 'a list that shrank under the view',
    view: { top: 143_520, view: 480, count: 12, rowPx: 48 },
    want: { first: 0, end: 12 },
  },
  { name: 'nothing', view: { top: 0, view: 480, count: 0, rowPx: 48 }, want: { first: 0, end: 0 } },
])('renders the rows in view and a few around: $name', ({ view, want }) => {
  expect(windowOf(view)).toEqual(want)
})
