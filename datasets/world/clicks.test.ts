import { describe, expect, it } from 'vitest'
import type { ClickProduct, ClickShopper } from './clicks'
import {
  CLICK_MODEL,
  clickChances,
  drawClick,
  examination,
  inSeason,
  leaning,
  relationTo,
  utility,
} from './clicks'
import { stream } from './random'
import { ORNATE, THEMES, TIER, VECTOR_LENGTH } from './themes'

function vector(entries: Readonly<Record<number, number>>): readonly number[] {
  return Array.from({ length: VECTOR_LENGTH }, (_, i) => entries[i] ?? 0)
}

const shopper: ClickShopper = {
  id: 'shopper-0001',
  taste: vector({ 0: 0.6, 1: 0.8, [ORNATE]: 0.5, [TIER]: -0.2 }),
}
const product: ClickProduct = {
  id: 'tent-01',
  type: 'tent',
  vector: vector({ 0: 1, [ORNATE]: -0.4, [TIER]: 0.3 }),
  popularity: 2,
  peak: [4, 9],
  goes: ['lantern'],
}

describe('click model', () => {
  it('follows its formula', () => {
    const m = CLICK_MODEL
    const plain =
      m.base +
      m.taste * 0.6 +
      m.ornate * 0.5 * -0.4 -
      m.tier * 0.25 +
      m.popularity * Math.log(2) +
      m.leaning * leaning('shopper-0001', 'tent')
    expect(utility(shopper, product, { month: 1, goes: false, sated: false })).toBeCloseTo(plain, 12)
    expect(utility(shopper, product, { month: 5, goes: true, sated: true })).toBeCloseTo(
      plain + m.season + m.goes - m.sated,
      12,
    )
  })

  it('discounts positions by a power law and nothing else', () => {
    const [first, fifth] = [1, 5].map((position) =>
      clickChances(shopper, product, { position, month: 1, goes: false, sated: false }),
    )
    expect((fifth?.view ?? 0) / (first?.view ?? 1)).toBeCloseTo(5 ** -CLICK_MODEL.decay, 12)
    expect([first?.cart, first?.purchase]).toEqual([fifth?.cart, fifth?.purchase])
    expect(examination(1)).toBe(1)
  })

  it('knows seasons that wrap round the new year', () => {
    expect([11, 1, 2, 3, 10].map((month) => inSeason([11, 2], month))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect([3, 4, 9, 10].map((month) => inSeason([4, 9], month))).toEqual([false, true, true, false])
    expect(inSeason(undefined, 6)).toBe(false)
  })

  it('knows what a purchase does to what comes after', () => {
    expect(relationTo([product], { type: 'lantern' })).toEqual({ goes: true, sated: false })
    expect(relationTo([product], { type: 'tent' })).toEqual({ goes: false, sated: true })
    expect(relationTo([], { type: 'tent' })).toEqual({ goes: false, sated: false })
  })

  it('leans like a standard normal, the same every time', () => {
    const draws = Array.from({ length: 4000 }, (_, i) =>
      leaning(`shopper-${i}`, THEMES[i % THEMES.length] ?? ''),
    )
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length
    expect(Math.abs(mean)).toBeLessThan(0.06)
    expect(Math.abs(variance - 1)).toBeLessThan(0.1)
    expect(leaning('a', 'tent')).toBe(leaning('a', 'tent'))
  })

  it('draws outcomes as often as their chances say', () => {
    const random = stream(7, 'draws')
    const counts = { view: 0, cart: 0, purchase: 0, none: 0 }
    for (let i = 0; i < 20_000; i++)
      counts[drawClick({ view: 0.5, cart: 0.4, purchase: 0.25 }, random) ?? 'none']++
    const shares = Object.values(counts).map((count) => count / 20_000)
    for (const [i, expected] of [0.3, 0.15, 0.05, 0.5].entries())
      expect(Math.abs((shares[i] ?? 0) - expected)).toBeLessThan(0.015)
  })
})
