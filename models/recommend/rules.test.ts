import { describe, expect, it } from 'vitest'
import type { Exposure } from '../../shared/domain/fairness'
import type { Pick } from '../../shared/domain/narrative'
import type { FilteredProduct } from '../../shared/domain/productFilter'
import type { Rule, RuleAction } from '../../shared/domain/rules'
import type { RuleContext } from './rules'
import { applyRules } from './rules'

const product = (id: string, more: Partial<FilteredProduct> = {}): FilteredProduct => ({
  id,
  title: id,
  category: 'Things',
  noun: 'thing',
  aisle: 'general',
  ...more,
})
const inr = (minor: number) => ({ minor, currency: 'INR' })

/** Six products ranked a to f, and z, which may be recommended but is ranked nowhere. */
const shop = [
  product('a', { brand: 'Fenmoor', price: inr(100), stock: 5 }),
  product('b', { brand: 'Orrin', price: inr(200), stock: 1 }),
  product('c', { brand: 'Orrin', price: inr(300) }),
  product('d', { brand: 'Brae', price: inr(400), stock: 9 }),
  product('e', { brand: 'Brae' }),
  product('f', { brand: 'Fenmoor', price: { minor: 300, currency: 'USD' } }),
  product('z', { brand: 'Zed', price: inr(900) }),
]
const pick = (id: string): Pick => ({ id, title: id, score: 1, reason: 'Popular this month' })
const ranked = ['a', 'b', 'c', 'd', 'e', 'f'].map(pick)
const context: RuleContext = {
  today: '2025-07-01',
  occasion: 'a rainy week in the hills',
  segments: { region: 'South' },
  currency: 'INR',
  products: new Map(shop.map((one) => [one.id, one])),
  beyond: [pick('z')],
}

let made = 0
const rule = (action: RuleAction, products: Rule['products'], more: Partial<Rule> = {}): Rule => ({
  id: `r${++made}`,
  name: 'Sale',
  enabled: true,
  products,
  action,
  ...more,
})
const pinTo = (position: number): RuleAction => ({ kind: 'pin', position })
const boost = (factor: number): RuleAction => ({ kind: 'boost', factor })
const bury = (factor: number): RuleAction => ({ kind: 'bury', factor })
const exclude: RuleAction = { kind: 'exclude' }
const parity = (by: Exposure, factors: Readonly<Record<string, number>>): RuleAction => ({
  kind: 'parity',
  ...{ by, factors },
})
const order = (...rules: readonly Rule[]) =>
  applyRules(ranked, rules, context)
    .picks.map(({ id }) => id)
    .join('')

