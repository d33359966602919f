/** Small invented rows for the tests of this folder. */
import type { Product } from '../../shared/domain/catalogue'
import type { Fact, FactKind, GrammaticalNumber } from '../../shared/domain/facts'
import type { Persona } from '../../shared/domain/persona'

/** A fact read from a field of its own name. */
export function fact(
  kind: FactKind,
  text: string,
  number: GrammaticalNumber = 'mass',
  id: string = kind,
): Fact {
  return { id, kind, text, number, source: { field: kind } }
}

/** A backpack of an invented brand. */
export const pack: Product = {
  id: 'pack',
  title: 'Fenmoor Roll-top Pack',
  titleNumber: 'one',
  noun: 'backpack',
  nounNumber: 'one',
  brand: 'Fenmoor',
  category: 'Bags > Backpacks',
  aisle: 'bags',
  description: 'A roll-top pack in waxed canvas.',
  price: { minor: 499000, currency: 'INR' },
  rating: { mean: 4.6, count: 31 },
  stock: 3,
  listedOn: '2025-03-01',
  facts: [
    fact('material', 'waxed canvas'),
    fact('weight', '1.2 kg'),
    fact('feature', 'padded laptop sleeve', 'one'),
    fact('feature', 'adjustable straps', 'many', 'feature.2'),
  ],
  source: { title: 'Fenmoor Roll-top Pack', material: 'waxed canvas' },
}

/** Trousers: a plural title. */
export const trousers: Product = {
  ...pack,
  id: 'trousers',
  title: 'Dellan Linen Trousers',
  titleNumber: 'many',
  noun: 'trousers',
  nounNumber: 'many',
  brand: 'Dellan',
  category: 'Clothing',
  aisle: 'clothing',
  description: 'Linen trousers.',
  price: { minor: 349950, currency: 'INR' },
  facts: [fact('material', 'linen'), fact('colour', 'olive'), fact('weight', '400 g')],
  source: {},
}

/** Someone with one thing bought. */
export const asha: Persona = {
  id: 'asha',
  name: 'Asha Verma',
  summary: 'Walks in the hills.',
  interests: ['trekking'],
  history: [{ title: 'Kestrel Daypack', noun: 'backpack', productId: 'kestrel' }],
  voice: 'warm',
  segments: { ageBand: '25-34' },
  locale: 'en-IN',
  currency: 'INR',
  budgetMinor: 500000,
  recipient: 'my father',
}
