import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../../shared/domain/facts'
import { columnFacts } from './columnFacts'

const read = (kind: FactKind, text: string) => columnFacts({ column: text }, { [kind]: 'column' })

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
