import { describe, expect, it } from 'vitest'
import type { Span } from '../../../shared/domain/narrative'
import type { Persona } from '../../../shared/domain/persona'
import { product } from '../../store/fixtures'
import type { MeasuredText } from './textMeasures'
import { measureTexts } from './textMeasures'

const lamp = product('lamp', 'Brae Lamp', { noun: 'lamp', price: { minor: 499_000, currency: 'INR' } })
const persona = (id: string, interest: string): Persona => ({
  ...{ id, name: id, summary: '', interests: [interest], history: [], voice: 'warm', segments: {} },
  ...{ locale: 'en-IN', currency: 'INR' },
})
const interests = ['wild camping', 'home baking', 'trail running', 'chess', 'pottery', 'rowing', 'jazz']
const people = [...interests, 'weaving', 'archery', 'beekeeping'].map((one, at) => persona(`s${at}`, one))
const never = new AbortController().signal

const written = (text: string, fields: readonly string[] = [], who = people[0]): MeasuredText => ({
  narrative: {
    text,
    spans: fields.map((field): Span => ({
      ...{ start: 0, end: 1, text: '', productId: 'lamp', productIndex: 0, field },
    })),
  },
  products: [lamp],
  persona: who ?? persona('nobody', ''),
  ...{ occasion: '', voice: 'warm' },
})

async function measured(texts: readonly MeasuredText[], pool = people) {
  const judges = { recogniseVoice: () => 'warm' as const, pool, ranges: new Map(), seed: 1 }
  return measureTexts(texts, judges, never)
}

describe('texts of an audit', () => {
  it('are measured one by one', async () => {
    const texts = [
      written('The Brae Lamp lights the table for wild camping. It costs ₹4,990.'),
      written('The Brae Lamp lights the table. Order it today and see for yourself.'),
      written('It costs a little less now.', ['wasPrice']),
      written('The Brae Lamp weighs 3 kg.'),
    ]
    const columns = await measured(texts)
    expect([...columns.words]).toEqual([12, 13, 6, 6])
    expect([...columns.facts]).toEqual([2, 1, 0, 1])
    expect([...columns.grounded]).toEqual([1, 1, expect.any(Number), 0])
    expect([...columns.calls]).toEqual([0, 1, 0, 0])
    expect([...columns.priceMentions]).toEqual([1, 0, 1, 0])
    expect([...columns.told].slice(0, 2)).toEqual([1, 0])
    expect([...columns.voice]).toEqual([1, 1, 1, 1])
  })

  it('tell nobody apart where there are fewer than ten', async () => {
    const { told } = await measured([written('For wild camping.')], people.slice(0, 9))
    expect([...told]).toEqual([Number.NaN])
  })

  it('are recognised by the voice that was asked for', async () => {
    const { voice } = await measured([{ ...written('It lights the table.'), voice: 'luxury' }])
    expect([...voice]).toEqual([0])
  })
})
