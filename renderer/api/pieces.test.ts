import { expect, it } from 'vitest'
import { base64, piecesOf } from './pieces'

it.each([
  [0, [{ start: 0, end: 0 }]],
  [4, [{ start: 0, end: 4 }]],
  [
    5,
    [
      { start: 0, end: 4 },
      { start: 4, end: 5 },
    ],
  ],
])('cuts %i bytes into pieces of four that follow on one another', (size, pieces) => {
  expect(piecesOf(size, 4)).toEqual(pieces)
})

it('writes bytes as base64', () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251)
  expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
})
