import { expect, it } from 'vitest'
import type { Persona } from '../../shared/domain/persona'
import { namedFirst, withoutPicked } from './people'

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

it.each([
  ['by its id', [{ id: 'mug', title: 'Other Mug' }], ['A gift', 'Pack']],
  ['by its title, in any case', [{ id: 'x', title: 'PACK' }], ['A gift', 'Mug']],
  [
    'where it is one of several',
    [
      { id: 'x', title: 'X' },
      { id: 'pack', title: 'Y' },
    ],
    ['A gift', 'Mug'],
  ],
  ['and stays as it is otherwise', [{ id: 'x', title: 'X' }], ['A gift', 'Mug', 'Pack']],
])('what the text is about leaves the history %s', (_, products, titles) => {
  expect(withoutPicked(shopper, products).history.map(({ title }) => title)).toEqual(titles)
})
