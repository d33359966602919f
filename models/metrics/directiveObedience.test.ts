import { describe, expect, it } from 'vitest'
import type { Directives } from '../../shared/domain/template'
import { asha, pack, trousers } from '../narrative/fixtures'
import { defaultDirectives } from '../narrative/template'
import { obedienceOf, summariseObedience } from './directiveObedience'

const words = (count: number) => Array.from({ length: count }, () => 'so').join(' ')
const obeys = (text: string, directives: Partial<Directives>) =>
  obedienceOf({
    text,
    directives: { ...defaultDirectives, channel: 'push', ...directives },
    products: directives.products === 2 ? [pack, trousers] : [pack],
    persona: asha,
    occasion: "My sister's wedding",
  })

describe('obedienceOf', () => {
  it.each([
    ['channel', words(12), {}, true],
    ['channel', words(11), {}, false],
    ['channel', words(21), {}, false],
    ['channel', words(21), { words: { min: 1, max: 30 } }, undefined],
    ['length', words(21), { words: { min: 1, max: 21 } }, true],
    ['length', words(22), { words: { min: 1, max: 21 } }, false],
    ['products', 'The Fenmoor Roll-top Pack.', {}, true],
    ['products', 'A pack.', {}, false],
    ['products', 'The Fenmoor Roll-top Pack.', { products: 2 }, false],
    ['products', 'The Fenmoor Roll-top Pack beats Dellan Linen Trousers.', { products: 2 }, true],
    ['lead with', 'Your old backpack is tired. Here.', { leadWith: 'history' }, true],
    ['lead with', 'A backpack is here, and well made.', { leadWith: 'history' }, false],
    ['lead with', "For your sister's wedding, this.", { leadWith: 'occasion' }, true],
    ['lead with', "This is one good thing. For your sister's wedding.", { leadWith: 'occasion' }, false],
    ['lead with', "Anyone up for it today? For your sister's wedding.", { leadWith: 'occasion' }, true],
    ['lead with', 'Trekking? Then look here at this.', { leadWith: 'interest' }, true],
    ['lead with', 'At ₹4,990, it pays for itself.', { leadWith: 'price' }, true],
    ['lead with', 'At ₹4,991, it pays for itself.', { leadWith: 'price' }, false],
    ['lead with', 'Meet the Fenmoor Roll-top Pack.', { leadWith: 'product' }, true],
    ['must mention', 'Waxed canvas for ₹4,990.', { mustMention: ['material', 'price'] }, true],
    ['must mention', 'Waxed canvas.', { mustMention: ['material', 'price'] }, false],
    ['must mention', 'Nothing.', { mustMention: ['scent'] }, undefined],
    ['avoid', 'The Fenmoor Roll-top Pack.', { avoid: ['brand'] }, true],
    ['avoid', 'Made by Fenmoor.', { avoid: ['brand'] }, false],
    ['avoid', 'A perfect gift.', { avoid: ['perfect'] }, false],
    ['avoid', 'A gift.', { avoid: ['scent'] }, undefined],
    ['close call', 'Have a look at the details.', { close: 'call' }, true],
    ['close call', 'The rest is up to you.', { close: 'call' }, false],
    ['close quiet', 'Have a look at the details.', { close: 'none' }, false],
    ['close quiet', 'The rest is up to you.', { close: 'quiet' }, true],
    ['close call', 'The rest is up to you.', { close: 'quiet' }, undefined],
    ['reading level', 'It is made for you. Try it on.', { readingLevel: 'easy' }, true],
    [
      'reading level',
      'The Fenmoor Roll-top Pack is good for trekking. It has a padded laptop sleeve.',
      { readingLevel: 'easy' },
      true,
    ],
    [
      'reading level',
      'Considerable deliberation characterises its manufacture.',
      { readingLevel: 'easy' },
      false,
    ],
    ['reading level', 'Considerable deliberation characterises its manufacture.', {}, undefined],
  ] as const)('%s of %j under %j: %s', (directive, text, directives, expected) => {
    expect(obeys(text, directives)[directive]).toBe(expected)
  })

  it('does not ask for a history of someone who has none', () => {
    const given = { text: 'Here.', products: [pack], persona: { ...asha, history: [] }, occasion: '' }
    const lead = (leadWith: 'history' | 'occasion') =>
      obedienceOf({ ...given, directives: { ...defaultDirectives, leadWith } })['lead with']
    expect([lead('history'), lead('occasion')]).toEqual([undefined, undefined])
  })
})

describe('summariseObedience', () => {
  it('counts directives, not texts, and names the worst', () => {
    const summary = summariseObedience([
      { channel: true, avoid: true },
      { channel: false, avoid: true },
      { channel: true },
    ])
    expect(summary).toEqual({
      overall: 4 / 5,
      least: 2 / 3,
      scores: [
        { directive: 'channel', applied: 3, obeyed: 2 },
        { directive: 'avoid', applied: 2, obeyed: 2 },
      ],
    })
  })

  it('has nothing to say where no directive applied', () => {
    expect(summariseObedience([{}])).toEqual({ overall: Number.NaN, least: Number.NaN, scores: [] })
  })
})
