/** The form of the Studio and the reader of the engine speak of the same directives. */
import { expect, it } from 'vitest'
import { readTemplate } from './template'
import type { FormKey } from '../../shared/domain/directiveLines'
import { FORM_KEYS, setDirective } from '../../shared/domain/directiveLines'

it('has every directive that a template takes one value or list of', () => {
  const values: Readonly<Record<FormKey, string>> = {
    voice: 'warm',
    channel: 'card',
    length: '30-40',
    products: '4',
    'lead with': 'price',
    'must mention': 'price, material',
    'must not mention': 'cheap, origin',
    close: 'none',
    'reading level': 'easy',
  }
  const whole = FORM_KEYS.reduce((made, key) => setDirective(made, key, values[key]), '')
  expect(readTemplate(whole)).toEqual({
    directives: {
      voice: 'warm',
      channel: 'card',
      words: { min: 30, max: 40 },
      products: 4,
      leadWith: 'price',
      mustMention: ['price', 'material'],
      avoid: ['cheap', 'origin'],
      close: 'none',
      readingLevel: 'easy',
    },
    problems: [],
  })
})
