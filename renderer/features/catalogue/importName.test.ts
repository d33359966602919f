import { expect, it } from 'vitest'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import { isNextOf, nameNote } from './importName'

it.each([
  ['winter', 'winter', true],
  ['products-export', 'shop-a', false],
  ['shop-b', 'shop-a', false],
  ['shop-2', 'shop-1', false],
  ['shop-b', 'shop', false],
  ['winter-2025', 'winter-2024', true],
  ['winter-2025-06-30', 'winter', true],
  ['20250630-winter', '20240630-winter', true],
  ['winter-sale-2025', 'winter-2024', false],
  ['2025', '2024', false],
  ['item-20191', 'item-20192', false],
])('"%s" after "%s": %s', (proposed, before, next) => {
  expect(isNextOf(proposed, before)).toBe(next)
})

it('says which catalogue gets another version', () => {
  const one = { name: 'winter', version: 3, invented: false } as CatalogueSummary
  const shop = { name: 'shop', version: 1, invented: true } as CatalogueSummary
  expect(['winter', 'shop', 'spring', ''].map((name) => nameNote(name, [one, shop]))).toEqual([
    'It will become version 4 of “winter”.',
    '“shop” ships with Shelftalk; take another.',
    'Letters, digits, hyphens.',
    'Letters, digits, hyphens.',
  ])
})
