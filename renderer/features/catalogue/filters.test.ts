import { expect, it } from 'vitest'
import { chipsOf, filterInput, toggled } from './filters'

it('takes a value in and out of a list', () => {
  expect(toggled(undefined, 'a')).toEqual(['a'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})

it('names everything that narrows a search down, with what is left without it', () => {
  const filter = {
    aisles: ['bags'],
    categories: ['Bags > Backpacks'],
    brands: ['Fenmoor', 'Orrin'],
    priceMinor: { min: 50000, max: 200000 },
  } as const
  const search = { text: ' rain ', filter, stock: ['in'] } as const
  const chips = chipsOf(search, 'INR')
  expect(chips.map(({ label }) => label)).toEqual([
    'In stock',
    'bags and luggage',
    'Backpacks',
    'Fenmoor',
    'Orrin',
    '₹500 to ₹2,000',
  ])
  expect(chips[0]?.without).toEqual({ ...search, stock: [] })
  expect(chips[3]?.without.filter.brands).toEqual(['Orrin'])
  expect(chips[5]?.without.filter.priceMinor).toBeUndefined()
  const max = { text: '', filter: { priceMinor: { max: 1 } }, stock: [] }
  expect(chipsOf(max, 'INR').map(({ label }) => label)).toEqual(['up to ₹0.01'])
  expect(filterInput(search)).toEqual({ text: 'rain', filter, stock: ['in'] })
})
