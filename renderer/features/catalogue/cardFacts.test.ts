import { expect, it } from 'vitest'
import type { Product } from '../../../shared/domain/catalogue'
import { cardFacts } from './cardFacts'

const description = `${'A pack for wet days. '.repeat(5)}Made of waxed canvas, with a hidden pocket.`
const start = description.indexOf('waxed canvas')
const product: Product = {
  id: 'p',
  title: 'Pack',
  titleNumber: 'one',
  noun: 'backpack',
  nounNumber: 'one',
  category: 'Bags',
  aisle: 'bags',
  description,
  price: { minor: 499000, currency: 'INR' },
  sourceFields: { price: 'Cost' },
  facts: [
    {
      id: 'material',
      kind: 'material',
      text: 'waxed canvas',
      number: 'mass',
      source: { field: 'description', start, end: start + 12 },
    },
    { id: 'fit', kind: 'fit', text: 'relaxed', number: 'mass', source: { field: 'Fit' } },
    { id: 'gone', kind: 'origin', text: 'Jaipur', number: 'mass', source: { field: 'Made in' } },
  ],
  source: { title: 'Pack', Cost: '4990', description, Fit: 'relaxed' },
}

it('shows each fact with what it was read from, in sight of its surroundings', () => {
  const said = cardFacts(product).map(({ kind, text, excerpt }) => [
    kind,
    text,
    excerpt && [excerpt.field, excerpt.text.slice(excerpt.mark.start, excerpt.mark.end)],
  ])
  expect(said).toEqual([
    ['title', 'Pack', ['title', 'Pack']],
    ['noun', 'backpack', undefined],
    ['price', '₹4,990', ['Cost', '4990']],
    ['material', 'waxed canvas', ['description', 'waxed canvas']],
    ['fit', 'relaxed', ['Fit', 'relaxed']],
    ['origin', 'Jaipur', undefined],
  ])
  const material = cardFacts(product).find(({ kind }) => kind === 'material')
  expect(material?.excerpt?.text).toBe(`…${description.slice(start - 60)}`)
})
