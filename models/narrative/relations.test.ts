import { describe, expect, it } from 'vitest'
import type { Beat } from '../../shared/domain/beats'
import { asha, pack, trousers } from './fixtures'
import { beatIsTrue } from './relations'

const beat = (more: Partial<Beat>): Beat => ({
  id: 'b1',
  move: 'fact',
  voice: 'warm',
  length: 'short',
  slots: [],
  ...more,
})

const dear = { ...pack, wasPrice: { minor: 599000, currency: 'INR' } }
const abroad = { ...dear, price: { minor: 5900, currency: 'USD' } }

describe('beatIsTrue', () => {
  it.each([
    ['no relation', [pack], {}, true],
    ['few left', [pack], { relation: 'stock' }, true],
    ['few left of many', [{ ...pack, stock: 80 }], { relation: 'stock' }, false],
    ['few left of none', [{ ...pack, stock: 0 }], { relation: 'stock' }, false],
    ['reduced', [dear], { relation: 'reduced', slots: ['p1.price'] }, true],
    ['never dearer', [pack], { relation: 'reduced', slots: ['p1.price'] }, false],
    ['dearer in another currency', [abroad], { relation: 'reduced', slots: ['p1.price'] }, false],
    [
      'the second is cheaper',
      [pack, trousers],
      { relation: 'cheaper', slots: ['p1.title', 'p2.title'] },
      false,
    ],
    [
      'the second is dearer',
      [trousers, pack],
      { relation: 'cheaper', slots: ['p1.title', 'p2.title'] },
      true,
    ],
    ['nothing to compare with', [pack], { relation: 'cheaper', slots: ['p1.title'] }, false],
    ['a product that is not there', [pack], { relation: 'reduced', slots: ['p2.price'] }, false],
  ] as const)('%s', (_, products, more, expected) => {
    const subject = { persona: asha, occasion: '', products }
    expect(beatIsTrue({ subject, ranges: new Map() }, beat(more as Partial<Beat>))).toBe(expected)
  })
})
