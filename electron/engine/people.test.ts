import { expect, it } from 'vitest'
import type { Persona } from '../../shared/domain/persona'
import { namedFirst } from './people'

const shopper: Persona = {
  ...{ id: 'asha', name: 'Asha', summary: '', interests: [], voice: 'warm', segments: {} },
  history: [{ title: 'A gift' }, { productId: 'mug', title: 'Mug' }, { productId: 'pack', title: 'Pack' }],
  ...{ locale: 'en-GB', currency: 'GBP' },
}

it.each([
  ['what a reason names', { productId: 'pack', title: 'Roll-top Pack' }, ['Pack', 'A gift', 'Mug']],
  ['nothing she remembers', { productId: 'tent', title: 'Tent' }, ['A gift', 'Mug', 'Pack']],
  ['no reason', undefined, ['A gift', 'Mug', 'Pack']],
])('%s comes first in the history', (_, because, titles) => {
  expect(namedFirst(shopper, because).history.map(({ title }) => title)).toEqual(titles)
})
