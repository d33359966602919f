import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { VOICES } from '../../shared/domain/voices'
import { encodeWorld, writeCounts } from './build'
import { CLICK_MODEL } from './clicks'
import { countWorld } from './counts'
import { LAST_DAY } from './products'
import { PERSONA_COUNT } from './personas'
import { SHOP_CURRENCIES, priceIn } from './prices'
import { isHeldOut, readWorld, readWorldProducts, readWorldTruth } from './read'
import { shopperOf } from './shoppers'
import { INTERESTS } from './themes'
import { productOf } from './toProduct'
import { WORLD, makeWorld } from './world'

const made = makeWorld()
const shipped = await readWorld()
const small = { ...WORLD, perType: 6, shoppers: 300 }

/** Compares row by row, so that a failure shows the first row that differs and not all of them. */
function expectRows(rows: readonly unknown[], expected: readonly unknown[]): void {
  expect(rows.length).toBe(expected.length)
  const differing = rows.findIndex((row, i) => !isDeepStrictEqual(row, expected[i]))
  expect({ row: differing, value: rows[differing] }).toEqual({ row: -1, value: undefined })
}

describe('the shipped shop', () => {
  it('is what the seed gives, row by row', () => {
    expectRows(shipped.products, made.products.map(productOf))
    expectRows(shipped.shoppers, made.shoppers.map(shopperOf))
    expectRows(shipped.interactions, made.interactions)
  })

  it('carries the truth of the click model', async () => {
    const truth = await readWorldTruth()
    for (const row of made.products) {
      const { vector, popularity, type } = truth.products.get(row.id) ?? {}
      expect({ vector, popularity, type }).toEqual({
        vector: row.vector,
        popularity: row.popularity,
        type: row.type,
      })
    }
    for (const { id, taste } of made.shoppers) expect(truth.shoppers.get(id)).toEqual({ id, taste })
  })

  it('is as large as its data card says', () => {
    const counts = countWorld(made)
    expect(counts.aisles).toBeGreaterThanOrEqual(12)
    expect(counts.products).toBeGreaterThanOrEqual(2400)
    expect(counts.history.more).toBeGreaterThanOrEqual(3000)
    expect(counts.interactions.total).toBeGreaterThanOrEqual(60_000)
    expect(counts.history.none).toBeGreaterThan(100)
    expect(counts.history.few).toBeGreaterThan(100)
    expect(counts.coldItems.ofThoseCold).toBeGreaterThan(50)
    expect(counts.skew.top10Percent).toBeGreaterThan(0.4)
    expect(counts.missingSegments).toBeGreaterThan(0.01)
    expect([counts.firstDay, counts.lastDay]).toEqual(['2025-11-01', LAST_DAY])
  })

  it('has a data card with its counts and the weights of its click model', () => {
    const card = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    expect(card).toBe(writeCounts(card, countWorld(made)))
    const { base, taste, ornate, tier, popularity, season, goes, sated, ...m } = CLICK_MODEL
    const terms = `u = ${base} + ${taste} * match + ${ornate} * o * o' - ${tier} * (t - t')^2 + ${popularity} * ln p`
    expect(card).toContain(`${terms} + ${season} * s + ${goes} * g - ${sated} * b + ${m.leaning} * l\n`)
    for (const text of [`position^-${m.decay} `, `(u + ${m.cart})`, `(u + ${m.purchase})`])
      expect(card).toContain(text)
  })

  it('prices everything in four currencies', () => {
    for (const product of shipped.products) {
      for (const currency of SHOP_CURRENCIES) expect(priceIn(product, currency)?.minor).toBeGreaterThan(0)
    }
  })

  it('points every event at a known shopper and a product on sale', () => {
    const shoppers = new Set(shipped.shoppers.map((shopper) => shopper.id))
    const listed = new Map(
      shipped.products.map((product) => [product.id, Date.parse(product.listedOn ?? '')]),
    )
    const lost = shipped.interactions.filter(
      ({ shopperId, productId, atMs }) =>
        !shoppers.has(shopperId) || !((listed.get(productId) ?? Infinity) <= atMs),
    )
    expect(lost).toEqual([])
  })

  it('sells nothing to a shopper twice, and only what she opened and put in her cart', () => {
    const bought = shipped.interactions
      .filter((event) => event.kind === 'purchase')
      .map((event) => `${event.shopperId} ${event.productId}`)
    expect(new Set(bought).size).toBe(bought.length)
    const steps = shipped.interactions.map((event, i) => [event, shipped.interactions[i - 1]] as const)
    const before = { cart: 'view', purchase: 'cart' } as const
    const wrong = steps.filter(
      ([event, last]) =>
        event.kind !== 'view' && (last?.kind !== before[event.kind] || last.productId !== event.productId),
    )
    expect(wrong).toEqual([])
  })

  it('holds about a tenth of the products out of language training', () => {
    const share = shipped.products.filter((product) => isHeldOut(product.id)).length / shipped.products.length
    expect(share).toBeGreaterThan(0.07)
    expect(share).toBeLessThan(0.13)
  })

  it('says which file it cannot read', async () => {
    await expect(readWorldProducts(join(tmpdir(), 'no-such-shop'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringMatching(/kinds|products/) as string,
    })
  })
})

describe('personas', () => {
  it('are twelve, in every voice, each with interests the shop knows', () => {
    expect(PERSONA_COUNT).toBe(12)
    expect(shipped.personas.map((persona) => persona.id)).toEqual([
      ...new Set(shipped.personas.map((persona) => persona.id)),
    ])
    expect(new Set(shipped.personas.map((persona) => persona.voice))).toEqual(new Set(VOICES))
    expect(
      shipped.personas.flatMap((persona) => persona.interests).filter((interest) => !(interest in INTERESTS)),
    ).toEqual([])
  })

  it('remember real products, newest first, bought when they were on sale', () => {
    const products = new Map(shipped.products.map((product) => [product.id, product]))
    for (const { history } of shipped.personas) {
      const days = history.map((item) => item.boughtOn ?? '')
      expect(days).toEqual([...days].sort().reverse())
      for (const { productId = '', title, noun, boughtOn = '' } of history) {
        const product = products.get(productId)
        expect({ title, noun }).toEqual({ title: product?.title, noun: product?.noun })
        expect((product?.listedOn ?? '9999') < boughtOn && boughtOn <= LAST_DAY).toBe(true)
      }
    }
  })

  it('include one without a history and one who buys for somebody else', () => {
    expect(
      shipped.personas.filter((persona) => persona.history.length === 0).map((persona) => persona.id),
    ).toEqual(['gurpreet-gill'])
    expect(
      shipped.personas.filter((persona) => persona.recipient).map((persona) => persona.recipient),
    ).toEqual(['your father'])
  })
})

describe('making a shop', () => {
  const folder = mkdtempSync(join(tmpdir(), 'world-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('gives the same shop for the same seed and another for another', () => {
    expect(makeWorld(small)).toEqual(makeWorld(small))
    const other = makeWorld({ ...small, seed: small.seed + 1 })
    expect(other.interactions).not.toEqual(makeWorld(small).interactions)
    expect(other.shoppers[0]).not.toEqual(made.shoppers[0])
  })

  it('reads back what it wrote, from any folder', async () => {
    const world = makeWorld({ ...small, perType: WORLD.perType, shoppers: 50 })
    for (const [table, bytes] of Object.entries(encodeWorld(world)))
      writeFileSync(join(folder, `${table}.parquet`), bytes)
    const read = await readWorld(folder)
    expect(read.products).toEqual(world.products.map(productOf))
    expect(read.interactions).toEqual(world.interactions)
  })

  it('plants its imbalance in one group alone, and only when asked', () => {
    const [planted, plain] = [true, false].map(
      (imbalance) => countWorld(makeWorld({ ...WORLD, shoppers: 1200, imbalance })).imbalance,
    )
    if (!planted || !plain) throw new RangeError('Two shops were asked for')
    expect(planted.viewedTier.others).toBe(plain.viewedTier.others)
    expect(planted.viewedTier.group).toBeLessThan(planted.viewedTier.others - 0.15)
    expect(Math.abs(plain.viewedTier.group - plain.viewedTier.others)).toBeLessThan(0.05)
    const { tasteTier } = countWorld(made).imbalance
    expect(Math.abs(tasteTier.group - tasteTier.others)).toBeLessThan(0.06)
  })
})
