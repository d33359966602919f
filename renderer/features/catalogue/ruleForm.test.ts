import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../shared/domain/rules'
import type { RuleForm } from './ruleForm'
import { NEW_RULE, formOf, readForm } from './ruleForm'

const rules: readonly Rule[] = [
  {
    id: 'sale',
    name: 'Monsoon sale',
    enabled: true,
    from: '2025-06-01',
    until: '2025-09-30',
    when: { occasion: ['rain'], segment: { field: 'region', value: 'South' } },
    products: { brands: ['Fenmoor'], priceMinor: { min: 49950 } },
    action: { kind: 'boost', factor: 2.5 },
  },
  {
    id: 'hero',
    name: 'Hero',
    enabled: false,
    products: { ids: ['p-1'] },
    action: { kind: 'pin', position: 3 },
  },
  { id: 'out', name: 'Out', enabled: true, products: { title: 'sample' }, action: { kind: 'exclude' } },
  { id: 'stock', name: 'Stock', enabled: true, products: {}, action: { kind: 'stock', atLeast: 5 } },
  {
    id: 'band',
    name: 'Band',
    enabled: true,
    products: {},
    action: { kind: 'priceBand', priceMinor: { max: 200000 } },
  },
  {
    id: 'parity',
    name: 'Parity',
    enabled: true,
    when: { segment: { field: 'ageBand', value: '55+' } },
    products: {},
    action: { kind: 'parity', by: 'priceTier', factors: { budget: 0.8125, middle: 1, premium: 1.25 } },
  },
]

describe('a rule', () => {
  it.each(rules)('comes back from its form as it was: $name', (rule) => {
    expect(readForm(formOf(rule, 'INR'), 'INR')).toEqual({ rule, problems: {} })
  })
  it('shows prices in the currency they are typed in', () => {
    const band = rules[4]
    expect(band && formOf(band, 'INR').bandMax).toBe('2000')
    expect(band && formOf(band, 'JPY').bandMax).toBe('200000')
  })
})

describe('a form', () => {
  const good: Partial<RuleForm> = { name: 'Sale', filter: { brands: ['Orrin'] } }
  it.each<[Partial<RuleForm>, Partial<Record<keyof RuleForm, string>>]>([
    [{}, {}],
    [{ name: ' ' }, { name: 'is empty' }],
    [
      { filter: { brands: [] } },
      { filter: 'say which products: a rule of this kind cannot mean all of them' },
    ],
    [{ factor: '1' }, { factor: 'a factor is above 1' }],
    [{ factor: 'two' }, { factor: 'write a number' }],
    [{ kind: 'pin', position: '0' }, { position: 'places count from 1' }],
    [
      { kind: 'parity', parityFactors: [{ value: 'premium', factor: '20' }] },
      { parityFactors: 'write a number from 0.1 to 10' },
    ],
    [{ kind: 'priceBand' }, { bandMin: 'say the lower end, the upper end, or both' }],
    [
      { kind: 'priceBand', bandMin: '1,000', bandMax: '500' },
      { bandMin: 'the lower end is above the upper' },
    ],
    [{ priceMin: 'x' }, { priceMin: 'write a number' }],
    [{ from: '2025-07-02', until: '2025-07-01' }, { until: 'the last day is before the first' }],
    [{ segmentField: 'region' }, { segmentValue: 'is empty' }],
  ])('%j', (change, problems) => {
    expect(readForm({ ...NEW_RULE, ...good, ...change }, 'INR').problems).toEqual(problems)
  })
})