describe('one rule', () => {
  it.each<[string, Rule['action'], Rule['products'], string]>([
    // Places 1 2 3 4 5 6; d counts as 4 / 2 = 2, which b has too, and d comes from further down.
    ['a boost of 2 takes the fourth to the second place', boost(2), { ids: ['d'] }, 'adbcef'],
    // a 1, d 4/3, e 5/3, b 2.
    ['a boost lets each of its products compete', boost(3), { brands: ['Brae'] }, 'adebcf'],
    ['a boost of 2 takes the runner-up to the top', boost(2), { ids: ['b'] }, 'bacdef'],
    // a counts as 2, b as 2 and comes from further down: b, a.
    ['a burial of 2 takes the first to the second place', bury(2), { ids: ['a'] }, 'bacdef'],
    ['a burial beyond the end is the end', bury(100), { brands: ['Orrin'] }, 'adefbc'],
    ['a pin takes its place', pinTo(1), { ids: ['e'] }, 'eabcdf'],
    ['a pin can take a place further down', pinTo(3), { ids: ['a'] }, 'bcadef'],
    ['a pin beyond the end is the end', pinTo(20), { ids: ['a'] }, 'bcdefa'],
    ['a pin that names a product brings it in', pinTo(2), { ids: ['z'] }, 'azbcdef'],
    ['a pin by brand takes what is ranked and no more', pinTo(2), { brands: ['Zed'] }, 'abcdef'],
    ['a pin by brand takes the best ranked of it', pinTo(1), { brands: ['Brae'] }, 'dabcef'],
    ['a pin that names several takes the first of them', pinTo(1), { ids: ['gone', 'f', 'b'] }, 'fabcde'],
    [
      'what a pin names must meet its other parts too',
      pinTo(1),
      { ids: ['f', 'b'], brands: ['Orrin'] },
      'bacdef',
    ],
    // Less their dither the places are a .896, b 1.489, c 2.724, d 3.204, e 4.508, f 5.130: b 1.489/2.5, c 2.724/2.5.
    [
      'evening out lets a class compete from further up',
      parity('brand', { Orrin: 2.5, Brae: 1 }),
      {},
      'bacdef',
    ],
    // b .745, c 1.362, a 1.793, d 3.204, e 4.508, f 10.260: a and f are Fenmoor's.
    [
      'evening out moves classes up and down at once',
      parity('brand', { Orrin: 2, Fenmoor: 0.5 }),
      {},
      'bcadef',
    ],
    // Everything in the category counts alike, so nothing moves.
    ['evening out one class alone changes nothing', parity('category', { Things: 3 }), {}, 'abcdef'],
    // a .896, b 1.489, d 1.602, e 2.254, c 2.724, f 5.130: what has no factor of its own has that of all others.
    [
      'evening out has a factor for all others',
      parity('brand', { Fenmoor: 1, Orrin: 1, 'all others': 2 }),
      {},
      'abdecf',
    ],
    // e .902, just behind a.
    ['evening out acts on what is meant alone', parity('brand', { Brae: 5 }), { ids: ['e'] }, 'aebcdf'],
    ['what is left out is gone', exclude, { brands: ['Orrin', 'Brae'] }, 'af'],
    ['who does not say how much is in stock counts as stocked', { kind: 'stock', atLeast: 2 }, {}, 'acdef'],
    // e has no price, f none in rupees; c is within 100 to 300, both ends included.
    [
      'outside the band, or of no price',
      { kind: 'priceBand', priceMinor: { min: 100, max: 300 } },
      {},
      'abc',
    ],
    [
      'a band for some leaves the others',
      { kind: 'priceBand', priceMinor: { max: 100 } },
      { brands: ['Orrin'] },
      'adef',
    ],
    ['of nothing, does nothing', boost(9), { brands: ['Nobody'] }, 'abcdef'],
  ])('%s', (_, action, products, expected) => {
    expect(order(rule(action, products))).toBe(expected)
  })
})

describe('rules that disagree', () => {
  it.each<[string, readonly Rule[], string]>([
    [
      'leaving out beats a pin, whichever comes first',
      [rule(pinTo(1), { ids: ['e'] }), rule(exclude, { ids: ['e'] })],
      'abcdf',
    ],
    [
      'also for what only a pin would bring in',
      [rule(pinTo(1), { ids: ['z'] }), rule(exclude, { brands: ['Zed'] })],
      'abcdef',
    ],
    ['a pin beats a burial', [rule(bury(9), { ids: ['b'] }), rule(pinTo(1), { ids: ['b'] })], 'bacdef'],
    [
      'the first of two pins says where',
      [rule(pinTo(2), { ids: ['f'] }), rule(pinTo(4), { ids: ['f'] })],
      'afbcde',
    ],
    [
      'two pins of one place stand one after the other',
      [rule(pinTo(1), { ids: ['f'] }), rule(pinTo(1), { ids: ['e'] })],
      'feabcd',
    ],
    [
      'two pins of one brand take two products',
      [rule(pinTo(1), { brands: ['Brae'] }), rule(pinTo(1), { brands: ['Brae'] })],
      'deabcf',
    ],
    // f counts as 6 / 2 / 3 = 1, a as 1.
    [
      'boosts multiply',
      [rule(boost(2), { ids: ['f'] }), rule(boost(3), { brands: ['Fenmoor'], title: 'F' })],
      'fabcde',
    ],
    [
      'a boost and a burial of one factor cancel',
      [rule(boost(4), { ids: ['d'] }), rule(bury(4), { ids: ['d'] })],
      'abcdef',
    ],
    [
      'places are counted among what is left',
      [rule(exclude, { ids: ['a', 'b'] }), rule(boost(2), { ids: ['d'] })],
      'dcef',
    ],
  ])('%s', (_, rules, expected) => {
    expect(order(...rules)).toBe(expected)
  })
})

