import { expect, it } from 'vitest'
import { tokenOf } from './transport'

it.each([
  ['#token=abc123', 'abc123'],
  ['#/token=abc123', 'abc123'],
  ['#/compare', undefined],
  ['', undefined],
])('token of %j', (hash, want) => {
  expect(tokenOf(hash)).toBe(want)
})
