import { describe, expect, it } from 'vitest'
import type { Product } from '../../../shared/domain/catalogue'
import { judgedRetail } from './judge'
import { heldOutQueries, tuningQueries } from './queries'
import { ruleOf } from './rule'

const product = (title: string, category = 'outdoors > camping', description = ''): Product => ({
  id: title,
  title,
  titleNumber: 'one',
  noun: 'thing',
  nounNumber: 'one',
  category,
  aisle: 'outdoor',
  description,
  facts: [],
  source: {},
})

describe('rules', () => {
  it.each([
    ['camping', 'Lantern', true],
    ['fishing', 'Lantern', false],
    ['t:tent|lantern', 'Two Lanterns', true],
    ['t:lamp', 'Lampshade', false],
    ['t:lamp*', 'Lampshade', true],
    ['t:camp+stove', 'Camp-Stove', true],
    ['t:whisk?y', 'Whiskey Glass', true],
    ['t:tent -camping', 'Tent', false],
    ['fishing ; t:tent camping', 'Tent', true],
    ['-c:tables|c:camping', 'Tent', false],
    ['', 'Tent', false],
  ])('"%s" means "%s": %s', (rule, title, meant) => {
    expect(ruleOf(rule)(product(title))).toBe(meant)
  })

  it('look into descriptions where told to', () => {
    const oil = product('Oil Burner', 'homedecor', 'A lantern of old.')
    expect([ruleOf('t:lantern')(oil), ruleOf('d:lantern')(oil)]).toEqual([false, true])
  })
})

describe('the queries', () => {
  it('are told apart from those that weights were chosen on', () => {
    const tuned = new Set(tuningQueries.map(([query]) => query))
    expect(heldOutQueries.filter(([query]) => tuned.has(query))).toEqual([])
  })

  it('grade by the first rule that holds', () => {
    const found = judgedRetail(
      [
        ['torch', 't:lantern', 'camping'],
        ['piano', 't:piano', ''],
      ],
      [product('Lantern'), product('Tent'), product('Fork', 'kitchen')],
    )
    expect(found).toEqual([
      {
        query: 'torch',
        grades: new Map([
          ['Lantern', 2],
          ['Tent', 1],
        ]),
      },
    ])
  })
})
