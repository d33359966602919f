import { expect, it } from 'vitest'
import type { Product } from '../../shared/domain/catalogue'
import { productText } from './productText'

it('says what a product is and what it is for', () => {
  const source = { field: 'x' }
  const product: Product = {
    id: 'tent',
    title: 'Bothy Tent',
    titleNumber: 'one',
    noun: 'tent',
    nounNumber: 'one',
    category: 'Outdoor > Tents',
    aisle: 'outdoor',
    description: '',
    facts: [
      { id: 'weight', kind: 'weight', text: '2 kg', number: 'one', source },
      { id: 'use', kind: 'use', text: 'winter camping', number: 'mass', source },
    ],
    source: {},
  }
  expect(productText(product)).toBe('Bothy Tent. tent. Outdoor > Tents. winter camping')
  expect(productText({ ...product, facts: [], description: 'x'.repeat(999) })).toHaveLength(
    'Bothy Tent. tent. Outdoor > Tents. '.length + 400,
  )
})
