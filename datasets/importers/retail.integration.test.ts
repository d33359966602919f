/** The real files of the AWS retail demo store, where a checkout keeps them in `../shared/data` beside the repository. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Product, Shopper } from '../../shared/domain/catalogue'
import { factKind } from '../../shared/domain/facts'
import { isPlural } from './nouns/number'
import { importAll } from './testing'
import type { ImportItem } from './types'

const root = resolve(import.meta.dirname, '../..')
const folder = resolve(root, '../shared/data/retail-demo-store')
const present = existsSync(resolve(folder, 'products.yaml'))
const suite = present
  ? 'retail demo store'
  : 'retail demo store (skipped: ../shared/data/retail-demo-store is not there)'

describe.skipIf(!present)(suite, () => {
  let items: readonly ImportItem[] = []
  let products: readonly Product[] = []
  let shoppers: readonly Shopper[] = []

  beforeAll(async () => {
    items = await importAll(folder)
    products = items.flatMap((item) => (item.type === 'product' ? [item.product] : []))
    shoppers = items.flatMap((item) => (item.type === 'shopper' ? [item.shopper] : []))
  })

  it('keeps every product and every shopper', () => {
    expect([products.length, shoppers.length, items.length]).toEqual([2465, 5250, 2465 + 5250])
  })

  it('sources every fact by the exact characters of the stored text, up to case', () => {
    const wrong = products.flatMap(({ id, facts, source }) =>
      facts
        .filter(
          ({ text, source: { field, start = -1, end = -1 } }) =>
            (source[field] ?? '').slice(start, end).toLowerCase() !== text.toLowerCase(),
        )
        .map((fact) => ({ id, fact })),
    )
    expect(wrong).toEqual([])
  })

  it('finds three and a half facts a product and leaves few with none or one', () => {
    const facts = products.reduce((sum, product) => sum + product.facts.length, 0)
    const few = products.filter((product) => product.facts.length < 2).length
    expect(facts / products.length).toBeGreaterThanOrEqual(3.5)
    expect(few / products.length).toBeLessThan(0.12)
  })

  it('writes facts in the form of their kind', () => {
    const wrong = products.flatMap(({ facts }) =>
      facts.filter(({ kind, text, number }) => {
        const { form } = factKind(kind)
        const article = /^(?:a|an|the|its|their|this|these|our)\s/i.test(text) && kind !== 'season'
        const last = text.toLowerCase().split(/[\s-]/).at(-1) ?? ''
        const singular = form === 'np' && number === 'one' && isPlural(last) && last !== 'glasses'
        const untidy = /^[\s,]|[\s,]$|[.;:!?](?!\d)/.test(text) && form !== 'measure'
        return article || singular || untidy || text.length > 70
      }),
    )
    expect(wrong).toEqual([])
  })

  it('numbers the facts of a product uniquely, eight at most', () => {
    for (const { facts } of products) {
      expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length)
      expect(facts.length).toBeLessThanOrEqual(8)
    }
  })

  it('gives every product a noun and an aisle', () => {
    expect(products.filter((product) => product.aisle === 'general').map((product) => product.title)).toEqual(
      [],
    )
    expect(products.filter((product) => product.noun === 'piece').length).toBeLessThan(50)
    const aisles = new Set(products.map((product) => product.aisle))
    expect([...aisles]).toEqual(
      expect.arrayContaining(['music', 'tools', 'festive', 'garden', 'furniture', 'grocery', 'pets']),
    )
  })

  it('prices every product and stocks it', () => {
    expect(
      products.every(
        ({ price, stock }) =>
          price !== undefined && price.minor > 0 && price.currency === 'USD' && stock !== undefined,
      ),
    ).toBe(true)
  })

  it('gives shoppers segments and interests', () => {
    expect(
      shoppers.every(({ segments, interests }) => segments['ageBand'] !== undefined && interests.length >= 2),
    ).toBe(true)
  })
})
