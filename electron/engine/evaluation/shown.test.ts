import { describe, expect, it } from 'vitest'
import { isHeldOut } from '../../../datasets/world/products'
import { narrativeCase } from '../../../models/metrics/cases'
import type { Persona } from '../../../shared/domain/persona'
import { ShownProducts } from './shown'

const persona = { id: 'asha', interests: [], history: [] } as unknown as Persona
const one = (products: number) => ({
  ...narrativeCase(0, 1, { personas: ['asha'], shoppers: [] }),
  template: `products: ${products}`,
})

/** Over a strategy that always picks the same, best first. */
function shown(ids: readonly string[], heldOut = false): ShownProducts {
  const bench = {
    store: { catalogue: async () => ({}) },
    picker: { pick: async () => ({ picks: ids.map((id) => ({ id })), products: [] }) },
  }
  return new ShownProducts({
    bench: bench as never,
    request: { strategy: 'personalised', heldOut },
    catalogue: 'shop',
  })
}

describe('products shown', () => {
  it('are the best that were shown least, in turns', async () => {
    const products = shown(['a', 'b', 'c'])
    const taken = [await products.choose(one(1), persona), await products.choose(one(2), persona)]
    expect([...taken, await products.choose(one(1), persona)]).toEqual([['a'], ['b', 'c'], ['a']])
  })

  it('are picked without the rules of the shop', async () => {
    const asked: unknown[] = []
    const pick = async (_: unknown, request: unknown) => {
      asked.push(request)
      return { picks: [{ id: 'a' }], products: [] }
    }
    const bench = { store: { catalogue: async () => ({}) }, picker: { pick } } as never
    const request = { strategy: 'personalised', heldOut: false } as const
    await new ShownProducts({ bench, request, catalogue: 'shop' }).choose(one(1), persona)
    expect(asked).toMatchObject([{ withoutRules: true }])
  })

  it('stay among the twelve best', async () => {
    const products = shown(Array.from({ length: 20 }, (_, rank) => `p${rank}`))
    for (let turn = 0; turn < 12; turn++) await products.choose(one(1), persona)
    expect(await products.choose(one(1), persona)).toEqual(['p0'])
  })

  it('are held out where that is asked', async () => {
    const ids = Array.from({ length: 200 }, (_, at) => `kettle-${at}`)
    const [id] = await shown(ids, true).choose(one(1), persona)
    expect(id).toBe(ids.find(isHeldOut))
    const seen = ids.filter((other) => !isHeldOut(other))
    await expect(shown(seen, true).choose(one(1), persona)).rejects.toThrow('held out')
  })
})
