import { describe, expect, it } from 'vitest'
import type { ProductFilter } from './productFilter'
import { matchesProduct, meansEverything } from './productFilter'
import type { Rule } from './rules'
import { filterWords, ruleState, ruleWords } from './rules'

const pack = {
  id: 'p-1',
  title: 'Fenmoor Roll-top Pack',
  brand: 'Fenmoor',
  category: 'Bags > Backpacks',
  noun: 'backpack',
  aisle: 'bags',
  price: { minor: 499000, currency: 'INR' },
} as const

describe('a filter', () => {
  it.each<[ProductFilter, boolean]>([
    [{}, true],
    [{ ids: [], brands: [] }, true],
    [{ ids: ['p-2', 'p-1'] }, true],
    [{ ids: ['P-1'] }, false],
    [{ title: ' roll-TOP ' }, true],
    [{ title: 'tent' }, false],
    [{ brands: ['Orrin', 'Fenmoor'] }, true],
    [{ categories: ['Bags'] }, true],
    [{ categories: ['Bags > Backpacks'] }, true],
    [{ categories: ['Bag'] }, false],
    [{ categories: ['Bags > Backpacks > Small'] }, false],
    [{ nouns: ['backpack'], aisles: ['bags'] }, true],
    [{ nouns: ['backpack'], aisles: ['outdoor'] }, false],
    [{ priceMinor: { min: 499000, max: 499000 } }, true],
    [{ priceMinor: { min: 499001 } }, false],
    [{ priceMinor: {} }, true],
  ])('%j', (filter, expected) => {
    expect(matchesProduct(filter, pack, 'INR')).toBe(expected)
  })
  it('reads prices in the currency of the catalogue alone', () => {
    expect(matchesProduct({ priceMinor: { min: 1 } }, pack, 'USD')).toBe(false)
    expect(matchesProduct({ priceMinor: { min: 1 } }, { ...pack, price: undefined }, 'INR')).toBe(false)
  })
  it.each<[ProductFilter, boolean]>([
    [{}, true],
    [{ title: ' ', ids: [], priceMinor: {} }, true],
    [{ title: 'x' }, false],
    [{ priceMinor: { max: 1 } }, false],
  ])('%j means everything: %s', (filter, expected) => {
    expect(meansEverything(filter)).toBe(expected)
  })
})

describe('a rule in words', () => {
  const rule: Rule = {
    id: 'r',
    name: 'Monsoon sale',
    enabled: true,
    action: { kind: 'boost', factor: 3 },
    products: { brands: ['Fenmoor', 'Orrin'], priceMinor: { max: 200000 } },
  }
  it.each<[string, Partial<Rule>]>([
    ['Boost by 3: brand Fenmoor or Orrin, up to ₹2,000', {}],
    [
      'Leave out: in Bags; from 2025-06-01, until 2025-09-30',
      {
        action: { kind: 'exclude' },
        products: { categories: ['Bags'] },
        from: '2025-06-01',
        until: '2025-09-30',
      },
    ],
    ['Only in stock: every product', { action: { kind: 'stock', atLeast: 1 }, products: {} }],
    [
      'Only with 3 or more in stock: among shoes',
      { action: { kind: 'stock', atLeast: 3 }, products: { aisles: ['footwear'] } },
    ],
    [
      'Only ₹500 to ₹2,000: every product',
      { action: { kind: 'priceBand', priceMinor: { min: 50000, max: 200000 } }, products: {} },
    ],
    [
      'Pin to place 1: p-1; occasion has “rain” or “hills”, region is South',
      {
        action: { kind: 'pin', position: 1 },
        products: { ids: ['p-1'] },
        when: { occasion: ['rain', 'hills'], segment: { field: 'region', value: 'South' } },
      },
    ],
  ])('%s', (words, change) => {
    expect(ruleWords({ ...rule, ...change }, 'INR')).toBe(words)
  })
  it('names three of many', () => {
    expect(filterWords({ ids: ['a', 'b', 'c', 'd', 'e'] }, 'INR')).toBe('a, b, c or 2 more')
  })
})

describe('a rule for a segment', () => {
  const rule = (field: string): Rule => ({
    ...{ id: 'r', name: 'Rule', enabled: true, action: { kind: 'exclude' }, products: {} },
    when: { segment: { field, value: 'south' } },
  })
  it.each([
    ['region', 'holds'],
    ['tribe', 'segment'],
    // What every object has is no segment of hers.
    ['constructor', 'segment'],
    ['toString', 'segment'],
    ['__proto__', 'segment'],
  ])('called %s: %s', (field, expected) => {
    const moment = { today: '2026-07-01', occasion: '', segments: { region: ' South' } }
    expect(ruleState(rule(field), moment)).toBe(expected)
  })
})
