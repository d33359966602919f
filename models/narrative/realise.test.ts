import { describe, expect, it } from 'vitest'
import type { SlotName } from '../../shared/domain/beats'
import { asha, pack, trousers } from './fixtures'
import { joinSentences, realiseSentence } from './realise'
import type { Subject } from './values'
import { formatMoney, slotFill } from './values'

const subject: Subject = {
  persona: asha,
  occasion: 'A rainy week in the hills',
  products: [pack, { ...trousers, title: 'The Orrin Lamp' }],
}

function realise(template: string, factIds: Partial<Record<SlotName, string>> = {}) {
  const slots = [...template.matchAll(/<([^>]+)>/g)].map((match) => match[1] as SlotName)
  const fills = new Map(slots.flatMap((slot) => [[slot, slotFill(subject, slot, factIds[slot])!] as const]))
  return realiseSentence(template, fills)
}

describe('realiseSentence', () => {
  it.each([
    ['The <p1.title> is made of <p1.material>.', 'The Fenmoor Roll-top Pack is made of waxed canvas.'],
    ['<p1.material>, worked slowly.', 'Waxed canvas, worked slowly.'],
    ['You get <p1.feature>.', 'You get a padded laptop sleeve.'],
    ['<p1.feature> helps.', 'A padded laptop sleeve helps.'],
    ['It costs <p1.price>.', 'It costs ₹4,990.'],
    [
      'For <u.occasion>, yes. <p1.weight> is little.',
      'For a rainy week in the hills, yes. 1.2 kg is little.',
    ],
    ['Next to the <p2.title>.', 'Next to the Orrin Lamp.'],
    ['Next to your <p2.title>.', 'Next to your Orrin Lamp.'],
    ['In a <p2.colour> shade.', 'In an olive shade.'],
    ['A gift for <u.recipient>.', 'A gift for your father.'],
    ['Your <h1.title> knows.', 'Your Kestrel Daypack knows.'],
  ])('%s', (template, text) => {
    expect(realise(template).text).toBe(text)
  })

  it('takes the fact the plan names when there are several of a kind', () => {
    expect(realise('You get <p1.feature>.', { 'p1.feature': 'feature.2' }).text).toBe(
      'You get adjustable straps.',
    )
  })

  it('records spans that point at the text and at the source', () => {
    const { text, spans } = realise('It is <p1.price>, in <p1.material>.')
    expect(
      spans.map((span) => [text.slice(span.start, span.end), span.field, span.productId, span.sourceField]),
    ).toEqual([
      ['₹4,990', 'price', 'pack', 'price'],
      ['waxed canvas', 'material', 'pack', 'material'],
    ])
    expect(spans.every((span) => text.slice(span.start, span.end) === span.text)).toBe(true)
  })

  it('refuses a slot without a value', () => {
    expect(() => realiseSentence('It runs for <p1.battery>.', new Map())).toThrow('No value for <p1.battery>')
  })
})

describe('joinSentences', () => {
  it('shifts spans', () => {
    const joined = joinSentences([realise('It is <p1.price>.'), realise('<p1.material>.')])
    expect(joined.text).toBe('It is ₹4,990. Waxed canvas.')
    expect(joined.starts).toEqual([0, 14])
    expect(joined.spans.map((span) => joined.text.slice(span.start, span.end))).toEqual([
      '₹4,990',
      'Waxed canvas',
    ])
  })
})

describe('formatMoney', () => {
  it.each([
    [499000, 'INR', 'en-IN', '₹4,990'],
    [12999, 'USD', 'en-US', '$129.99'],
    [1500000, 'INR', 'en-IN', '₹15,000'],
    [5000, 'JPY', 'en-GB', '¥5,000'],
  ])('%i %s', (minor, currency, locale, text) => {
    expect(formatMoney({ minor, currency }, locale)).toBe(text)
  })
})
