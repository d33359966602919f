import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../shared/domain/facts'
import { headerUnit, withUnit } from './units'

describe('headerUnit', () => {
  it.each<[string, FactKind, { name: string; unit: string } | undefined]>([
    ['Weight (kg)', 'weight', { name: 'Weight', unit: 'kg' }],
    ['weight_g', 'weight', { name: 'weight', unit: 'g' }],
    ['Variant Grams', 'weight', { name: 'Variant', unit: 'Grams' }],
    ['Weight in grams', 'weight', { name: 'Weight', unit: 'grams' }],
    ['Battery life [hrs.]', 'battery', { name: 'Battery life', unit: 'hrs' }],
    ['Weight (cm)', 'weight', undefined],
    ['Weight', 'weight', undefined],
    ['Colour (kg)', 'colour', undefined],
    ['kg', 'weight', undefined],
  ])('%j as %s', (name, kind, found) => {
    expect(headerUnit(name, kind)).toEqual(found)
  })
})

describe('withUnit', () => {
  it.each<[string, string, FactKind, string | undefined]>([
    ['1250', 'grams', 'weight', '1.25 kg'],
    ['28', 'g', 'weight', '28 g'],
    ['2.50', 'LB', 'weight', '2.5 lb'],
    ['1', 'hours', 'battery', '1 hour'],
    ['24', 'L', 'capacity', '24 litres'],
    ['1500', 'ml', 'capacity', '1.5 litres'],
    ['42x30 x 18', 'CM', 'size', '42 × 30 × 18 cm'],
    ['58', 'CM ', 'size', '58 cm'],
    ['0', 'g', 'weight', undefined],
    ['0 x 3', 'cm', 'size', undefined],
    ['1,5', 'kg', 'weight', undefined],
    ['M', 'cm', 'size', undefined],
    ['12', 'LB', 'size', undefined],
    ['12', '', 'weight', undefined],
    ['1x2x3x4', 'cm', 'size', undefined],
  ])('%j in %j as %s: %j', (text, unit, kind, said) => {
    expect(withUnit(text, unit, kind)).toBe(said)
  })
})
