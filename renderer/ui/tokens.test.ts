import { expect, it } from 'vitest'
import type { ShownToken } from '../../shared/contract/events'
import { tokenRows } from './tokens'

const special = (text: string): ShownToken => ({ id: text.length, text, kind: 'special' })
const value = (text: string): ShownToken => ({ id: 900 + text.length, text, kind: 'value' })

it('puts the values after the special token that opens them', () => {
  const prompt = [
    special('<v.warm>'),
    special('<u.occasion>'),
    value(' night'),
    value(' trek'),
    special('<go>'),
  ]
  expect(
    tokenRows(prompt).map(({ special: { text }, values, at }) => [
      at,
      text,
      values.map((token) => token.text),
    ]),
  ).toEqual([
    [0, '<v.warm>', []],
    [1, '<u.occasion>', [' night', ' trek']],
    [4, '<go>', []],
  ])
})

it('drops values that nothing opens', () => {
  expect(tokenRows([value('stray'), special('<go>')]).map((row) => row.special.text)).toEqual(['<go>'])
})
