import { describe, expect, it } from 'vitest'
import { Ids } from './ids'
import { Ledger } from './ledger'

const event = (shopperId: string, productId: string) =>
  ({ shopperId, productId, kind: 'view', atMs: 5 }) as const
const place = { row: 7, file: 'log.csv', shopperField: 'who', productField: 'what' }
const brief = (ledger: Ledger, shopperId: string, productId: string, key = `${shopperId} ${productId}`) =>
  ledger
    .items(place, event(shopperId, productId), key)
    .map((item) => (item.type === 'refused' ? item.refused : item.type))
const fault = (field: string, reason: string) => [{ row: 7, file: 'log.csv', field, reason }]

describe('Ledger', () => {
  it('makes shoppers with their first event', () => {
    const ledger = new Ledger({ products: new Set(['p', 'q']), currency: 'EUR' })
    expect([brief(ledger, 'a', 'p'), brief(ledger, 'a', 'q'), brief(ledger, 'b', 'p')]).toEqual([
      ['shopper', 'interaction'],
      ['interaction'],
      ['shopper', 'interaction'],
    ])
    expect(ledger.items(place, event('c', 'p'), 'c')[0]).toEqual({
      type: 'shopper',
      row: 7,
      file: 'log.csv',
      implied: true,
      shopper: { id: 'c', name: 'Shopper c', locale: 'en-US', currency: 'EUR', segments: {}, interests: [] },
    })
  })
  it.each([
    ['NA', 'p', fault('who', 'names no shopper')],
    ['a', '', fault('what', 'names no product')],
    ['a', 'z', fault('what', 'there is no product "z"')],
    ['z', 'p', fault('who', 'there is no shopper "z"')],
    ['a'.repeat(201), 'p', fault('who', 'is longer than 200 characters')],
  ])('refuses %s with %s', (shopper, product, expected) => {
    const ledger = new Ledger({ products: new Set(['p']), shoppers: new Set(['a']), currency: 'EUR' })
    expect(brief(ledger, shopper, product)).toEqual(expected)
  })
  it('refuses an event that comes twice, and no shopper for one that is refused', () => {
    const ledger = new Ledger({ products: new Set(['p']), currency: 'EUR' })
    expect([brief(ledger, 'a', 'z'), brief(ledger, 'a', 'p', 'k'), brief(ledger, 'b', 'p', 'k')]).toEqual([
      fault('what', 'there is no product "z"'),
      ['shopper', 'interaction'],
      fault('', 'the same event as an earlier row'),
    ])
  })
})

describe('Ids', () => {
  it('says where an id was before, and in which file where there are several', () => {
    const ids = new Ids(3)
    expect([
      ids.refuse('a', 'one.csv', 2),
      ids.refuse('a', 'one.csv', 9),
      ids.refuse('b', 'two.csv', 3),
      ids.refuse('a', 'two.csv', 4),
      ids.refuse('c', 'one.csv', 5),
      ids.refuse('d', 'one.csv', 6),
    ]).toEqual([
      undefined,
      'the id "a" repeats row 2',
      undefined,
      'the id "a" repeats row 2 of one.csv',
      undefined,
      'only 3 are taken',
    ])
    expect([ids.has('a'), ids.has('d')]).toEqual([true, false])
  })
})
