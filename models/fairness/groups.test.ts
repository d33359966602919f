import { describe, expect, it } from 'vitest'
import { ShelftalkError } from '../../shared/contract/errors'
import { groupShoppers } from './groups'

const parted = (shoppers: readonly Readonly<Record<string, string>>[], ...fields: readonly string[]) => {
  const { groups, of, segment } = groupShoppers(shoppers.length, (at) => shoppers[at]!, fields)
  return {
    segment,
    names: groups.map(({ value }) => value),
    values: groups.map(({ values }) => values),
    of: [...of],
  }
}

describe('groups of shoppers', () => {
  it('are by value, as numbers where they are numbers, those without it last', () => {
    const found = parted(
      [{ age: '100+' }, {}, { age: '20-29' }, { age: '9' }, { age: ' ' }, { age: '20-29 ' }],
      'age',
    )
    expect(found).toEqual({
      segment: 'age',
      names: ['9', '20-29', '100+', 'not known'],
      values: [{ age: '9' }, { age: '20-29' }, { age: '100+' }, { age: null }],
      of: [2, 3, 1, 0, 3, 1],
    })
  })

  it('may be crossed', () => {
    const found = parted([{ a: 'x', b: 'p' }, { a: 'x' }, { b: 'p' }, {}, { a: 'x', b: 'p' }], 'a', 'b')
    expect(found).toEqual({
      segment: 'a × b',
      names: ['x × p', 'x × not known', 'not known × p', 'not known × not known'],
      values: [
        { a: 'x', b: 'p' },
        { a: 'x', b: null },
        { a: null, b: 'p' },
        { a: null, b: null },
      ],
      of: [0, 1, 2, 3, 0],
    })
  })

  it('are never called alike', () => {
    expect(parted([{ a: 'not known' }, {}], 'a').names).toEqual(['“not known”', 'not known'])
    expect(parted([{ a: 'not known' }, {}, { a: '“not known”' }], 'a').names).toHaveLength(3)
    expect(new Set(parted([{ a: 'not known' }, {}, { a: '“not known”' }], 'a').names).size).toBe(3)
    const crossed = parted(
      [
        { a: 'x × y', b: 'z' },
        { a: 'x', b: 'y × z' },
      ],
      'a',
      'b',
    )
    expect(crossed.names).toEqual(['x × y × z', 'x × y × z (2)'])
    expect(crossed.of).toEqual([1, 0])
  })

  it('are not read from what every object has', () => {
    expect(parted([{}, {}], 'constructor').names).toEqual(['not known'])
  })

  it('are at most a hundred', () => {
    const many = Array.from({ length: 101 }, (_, at) => ({ city: `c${at}` }))
    expect(parted(many.slice(1), 'city').names).toHaveLength(100)
    expect(() => parted(many, 'city')).toThrow(ShelftalkError)
    expect(() => parted(many, 'city')).toThrow('“city” makes 101 groups')
  })
})
