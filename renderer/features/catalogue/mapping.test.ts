import { describe, expect, it } from 'vitest'
import type { ColumnUse } from '../../../shared/domain/importing'
import type { Mapping } from './mapping'
import { AS_FOUND, assign, choiceOf, KEEP, MEANING_CHOICES, labelOf, orderDates } from './mapping'

const price: ColumnUse = { kind: 'field', field: 'price' }
const colour: ColumnUse = { kind: 'fact', fact: 'colour' }
const source: ColumnUse = { kind: 'source' }

describe('assign', () => {
  it.each<[string, Mapping, readonly [ColumnUse, string], Mapping]>([
    ['a column of nothing', {}, [source, 'title'], { title: 'c' }],
    ['a guessed column', {}, [price, 'wasPrice'], { wasPrice: 'c' }],
    ['a guessed column, to mean nothing', {}, [price, KEEP], { price: '-' }],
    ['a fact, to mean nothing', {}, [colour, KEEP], { colour: '-' }],
    [
      'a column that was said to be something',
      { price: 'c', title: 't' },
      [price, 'wasPrice'],
      { title: 't', wasPrice: 'c' },
    ],
    ['a meaning that another column has', { price: 'd' }, [source, 'price'], { price: 'c' }],
    ['what it already is', { brand: 'b' }, [price, 'price'], { brand: 'b' }],
    ['nothing to nothing', { brand: 'b' }, [source, KEEP], { brand: 'b' }],
    ['a column that was said to mean nothing', { price: '-' }, [source, 'price'], { price: 'c' }],
  ])('changes %s', (_, mapping, [use, choice], after) => {
    expect(assign(mapping, { name: 'c', use }, choice)).toEqual(after)
  })
})

it('says which way round dates are, and takes it back', () => {
  const said = orderDates({ title: 't', dates: 'month-first' }, 'day-first')
  expect(said).toEqual({ title: 't', dates: 'day-first' })
  expect(orderDates(said, AS_FOUND)).toEqual({ title: 't' })
})

describe('what a column becomes', () => {
  it.each<[ColumnUse, string, string]>([
    [price, 'Price', 'price'],
    [colour, 'Fact: colour', 'colour'],
    [source, 'Kept to look at', KEEP],
    [{ kind: 'ignored' }, 'Not kept', KEEP],
    [{ kind: 'segment', segment: 'ageBand' }, 'Segment: age band', KEEP],
    [{ kind: 'field', field: 'firstName' }, 'First name', 'firstName'],
  ])('%j is called %s', (use, label, choice) => {
    expect([labelOf(use), choiceOf(use)]).toEqual([label, choice])
  })

  it('is offered once each', () => {
    const values = MEANING_CHOICES.map(({ value }) => value)
    expect(values).toEqual(expect.arrayContaining([KEEP, 'title', 'price', 'colour', 'feature']))
    expect(new Set(values).size).toBe(values.length)
  })
})
