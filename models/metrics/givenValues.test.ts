import { describe, expect, it } from 'vitest'
import { asha, pack } from '../narrative/fixtures'
import { productValues, shopperWords } from './givenValues'

describe('given values', () => {
  it('are what the rows hold, as a text says it', () => {
    expect(productValues([{ ...pack, wasPrice: { minor: 649050, currency: 'INR' } }], 'en-IN')).toEqual([
      'Fenmoor Roll-top Pack',
      'backpack',
      'Fenmoor',
      '₹4,990',
      '₹6,490.50',
      '4.6 out of 5',
      'waxed canvas',
      '1.2 kg',
      'padded laptop sleeve',
      'adjustable straps',
    ])
  })

  it('and what the shopper says of herself', () => {
    expect(shopperWords(asha, '')).toEqual([
      'Asha Verma',
      'my father',
      'trekking',
      'Kestrel Daypack',
      'backpack',
    ])
  })
})