describe('when a rule holds', () => {
  it.each<[string, Partial<Rule>, boolean]>([
    ['from today', { from: '2025-07-01' }, true],
    ['from tomorrow', { from: '2025-07-02' }, false],
    ['until today', { until: '2025-07-01' }, true],
    ['until yesterday', { until: '2025-06-30' }, false],
    ['switched off', { enabled: false }, false],
    ['for this occasion', { when: { occasion: ['wedding', 'RAIN'] } }, true],
    ['for another', { when: { occasion: ['wedding'] } }, false],
    ['for this segment', { when: { segment: { field: 'region', value: 'south ' } } }, true],
    ['for another segment', { when: { segment: { field: 'region', value: 'North' } } }, false],
    ['for a segment nobody knows', { when: { segment: { field: 'tribe', value: 'South' } } }, false],
    ['for both', { when: { occasion: ['rain'], segment: { field: 'region', value: 'North' } } }, false],
  ])('%s', (_, more, holds) => {
    expect(order(rule(exclude, { ids: ['a'] }, more)) === 'bcdef').toBe(holds)
  })
})

describe('explanations', () => {
  it('say on each pick what moved it, in the order of the rules', () => {
    const rules = [
      rule(bury(2), { brands: ['Orrin'] }, { name: 'Clearance' }),
      rule(boost(2), { ids: ['b'] }, { name: 'Monsoon sale' }),
      rule(pinTo(1), { ids: ['f'] }, { name: 'Hero' }),
    ]
    const { picks } = applyRules(ranked, rules, context)
    expect(picks.map(({ id, rules: words }) => [id, words])).toEqual([
      ['f', ['pinned by rule Hero']],
      ['a', undefined],
      ['b', ['moved down by rule Clearance', 'boosted by rule Monsoon sale']],
      ['d', undefined],
      ['e', undefined],
      ['c', ['moved down by rule Clearance']],
    ])
    expect(picks.every(({ reason, score }) => reason === 'Popular this month' && score === 1)).toBe(true)
  })
  it('say what was left out, by which rule, and how much each did', () => {
    const rules = [
      rule({ kind: 'stock', atLeast: 2 }, {}, { id: 'stock', name: 'No last pieces' }),
      rule(exclude, { brands: ['Orrin'] }, { id: 'out', name: 'No Orrin' }),
      rule(boost(2), { brands: ['Orrin'] }, { id: 'boost' }),
      rule(boost(2), { brands: ['Brae'] }, { id: 'off', enabled: false }),
    ]
    const { leftOut, touched } = applyRules(ranked, rules, context)
    expect(leftOut.map(({ pick: { id }, at, ruleId, words }) => [id, at, ruleId, words])).toEqual([
      ['b', 1, 'stock', 'left out by rule No last pieces'],
      ['c', 2, 'out', 'left out by rule No Orrin'],
    ])
    expect([...touched]).toEqual([
      ['stock', 1],
      ['out', 1],
      ['boost', 0],
    ])
  })
  it('change nothing where no rule holds', () => {
    expect(applyRules(ranked, [], context).picks).toEqual(ranked)
    expect(applyRules([], [rule(boost(2), { ids: ['a'] })], context).picks).toEqual([])
  })
})

describe('a rule that evens out price tiers', () => {
  const tilt = rule(parity('priceTier', { budget: 0.5, premium: 3 }), {}, { name: 'Parity' })
  const tiers = new Map([
    ['a', 'budget'],
    ['d', 'premium'],
  ] as const)

  it('goes by the tiers it is given, and says what it did', () => {
    const { picks, touched } = applyRules(ranked, [tilt], { ...context, tiers })
    // d 3.204/3, b 1.489, a .896/.5.
    expect(picks.map(({ id }) => id).join('')).toBe('dbacef')
    expect(picks[0]?.rules).toEqual(['evened out by rule Parity'])
    expect(picks[1]?.rules).toBeUndefined()
    expect(touched.get(tilt.id)).toBe(2)
  })

  it('says so of what it moves alone', () => {
    const mild = rule(parity('priceTier', { budget: 1.01 }), {}, { name: 'Mild' })
    const { picks, touched } = applyRules(ranked, [mild], { ...context, tiers })
    expect(picks.map(({ id }) => id).join('')).toBe('abcdef')
    expect(picks.every((one) => one.rules === undefined)).toBe(true)
    expect(touched.get(mild.id)).toBe(0)
  })

  it('fails where nobody knows the tiers', () => {
    expect(() => applyRules(ranked, [tilt], context)).toThrow(/need the tiers/)
  })
})
