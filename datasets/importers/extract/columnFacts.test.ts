import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../../shared/domain/facts'
import { columnFacts } from './columnFacts'

const read = (kind: FactKind, text: string) => columnFacts({ column: text }, { facts: { [kind]: 'column' } })

describe('columnFacts', () => {
  it.each<[FactKind, string, string, string]>([
    ['colour', 'Navy Blue', 'navy blue', 'mass'],
    ['material', 'Full-grain leather', 'full-grain leather', 'mass'],
    ['connectivity', 'Bluetooth 5.3', 'Bluetooth 5.3', 'mass'],
    ['origin', 'Jaipur', 'Jaipur', 'mass'],
    ['weight', '1.2 kg', '1.2 kg', 'mass'],
    ['size', '42 x 30 x 18 cm', '42 x 30 x 18 cm', 'mass'],
    ['includes', 'Charging case', 'charging case', 'one'],
    ['includes', 'spare straps', 'spare straps', 'many'],
    ['care', 'machine-washable', 'machine-washable', 'mass'],
  ])('%s "%s"', (kind, text, said, number) => {
    expect(read(kind, text)).toEqual([
      { id: kind, kind, text: said, number, source: { field: 'column', start: 0, end: text.length } },
    ])
  })

  it.each([
    ['1 year warranty', '1 year', { start: 0, end: 6 }],
    ['2 year warranty', '2 years', {}],
    ['18-month', '18 months', {}],
    ['5 years', '5 years', { start: 0, end: 7 }],
  ])('says the warranty of %j as %j', (cell, text, range) => {
    expect(read('warranty', cell)).toEqual([
      { id: 'warranty', kind: 'warranty', text, number: 'mass', source: { field: 'column', ...range } },
    ])
  })

  it.each([
    ['in the header', { Grams: '1250' }, { unit: 'grams' }, '1.25 kg'],
    ['in a column beside it', { Grams: '2.5', unit: 'LB' }, { column: 'unit' }, '2.5 lb'],
  ])('gives a bare figure the unit that stands %s', (_, source, unit, text) => {
    const columns = { facts: { weight: 'Grams' }, units: { weight: unit } } as const
    expect(columnFacts(source, columns)).toEqual([
      { id: 'weight', kind: 'weight', text, number: 'mass', source: { field: 'Grams' } },
    ])
  })
  it('keeps a unit that the cell names itself', () => {
    const columns = { facts: { weight: 'w' }, units: { weight: { unit: 'g' } } } as const
    expect(columnFacts({ w: '3 kg' }, columns).map(({ text }) => text)).toEqual(['3 kg'])
  })

  it.each<[FactKind, string]>([
    ['weight', '1.2'],
    ['size', 'L'],
    ['colour', 'NA'],
    ['colour', 'Silver/Black'],
    ['colour', 'a colour that nobody has ever seen before'],
    ['material', '{"a"=>"cotton"}'],
    ['material', 'x'.repeat(80)],
    ['care', 'Machine wash cold with like colours'],
    ['warranty', '0'],
  ])('leaves out %s "%s"', (kind, text) => {
    expect(read(kind, text)).toEqual([])
  })
})
