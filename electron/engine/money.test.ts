import { expect, it } from 'vitest'
import { pack } from '../../models/narrative/fixtures'
import { localised } from './money'

const rupees = { minor: 599000, currency: 'INR' }
const source = { priceUsd: '59', wasUsd: '79' }

it.each([
  [
    'both on the list',
    { ...pack, wasPrice: rupees, source },
    { minor: 5900, currency: 'USD' },
    { minor: 7900, currency: 'USD' },
  ],
  ['one price', { ...pack, source: { priceUsd: '59' } }, { minor: 5900, currency: 'USD' }, undefined],
  [
    'the earlier one not on it',
    { ...pack, wasPrice: rupees, source: { priceUsd: '59' } },
    pack.price,
    rupees,
  ],
  ['none on it', { ...pack, wasPrice: rupees, source: {} }, pack.price, rupees],
])('two prices are of one currency: %s', (_, product, price, wasPrice) => {
  const { price: now, wasPrice: before } = localised(product, 'USD')
  expect([now, before]).toEqual([price, wasPrice])
})
