import { describe, expect, it } from 'vitest'
import type { PriceTier } from '../../../shared/domain/fairness'
import type { FilteredProduct } from '../../../shared/domain/productFilter'
import type { Rule } from '../../../shared/domain/rules'
import type { ListsAtHand } from './ruledLists'
import { holdingForSomebody, ruledLists } from './ruledLists'
import type { Segments } from './tasks'

const products = Array.from({ length: 8 }, (_, row): readonly [number, FilteredProduct] => [
  row,
  {
    ...{ id: `p${row}`, title: `Mug ${row}`, category: 'Mugs', noun: 'mug', aisle: 'kitchen' },
    brand: row % 2 === 0 ? 'Brae' : 'Orrin',
    ...(row === 7 ? { stock: 0 } : {}),
  },
])
const rule = (more: Partial<Rule> & Pick<Rule, 'action'>): Rule => ({
  ...{ id: 'rule', name: 'Rule', enabled: true, products: {} },
  ...more,
})
const old: Segments = { ageBand: '55+' }
const young: Segments = { ageBand: '18-24' }

function ruledOf(rules: readonly Rule[], more: Partial<ListsAtHand> = {}) {
  return ruledLists({
    ...{ k: 2, lists: Int32Array.of(0, 1, 2, 3, 4, 3, 2, 1, 0, -1), depth: 5, segments: [old, young] },
    ...{ rules, today: '2026-05-01', currency: 'INR', products, tiers: new Map() },
    historyOf: () => new Int32Array(),
    ...more,
  })
}

function ruled(rules: readonly Rule[], more: Partial<ListsAtHand> = {}): readonly (readonly number[])[] {
  const out = ruledOf(rules, more).lists
  return [[...out.subarray(0, 5)], [...out.subarray(5)]]
}

const forOld = { segment: { field: 'ageBand', value: '55+' } }
const plain = [
  [0, 1, 2, 3, 4],
  [3, 2, 1, 0, -1],
]

describe('rules over lists', () => {
  it.each([
    ['nothing where none holds', [rule({ action: { kind: 'exclude' }, until: '2026-04-30' })], plain],
    [
      'nothing where an occasion is needed',
      [rule({ action: { kind: 'exclude' }, when: { occasion: ['rain'] } })],
      plain,
    ],
    [
      'a shorter list where products are left out, of those alone for whom it holds',
      [rule({ action: { kind: 'exclude' }, products: { brands: ['Brae'] }, when: forOld })],
      [
        [1, 3, -1, -1, -1],
        [3, 2, 1, 0, -1],
      ],
    ],
    [
      'products that pins name from beyond the list, within its length',
      [rule({ action: { kind: 'pin', position: 2 }, products: { ids: ['p6'] } })],
      [
        [0, 6, 1, 2, 3],
        [3, 6, 2, 1, 0],
      ],
    ],
    [
      'none that is sold out',
      [rule({ action: { kind: 'pin', position: 1 }, products: { ids: ['p7'] } })],
      plain,
    ],
  ])('make %s', (_, rules, lists) => {
    expect(ruled(rules)).toEqual(lists)
  })

  it('bring in nothing that she has', () => {
    const pin = rule({ action: { kind: 'pin', position: 1 }, products: { ids: ['p5'] } })
    const historyOf = (at: number) => Int32Array.from(at === 0 ? [5] : [])
    expect(ruled([pin], { historyOf })).toEqual([
      [0, 1, 2, 3, 4],
      [5, 3, 2, 1, 0],
    ])
  })

  it('even tiers out', () => {
    const parity = rule({
      action: { kind: 'parity', by: 'priceTier', factors: { premium: 5 } },
      when: forOld,
    })
    const tiers = new Map<string, PriceTier>([['p4', 'premium']])
    const [evened, other] = ruled([parity], { tiers })
    // A fifth of the last place, less what lies between places, is the second at least.
    expect(evened?.indexOf(4)).toBeLessThan(2)
    expect([...(evened ?? [])].sort()).toEqual([0, 1, 2, 3, 4])
    expect(other).toEqual([3, 2, 1, 0, -1])
  })
})

// The first list is as deep as was ranked, the second at the end of the catalogue.
describe('lists to which something from further down could belong', () => {
  const bags = { categories: ['Bags'] }
  it.each<[string, Rule[], number[]]>([
    ['none where enough is left', [rule({ action: { kind: 'exclude' }, products: bags })], []],
    [
      'too little is left',
      [rule({ action: { kind: 'exclude' }, products: { brands: ['Brae', 'Orrin'] } })],
      [0],
    ],
    [
      'none where a boost reaches no further',
      [rule({ action: { kind: 'boost', factor: 2 }, products: bags })],
      [],
    ],
    ['a boost reaches further', [rule({ action: { kind: 'boost', factor: 3 }, products: bags })], [0]],
    ['a burial lets others up', [rule({ action: { kind: 'bury', factor: 3 }, products: bags })], [0]],
    [
      'evening out reaches further',
      [rule({ action: { kind: 'parity', by: 'brand', factors: { Brae: 0.5, Orrin: 1.5 } } })],
      [0],
    ],
    [
      'a pin looks for the best of a kind',
      [rule({ action: { kind: 'pin', position: 1 }, products: bags })],
      [0],
    ],
    ['none that nothing holds for', [rule({ action: { kind: 'exclude' }, enabled: false })], []],
  ])('are: %s', (_, rules, open) => {
    expect([...ruledOf(rules).open]).toEqual(open)
  })
})

it('rules that hold for nobody are none', () => {
  const rules = [
    rule({ action: { kind: 'exclude' }, when: forOld }),
    rule({ action: { kind: 'exclude' }, enabled: false }),
  ]
  expect(holdingForSomebody(rules, '2026-05-01', [young])).toEqual([])
  expect(holdingForSomebody(rules, '2026-05-01', [young, old])).toEqual(rules.slice(0, 1))
})
