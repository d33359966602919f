import { expect, it } from 'vitest'
import { blocks, inlines } from './markdown'

const plain = (text: string) => [{ kind: 'plain', text }]

it('reads what a card is made of', () => {
  const card = [
    '# Winter',
    '',
    'First line',
    'and second.',
    '- one',
    '  goes on',
    '- two',
    '',
    '```sh',
    'npx shelftalk # not a heading',
    '```',
    '| a | b |',
    '| --- | --: |',
    '| 1 | 2 |',
  ].join('\n')
  expect(blocks(card)).toEqual([
    { kind: 'heading', level: 1, inlines: plain('Winter') },
    { kind: 'paragraph', inlines: plain('First line and second.') },
    { kind: 'list', items: [plain('one goes on'), plain('two')] },
    { kind: 'code', text: 'npx shelftalk # not a heading' },
    {
      kind: 'table',
      rows: [
        [plain('a'), plain('b')],
        [plain('1'), plain('2')],
      ],
    },
  ])
})

it('ends, whatever it is given', () => {
  expect(blocks('```\nnever closed')).toEqual([{ kind: 'code', text: 'never closed' }])
  expect(blocks('')).toEqual([])
})

it.each([
  ['a `b` **c** *d*', ['plain:a ', 'code:b', 'plain: ', 'strong:c', 'plain: ', 'emphasis:d']],
  ['see [the paper](https://arxiv.org/x) 2 * 3 * 4', ['plain:see ', 'plain:the paper', 'plain: 2 * 3 * 4']],
  ['<script>alert(1)</script>', ['plain:<script>alert(1)</script>']],
])('reads %j', (text, expected) => {
  expect(inlines(text).map((one) => `${one.kind}:${one.text}`)).toEqual(expected)
})
