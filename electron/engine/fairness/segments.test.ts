import { describe, expect, it } from 'vitest'
import { segmentFieldsOf, segmentsAsked } from './segments'

const people = [
  { segments: { region: 'South', ageBand: '55+', id: 'a', plan: 'one' } },
  { segments: { region: 'North', ageBand: '35-44', id: 'b', plan: 'one' } },
  { segments: { region: 'South', ageBand: ' ', id: 'c', plan: 'one' } },
]

describe('attributes of shoppers', () => {
  it('are those that split them, protected ones first, blanks missing', () => {
    expect(segmentFieldsOf(people)).toMatchObject([
      {
        field: 'ageBand',
        values: [
          { value: '55+', n: 1 },
          { value: '35-44', n: 1 },
        ],
        missing: 1,
        isProtected: true,
      },
      ...['id', 'region'].map((field) => ({ field, missing: 0, isProtected: false })),
    ])
  })

  it('are no more than fifty groups', () => {
    const many = Array.from({ length: 51 }, (_, at) => ({ segments: { id: `${at}`, half: `${at % 2}` } }))
    expect(segmentFieldsOf(many).map(({ field }) => field)).toEqual(['half'])
  })
})

describe('segments asked for', () => {
  it('are those named, each once', () => {
    const segments = [['region'], ['ageBand', 'region'], ['region']]
    expect(segmentsAsked(people, { segments }, 'shop')).toEqual({ wanted: segments.slice(0, 2), leftOut: [] })
  })

  it('are at most eight where none is named, and what is left out is told', () => {
    const wide = ['x', 'y'].map((value) => ({
      segments: Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`f${at}`, value])),
    }))
    const { wanted, leftOut } = segmentsAsked(wide, {}, 'shop')
    expect(wanted).toHaveLength(8)
    expect(leftOut).toEqual(['f8', 'f9'])
  })

  it.each([
    [people, { segments: [['ageBand', 'shoe']] }, 'No shopper of "shop" has the attribute "shoe".'],
    [[{ segments: {} }], {}, 'have no attribute'],
    [[{ segments: { plan: 'one' } }], {}, 'have no attribute'],
  ])('are refused where nobody has them', (all, request, message) => {
    expect(() => segmentsAsked(all, request, 'shop')).toThrow(message)
  })
})
