import { describe, expect, it } from 'vitest'
import type { Product } from '../../shared/domain/catalogue'
import type { FactRef } from './source'
import { sourceLines } from './source'

const product: Product = {
  id: 'P-1',
  title: 'Trail Kettle',
  titleNumber: 'one',
  noun: 'kettle',
  nounNumber: 'one',
  category: 'Outdoor',
  aisle: 'outdoor',
  description: 'Packs flat. Drip-free spout.',
  facts: [
    { id: 'weight', kind: 'weight', text: '190 g', number: 'mass', source: { field: 'weight_g' } },
    {
      id: 'feature.1',
      kind: 'feature',
      text: 'drip-free spout',
      number: 'one',
      source: { field: 'body', start: 12, end: 27 },
    },
  ],
  source: { title: 'Trail Kettle', weight_g: '190', body: 'Packs flat. Drip-free spout.', price: '1890.00' },
}
const ref = (part: Partial<FactRef>): FactRef => ({
  productId: 'P-1',
  productIndex: 0,
  field: 'feature',
  text: '',
  ...part,
})
const cited = (part: Partial<FactRef>) =>
  sourceLines(product, ref(part)).flatMap(({ field, value, mark }) =>
    mark ? [[field, value.slice(mark.start, mark.end)]] : [],
  )

describe('sourceLines', () => {
  it.each([
    {
      name: 'a character range of free text',
      part: { factId: 'feature.1' },
      want: [['body', 'Drip-free spout']],
    },
    { name: 'a whole column', part: { field: 'weight', factId: 'weight' }, want: [['weight_g', '190']] },
    {
      name: 'a fact named only by kind and text',
      part: { field: 'weight', text: '190 g' },
      want: [['weight_g', '190']],
    },
    { name: 'an identity column', part: { field: 'price', text: '₹1,890' }, want: [['price', '1890.00']] },
    {
      name: 'the field the span names',
      part: { field: 'title', sourceField: 'title' },
      want: [['title', 'Trail Kettle']],
    },
    { name: 'nothing that the row has', part: { field: 'warranty' }, want: [] },
  ])('marks $name', ({ part, want }) => {
    expect(cited(part)).toEqual(want)
  })
})
