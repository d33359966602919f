import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findResources } from './resources'
import { fitShopBlend, shippedBlend } from './shopBlend'

const resources = findResources(import.meta.dirname)
const folder = mkdtempSync(join(tmpdir(), 'shelftalk-shop-blend-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('ships the weights that a first pick from the shop would fit', async () => {
  const { origin, weights, users } = await fitShopBlend(resources)
  const shop = { name: 'shop', invented: true, origin }
  const shipped = await shippedBlend(resources.shop, shop)
  expect(shipped?.users).toBe(users)
  expect(Object.keys(shipped?.weights ?? {})).toEqual(Object.keys(weights))
  // Another processor may round the last digits of a sum differently.
  for (const [part, weight] of Object.entries(weights))
    expect(shipped?.weights[part as keyof typeof weights]).toBeCloseTo(weight, 2)

  expect(await shippedBlend(resources.shop, { ...shop, origin: 'another edition' })).toBeUndefined()
  expect(await shippedBlend(resources.shop, { ...shop, name: 'mine' })).toBeUndefined()
  expect(await shippedBlend(resources.shop, { ...shop, invented: false })).toBeUndefined()
})

it.each(['', '{}', '{"edition":1,"origin":"made up","weights":{},"users":1}'])(
  'has none where the file says %j',
  async (text) => {
    writeFileSync(join(folder, 'blend.json'), text)
    expect(await shippedBlend(folder, { name: 'shop', invented: true, origin: 'made up' })).toBeUndefined()
  },
)
