import { describe, expect, it } from 'vitest'
import type { ClickProduct } from '../../../datasets/world/clicks'
import { examination, sigmoid, utility } from '../../../datasets/world/clicks'
import { VECTOR_LENGTH } from '../../../datasets/world/themes'
import type { Event } from '../../../models/evaluate/fixtures'
import { eventColumns, productColumns } from '../../../models/evaluate/fixtures'
import { openStudy } from '../../../models/evaluate/study'
import { clickWorld, worldClicks } from './worldClicks'

const DAY_MS = 86_400_000
const may = Date.UTC(2026, 4, 20)
const flat = Array.from({ length: VECTOR_LENGTH }, () => 0)
const thing = (id: string, type: string, more: Partial<ClickProduct> = {}): ClickProduct => ({
  ...{ id, type, vector: flat, popularity: 1, goes: [] },
  ...more,
})

/** p0 a tent that goes with lanterns, p1 a lantern in its season, p2 another tent, p3 a cup. */
const truth = {
  shoppers: new Map([['a', { id: 'a', taste: flat }]]),
  products: new Map([
    ['p0', thing('p0', 'tent', { goes: ['lantern'] })],
    ['p1', thing('p1', 'lantern', { peak: [4, 6] as const, popularity: 3 })],
    ['p2', thing('p2', 'tent')],
    ['p3', thing('p3', 'cup')],
  ]),
}

/** The last thing she took, the cup, is held out; the rest is learnt from. */
function clicksOn(lists: readonly number[], tentBoughtMs: number, kind: 'purchase' | 'cart' = 'purchase') {
  const given: readonly Event[] = [
    ['a', 0, tentBoughtMs, kind],
    ['a', 3, may],
  ]
  const events = eventColumns(given)
  const study = openStudy(events, productColumns(4), {
    ...{ protocol: 'leave-last-out', k: lists.length, seed: 1 },
  })
  return worldClicks(study, { lists: Int32Array.from(lists) }, clickWorld(study, events, truth))[0]
}

/** Chance that she opens a product at a place. */
function chance(
  id: string,
  place: number,
  sight: { readonly goes: boolean; readonly sated: boolean },
): number {
  const product = truth.products.get(id) ?? thing('', '')
  const u = utility({ id: 'a', taste: flat }, product, { month: 5, ...sight })
  return examination(place) * sigmoid(u)
}

describe("clicks by the shop's own model", () => {
  it.each([
    ['lately', may - 10 * DAY_MS, 'purchase' as const, true],
    ['too long ago', may - 60 * DAY_MS, 'purchase' as const, false],
    ['never, only put in the cart', may - 10 * DAY_MS, 'cart' as const, false],
  ])(
    'are expected by place, by season, and by what she bought: the tent %s',
    (...[, boughtMs, kind, matters]) => {
      const expected =
        chance('p1', 1, { goes: matters, sated: false }) + chance('p2', 2, { goes: false, sated: matters })
      expect(clicksOn([1, 2], boughtMs, kind)).toBeCloseTo(expected / 2, 12)
    },
  )

  it('leave empty places out', () => {
    expect(clicksOn([1, -1], may - DAY_MS)).toBeCloseTo(chance('p1', 1, { goes: true, sated: false }), 12)
    expect(clicksOn([-1, -1], may - DAY_MS)).toBe(0)
  })

  it('refuse a shopper that the shop does not have', () => {
    const events = eventColumns([
      ['stranger', 0, 1],
      ['stranger', 1, 2],
    ])
    const study = openStudy(events, productColumns(4), { protocol: 'leave-last-out', k: 1, seed: 1 })
    const world = clickWorld(study, events, truth)
    expect(() => worldClicks(study, { lists: Int32Array.of(2) }, world)).toThrow(RangeError)
  })
})
