import { expect, it } from 'vitest'
import { beatLabel, duration, fieldLabel, initials, money, plural, slotLabel, slotProduct } from './format'

it.each([
  [money({ minor: 499000, currency: 'INR' }), '₹4,990'],
  [money({ minor: 1999, currency: 'GBP' }, 'en-GB'), '£19.99'],
  [money({ minor: 1200, currency: 'JPY' }, 'en-GB'), 'JP¥1,200'],
  [duration(312.4), '312 ms'],
  [duration(1900), '1.9 s'],
  [plural(1, 'fact'), '1 fact'],
  [plural(2448, 'product'), '2,448 products'],
  [fieldLabel('ageBand'), 'Age band'],
  [initials('Asha Menon'), 'AM'],
  [initials('Zoya'), 'Z'],
  [initials(' '), '?'],
  [slotLabel('p2.material'), 'Material'],
  [slotLabel('h1.title'), 'Owned'],
  [beatLabel({ move: 'fact', slots: ['p1.material'] }), 'Fact: material'],
  [beatLabel({ move: 'price', slots: ['p1.price'] }), 'Price'],
  [beatLabel({ move: 'close', slots: [] }), 'Close'],
])('%s', (got, want) => {
  expect(got).toBe(want)
})

it('knows which product a slot speaks of', () => {
  expect([
    slotProduct('p1.title'),
    slotProduct('p3.price'),
    slotProduct('u.occasion'),
    slotProduct('h1.noun'),
  ]).toEqual([1, 3, 0, 0])
})
