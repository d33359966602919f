import { describe, expect, it } from 'vitest'
import { diffRows, lineDiff, phraseDiff, wordDiff } from './textDiff'

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

describe.each([
  ['words', wordDiff],
  ['phrases', phraseDiff],
] as const)('%s', (_, diff) => {
  it.each([
    ['It weighs 1.2 kg, and packs small.', 'It weighs 1.4 kg and packs down small.'],
    ['', 'All new.'],
    ['All gone.', ''],
    ['Same.', 'Same.'],
  ])('of %j and %j join to both again', (before, after) => {
    const pieces = diff(before, after)
    const joined = (without: string) =>
      pieces
        .filter(({ fate }) => fate !== without)
        .map(({ text }) => text)
        .join('')
    expect([joined('added'), joined('removed')]).toEqual([before, after])
    expect(pieces.some(({ fate }) => fate !== 'same')).toBe(before !== after)
  })
})

it('reads as phrases where only a word or two stays between changes', () => {
  const shown = (before: string, after: string) =>
    phraseDiff(before, after).map(({ fate, text }) => `${fate}: ${text}`)
  expect(
    shown('The price is low and it is here to stay.', 'The price was low but it is here to stay.'),
  ).toEqual(['same: The price ', 'removed: is low and', 'added: was low but', 'same:  it is here to stay.'])
  expect(shown('At ₹6,990 it is fair.', 'At ₹7,490 it is fair.')).toEqual([
    'same: At ₹',
    'removed: 6,990',
    'added: 7,490',
    'same:  it is fair.',
  ])
})
