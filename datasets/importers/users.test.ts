import { describe, expect, it } from 'vitest'
import { buildShopper } from './users'

const fields = {
  id: '1',
  name: 'Mark Johnson',
  first_name: 'Mark',
  age: '31',
  gender: 'M',
  persona: 'furniture_homedecor_housewares',
  discount_persona: 'lower_priced_products',
  email: 'mark@example.com',
}

describe('buildShopper', () => {
  it('keeps what a narrative needs and no address', () => {
    expect(buildShopper({ row: 1, fields })).toEqual({
      id: '1',
      name: 'Mark Johnson',
      locale: 'en-US',
      currency: 'USD',
      segments: { ageBand: '25-34', gender: 'man', discountPersona: 'lower priced products' },
      interests: ['furniture', 'home decor', 'cooking at home'],
    })
  })
  it.each([
    ['24', 'under 25'],
    ['25', '25-34'],
    ['44', '35-44'],
    ['64', '55-64'],
    ['65', '65 and over'],
  ])('age %s is %s', (age, band) => {
    expect(buildShopper({ row: 1, fields: { ...fields, age } })).toMatchObject({
      segments: { ageBand: band },
    })
  })
  it.each([
    [{ ...fields, age: 'old' }, 'age'],
    [{ ...fields, id: '' }, 'id'],
  ])('refuses %j', (bad, field) => {
    expect(buildShopper({ row: 3, fields: bad })).toMatchObject({ row: 3, field })
  })
})
