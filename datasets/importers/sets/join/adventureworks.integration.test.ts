/** The AdventureWorks tables, where a checkout keeps them in `../shared/data` beside the repository. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openImport } from '../../open'
import { importAll } from '../../testing'
import type { ImportItem } from '../../types'

const root = resolve(import.meta.dirname, '../../../..')
const folder = resolve(root, '../shared/data/adventureworks')
const present = existsSync(resolve(folder, 'AdventureWorks_Customers.csv'))
const suite = present
  ? 'AdventureWorks'
  : 'AdventureWorks (skipped: ../shared/data/adventureworks is not there)'

/** How often each value stands. */
function tally(values: readonly (string | undefined)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value ?? 'none'] = (counts[value ?? 'none'] ?? 0) + 1
  return counts
}

describe.skipIf(!present)(suite, () => {
  let items: readonly ImportItem[] = []
  beforeAll(async () => {
    items = await importAll(folder)
  }, 120_000)
  const products = () => items.flatMap((item) => (item.type === 'product' ? [item] : []))
  const shoppers = () => items.flatMap((item) => (item.type === 'shopper' ? [item.shopper] : []))
  const events = () => items.flatMap((item) => (item.type === 'interaction' ? [item.interaction] : []))

  it('keeps every product, customer and order line; the unclean products come a second time and are refused', () => {
    const kinds = items.flatMap(({ type }) => (type === 'joined' ? [] : [type]))
    expect(tally(kinds)).toEqual({
      product: 293,
      shopper: 18_148,
      interaction: 56_046,
      refused: 293,
    })
    const refused = items.flatMap((item) => (item.type === 'refused' ? [item.refused] : []))
    expect(
      refused.every(
        ({ file, reason }) => file === 'AdventureWorks_Products (unclean).csv' && reason.includes('repeats'),
      ),
    ).toBe(true)
  })
  it('takes the clean file, by the key that order lines use', () => {
    expect(new Set(products().map(({ file }) => file))).toEqual(new Set(['AdventureWorks_Products.csv']))
    expect(products().find(({ product }) => product.id === '218')?.product).toMatchObject({
      title: 'Mountain Bike Socks, M',
      price: { minor: 950, currency: 'USD' },
      source: { ProductColor: 'White' },
    })
  })
  it('says how old, of what gender and of what income customers are', () => {
    expect(tally(shoppers().map(({ segments }) => segments['gender']))).toEqual({
      man: 9126,
      woman: 8892,
      undisclosed: 130,
    })
    expect(tally(shoppers().map(({ segments }) => segments['incomeBand']))).toEqual({
      'under 40,000': 5116,
      '40,000 to under 70,000': 6421,
      '70,000 and over': 6611,
    })
    const ages = tally(shoppers().map(({ segments }) => segments['ageBand']))
    expect(Object.keys(ages).sort()).toEqual(['35-44', '45-54', '55-64', '65 and over'])
    expect(Object.values(ages).reduce((sum, count) => sum + count)).toBe(18_148)
    expect(shoppers().find(({ id }) => id === '11000')).toEqual({
      id: '11000',
      name: 'Jon Yang',
      locale: 'en-US',
      currency: 'USD',
      segments: {
        ageBand: '45-54',
        gender: 'man',
        incomeBand: '70,000 and over',
        maritalStatus: 'married',
        education: 'Bachelors',
        occupation: 'Professional',
        homeOwner: 'yes',
        children: '2',
      },
      interests: [],
    })
  })
  it('reads dates month first, from the first day of 2017 to the last of June 2019', () => {
    const days = events().map(({ atMs }) => atMs)
    expect([days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))]).toEqual([
      Date.UTC(2017, 0, 1),
      Date.UTC(2019, 5, 30),
    ])
    expect(events().every(({ kind }) => kind === 'purchase')).toBe(true)
  })
  it('can be read from the unclean products alone', async () => {
    const source = await openImport(folder, { map: { 'products.file': '*unclean*' } })
    let count = 0
    for await (const item of source.items) {
      if (item.type !== 'product') break
      count += 1
    }
    expect(count).toBe(293)
  })
})
