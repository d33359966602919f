import { describe, expect, it } from 'vitest'
import { diffRows, lineDiff, wordDiff } from './textDiff'

describe('lines', () => {
  it.each([
    { name: 'nothing changed', before: 'a\nb', after: 'a\nb', want: ['same a 1 1', 'same b 2 2'] },
    {
      name: 'a line changed',
      before: 'a\nb\nc',
      after: 'a\nB\nc',
      want: ['same a 1 1', 'removed b 2 -', 'added B - 2', 'same c 3 3'],
    },
    { name: 'a line was added at the end', before: 'a', after: 'a\nb', want: ['same a 1 1', 'added b - 2'] },
    {
      name: 'only the line ends differ',
      before: 'a\r\nb',
      after: 'a\nb',
      want: ['same a 1 1', 'same b 2 2'],
    },
    { name: 'from nothing', before: '', after: 'a', want: ['added a - 1'] },
    { name: 'to nothing', before: 'a', after: '', want: ['removed a 1 -'] },
  ])('$name', ({ before, after, want }) => {
    const lines = lineDiff(before, after)
    expect(
      lines.map((line) => `${line.fate} ${line.text} ${line.before ?? '-'} ${line.after ?? '-'}`),
    ).toEqual(want)
  })
  it('of one directive face each other, and the others nothing', () => {
    const before = 'a\nclose: quiet\nvoice: warm\nb\nz'
    const after = 'a\nmust mention: price\nClose: none\nz'
    expect(diffRows(lineDiff(before, after)).map((row) => [row.before?.text, row.after?.text])).toEqual([
      ['a', 'a'],
      [undefined, 'must mention: price'],
      ['close: quiet', 'Close: none'],
      ['voice: warm', undefined],
      ['b', undefined],
      ['z', 'z'],
    ])
  })
})

it.each([
  ['It weighs 1.2 kg, and packs small.', 'It weighs 1.4 kg and packs down small.'],
  ['', 'All new.'],
  ['All gone.', ''],
  ['Same.', 'Same.'],
])('words of %j and %j join to both again', (before, after) => {
  const pieces = wordDiff(before, after)
  const joined = (without: string) =>
    pieces
      .filter(({ fate }) => fate !== without)
      .map(({ text }) => text)
      .join('')
  expect([joined('added'), joined('removed')]).toEqual([before, after])
  expect(pieces.some(({ fate }) => fate !== 'same')).toBe(before !== after)
})
